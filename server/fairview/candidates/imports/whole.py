"""A file brought into a pool in one go, its columns as they are guessed: for programs, which cannot look."""

from uuid import UUID

from fairview.audit.public import Actor
from fairview.candidates.errors import ImportNotReady
from fairview.candidates.imports.actions import Stream, map_columns, run_import, start_import
from fairview.candidates.imports.mapping import Said
from fairview.candidates.imports.queries import columns_of, get_import
from fairview.candidates.imports.steps import advance
from fairview.candidates.models import Import


def import_file(actor: Actor, pool_id: UUID, file_name: str, content: Stream, zone: str) -> Import:
    """Read, check and write the file here and now. `zone` is for rows that name none. Raises what the steps
    raise, and `ImportNotReady` where a person has to look at the file."""
    run = start_import(actor, pool_id, file_name, content)
    advance(run.id)
    run = get_import(actor, run.id)
    if run.problem:
        raise ImportNotReady
    said = Said(run.header, [column.role for column in columns_of(run)], zone)
    map_columns(actor, run.id, said)
    advance(run.id)
    run_import(actor, run.id)
    advance(run.id)
    return get_import(actor, run.id)
