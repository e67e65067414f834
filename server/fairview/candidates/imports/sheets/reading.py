"""A file as a sheet, whatever it is."""

from typing import BinaryIO

from fairview.candidates.imports.sheets.comma import read_csv
from fairview.candidates.imports.sheets.contracts import Sheet
from fairview.candidates.imports.sheets.kinds import HEAD, kind_of


def open_sheet(file: BinaryIO) -> Sheet:
    """Raises a `FileProblem` at once, or while its rows are read."""
    file.seek(0)
    kind = kind_of(file.read(HEAD))
    file.seek(0)
    if kind == "csv":
        return read_csv(file)
    from fairview.candidates.imports.sheets.workbook import read_workbook  # takes a second to load

    return read_workbook(file)
