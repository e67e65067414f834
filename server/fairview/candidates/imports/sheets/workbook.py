"""XLSX: the first sheet that holds something, row by row, once the file is known to be harmless."""

from collections.abc import Iterator
from typing import BinaryIO, Final
from zipfile import BadZipFile, ZipFile, ZipInfo

import openpyxl
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from fairview.candidates.imports.sheets.cells import as_text, clean
from fairview.candidates.imports.sheets.contracts import Sheet, SheetRow
from fairview.candidates.imports.sheets.errors import (
    FileDamaged,
    FileEmpty,
    FileInflates,
    FileNotTable,
    FileProblem,
)
from fairview.candidates.imports.sheets.formulas import saved_rows
from fairview.candidates.imports.sheets.rows import row_of

MB: Final = 1 << 20
MOST_INFLATED: Final = 512 * MB
MOST_SHARED: Final = 128 * MB
"""The texts that cells share are held in memory all at once, at several times their size."""
SHARED: Final = "xl/sharedstrings.xml"
WORKBOOK: Final = "xl/workbook.xml"
BLOCK: Final = MB
DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
"""No spreadsheet program writes them; they are how a few bytes of XML become gigabytes."""
LONGEST = max(map(len, DECLARATIONS))


def read_workbook(file: BinaryIO) -> Sheet:
    check_archive(file)
    file.seek(0)
    try:
        book = openpyxl.load_workbook(file, read_only=True, keep_links=False)
        sheet = next((one for one in book.worksheets if next(_rows_of(one), None)), None)
    except FileProblem:
        raise
    except Exception:
        raise FileDamaged from None
    if sheet is None:
        raise FileEmpty
    return Sheet(_rows_of(sheet), name=sheet.title[:100])


def check_archive(file: BinaryIO) -> None:
    """Count what the parts say they inflate to, and then what they do inflate to, before any is parsed."""
    try:
        with ZipFile(file) as archive:
            parts = archive.infolist()
            if WORKBOOK not in {part.filename.lower() for part in parts}:
                raise FileNotTable
            _refuse_more(sum(part.file_size for part in parts), MOST_INFLATED)
            inflated = 0
            for part in parts:
                inflated += _check_part(archive, part, MOST_INFLATED - inflated)
    except FileProblem:
        raise
    except (BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError, EOFError):
        raise FileDamaged from None


def _check_part(archive: ZipFile, part: ZipInfo, most: int) -> int:
    """How many bytes it inflates to; never more than a block beyond the most that it may."""
    size, tail = 0, b""
    most = min(most, MOST_SHARED) if part.filename.lower() == SHARED else most
    with archive.open(part) as content:
        while block := content.read(BLOCK):
            size += len(block)
            _refuse_more(size, most)
            narrow = (tail + block).replace(b"\0", b"")
            if any(declaration in narrow for declaration in DECLARATIONS):
                raise FileDamaged
            tail = narrow[-LONGEST:]
    return size


def _refuse_more(size: int, most: int) -> None:
    if size > most:
        raise FileInflates(limit_mb=MOST_INFLATED // MB)


def _rows_of(sheet: ReadOnlyWorksheet) -> Iterator[SheetRow]:
    try:
        for number, values in saved_rows(sheet):
            if row := row_of(number, (clean(as_text(value)) for value in values)):
                yield row
    except FileProblem:
        raise
    except Exception:
        raise FileDamaged from None
