"""What the pool of the world is about: a member, a removal, and a file that is checked and not written."""

import io
from uuid import UUID

from fairview.audit.public import Actor
from fairview.candidates.imports.actions import map_columns, start_import
from fairview.candidates.imports.columns import ColumnRole
from fairview.candidates.imports.mapping import Said
from fairview.candidates.imports.steps import advance
from fairview.candidates.models import PoolMember
from fairview.candidates.pools.actions import remove_members
from fairview.candidates.pools.members import Selection

FILE = b"Name,E-mail\nUri,uri@example.org\n"


def fill_pool(actor: Actor, pool_id: UUID) -> dict[str, UUID]:
    """The ids, by the names that paths and bodies use."""
    first, second = PoolMember.objects.filter(pool_id=pool_id).order_by("added_at")
    run = start_import(actor, pool_id, "people.csv", io.BytesIO(FILE))
    advance(run.id)
    map_columns(actor, run.id, Said(1, [ColumnRole.NAME, ColumnRole.EMAIL], "UTC"))
    advance(run.id)
    removal = remove_members(actor, pool_id, Selection(ids=(second.id,)))
    return {"member_id": first.id, "import_id": run.id, "removal_id": removal.id}
