from uuid import UUID

from django.db import transaction

from fairview.audit.contracts import Actor
from fairview.audit.engine import line_hash
from fairview.audit.models import AuditChain, AuditEntry
from fairview.kit.clock import now_us

DEPLOYMENT = UUID(int=0)
"""The chain of what belongs to no organisation."""


def record(actor: Actor, action: str, object_kind: str, object_id: UUID | str, **facts: str | int) -> None:
    """Add an entry in the transaction of the act itself: both happen or neither does.

    `action` is `context.verb_done`, as `candidates.candidate_added`. `facts` never describe a person.
    """
    with transaction.atomic():
        chain, _ = AuditChain.objects.select_for_update().get_or_create(
            organisation_id=actor.organisation_id or DEPLOYMENT
        )
        entry = AuditEntry(
            organisation_id=chain.organisation_id,
            number=chain.length + 1,
            at_us=now_us(),
            actor_kind=actor.kind,
            actor_id=actor.id,
            role=actor.role,
            action=action,
            object_kind=object_kind,
            object_id=str(object_id),
            facts=facts,
            previous=chain.head,
        )
        entry.hash = line_hash(entry.as_line())
        entry.save(force_insert=True)
        chain.length, chain.head = entry.number, entry.hash
        chain.save(update_fields=["length", "head"])
