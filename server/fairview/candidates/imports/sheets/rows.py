from collections.abc import Iterable

from fairview.candidates.imports.sheets.contracts import MAX_COLUMNS, SheetRow
from fairview.candidates.imports.sheets.errors import TooManyColumns


def row_of(number: int, cells: Iterable[str], is_damaged: bool = False) -> SheetRow | None:
    """Without the empty cells at its end; nothing if all are empty."""
    kept = list(cells)
    while kept and not kept[-1]:
        kept.pop()
    if len(kept) > MAX_COLUMNS:
        raise TooManyColumns(limit=MAX_COLUMNS)
    return SheetRow(number, tuple(kept), is_damaged) if kept else None
