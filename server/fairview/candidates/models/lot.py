from django.db import models

from fairview.accounts.public import Organisation, may
from fairview.audit.public import Actor
from fairview.candidates.models.candidate import Candidate
from fairview.candidates.models.pool import Pool
from fairview.kit.ids import new_id


class Lots(models.QuerySet["Lot"]):
    def visible_to(self, actor: Actor) -> "Lots":
        if not may(actor, "candidates.read"):
            return self.none()
        return self.filter(organisation_id=actor.organisation)


class Lot(models.Model):
    """A frozen selection from a pool, and its `number` among the pool's lots, from 1. Drawn by lot it has a
    seed, and `record` is the draw as `fairview lot draw` writes it, byte for byte; chosen by hand or by
    order it has none.

    `pool_file` is the pool as it was at that moment, in the columns that the selection used (empty if chosen
    by hand: then nothing follows from it); `rest` has the alternates who are no rows yet (`lot_places.py`);
    `request_key` is that of the request that made the lot, so that a request sent twice makes one.
    """

    WAYS = [("lot", "lot"), ("hand", "hand"), ("order", "order")]

    id = models.UUIDField(primary_key=True, default=new_id)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    pool = models.ForeignKey(Pool, on_delete=models.PROTECT, related_name="lots")
    number = models.PositiveIntegerField()
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
    rest = models.TextField(blank=True)
    request_key = models.UUIDField(default=new_id)
    created_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = Lots.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "request_key"], name="candidates_one_lot_per_request"
            ),
            models.UniqueConstraint(fields=["pool", "number"], name="candidates_one_lot_per_number"),
        ]

    def __str__(self) -> str:
        return self.name


class LotMember(models.Model):
    """A place in a lot. `rank` counts from 1 in the order of the draw; alternates follow the drawn. `key` is
    what named the candidate in the draw, whatever address they have now."""

    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="members")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="lots")
    key = models.CharField(max_length=254)
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
    """A drawn candidate dropped out, and an alternate took the place. The lot itself stays as drawn.
    `same_group`: whether both had the same value in the field by which it was drawn; None without one."""

    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="replacements")
    left = models.OneToOneField(LotMember, on_delete=models.PROTECT, related_name="left")
    called = models.OneToOneField(LotMember, on_delete=models.PROTECT, related_name="called")
    reason = models.CharField(max_length=500)
    same_group = models.BooleanField(null=True)
    created_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.called.rank} for {self.left.rank} in {self.lot_id}"
