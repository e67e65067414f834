"""What a candidate's device sees, drawn for the interviewers while it happens. Passed on and kept nowhere."""

from collections.abc import Callable
from uuid import UUID
from weakref import WeakKeyDictionary

from fairview.kit.live.allowance import Allowance
from fairview.kit.live.contracts import MessageRefused
from fairview.kit.live.hub import Connection, Hub
from fairview.policies.contracts import Policy
from fairview.policies.public import PolicyUnknown
from fairview.proctoring.contracts import OverlayState, ShowOverlay
from fairview.rooms.contracts import RoomFacts

PER_S, AT_ONCE = 12, 12

StandingOf = Callable[[Connection], frozenset[str]]
"""What the participant of a connection counts as in the log's table of kinds."""


class LiveOverlay:
    """The handler of `ShowOverlay`."""

    def __init__(
        self,
        hub: Hub,
        facts_of: Callable[[UUID], RoomFacts | None],
        standing_of: StandingOf,
        get_policy: Callable[[str], Policy],
    ) -> None:
        self.hub = hub
        self._facts_of = facts_of
        self._standing_of = standing_of
        self._get_policy = get_policy
        self._paces: WeakKeyDictionary[Connection, Allowance] = WeakKeyDictionary()

    def show(self, connection: Connection, message: ShowOverlay, _received_us: int) -> None:
        """Pass it on. Out of the talk and beyond the pace it is dropped: the next one says it all."""
        facts = self._facts_of(connection.room)
        if code := self._refusal_of(connection, facts):
            connection.send(MessageRefused(code=code, message="proctoring.show_overlay"))
            return
        pace = self._paces.setdefault(connection, Allowance(PER_S, AT_ONCE))
        if facts and facts.state == "live" and pace.takes():
            shown = OverlayState(
                participant=connection.participant,
                boxes=message.boxes,
                gaze=message.gaze,
                is_switched_off=message.is_switched_off,
            )
            self.hub.publish_everywhere(connection.room, shown)

    def _refusal_of(self, connection: Connection, facts: RoomFacts | None) -> str | None:
        standing = self._standing_of(connection)
        if "observed" not in standing:
            return "not_agreed"
        if "in_talk" not in standing:
            return "not_admitted"
        return None if facts and self._is_shared(facts.policy) else "not_shared"

    def _is_shared(self, policy: str) -> bool:
        try:
            return self._get_policy(policy).shares_overlay
        except PolicyUnknown:
            return False
