"""Takes back what an import wrote, the last row first. What people have changed or used since stays."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import ProtectedError, QuerySet

from fairview.candidates.contracts import ImportState, RowState
from fairview.candidates.engine import search_text
from fairview.candidates.imports.checking import overwrite
from fairview.candidates.imports.writing import DETAILS
from fairview.candidates.models import Candidate, Import, ImportRow, LotMember, Pool, PoolMember
from fairview.candidates.pools.versions import note_change_of

Changes = Mapping[str, Sequence[str]]
"""`{field: [before, after]}`."""


def undo_chunk(run: Import, size: int) -> bool:
    """The last rows that are still written; False once none are. Runs inside the caller's transaction."""
    written = run.lines.filter(number__lte=run.cursor, state__in=[RowState.NEW, RowState.MERGED])
    rows = list(written.order_by("-number")[:size])
    if not rows:
        _finish(run)
        return False
    Undoing(run, rows).undo()
    run.cursor, run.handled = rows[-1].number - 1, run.handled + len(rows)
    run.save(update_fields=["cursor", "handled"])
    return True


class Undoing:
    def __init__(self, run: Import, rows: Sequence[ImportRow]) -> None:
        self.run = run
        self.rows = rows
        ids = {row.candidate_id for row in rows if row.candidate_id}
        self.candidates = Candidate.objects.in_bulk(ids)
        members = PoolMember.objects.filter(pool_id=run.pool_id, candidate__in=ids)
        self.members = {member.candidate_id: member for member in members}
        self.in_lots = _in_lots(run.pool_id, ids)
        self.leaving: dict[UUID, ImportRow] = {}
        self.parting: dict[UUID, ImportRow] = {}

    def undo(self) -> None:
        note_change_of(self.candidates)
        for row in self.rows:
            candidate = self.candidates.get(row.candidate_id) if row.candidate_id else None
            row.state = RowState.UNDONE
            if candidate is not None and candidate.erased_at is None:
                self._undo_row(row, candidate)
        self._part()
        self._save()
        self._leave()
        for row in self.rows:
            row.candidate = None if row.state == RowState.UNDONE else row.candidate
        overwrite(self.rows, "state", "candidate")

    def _undo_row(self, row: ImportRow, candidate: Candidate) -> None:
        member = self.members.get(candidate.id)
        if row.is_new_candidate and not _is_as_written(candidate, member, row):
            row.state = RowState.KEPT
        elif row.is_new_candidate:
            self.leaving[candidate.id] = row
        else:
            whole = _restore_details(candidate, row.details)
            if member is not None and row.is_new_member:
                whole = self._may_part(member, row) and whole
            elif member is not None:
                whole = _restore_values(member, row.values) and whole
            row.state = RowState.UNDONE if whole else RowState.KEPT

    def _may_part(self, member: PoolMember, row: ImportRow) -> bool:
        if member.candidate_id in self.in_lots or not _holds(member, row.values):
            return False
        self.parting[member.candidate_id] = row
        return True

    def _part(self) -> None:
        PoolMember.objects.filter(pool_id=self.run.pool_id, candidate__in=self.parting).delete()
        for candidate_id in self.parting:
            self.members.pop(candidate_id)

    def _save(self) -> None:
        staying = [one for one in self.candidates.values() if one.id not in self.leaving]
        for candidate in staying:
            candidate.search_text = search_text(candidate.name, candidate.email)
        overwrite(staying, *DETAILS, "search_text")
        overwrite([one for one in self.members.values() if one.candidate_id not in self.leaving], "values")

    def _leave(self) -> None:
        """Those whom nothing refers to; the database knows what does."""
        if not _delete(self.run.pool_id, self.leaving):
            for candidate_id, row in self.leaving.items():
                if not _delete(self.run.pool_id, [candidate_id]):
                    row.state = RowState.KEPT


def _delete(pool_id: UUID, candidate_ids: Iterable[UUID]) -> bool:
    ids = list(candidate_ids)
    try:
        with transaction.atomic():
            PoolMember.ever.filter(pool_id=pool_id, candidate__in=ids).delete()
            Candidate.objects.filter(id__in=ids).delete()
    except ProtectedError:
        return False
    return True


def _is_as_written(candidate: Candidate, member: PoolMember | None, row: ImportRow) -> bool:
    now = {name: getattr(candidate, name) for name in DETAILS if getattr(candidate, name)}
    as_written = now == {name: after for name, (_, after) in row.details.items()}
    return as_written and (member is None or _holds(member, row.values))


def _holds(member: PoolMember, changes: Changes) -> bool:
    return bool(member.values == {name: after for name, (_, after) in changes.items()})


def _restore_details(candidate: Candidate, changes: Changes) -> bool:
    """Whether all of it could be restored: nobody has changed it since."""
    whole = True
    for name, (before, after) in changes.items():
        if getattr(candidate, name) == after:
            setattr(candidate, name, before)
        else:
            whole = False
    return whole


def _restore_values(member: PoolMember, changes: Changes) -> bool:
    whole = True
    for name, (before, after) in changes.items():
        if member.values.get(name, "") == after:
            member.values[name] = before
        else:
            whole = False
    member.values = {name: value for name, value in member.values.items() if value}
    return whole


def _in_lots(pool_id: UUID, candidate_ids: Iterable[UUID]) -> set[UUID]:
    """Who was chosen from this pool: their place in it is part of what was drawn from."""
    places: QuerySet[LotMember] = LotMember.objects.filter(lot__pool_id=pool_id, candidate__in=candidate_ids)
    return set(places.values_list("candidate_id", flat=True))


def _finish(run: Import) -> None:
    """Also takes out the columns that nobody in the pool has a value in any more."""
    run.state = ImportState.UNDONE
    kept = run.lines.filter(state=RowState.KEPT)
    run.kept = kept.values("candidate").distinct().count()
    run.save(update_fields=["state", "kept"])
    pool = Pool.objects.select_for_update().get(id=run.pool_id)
    unused = [column for column in run.new_columns if not _is_used(pool, column)]
    pool.columns = [column for column in pool.columns if column not in unused]
    pool.save(update_fields=["columns"])


def _is_used(pool: Pool, column: str) -> bool:
    return PoolMember.ever.filter(pool=pool).filter(values__has_key=column).exists()
