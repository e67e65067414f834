from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from fairview.accounts.public import require_capability
from fairview.audit.public import Actor
from fairview.coding.public import code_steps
from fairview.evidence.public import read_entries
from fairview.kit.errors import NotFound
from fairview.reports.findings.timescale import Timescale
from fairview.reports.models import Report, Reports, Scorecard
from fairview.rooms.public import RoomSession, get_room
from fairview.scheduling.public import ReportOnCard, Undecided


@dataclass(frozen=True)
class Step:
    """One step of a replay: apply `update` (base64) at `at_ms` from the start of the session."""

    at_ms: int
    role: str
    update: str


def list_reports(actor: Actor) -> Reports:
    """The newest version of each report that the actor may see, latest interview first."""
    require_capability(actor, "reports.read")
    related = ("room_session__interview__candidate",)
    found = Report.objects.visible_to(actor).newest().with_decision().select_related(*related)
    return found.order_by("-room_session__ended_at", "-room_session_id")


def find_report(actor: Actor, room_session_id: UUID, version: int | None = None) -> Report | None:
    """The tested door: one version, or the newest. None while the first is being prepared; raises `NotFound`
    for what does not exist and for what is not the actor's to see."""
    require_capability(actor, "reports.read")
    room = get_room(actor, room_session_id)
    found = Report.objects.visible_to(actor).filter(room_session=room)
    report = (found.filter(version=version) if version else found.newest()).first()
    if report is None and (version or room.state != "ended"):
        raise NotFound
    return report


def get_report(actor: Actor, room_session_id: UUID, version: int | None = None) -> Report:
    report = find_report(actor, room_session_id, version)
    if report is None:
        raise NotFound
    return report


def steps_of(report: Report, document: str) -> list[Step]:
    """How the code of a document came to be, from its first key. Raises `NotFound` for an unknown one."""
    scale = Timescale(report.content.started_us, report.content.ended_us)
    steps = code_steps(read_entries(report.room_session_id), document)
    if not steps:
        raise NotFound
    return [Step(max(0, scale.ms(step.at_us)), step.role, step.update) for step in steps]


def reports_on_cards(interview_ids: Collection[UUID]) -> dict[UUID, ReportOnCard]:
    """For cards: an interview whose room has ended has a report, or one that is being prepared."""
    ended = RoomSession.objects.filter(interview_id__in=interview_ids, state="ended").order_by("id")
    scores = dict(
        Report.objects.filter(room_session__in=ended).newest().values_list("room_session_id", "score")
    )
    return {
        room.interview_id: ReportOnCard("ready", scores[room.id])
        if room.id in scores
        else ReportOnCard("preparing", None)
        for room in ended
    }


def undecided(interview_ids: Collection[UUID]) -> dict[UUID, Undecided]:
    """What is left to do on those of these interviews that have a report and no decision."""
    rooms = RoomSession.objects.filter(interview_id__in=interview_ids, state="ended")
    ready = Report.objects.filter(room_session__in=rooms).newest().undecided()
    submitted = Scorecard.objects.filter(room_session__in=rooms, submitted_at__isnull=False)
    authors: dict[UUID, set[UUID]] = {}
    for room, author in submitted.values_list("room_session_id", "author_id"):
        authors.setdefault(room, set()).add(author)
    return {
        report.room_session.interview_id: Undecided(
            open_moments=report.open_moments,
            cards_of=frozenset(authors.get(report.room_session_id, ())),
        )
        for report in ready.select_related("room_session").defer("document").order_by("room_session_id")
    }
