"""Runs and those who run them: a lease is given by compare-and-set, lives by its heartbeat, and ends once.

A lease that dies is given out once more; when that one dies too, the run ends as interrupted. Whoever speaks
of runs sees to it: a runner that waits or works, and whoever asks for a run or stops one. Whatever a runner
says of a lease that is not alive is refused, so a run has one result, whoever comes late.
"""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID

import msgspec
from django.db import transaction
from django.db.models import F

from fairview.coding.bank import FILES, Exercise, get_exercise
from fairview.coding.entries import note_after_commit
from fairview.coding.errors import LeaseVoid
from fairview.coding.events import RunMoved, RunPrinted
from fairview.coding.models import Run
from fairview.coding.queue import line, tell_queue
from fairview.coding.runners import note_runner, runner_lives
from fairview.kit.clock import utc_now
from fairview.kit.events import publish
from runner.protocol import (
    LEASE_LASTS_S,
    Capabilities,
    Case,
    Event,
    Events,
    File,
    Finished,
    Heard,
    Language,
    Lease,
    Output,
    RunRequest,
)

ATTEMPTS = 2
TRIES = 10
"""At a run that others may take at the same moment."""
STOPPED = "Stopped."
INTERRUPTED = Finished(
    verdict="IE",
    cases=[],
    time_ms=0,
    memory_kb=0,
    stdout="",
    stderr="",
    reason="The code runner stopped answering.",
)


def lease_run(capabilities: Capabilities) -> Lease | None:
    """The next run in line that this runner can do; None if there is none."""
    note_runner(capabilities)
    release_dead_leases()
    if capabilities.missing:
        return None
    doable = (one for one in line() if one.language in capabilities.languages)
    for waiting in islice(doable, TRIES):
        token = secrets.token_urlsafe(32)
        won = Run.objects.filter(id=waiting.run, state="queued").update(
            state="running",
            attempts=F("attempts") + 1,
            runner=capabilities.runner,
            started_at=utc_now(),
            lease_hash=_hash(token),
            leased_until=_lease_end(),
        )
        if won:
            publish(RunMoved(waiting.room, str(waiting.run), "running", 0))
            tell_queue()
            run = Run.objects.select_related("assignment").get(id=waiting.run)
            return Lease(run=run_request(run), token=token)
    return None


def hear_events(run_id: UUID, said: Events) -> Heard:
    """What a runner says of its lease, which lives on by it. Raises `LeaseVoid`."""
    alive = Run.objects.filter(
        id=run_id, state="running", lease_hash=_hash(said.token), leased_until__gt=utc_now()
    )
    if not alive.update(leased_until=_lease_end()):
        raise LeaseVoid
    release_dead_leases()
    run = Run.objects.get(id=run_id)
    runner_lives(run.runner)
    publish(RunMoved(run.room_session_id, str(run.id), "running", 0))
    _tell_output(run, said.events)
    ends = [event for event in said.events if isinstance(event, Finished)]
    if ends and not finish_run(run, _as_ended(run, ends[0]), state="running"):
        raise LeaseVoid
    return Heard(stop=run.stop_asked_at is not None)


def release_dead_leases() -> None:
    """Give runs whose runner fell silent back to the queue, where that was no turn of their room, or end them
    as interrupted."""
    for run in Run.objects.filter(state="running", leased_until__lte=utc_now()):
        if run.attempts >= ATTEMPTS or run.stop_asked_at is not None:
            finish_run(run, INTERRUPTED, state="running")
            continue
        mine = Run.objects.filter(id=run.id, state="running", lease_hash=run.lease_hash)
        if mine.update(state="queued", lease_hash="", leased_until=None, started_at=None):
            tell_queue()


@transaction.atomic
def finish_run(run: Run, result: Finished, *, state: str) -> bool:
    """Whether this was what ended it: only from the state, and under the lease, that `run` was read in."""
    standing = Run.objects.filter(id=run.id, state=state, lease_hash=run.lease_hash)
    won = standing.update(
        state="finished",
        result=msgspec.json.encode(result).decode(),
        verdict=result.verdict,
        finished_at=utc_now(),
    )
    if won:
        note_after_commit(run.room_session_id)
    if won and state == "queued":
        transaction.on_commit(tell_queue, robust=True)
    return bool(won)


def run_request(run: Run) -> RunRequest:
    exercise = get_exercise(run.assignment.exercise, run.assignment.version)
    language: Language = run.language  # type: ignore[assignment]
    name = FILES[language]
    return RunRequest(
        id=str(run.id),
        language=language,
        files=[File(name, run.source)],
        entry=name,
        cases=_cases(run, exercise),
    )


def _cases(run: Run, exercise: Exercise) -> list[Case]:
    """A plain SQL run without a script of its own gets the tables of the first example."""
    if run.purpose == "tests":
        return [*exercise.examples, *exercise.hidden]
    if run.purpose == "examples":
        return exercise.examples
    tables = exercise.examples[0].stdin if run.language == "sql" and exercise.examples else ""
    return [Case(name="", stdin=run.stdin or tables)]


def _as_ended(run: Run, result: Finished) -> Finished:
    """A program that was stopped did not fail."""
    if run.stop_asked_at is None or result.verdict != "RTE":
        return result
    return msgspec.structs.replace(result, reason=STOPPED)


def _tell_output(run: Run, events: Iterable[Event]) -> None:
    """Of plain runs only: what is printed on a test stays with the runner's last word."""
    for event in events if run.purpose == "run" else ():
        if isinstance(event, Output):
            publish(RunPrinted(run.room_session_id, str(run.id), event.stream, event.text))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _lease_end() -> datetime:
    return utc_now() + timedelta(seconds=LEASE_LASTS_S)
