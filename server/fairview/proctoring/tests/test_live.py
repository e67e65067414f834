"""What interviewers hear while a session goes on, and that a restart changes none of it."""

import asyncio
from collections.abc import Callable, Iterable
from typing import Any, cast
from uuid import UUID

import msgspec
import pytest

from fairview.evidence.contracts import Entry
from fairview.kit.clock import now_us
from fairview.kit.live.contracts import Downward
from fairview.policies.contracts import Policy
from fairview.policies.public import DEFAULT, get_policy
from fairview.proctoring import followed as followed_module
from fairview.proctoring import live
from fairview.proctoring.contracts import AttentionState, IncidentsState
from fairview.proctoring.followed import Followed
from fairview.proctoring.live import FORGET_AFTER_US, LiveProctor
from fairview.proctoring.pace import Pace
from fairview.proctoring.public import evaluate
from fairview.proctoring.tests.logs import SESSION, Log, us

STANDARD = get_policy("standard@1")


class Clock:
    """An event loop's clock that moves only when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0
        self.timers: list[Timer] = []

    def time(self) -> float:
        return self.now

    def call_at(self, when: float, callback: Callable[[], None]) -> "Timer":
        timer = Timer(self, when, callback)
        self.timers.append(timer)
        return timer

    def call_later(self, delay: float, callback: Callable[[], None]) -> "Timer":
        return self.call_at(self.now + delay, callback)

    def pass_seconds(self, seconds: float) -> None:
        end = self.now + seconds
        while due := [timer for timer in self.timers if timer.when <= end]:
            timer = min(due, key=lambda one: one.when)
            self.timers.remove(timer)
            self.now = timer.when
            timer.callback()
        self.now = end


class Timer:
    def __init__(self, clock: Clock, when: float, callback: Callable[[], None]) -> None:
        self.clock, self.when, self.callback = clock, when, callback

    def cancel(self) -> None:
        if self in self.clock.timers:
            self.clock.timers.remove(self)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The loop's time and the server's time are one."""
    clock = Clock()
    monkeypatch.setattr(followed_module, "now_us", lambda: us(clock.now))
    return clock


class Interviewer:
    def __init__(self, clock: Clock, policy: Policy = STANDARD) -> None:
        self.heard: list[Downward] = []
        self.clock = clock
        self.followed = Followed(policy, self.heard.append, cast(asyncio.AbstractEventLoop, clock))

    def attention(self) -> list[AttentionState]:
        return [message for message in self.heard if isinstance(message, AttentionState)]

    def incidents(self) -> list[IncidentsState]:
        return [message for message in self.heard if isinstance(message, IncidentsState)]

    def live_through(self, log: Log) -> None:
        """Each entry arrives when it happened."""
        for entry in sorted(log.entries, key=lambda one: one.order):
            self.clock.pass_seconds((entry.estimated_us - us(0)) / 1_000_000 - self.clock.now)
            self.followed.hear([entry])


def test_pace_sends_at_once_then_only_the_newest() -> None:
    clock, sent = Clock(), []
    pace = Pace(1.0, lambda: sent.append(clock.now), cast(asyncio.AbstractEventLoop, clock))
    pace.ask()
    for _ in range(5):
        clock.pass_seconds(0.1)
        pace.ask()
    clock.pass_seconds(10)
    assert sent == [0.0, 1.0]


def test_an_incident_is_told_when_the_threshold_is_passed_and_when_it_ends(clock: Clock) -> None:
    ines = Interviewer(clock)
    ines.live_through(Log().saw("gaze", "left", 1, 9).saw("gaze", "centre", 9, 12))
    told = [[one.ended_us for one in message.incidents] for message in ines.incidents() if message.incidents]
    assert told == [[None], [None], [None], [us(9)]]


def test_attention_is_told_at_most_twice_a_second_and_ends_with_the_newest(clock: Clock) -> None:
    ines = Interviewer(clock)
    log = Log().watch(0, "watching", "started")
    for tenth in range(0, 20):
        log.saw("gaze", "left" if tenth % 2 else "centre", tenth / 10, tenth / 10 + 0.1)
    ines.live_through(log.watched(1, 2))
    clock.pass_seconds(0.5)
    assert 4 <= len(ines.attention()) <= 6
    newest = ines.attention()[-1]
    assert (newest.gaze, newest.presence, newest.watch, newest.head) == ("left", "present", "watching", "")


def test_a_device_that_falls_silent_is_shown_as_unknown_and_its_incident_ends(clock: Clock) -> None:
    ines = Interviewer(clock)
    ines.live_through(Log().saw("gaze", "left", 1, 9))
    clock.pass_seconds(10)
    assert ines.incidents()[-1].incidents[0].ended_us == us(9)
    assert ines.attention()[-1].gaze == ""


def test_a_gap_in_the_watch_is_told_while_it_lasts_and_taken_back_when_what_was_noted_arrives(
    clock: Clock,
) -> None:
    ines = Interviewer(clock, get_policy(DEFAULT))
    ines.live_through(Log().watched(0, 10))
    clock.pass_seconds(4)
    assert ines.incidents()[-1].incidents == []
    clock.pass_seconds(8)
    (gap,) = ines.incidents()[-1].incidents
    assert (gap.rule, gap.started_us, gap.ended_us) == ("monitoring_gap", us(10), None)
    assert gap.seen_until_us >= us(18)
    ines.followed.hear(Log(started=None).watched(10, 22).entries)
    assert ines.incidents()[-1].incidents == []


