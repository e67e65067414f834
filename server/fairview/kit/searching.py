"""Finding by what people type."""

from django.db.models import Q


def every_word(search: str, *places: str) -> Q:
    """Where every word of the search occurs in one of the places, in any case: `Q()` for an empty search.
    Places are lookups from the model that is filtered (`pool__name`)."""
    found = Q()
    for word in search.split():
        somewhere = Q()
        for place in places:
            somewhere |= Q(**{f"{place}__icontains": word})
        found &= somewhere
    return found
