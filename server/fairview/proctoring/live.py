"""Follows every session with people in it and tells its interviewers. Runs on the live plane's event loop.

The log is the truth: what is known of a session is read from it when the session is first met (after a
restart, or when an interviewer connects), in a thread, and entries that are committed meanwhile are kept and
taken after it. Taking an entry twice changes nothing, so the seam needs no care; only a hole would hurt.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable
from uuid import UUID

from fairview.evidence.contracts import Entry
from fairview.kit.clock import now_us
from fairview.kit.live.contracts import Downward
from fairview.policies.contracts import Policy
from fairview.policies.public import DEFAULT, PolicyUnknown
from fairview.proctoring.engine import fold
from fairview.proctoring.followed import Followed
from fairview.proctoring.statements import read_statement
from fairview.rooms.contracts import SessionStarted

FORGET_AFTER_US = 3_600_000_000
"""A session is forgotten when its candidate said nothing for an hour; it is read again if someone asks."""

Publish = Callable[[UUID, Downward], None]
ReadEntries = Callable[[UUID, int], Iterable[Entry]]
GetPolicy = Callable[[str], Policy]

logger = logging.getLogger(__name__)


class LiveProctor:
    """A consumer of the log. `publish` must reach interviewers only."""

    def __init__(
        self,
        publish: Publish,
        read_entries: ReadEntries,
        get_policy: GetPolicy,
        is_anyone_there: Callable[[UUID], bool],
    ) -> None:
        self._publish = publish
        self._is_anyone_there = is_anyone_there
        self._read_entries = read_entries
        self._get_policy = get_policy
        self._followed: dict[UUID, Followed] = {}
        self._reading: dict[UUID, asyncio.Task[None]] = {}
        self._meanwhile: dict[UUID, list[Entry]] = {}

    def __call__(self, session_id: UUID, entries: list[Entry]) -> None:
        """Called after a commit, in commit order."""
        followed = self._followed.get(session_id)
        if followed is None and not self._is_anyone_there(session_id):
            return
        if followed is None or followed.misses_some_before(entries):
            self._read(session_id, entries)
        else:
            self._hear(session_id, followed, entries)

    def snapshot(self, session_id: UUID) -> list[Downward]:
        """What a connecting interviewer is told at once. Empty on first sight: it follows when it is read."""
        followed = self._followed.get(session_id)
        if followed is not None:
            return followed.snapshot()
        self._read(session_id, [])
        return []

    async def stop(self) -> None:
        for task in self._reading.values():
            task.cancel()
        await asyncio.gather(*self._reading.values(), return_exceptions=True)
        for followed in self._followed.values():
            followed.stop()
        self._followed.clear()

    def _hear(self, session_id: UUID, followed: Followed, entries: list[Entry]) -> None:
        named = policy_of(entries)
        if named is not None and self._policy(named) != followed.state.policy:
            self._read(session_id, entries)
        else:
            followed.hear(entries)

    def _read(self, session_id: UUID, entries: list[Entry]) -> None:
        self._forget_old()
        if forgotten := self._followed.pop(session_id, None):
            forgotten.stop()
        self._meanwhile.setdefault(session_id, []).extend(entries)
        if session_id not in self._reading:
            task = asyncio.get_running_loop().create_task(self._catch_up(session_id))
            self._reading[session_id] = task

    async def _catch_up(self, session_id: UUID) -> None:
        loop = asyncio.get_running_loop()
        try:
            policy, stored = await asyncio.to_thread(self._stored, session_id)
            followed = Followed(policy, lambda message: self._publish(session_id, message), loop)
            followed.state = await asyncio.to_thread(fold, stored, policy)
            followed.position = max((entry.position for entry in stored), default=0)
            self._followed[session_id] = followed
        except Exception:
            logger.exception("The log of %s could not be followed", session_id)
            return
        finally:
            del self._reading[session_id]
            meanwhile = self._meanwhile.pop(session_id, [])
        self._hear(session_id, followed, meanwhile)
        followed.publish_all()

    def _stored(self, session_id: UUID) -> tuple[Policy, list[Entry]]:
        stored = list(self._read_entries(session_id, 0))
        return self._policy(policy_of(stored) or DEFAULT), stored

    def _policy(self, reference: str) -> Policy:
        try:
            return self._get_policy(reference)
        except PolicyUnknown:
            logger.exception("A session names a policy that is not installed; %s is used live", DEFAULT)
            return self._get_policy(DEFAULT)

    def _forget_old(self) -> None:
        now = now_us()
        for session_id, followed in list(self._followed.items()):
            if now - followed.heard_at_us > FORGET_AFTER_US:
                followed.stop()
                del self._followed[session_id]


def policy_of(entries: Iterable[Entry]) -> str | None:
    """The policy that the start of the session names, if it is among these entries."""
    for entry in entries:
        if entry.kind == "rooms.session_started" and isinstance(
            started := read_statement(entry), SessionStarted
        ):
            return started.policy
    return None
