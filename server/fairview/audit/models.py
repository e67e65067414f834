from typing import Any, NoReturn

from django.db import models

from fairview.audit.engine import FIRST_HASH, Line
from fairview.audit.errors import AuditIsAppendOnly
from fairview.kit.ids import new_id


class AuditChain(models.Model):
    """Where an organisation's chain ends. Written with each entry, and the lock that keeps them in line."""

    organisation_id = models.UUIDField(primary_key=True)
    length = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64, default=FIRST_HASH)

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.length}"


class AuditEntries(models.QuerySet["AuditEntry"]):
    def update(self, **_values: Any) -> NoReturn:
        raise AuditIsAppendOnly

    def delete(self) -> NoReturn:
        raise AuditIsAppendOnly


class AuditEntry(models.Model):
    """One act. The database refuses changes too (migration 0001)."""

    id = models.UUIDField(primary_key=True, default=new_id)
    organisation_id = models.UUIDField()
    number = models.PositiveBigIntegerField()
    at_us = models.BigIntegerField()
    actor_kind = models.CharField(max_length=20)
    actor_id = models.UUIDField(null=True)
    role = models.CharField(max_length=20)
    action = models.CharField(max_length=80)
    object_kind = models.CharField(max_length=40)
    object_id = models.CharField(max_length=80)
    facts = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = AuditEntries.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation_id", "number"], name="audit_one_entry_per_number")
        ]
        indexes = [
            models.Index(fields=["organisation_id", "object_kind", "object_id"], name="audit_by_object")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.action}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AuditIsAppendOnly
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise AuditIsAppendOnly

    def as_line(self) -> Line:
        return Line(
            organisation=str(self.organisation_id),
            number=self.number,
            at_us=self.at_us,
            actor_kind=self.actor_kind,
            actor=str(self.actor_id or ""),
            role=self.role,
            action=self.action,
            object_kind=self.object_kind,
            object=self.object_id,
            facts=self.facts,
            previous=self.previous,
        )
