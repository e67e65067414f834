"""Events that every web process must hear, wherever they happen. Frozen dataclasses, as in `kit.events`."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec

from fairview.kit.live.bus import Note, call_all
from fairview.kit.live.hub import Hub

Handler = Callable[[Any], None]


class Happened(Note, frozen=True, tag="news.happened"):
    event: str
    said: bytes


class News:
    """`table` says who is told of each event, in every process: it changes what lives in memory, and asks no
    database."""

    def __init__(self, hub: Hub, table: Mapping[type, Sequence[Handler]]) -> None:
        self.hub = hub
        self.table = table
        self.types = {type_.__name__: type_ for type_ in table}
        hub.bus.listen(Happened, self.hear)

    def publish(self, event: object) -> None:
        """From any thread."""
        self.hub.tell(Happened(event=type(event).__name__, said=msgspec.msgpack.encode(event)))
        call_all(self.table[type(event)], event)

    def hear(self, happened: Happened, _sender: UUID) -> None:
        type_ = self.types[happened.event]
        call_all(self.table[type_], msgspec.msgpack.decode(happened.said, type=type_))
