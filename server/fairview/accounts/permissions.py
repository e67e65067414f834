"""What each role may do. One table: the server asks it, and the pages show only what it allows."""

from typing import Final, Literal

from fairview.accounts.contracts import Role
from fairview.audit.contracts import Actor
from fairview.kit.errors import Forbidden

Capability = Literal[
    "people.read",
    "people.manage",
    "candidates.read",
    "candidates.write",
    "interviews.read",
    "interviews.plan",
    "rooms.lead",
    "messages.read",
    "messages.send",
    "reports.read",
    "decisions.write",
    "tokens.manage",
    "look.manage",
    "runners.read",
]

READS: Final[frozenset[Capability]] = frozenset({"candidates.read", "interviews.read", "reports.read"})
PLANS: Final[frozenset[Capability]] = READS.union(
    {
        "people.read",
        "candidates.write",
        "interviews.plan",
        "messages.read",
        "messages.send",
        "decisions.write",
    }
)
MANAGES: Final[frozenset[Capability]] = PLANS.union(
    {"people.manage", "rooms.lead", "tokens.manage", "look.manage", "runners.read"}
)

CAPABILITIES: Final[dict[str, frozenset[Capability]]] = {
    Role.OWNER: MANAGES,
    Role.ADMIN: MANAGES,
    Role.RECRUITER: PLANS,
    Role.INTERVIEWER: frozenset({"interviews.read", "rooms.lead", "reports.read"}),
    Role.AUDITOR: READS,
    "service": frozenset({"interviews.read", "reports.read"}),
}
"""`service` is another program with a token of the organisation."""


def may(actor: Actor, capability: Capability) -> bool:
    return actor.kind in {"staff", "service"} and capability in CAPABILITIES.get(actor.role, frozenset())


def roles_that_may(capability: Capability) -> list[Role]:
    """Of people; the most trusted first."""
    return [role for role in Role if capability in CAPABILITIES[role]]


def require_capability(actor: Actor, capability: Capability) -> None:
    if not may(actor, capability):
        raise Forbidden(roles=" ".join(roles_that_may(capability)))


def require(actor: Actor, *roles: str) -> None:
    """Let staff with one of the roles pass."""
    if actor.kind != "staff" or actor.role not in roles:
        raise Forbidden(roles=" ".join(roles))
