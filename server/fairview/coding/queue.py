"""The queue of runs: queued rows, the oldest first, of all rooms together."""

from fairview.coding.events import RunMoved
from fairview.coding.models import Run
from fairview.kit.events import publish

TOLD = 100
"""How many places of the queue are told; who stands further back waits to hear of theirs."""


def tell_queue() -> None:
    """Tell the rooms which place their queued runs have now."""
    queued = Run.objects.filter(state="queued").order_by("requested_at", "id")
    for position, (room, run) in enumerate(queued.values_list("room_session_id", "id")[:TOLD], start=1):
        publish(RunMoved(room, str(run), "queued", position))
