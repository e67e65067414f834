"""News from a context to those above it: frozen dataclasses in the past tense.

A context publishes and never knows who listens; `config/subscriptions.py` is the one list of who does.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db import transaction

Handler = Callable[[Any], None]

_handlers: dict[type, list[Handler]] = defaultdict(list)


def connect(table: Mapping[type, Sequence[Handler]]) -> None:
    """Make `table` the whole list of subscriptions."""
    _handlers.clear()
    for event_type, handlers in table.items():
        _handlers[event_type].extend(handlers)


def publish(event: object) -> None:
    """Tell the subscribers once the surrounding transaction has committed; at once where there is none.

    A handler's failure is logged and does not stop the others: what must not be lost is a task.
    """
    for handler in _handlers[type(event)]:
        transaction.on_commit(lambda handler=handler: handler(event), robust=True)  # type: ignore[misc]
