"""The door of reports: for the wiring in `config`."""

from fairview.reports.actions import current_report, freeze_report
from fairview.reports.queries import find_report, reports_on_cards, undecided
from fairview.reports.reactions import follow_closed_streams, on_incident_judged, on_room_ended
from fairview.reports.withholding import IN_THE_ROOM

__all__ = [
    "IN_THE_ROOM",
    "current_report",
    "find_report",
    "follow_closed_streams",
    "freeze_report",
    "on_incident_judged",
    "on_room_ended",
    "reports_on_cards",
    "undecided",
]
