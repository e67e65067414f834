"""One live session as the interviewers' pages hear of it: its state, and when to speak."""

import asyncio
from collections.abc import Callable, Iterable

from fairview.evidence.contracts import Entry
from fairview.kit.clock import now_us
from fairview.kit.live.contracts import Downward
from fairview.policies.contracts import Policy
from fairview.proctoring.contracts import AttentionState, IncidentsState
from fairview.proctoring.engine import Effect, IncidentExtended, State, changes, pass_time, take
from fairview.proctoring.pace import Pace
from fairview.proctoring.score import coverage

ATTENTION_EVERY_S = 0.5
EXTENDED_EVERY_S = 1.0
QUIET_US = 3_000_000
"""A device is silent when nothing came for this long: longer than an episode's silence, for slow networks."""


class Followed:
    """Takes entries in any order, repeats included, and publishes what changed."""

    def __init__(
        self, policy: Policy, publish: Callable[[Downward], None], loop: asyncio.AbstractEventLoop
    ) -> None:
        self.state = State(policy)
        self.position = 0
        """Everything of the log up to here was taken."""
        self.heard_at_us = now_us()
        """When something of the candidate's device last arrived."""
        self._publish = publish
        self._loop = loop
        self._attention = Pace(ATTENTION_EVERY_S, lambda: publish(attention(self.state)), loop)
        self._incidents = Pace(EXTENDED_EVERY_S, lambda: publish(incidents(self.state)), loop)
        self._silence: asyncio.TimerHandle | None = None

    def misses_some_before(self, entries: Iterable[Entry]) -> bool:
        """Whether entries were committed that this process was not told of (another process wrote them)."""
        return min((entry.position for entry in entries), default=0) > self.position + 1

    def hear(self, entries: Iterable[Entry]) -> None:
        before = self.state
        for entry in entries:
            self.state = take(self.state, entry)
            self.position = max(self.position, entry.position)
            if entry.role in {"candidate", "service"}:
                self.heard_at_us = now_us()
        self._tell(before)
        self._wait_for_silence()

    def snapshot(self) -> list[Downward]:
        return [attention(self.state), incidents(self.state)]

    def publish_all(self) -> None:
        for message in self.snapshot():
            self._publish(message)

    def stop(self) -> None:
        self._attention.stop()
        self._incidents.stop()
        if self._silence is not None:
            self._silence.cancel()
            self._silence = None

    def _tell(self, before: State) -> None:
        if self.state.statements is not before.statements or self.state.stated_us != before.stated_us:
            self._attention.ask()
        effects = changes(before.incidents, self.state.incidents)
        if any(is_urgent(effect, before) for effect in effects):
            self._incidents.now()
        elif effects or coverage(self.state) // 10 != coverage(before) // 10:
            self._incidents.ask()

    def _wait_for_silence(self) -> None:
        if self._silence is None and self.state.ended_us is None and self.state.statements:
            self._silence = self._loop.call_later(QUIET_US / 1_000_000, self._check_silence)

    def _check_silence(self) -> None:
        self._silence = None
        now = now_us()
        if now - self.heard_at_us >= QUIET_US:
            before, self.state = self.state, pass_time(self.state, now)
            self._tell(before)
        self._wait_for_silence()


def is_urgent(effect: Effect, before: State) -> bool:
    """Everything but the growing of an incident that goes on."""
    if not isinstance(effect, IncidentExtended):
        return True
    known = next(incident for incident in before.incidents if incident.id == effect.incident.id)
    return known.review != effect.incident.review or known.note != effect.incident.note


def attention(state: State) -> AttentionState:
    """The newest word on each kind; what is older than `QUIET_US` by the device's own time is not known."""
    fresh_us = state.stated_us - QUIET_US
    fresh = {kind: one for kind, one in state.statements.items() if one.order[0] >= fresh_us}
    values = {kind: one.value for kind, one in fresh.items()}
    watch = state.statements.get("watch")
    return AttentionState(
        at_us=state.stated_us,
        presence=values.get("presence", ""),
        faces=values.get("faces", ""),
        gaze=values.get("gaze", ""),
        head=values.get("head", ""),
        eyes=values.get("eyes", ""),
        objects=values.get("objects", ""),
        voice=values.get("voice", ""),
        gaze_point=values.get("gaze_point", ""),
        watch=watch.value if watch else "",
        watch_reason=watch.reason if watch else "",
    )


def incidents(state: State) -> IncidentsState:
    return IncidentsState(incidents=list(state.incidents), coverage_pm=coverage(state))
