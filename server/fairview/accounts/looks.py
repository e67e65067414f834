"""An organisation's own colour and picture, on its desk and on its candidates' pages."""

from uuid import UUID

from django.db import transaction

from fairview.accounts.contracts import LogoPlace, OrganisationLook
from fairview.accounts.errors import LogoTooLarge, LogoUnreadable
from fairview.accounts.models import Logo, Organisation
from fairview.accounts.permissions import require_capability
from fairview.accounts.pictures import LARGEST_SIDE, SMALLEST_SIDE, drawn_anew
from fairview.audit.public import Actor, record
from fairview.kit.errors import NotFound

MB = 1 << 20
LARGEST_MB = 4


def look_of(organisation: Organisation) -> OrganisationLook:
    logo = Logo.objects.filter(organisation=organisation).values_list("id", "width", "height").first()
    return OrganisationLook(organisation.accent or None, LogoPlace(*logo) if logo else None)


def get_logo(logo_id: UUID) -> Logo:
    """For everybody: it stands on pages that need no sign-in."""
    logo = Logo.objects.filter(id=logo_id).first()
    if logo is None:
        raise NotFound
    return logo


@transaction.atomic
def choose_accent(actor: Actor, accent: str | None) -> OrganisationLook:
    """Any colour; the pages keep it readable. None brings Fairview's own back."""
    organisation = _organisation_to_change(actor)
    organisation.accent = accent or ""
    organisation.save(update_fields=["accent"])
    record(actor, "accounts.accent_chosen", "organisation", organisation.id, accent=organisation.accent)
    return look_of(organisation)


@transaction.atomic
def put_logo(actor: Actor, content: bytes) -> OrganisationLook:
    """In place of the one there is."""
    organisation = _organisation_to_change(actor)
    if len(content) > LARGEST_MB * MB:
        raise LogoTooLarge(limit_mb=LARGEST_MB)
    picture = drawn_anew(content)
    if picture is None:
        raise LogoUnreadable(smallest=SMALLEST_SIDE, largest=LARGEST_SIDE)
    Logo.objects.filter(organisation=organisation).delete()
    logo = Logo.objects.create(
        organisation=organisation, width=picture.width, height=picture.height, content=picture.content
    )
    record(actor, "accounts.logo_put", "organisation", organisation.id, logo=str(logo.id))
    return look_of(organisation)


@transaction.atomic
def remove_logo(actor: Actor) -> None:
    """Removing twice is removing once."""
    organisation = _organisation_to_change(actor)
    removed, _ = Logo.objects.filter(organisation=organisation).delete()
    if removed:
        record(actor, "accounts.logo_removed", "organisation", organisation.id)


def _organisation_to_change(actor: Actor) -> Organisation:
    require_capability(actor, "look.manage")
    return Organisation.objects.select_for_update().get(id=actor.organisation)
