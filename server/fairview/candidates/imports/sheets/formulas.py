"""The cells of a workbook's sheet as they were last shown: of a formula, the value that was saved with it.

openpyxl gives formulas, or values; that a formula came without a value is known to its parser alone.
"""

from collections.abc import Iterator
from typing import Any, Final

from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from fairview.candidates.imports.sheets.cells import UNSAVED

LAST_ROW: Final = 1 << 20
"""Of any spreadsheet program."""


class SavedValues(WorkSheetParser):
    def parse_cell(self, element: Any) -> dict[str, Any]:
        """A formula that came to an empty text was saved as text with nothing in it (`t="str"`)."""
        cell: dict[str, Any] = super().parse_cell(element)
        is_empty = cell["value"] is None and cell["data_type"] != "str"
        return cell | {"value": UNSAVED} if is_empty and element.find(FORMULA_TAG) is not None else cell


def saved_rows(sheet: Any) -> Iterator[tuple[int, list[object]]]:
    """Each row's number with its cells. What the sheet says of its own size is not believed."""
    book = sheet.parent
    with sheet._get_source() as source:
        parser = SavedValues(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        before = 0
        for said, cells in parser.parse():
            number = max(said, before + 1)
            if number > LAST_ROW:
                raise ValueError(number)
            yield number, _in_place(cells)
            before = number


def _in_place(cells: list[dict[str, Any]]) -> list[object]:
    row: list[object] = [None] * max((cell["column"] for cell in cells), default=0)
    for cell in cells:
        row[cell["column"] - 1] = cell["value"]
    return row