def test_each_part_has_its_own_word_on_itself(clock: Clock) -> None:
    ines = Interviewer(clock)
    log = Log().watch(0, "watching", "started").watch(1, "paused", "microphone_off", part="sound")
    ines.live_through(log.saw("voice", "own", 1, 2).saw("objects", "phone", 2, 3).watched(2, 3))
    clock.pass_seconds(1)
    newest = ines.attention()[-1]
    assert (newest.watch, newest.voice, newest.objects) == ("watching", "own", "phone")


def test_a_review_is_told_at_once(clock: Clock) -> None:
    ines = Interviewer(clock)
    log = Log().saw("gaze", "left", 1, 9).ended(20)
    ines.live_through(log)
    incident = ines.incidents()[-1].incidents[0].id
    before = len(ines.incidents())
    ines.followed.hear(Log(started=None).reviewed(21, incident, "dismissed").entries)
    assert len(ines.incidents()) == before + 1
    assert ines.incidents()[-1].incidents[0].review == "dismissed"


class Plane:
    """A log on disk and the pages that listen."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.stored = list(entries)
        self.heard: list[Downward] = []
        self.all_read = asyncio.Event()
        self.reads = 0

    def publish(self, session_id: UUID, message: Downward) -> None:
        self.heard.append(message)
        if isinstance(message, IncidentsState) and session_id == SESSION:
            self.all_read.set()

    def read(self, session_id: UUID, after: int) -> list[Entry]:
        self.reads += 1
        return self.stored[after:]


def following(before: Log, after: Log) -> list[Entry]:
    """The second log as it is committed behind the first."""
    start = len(before.entries)
    return [
        msgspec.structs.replace(entry, position=start + place) for place, entry in enumerate(after.entries, 1)
    ]


def is_someone_there(_room: UUID) -> bool:
    return True


async def test_what_another_process_wrote_is_not_missed() -> None:
    log = Log().saw("gaze", "left", 1, 9).ended(20)
    plane = Plane(log.entries[:3])
    proctor = LiveProctor(plane.publish, plane.read, get_policy, is_someone_there)
    proctor(SESSION, log.entries[:3])
    await asyncio.wait_for(plane.all_read.wait(), 5)
    plane.all_read.clear()
    plane.stored = log.entries
    proctor(SESSION, log.entries[9:])
    await asyncio.wait_for(plane.all_read.wait(), 5)
    assert len(cast(IncidentsState, proctor.snapshot(SESSION)[1]).incidents) == 1
    await proctor.stop()


async def test_a_restart_in_the_middle_changes_nothing() -> None:
    log = Log().saw("gaze", "left", 1, 9).watched(0, 20).ended(20)
    plane = Plane(log.entries[:6])
    proctor = LiveProctor(plane.publish, plane.read, get_policy, is_someone_there)
    proctor(SESSION, log.entries[4:6])
    proctor(SESSION, log.entries[6:])
    await asyncio.wait_for(plane.all_read.wait(), 5)
    (_attention, incidents) = proctor.snapshot(SESSION)
    assert isinstance(incidents, IncidentsState)
    assert [(one.started_us, one.ended_us) for one in incidents.incidents] == [(us(1), us(9))]
    assert (plane.reads, incidents.coverage_pm) == (1, 1_000)
    assert incidents.incidents == evaluate(log.entries, STANDARD).incidents
    await proctor.stop()


async def test_an_interviewer_who_connects_first_after_a_restart_hears_the_rest_of_it() -> None:
    plane = Plane(Log().saw("gaze", "left", 1, 9).ended(20).entries)
    proctor = LiveProctor(plane.publish, plane.read, get_policy, is_someone_there)
    assert proctor.snapshot(SESSION) == []
    await asyncio.wait_for(plane.all_read.wait(), 5)
    assert len(cast(IncidentsState, plane.heard[-1]).incidents) == 1
    await proctor.stop()


async def test_the_policy_that_the_start_names_is_the_one_that_judges() -> None:
    rules: Any = {
        name: msgspec.structs.replace(rule, threshold_ms=500) for name, rule in STANDARD.rules.items()
    }
    strict = msgspec.structs.replace(STANDARD, name="strict", rules=rules)
    policies: dict[str, Policy] = {DEFAULT: STANDARD, "strict@1": strict}
    plane = Plane()
    proctor = LiveProctor(plane.publish, plane.read, policies.__getitem__, is_someone_there)
    lobby = Log(started=None).watched(-5, 0)
    plane.stored = lobby.entries
    proctor(SESSION, lobby.entries)
    await asyncio.wait_for(plane.all_read.wait(), 5)
    plane.all_read.clear()
    talk = Log(policy="strict@1").saw("gaze", "left", 1, 3)
    committed = following(lobby, talk)
    plane.stored = lobby.entries + committed
    proctor(SESSION, committed)
    await asyncio.wait_for(plane.all_read.wait(), 5)
    assert len(cast(IncidentsState, proctor.snapshot(SESSION)[1]).incidents) == 1
    await proctor.stop()


async def test_sessions_of_long_ago_are_forgotten_and_read_again_when_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plane = Plane(Log().saw("gaze", "left", 1, 9).ended(20).entries)
    proctor = LiveProctor(plane.publish, plane.read, get_policy, is_someone_there)
    proctor.snapshot(SESSION)
    await asyncio.wait_for(plane.all_read.wait(), 5)
    later = now_us() + FORGET_AFTER_US + 1_000_000
    monkeypatch.setattr(live, "now_us", lambda: later)
    plane.all_read.clear()
    proctor.snapshot(UUID(int=99))
    assert proctor.snapshot(SESSION) == []
    await asyncio.wait_for(plane.all_read.wait(), 5)
    assert len(cast(IncidentsState, proctor.snapshot(SESSION)[1]).incidents) == 1
    await proctor.stop()
