from django.db import models
from django.db.models.functions import Lower

from fairview.accounts.public import Organisation, may
from fairview.audit.public import Actor
from fairview.candidates.engine import fold
from fairview.kit.ids import new_id


class Candidates(models.QuerySet["Candidate"]):
    def visible_to(self, actor: Actor) -> "Candidates":
        if not may(actor, "candidates.read"):
            return self.none()
        return self.filter(organisation_id=actor.organisation)

    def matching(self, search: str) -> "Candidates":
        """Those in whose name or e-mail address every word of the search occurs."""
        found = self
        for word in fold(search).split():
            found = found.filter(search_text__contains=word)
        return found


class Candidate(models.Model):
    """`search_text` repeats name and e-mail for searching; the actions keep it."""

    id = models.UUIDField(primary_key=True, default=new_id)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    email = models.EmailField()
    zone = models.CharField(max_length=64)
    phone = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True)
    search_text = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)
    erased_at = models.DateTimeField(null=True)

    objects = Candidates.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("email"),
                condition=models.Q(erased_at=None),
                name="candidates_one_per_email",
            )
        ]
        indexes = [models.Index(fields=["organisation", "search_text", "id"], name="candidates_by_name")]

    def __str__(self) -> str:
        return str(self.id)


class Pools(models.QuerySet["Pool"]):
    def visible_to(self, actor: Actor) -> "Pools":
        if not may(actor, "candidates.read"):
            return self.none()
        return self.filter(organisation_id=actor.organisation)


class Pool(models.Model):
    """A named set of candidates to choose from. `columns` are the extra columns of its files, in order."""

    id = models.UUIDField(primary_key=True, default=new_id)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    columns = models.JSONField(default=list)
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


class PoolMember(models.Model):
    """A candidate in a pool. `values` holds what the file said in the pool's extra columns: whatever an
    organisation counts (a mark, a region), by column name, as text."""

    id = models.UUIDField(primary_key=True, default=new_id)
    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="members")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="memberships")
    values = models.JSONField(default=dict)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pool", "candidate"], name="candidates_once_in_pool")]

    def __str__(self) -> str:
        return str(self.id)


class Lots(models.QuerySet["Lot"]):
    def visible_to(self, actor: Actor) -> "Lots":
        if not may(actor, "candidates.read"):
            return self.none()
        return self.filter(organisation_id=actor.organisation)


class Lot(models.Model):
    """A frozen selection from a pool. Drawn by lot it has a seed, and `record` is the draw as
    `fairview lot draw` writes it, byte for byte; chosen by hand or by order it has none.

    `pool_file` is the pool as it was at that moment, in the columns that the selection used; `request_key`
    is that of the request that made the lot, so that a request sent twice makes one.
    """

    WAYS = [("lot", "lot"), ("hand", "hand"), ("order", "order")]

    id = models.UUIDField(primary_key=True, default=new_id)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    pool = models.ForeignKey(Pool, on_delete=models.PROTECT, related_name="lots")
    name = models.CharField(max_length=200)
    way = models.CharField(max_length=10, choices=WAYS)
    rule = models.JSONField(default=dict)
    """The filter and the order that were in force, as the request named them."""
    strategy = models.CharField(max_length=300, blank=True)
    seed = models.CharField(max_length=128, blank=True)
    seed_origin = models.CharField(max_length=10, blank=True, choices=[("given", "given"), ("made", "made")])
    size = models.PositiveIntegerField()
    pool_hash = models.CharField(max_length=64)
    pool_size = models.PositiveIntegerField()
    pool_file = models.TextField()
    record = models.TextField(blank=True)
    request_key = models.UUIDField(default=new_id)
    created_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = Lots.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "request_key"], name="candidates_one_lot_per_request"
            )
        ]

    def __str__(self) -> str:
        return self.name


class LotMember(models.Model):
    """A place in a lot. `rank` counts from 1 in the order of the draw; alternates follow the drawn."""

    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="members")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="lots")
    rank = models.PositiveIntegerField()
    is_alternate = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lot", "candidate"], name="candidates_once_in_lot"),
            models.UniqueConstraint(fields=["lot", "rank"], name="candidates_one_per_rank"),
        ]

    def __str__(self) -> str:
        return f"{self.rank} in {self.lot_id}"


class Replacement(models.Model):
    """A drawn candidate dropped out, and the next alternate took the place. The lot itself stays as drawn."""

    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="replacements")
    left = models.OneToOneField(LotMember, on_delete=models.PROTECT, related_name="left")
    called = models.OneToOneField(LotMember, on_delete=models.PROTECT, related_name="called")
    reason = models.CharField(max_length=500)
    created_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.called.rank} for {self.left.rank} in {self.lot_id}"
