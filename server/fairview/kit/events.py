"""News from a context to those above it: frozen dataclasses in the past tense.

A context publishes and never knows who listens; `config/subscriptions.py` has the two lists of who does:
those who are told once the news is certain, and those who give a task, which is in the queue if it is.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import transaction

Handler = Callable[[Any], None]

Table = Mapping[type, Sequence[Handler]]

_handlers: dict[type, list[Handler]] = defaultdict(list)
_givers: dict[type, list[Handler]] = defaultdict(list)


def connect(subscriptions: Table, tasks: Table) -> None:
    """Make these the whole lists."""
    for known, table in ((_handlers, subscriptions), (_givers, tasks)):
        known.clear()
        for event_type, handlers in table.items():
            known[event_type].extend(handlers)


def publish(event: object) -> None:
    """Give the tasks within the surrounding transaction, so that neither is there without the other, and tell
    the subscribers once it has committed; at once where there is none.

    A subscriber's failure is logged and does not stop the others: what must not be lost is a task.
    """
    for give in _givers[type(event)]:
        give(event)
    for handler in _handlers[type(event)]:
        transaction.on_commit(lambda handler=handler: handler(event), robust=True)  # type: ignore[misc]
