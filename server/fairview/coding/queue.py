"""The queue of runs: queued rows, in the order in which they are given out.

Rooms take turns: the one that was served longest ago comes next, with the oldest of its runs. So a room that
asks for much waits for itself alone. A turn counts for `TURN_COUNTS`; without one it is age that decides.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Max

from fairview.coding.errors import QueueFull, RoomQueueFull
from fairview.coding.events import RunMoved
from fairview.coding.models import Run
from fairview.kit.clock import utc_now
from fairview.kit.events import publish

TOLD = 100
"""How many places of the queue are told; who stands further back waits to hear of theirs."""
TURN_COUNTS = timedelta(minutes=1)
LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Waiting:
    run: UUID
    room: UUID
    language: str


def line() -> list[Waiting]:
    """Who waits, the next first."""
    queued = Run.objects.filter(state="queued").order_by("requested_at", "id")
    waiting = [Waiting(*row) for row in queued.values_list("id", "room_session_id", "language")]
    return in_turn(waiting, turns_had()) if waiting else []


def in_turn(waiting: Iterable[Waiting], served: Mapping[UUID, datetime]) -> list[Waiting]:
    """`waiting` are the oldest first, `served` says when a room had its last turn."""
    had: Counter[UUID] = Counter()
    since: dict[UUID, int] = {}
    places: list[tuple[tuple[int, datetime, int], Waiting]] = []
    for age, one in enumerate(waiting):
        first = since.setdefault(one.room, age)
        places.append(((had[one.room], served.get(one.room, LONG_AGO), first), one))
        had[one.room] += 1
    return [one for _, one in sorted(places, key=lambda place: place[0])]


def turns_had() -> dict[UUID, datetime]:
    served = Run.objects.filter(started_at__gt=utc_now() - TURN_COUNTS)
    turns = served.values("room_session_id").annotate(at=Max("started_at")).order_by()
    return {turn["room_session_id"]: turn["at"] for turn in turns}


def refuse_backlog(room_session_id: UUID) -> None:
    """Nobody is put into a queue that they would not see the end of. Raises `RoomQueueFull`, `QueueFull`."""
    queued = Run.objects.filter(state="queued")
    if queued.filter(room_session_id=room_session_id).count() >= settings.RUN_BACKLOG_OF_ROOM:
        raise RoomQueueFull(limit=settings.RUN_BACKLOG_OF_ROOM)
    if queued.count() >= settings.RUN_BACKLOG:
        raise QueueFull(limit=settings.RUN_BACKLOG)


def tell_queue() -> None:
    """Tell the rooms which place their queued runs have now."""
    for position, one in enumerate(line()[:TOLD], start=1):
        publish(RunMoved(one.room, str(one.run), "queued", position))
