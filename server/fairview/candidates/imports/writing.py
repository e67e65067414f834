"""Writes the rows that were found good: candidates, and their places in the pool.

What the file says wins over what was known, what it leaves empty does not. Each row keeps what it changed.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from fairview.candidates.contracts import ImportState, RowState
from fairview.candidates.engine import search_text
from fairview.candidates.imports.checking import count_chunk, drafts_of, judge, known_candidates, overwrite
from fairview.candidates.imports.validation import Draft
from fairview.candidates.models import Candidate, Import, ImportRow, PoolMember
from fairview.candidates.pools.versions import note_change_of
from fairview.kit.clock import utc_now

DETAILS = ("name", "email", "zone", "locale", "phone", "note")


def write_chunk(run: Import, size: int) -> bool:
    """The next rows; False once all are written. Runs inside the caller's transaction."""
    ahead = run.lines.filter(number__gt=run.cursor).order_by("number")
    rows = list(ahead.exclude(state=RowState.BAD)[:size])
    if not rows:
        run.state, run.done_at = ImportState.DONE, utc_now()
        run.save(update_fields=["state", "done_at"])
        return False
    writing = Writing(run, drafts_of(run, rows))
    writing.write(rows)
    count_chunk(run, rows)
    return True


class Writing:
    """One chunk. Rows of one person meet in the same objects, so the later ones see what the earlier say."""

    def __init__(self, run: Import, drafts: Sequence[Draft]) -> None:
        self.run = run
        self.drafts = drafts
        self.candidates = known_candidates(run, drafts)
        self.members = _members(run, list(self.candidates.values()))
        self.known = {candidate.id for candidate in self.candidates.values()}
        self.joined = {member.id for member in self.members.values()}

    def write(self, rows: Sequence[ImportRow]) -> None:
        for row, draft in zip(rows, self.drafts, strict=True):
            judge(row, draft, draft.email_key in self.candidates)
            if row.state != RowState.BAD:
                self._write_row(row, draft)
        self._save()
        overwrite(
            rows, "state", "problems", "candidate", "details", "values", "is_new_candidate", "is_new_member"
        )

    def _write_row(self, row: ImportRow, draft: Draft) -> None:
        candidate = self.candidates.get(draft.email_key)
        row.is_new_candidate = candidate is None
        if candidate is None:
            candidate = Candidate(organisation_id=self.run.organisation_id)
            self.candidates[draft.email_key] = candidate
            row.details = _change(candidate, {"zone": self.run.zone, **draft.details})
        else:
            details = {name: said for name, said in draft.details.items() if name != "email"}
            row.details = _change(candidate, details)
        row.candidate = candidate
        self._write_member(row, candidate, draft)

    def _write_member(self, row: ImportRow, candidate: Candidate, draft: Draft) -> None:
        member = self.members.get(candidate.id)
        row.is_new_member = member is None
        if member is None:
            member = self.members[candidate.id] = PoolMember(pool_id=self.run.pool_id, candidate=candidate)
        row.values = _changes(member.values, draft.values)
        member.values = {**member.values, **draft.values}

    def _save(self) -> None:
        candidates, members = self.candidates.values(), self.members.values()
        for candidate in candidates:
            candidate.search_text = search_text(candidate.name, candidate.email)
        Candidate.objects.bulk_create([one for one in candidates if one.id not in self.known])
        overwrite([one for one in candidates if one.id in self.known], *DETAILS, "search_text")
        PoolMember.objects.bulk_create([one for one in members if one.id not in self.joined])
        overwrite([one for one in members if one.id in self.joined], "values")
        note_change_of(candidate.id for candidate in candidates)


def _members(run: Import, candidates: Sequence[Candidate]) -> dict[UUID, PoolMember]:
    found = PoolMember.objects.filter(pool_id=run.pool_id, candidate__in=candidates)
    return {member.candidate_id: member for member in found}


def _change(candidate: Candidate, said: Mapping[str, str]) -> dict[str, list[str]]:
    """Set the fields; what that changed."""
    changes = _changes({name: getattr(candidate, name) for name in DETAILS}, said)
    for name, value in said.items():
        setattr(candidate, name, value)
    return changes


def _changes(before: Mapping[str, str], said: Mapping[str, str]) -> dict[str, list[str]]:
    return {
        name: [before.get(name, ""), value] for name, value in said.items() if before.get(name, "") != value
    }
