import csv
import io
from collections.abc import Collection
from uuid import UUID

from django.db.models import Count, QuerySet
from django.db.models.functions import Lower

from fairview.audit.public import Actor
from fairview.candidates.lots.draw_file import guarded
from fairview.candidates.models import Pool, PoolMember, Removal
from fairview.candidates.pools.members import ColumnText
from fairview.kit.errors import NotFound
from fairview.kit.searching import every_word

MOST_VALUES = 200
OWN = ("candidate__name", "candidate__email", "candidate__zone", "candidate__phone")


def get_pool(actor: Actor, pool_id: UUID) -> Pool:
    pool = Pool.objects.visible_to(actor).filter(id=pool_id).first()
    if pool is None:
        raise NotFound
    return pool


def list_pools(actor: Actor, archived: bool = False, search: str = "") -> QuerySet[Pool]:
    """By name; those in whose name every word of the search occurs."""
    pools = Pool.objects.visible_to(actor).filter(archived_at__isnull=not archived)
    return pools.filter(every_word(search, "name")).order_by(Lower("name"), "id")


def count_members(pool: Pool) -> int:
    return PoolMember.objects.filter(pool=pool).count()


def get_member(pool: Pool, member_id: UUID) -> PoolMember:
    member = PoolMember.objects.select_related("candidate").filter(pool=pool, id=member_id).first()
    if member is None:
        raise NotFound
    return member


def get_removal(pool: Pool, removal_id: UUID) -> Removal:
    removal = Removal.objects.filter(pool=pool, id=removal_id).first()
    if removal is None:
        raise NotFound
    return removal


def values_of(pool: Pool, column: str) -> list[str]:
    """What stands in an extra column, the most frequent first; the first `MOST_VALUES` of them."""
    held = PoolMember.objects.filter(pool=pool).annotate(held=ColumnText(column)).filter(held__gt="")
    found = held.values("held").annotate(times=Count("id")).order_by("-times", "held")
    return [row["held"] for row in found[:MOST_VALUES]]


def members_file(pool: Pool, members: QuerySet[PoolMember], left_out: Collection[str]) -> str:
    """CSV in the order of the members: the candidates' own columns, then the extra ones that are wanted."""
    columns = [column for column in pool.columns if column not in left_out]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(guarded, ["Name", "E-mail", "Time zone", "Phone", *columns]))
    for *own, values in members.values_list(*OWN, "values").iterator(chunk_size=2000):
        writer.writerow(map(guarded, [*own, *(values.get(column, "") for column in columns)]))
    return text.getvalue()
