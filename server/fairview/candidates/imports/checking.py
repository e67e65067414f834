"""Looks at every row before anything is written: whom it would add, whom it would change, what is wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TypeVar

from django.db import models
from django.db.models.functions import Lower

from fairview.candidates.contracts import ImportState, RowState
from fairview.candidates.imports.queries import columns_of
from fairview.candidates.imports.validation import Draft, RowProblem, draft_of
from fairview.candidates.models import Candidate, Import, ImportRow

NAMELESS = RowProblem("name_missing")

Kept = TypeVar("Kept", bound=models.Model)


def check_chunk(run: Import, size: int) -> bool:
    """The next rows; False once all are checked. Runs inside the caller's transaction."""
    rows = list(run.lines.filter(number__gt=run.cursor).order_by("number")[:size])
    if not rows:
        run.state = ImportState.CHECKED
        run.save(update_fields=["state"])
        return False
    drafts = drafts_of(run, rows)
    known = {*known_candidates(run, drafts), *_said_above(run, drafts)}
    for row, draft in zip(rows, drafts, strict=True):
        judge(row, draft, draft.email_key in known)
        if row.state in {RowState.NEW, RowState.MERGED}:
            known.add(draft.email_key)
    overwrite(rows, "state", "problems", "email_key")
    count_chunk(run, rows)
    return True


def drafts_of(run: Import, rows: Sequence[ImportRow]) -> list[Draft]:
    columns = columns_of(run)
    return [draft_of(row.cells, columns, row.is_damaged) for row in rows]


def judge(row: ImportRow, draft: Draft, is_known: bool) -> None:
    """`is_known`: the organisation has a candidate with the address, or a row above brings one."""
    problems = draft.problems
    if not is_known and not draft.details.get("name"):
        problems = (*problems, NAMELESS)
    row.problems = [asdict(problem) for problem in problems]
    row.email_key = draft.email_key[:254]
    row.state = RowState.BAD if problems else RowState.MERGED if is_known else RowState.NEW


def known_candidates(run: Import, drafts: Iterable[Draft]) -> dict[str, Candidate]:
    """The organisation's candidates who have one of these addresses, by the address in lower case."""
    keys = {draft.email_key for draft in drafts if draft.email_key}
    with_address = Candidate.objects.filter(organisation_id=run.organisation_id, erased_at=None)
    found = with_address.exclude(email="").alias(key=Lower("email")).filter(key__in=keys)
    return {candidate.email.lower(): candidate for candidate in found}


def overwrite(rows: Sequence[Kept], *fields: str) -> None:
    """Write these fields of rows that exist, in far fewer statements than `bulk_update`."""
    if rows:
        manager = type(rows[0])._default_manager
        manager.bulk_create(rows, update_conflicts=True, unique_fields=["id"], update_fields=fields)


def _said_above(run: Import, drafts: Iterable[Draft]) -> set[str]:
    """Addresses that good rows of earlier chunks bring."""
    keys = {draft.email_key for draft in drafts if draft.email_key}
    above = run.lines.filter(number__lte=run.cursor, email_key__in=keys)
    return set(above.filter(state__in=[RowState.NEW, RowState.MERGED]).values_list("email_key", flat=True))


def count_chunk(run: Import, rows: Sequence[ImportRow]) -> None:
    """Note how far the present step has come, and what the rows did."""
    run.cursor, run.handled = rows[-1].number, run.handled + len(rows)
    run.created += sum(row.state == RowState.NEW for row in rows)
    run.merged += sum(row.state == RowState.MERGED for row in rows)
    run.bad += sum(row.state == RowState.BAD for row in rows)
    run.save(update_fields=["cursor", "handled", "created", "merged", "bad"])
