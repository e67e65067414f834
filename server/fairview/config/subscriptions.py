"""Who listens to which news: the one list."""

from collections.abc import Sequence

from fairview.kit.events import Handler

SUBSCRIPTIONS: dict[type, Sequence[Handler]] = {}
