"""Time zones by their IANA names."""

from functools import cache
from zoneinfo import available_timezones

from fairview.kit.errors import FairviewError

NOT_A_PLACE = {"Factory", "localtime"}


class UnknownZone(FairviewError):
    code = "unknown_zone"
    status = 422
    sentence = "{zone} is not a time zone; use a name such as Europe/Berlin."


@cache
def zone_names() -> frozenset[str]:
    return frozenset(available_timezones() - NOT_A_PLACE)


def check_zone(zone: str, field: str = "zone") -> str:
    """The zone itself, or `UnknownZone` for the field of the input that holds it."""
    if zone not in zone_names():
        raise UnknownZone(zone=zone, field=field)
    return zone
