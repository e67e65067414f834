"""Who may say and who may see what: one table of message type × role, enforced in both directions."""

from collections.abc import Mapping
from dataclasses import dataclass

from fairview.kit.live.contracts import Downward, Upward


class NotForRole(Exception):
    """A message was about to be sent to a role that must not see it: a fault of the caller."""


@dataclass(frozen=True)
class Sight:
    """Who sees a type. `newest_only`: a snapshot, of which a slow reader needs only the last."""

    roles: frozenset[str]
    newest_only: bool = False


@dataclass(frozen=True)
class Visibility:
    upward: Mapping[type[Upward], frozenset[str]]
    downward: Mapping[type[Downward], Sight]

    def may_send(self, role: str, message: type[Upward]) -> bool:
        return role in self.upward.get(message, frozenset())

    def who_sees(self, message: type[Downward]) -> frozenset[str]:
        sight = self.downward.get(message)
        return sight.roles if sight else frozenset()

    def may_see(self, role: str, message: type[Downward]) -> bool:
        return role in self.who_sees(message)

    def snapshot(self, message: type[Downward]) -> type[Downward] | None:
        """The type, if of its messages only the newest counts."""
        sight = self.downward.get(message)
        return message if sight and sight.newest_only else None
