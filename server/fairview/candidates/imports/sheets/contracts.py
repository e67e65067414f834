from collections.abc import Iterator
from dataclasses import dataclass

MAX_ROWS = 300_000
MAX_COLUMNS = 100
MAX_CELL = 32_000
"""Characters. A spreadsheet's cell holds 32,767."""


@dataclass(frozen=True)
class SheetRow:
    """`number` counts from 1 as a spreadsheet does, empty rows included; those are left out.

    `is_damaged`: a quotation mark opens a cell of this row and nothing closes it.
    """

    number: int
    cells: tuple[str, ...]
    is_damaged: bool = False


@dataclass(frozen=True)
class Sheet:
    """`rows` are read from the file as they are asked for. `name` is a workbook's; CSV has the others."""

    rows: Iterator[SheetRow]
    encoding: str = ""
    delimiter: str = ""
    name: str = ""
