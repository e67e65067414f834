"""What whoever runs this installation sees of the runners and the line: all of it, but whose run a run is
only of their own organisation."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID

import msgspec
from django.db.models import Count, QuerySet

from fairview.accounts.public import require_capability
from fairview.audit.public import Actor
from fairview.coding.models import Run, Runner
from fairview.coding.queue import line
from fairview.coding.runners import FORGOTTEN_AFTER, SEEN_WITHIN
from fairview.coding.schemas import (
    EndedOut,
    FaultOut,
    LiveRunOut,
    RunInterviewOut,
    RunnerOut,
    RunningOut,
    RunsOut,
    VerdictCount,
)
from fairview.kit.clock import utc_now
from fairview.rooms.public import RoomSession
from runner.protocol import Finished

SHOWN = 50
FAULTS_SHOWN = 20
LOOKS_BACK = timedelta(hours=1)

Interviews = dict[UUID, RunInterviewOut]
"""By room."""


def watch_runs(actor: Actor) -> RunsOut:
    require_capability(actor, "runners.read")
    now = utc_now()
    places = line()
    running = list(Run.objects.filter(state="running").order_by("started_at", "id"))
    queued = Run.objects.in_bulk([one.run for one in islice(places, SHOWN)])
    waiting = [queued[one.run] for one in places[:SHOWN] if one.run in queued]
    ended = Run.objects.filter(state="finished", finished_at__gt=now - LOOKS_BACK)
    faults = list(ended.filter(verdict="IE").order_by("-finished_at")[:FAULTS_SHOWN])
    known = interviews_of(actor, [*running, *waiting, *faults])
    return RunsOut(
        now=now,
        runners=runners(now, running),
        running=[as_running(run, known, now) for run in running],
        waiting=[as_live(run, known, run.requested_at) for run in waiting],
        waiting_in_all=len(places),
        ended=how_it_went(ended, [fault(run, known) for run in faults]),
    )


def runners(now: datetime, running: Iterable[Run]) -> list[RunnerOut]:
    """Those that are there first, and then those that were a while ago."""
    busy = Counter(run.runner for run in running)
    known = Runner.objects.filter(seen_at__gt=now - FORGOTTEN_AFTER).order_by("name")
    told = [
        RunnerOut(
            name=one.name,
            since=one.since,
            seen_at=one.seen_at,
            is_there=one.seen_at > now - SEEN_WITHIN,
            languages=one.languages.split(),
            slots=one.slots,
            busy=busy[one.name],
            missing=one.missing.split(),
        )
        for one in known
    ]
    return sorted(told, key=lambda one: not one.is_there)


def interviews_of(actor: Actor, runs: Iterable[Run]) -> Interviews:
    rooms = RoomSession.objects.visible_to(actor).filter(id__in={run.room_session_id for run in runs})
    return {
        room.id: RunInterviewOut(
            id=room.interview_id, title=room.interview.title, candidate=room.interview.candidate.name
        )
        for room in rooms.select_related("interview__candidate")
    }


def as_live(run: Run, known: Interviews, since: datetime) -> LiveRunOut:
    return LiveRunOut(
        id=run.id,
        interview=known.get(run.room_session_id),
        language=run.language,  # type: ignore[arg-type]
        purpose=run.purpose,  # type: ignore[arg-type]
        since=since,
        attempt=run.attempts + (run.state == "queued"),
    )


def as_running(run: Run, known: Interviews, now: datetime) -> RunningOut:
    return RunningOut(
        **as_live(run, known, run.started_at or run.requested_at).dict(),
        runner=run.runner,
        is_silent=run.leased_until is not None and run.leased_until <= now,
    )


def how_it_went(ended: QuerySet[Run], faults: list[FaultOut]) -> EndedOut:
    verdicts = ended.values("verdict").annotate(count=Count("id")).order_by("-count", "verdict")
    times = ended.values_list("requested_at", "started_at")
    waited = sorted(began - asked for asked, began in times if began is not None)
    return EndedOut(
        verdicts=[VerdictCount(**row) for row in verdicts],
        wait_ms_median=at_rank(waited, 0.5),
        wait_ms_p95=at_rank(waited, 0.95),
        begun_twice=ended.filter(attempts__gt=1).count(),
        faults=faults,
    )


def at_rank(ordered: list[timedelta], share: float) -> int | None:
    if not ordered:
        return None
    return round(ordered[min(int(share * len(ordered)), len(ordered) - 1)] / timedelta(milliseconds=1))


def fault(run: Run, known: Interviews) -> FaultOut:
    """Why it failed may hold what the program printed: that is for its own organisation."""
    result = msgspec.json.decode(run.result, type=Finished)
    interview = known.get(run.room_session_id)
    assert run.finished_at
    return FaultOut(
        id=run.id,
        interview=interview,
        at=run.finished_at,
        incident=result.incident,
        reason=result.reason if interview else "",
    )
