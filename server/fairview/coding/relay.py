"""Committed edits on their way to the others. Whoever writes faster than anybody types is not passed on edit
by edit: the others get the whole text again, once a second, and nobody's socket is flooded."""

import asyncio
from collections.abc import Callable
from uuid import UUID

from fairview.coding.workspace import Edit
from fairview.kit.live.allowance import Allowance

EDITS_PER_S, EDITS_AT_ONCE = 60, 200
CHARS_PER_S, CHARS_AT_ONCE = 60_000, 400_000
WHOLE_AFTER_S = 1.0


class Relay:
    """`pass_on` sends one edit, `send_whole` the whole document that is named."""

    def __init__(
        self, pass_on: Callable[[UUID, Edit], None], send_whole: Callable[[UUID, str], None]
    ) -> None:
        self._pass_on = pass_on
        self._send_whole = send_whole
        self._authors: dict[tuple[UUID, str], tuple[Allowance, Allowance]] = {}
        self._behind: dict[tuple[UUID, str], asyncio.TimerHandle] = {}

    def take(self, room: UUID, edit: Edit) -> None:
        place = (room, edit.document)
        if place not in self._behind and self._affords(room, edit):
            self._pass_on(room, edit)
        elif place not in self._behind:
            loop = asyncio.get_running_loop()
            self._behind[place] = loop.call_later(WHOLE_AFTER_S, self._catch_up, *place)

    def forget(self, room: UUID) -> None:
        self._authors = {key: value for key, value in self._authors.items() if key[0] != room}

    def stop(self) -> None:
        for timer in self._behind.values():
            timer.cancel()
        self._behind.clear()

    def _affords(self, room: UUID, edit: Edit) -> bool:
        edits, chars = self._authors.setdefault(
            (room, edit.author),
            (Allowance(EDITS_PER_S, EDITS_AT_ONCE), Allowance(CHARS_PER_S, CHARS_AT_ONCE)),
        )
        return edits.takes() and chars.takes(len(edit.update))

    def _catch_up(self, room: UUID, document: str) -> None:
        del self._behind[room, document]
        self._send_whole(room, document)
