from django.db import models
from django.db.models.functions import Lower

from fairview.accounts.public import Organisation, may
from fairview.audit.public import Actor
from fairview.candidates.models.candidate import Candidate
from fairview.kit.ids import new_id


class Pools(models.QuerySet["Pool"]):
    def visible_to(self, actor: Actor) -> "Pools":
        if not may(actor, "candidates.read"):
            return self.none()
        return self.filter(organisation_id=actor.organisation)


class Pool(models.Model):
    """A named set of candidates to choose from. `columns` are the extra columns of its files, in order;
    `version` grows with each change in who is in it and what is known of them (`pools/versions.py`)."""

    id = models.UUIDField(primary_key=True, default=new_id)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    columns = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    archived_at = models.DateTimeField(null=True)

    objects = Pools.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("name"),
                condition=models.Q(archived_at=None),
                name="candidates_one_pool_per_name",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Removal(models.Model):
    """Members taken out of a pool at once. It can be undone for a while; then they are forgotten."""

    id = models.UUIDField(primary_key=True, default=new_id)
    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="removals")
    count = models.PositiveIntegerField(default=0)
    created_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.id)


class PresentMembers(models.Manager["PoolMember"]):
    def get_queryset(self) -> models.QuerySet["PoolMember"]:
        return super().get_queryset().filter(removal=None)


class PoolMember(models.Model):
    """A candidate in a pool. `values` holds what the file said in the pool's extra columns: whatever an
    organisation counts (a mark, a region), by column name, as text.

    `objects` are those in the pool; `ever` has those who were removed as well, until they are forgotten.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="members")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="memberships")
    values = models.JSONField(default=dict)
    added_at = models.DateTimeField(auto_now_add=True)
    removal = models.ForeignKey(Removal, on_delete=models.CASCADE, null=True, related_name="members")

    objects = PresentMembers()
    ever: models.Manager["PoolMember"] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pool", "candidate"],
                condition=models.Q(removal=None),
                name="candidates_once_in_pool",
            )
        ]

    def __str__(self) -> str:
        return str(self.id)
