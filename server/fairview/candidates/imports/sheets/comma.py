"""CSV: the encoding and the delimiter are found out, and a stray quotation mark costs its own row only."""

import csv
import io
from collections import Counter, deque
from collections.abc import Iterator
from typing import BinaryIO, Final, Literal, TextIO

from fairview.candidates.imports.sheets.cells import clean
from fairview.candidates.imports.sheets.contracts import MAX_CELL, Sheet, SheetRow
from fairview.candidates.imports.sheets.encodings import encoding_of
from fairview.candidates.imports.sheets.errors import FileNotTable
from fairview.candidates.imports.sheets.rows import row_of

DELIMITERS: Final = (",", ";", "\t", "|")
SAMPLE_LINES: Final = 200
MAX_LINE: Final = 1_000_000
MAX_LINES_OF_A_ROW: Final = 100
SAYS_SO: Final = "sep="
"""Some spreadsheet programs name the delimiter in a line before the first."""


def read_csv(file: BinaryIO) -> Sheet:
    encoding = encoding_of(file)
    with_text = io.TextIOWrapper(file, encoding, errors="replace", newline="")
    lines = Lines(with_text)
    delimiter = guess_delimiter(lines.look_ahead(SAMPLE_LINES))
    return Sheet(read_rows(lines, delimiter), encoding=encoding, delimiter=delimiter)


class Lines:
    """The lines of a text, which can be looked at before they are taken, and put back."""

    def __init__(self, text: TextIO) -> None:
        self.text = text
        self.waiting: deque[str] = deque()

    def take(self) -> str:
        """The next line with its end; nothing at the end of the text."""
        if self.waiting:
            return self.waiting.popleft()
        line = self.text.readline(MAX_LINE)
        if len(line) == MAX_LINE:
            raise FileNotTable
        return line.replace("\0", "\ufffd")

    def put_back(self, lines: list[str]) -> None:
        self.waiting.extendleft(reversed(lines))

    def look_ahead(self, count: int) -> list[str]:
        seen: list[str] = []
        while len(seen) < count and (line := self.take()):
            seen.append(line)
        self.put_back(seen)
        return seen


def guess_delimiter(lines: list[str]) -> str:
    """The one that cuts most rows into the same number of columns, and into more of them."""
    first = lines[0].strip("\ufeff\r\n ").lower() if lines else ""
    if first.startswith(SAYS_SO) and len(first) == len(SAYS_SO) + 1 and first[-1] in DELIMITERS:
        return first[-1]
    return max(DELIMITERS, key=lambda delimiter: _agreement(lines, delimiter))


def _agreement(lines: list[str], delimiter: str) -> float:
    widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
    if not widths:
        return 0
    width, rows = max(widths.items(), key=lambda found: (found[0] > 1, found[1]))
    return rows / widths.total() * (1 - 1 / width)


def read_rows(lines: Lines, delimiter: str) -> Iterator[SheetRow]:
    number = 0
    while text := lines.take():
        if number == 0 and text.strip("\ufeff\r\n ").lower() == SAYS_SO + delimiter:
            continue
        number += 1
        cells, is_damaged = _read_row(text, lines, delimiter)
        if row := row_of(number, map(clean, cells), is_damaged):
            yield row


def _read_row(text: str, lines: Lines, delimiter: str) -> tuple[list[str], bool]:
    """A row may go over several lines inside quotation marks. Where they do not end as they should, the row
    is its first line, the mark an ordinary character, and the lines after it are rows of their own."""
    whole, more = text, list[str]()
    while _is_open(whole, delimiter):
        line = lines.take()
        more.append(line)
        whole += line
        if not line or len(more) > MAX_LINES_OF_A_ROW or len(whole) > MAX_CELL:
            break
    else:
        if not more or _is_well_formed(whole, delimiter):
            return _split(whole, delimiter), False
    lines.put_back([line for line in more if line])
    return _split(text, delimiter, csv.QUOTE_NONE), True


def _is_open(text: str, delimiter: str) -> bool:
    """Whether the text ends inside quotation marks: then one more mark, a line later, ends its only row."""
    return '"' in text and _is_well_formed(text.rstrip("\r\n") + '\n"', delimiter)


def _is_well_formed(text: str, delimiter: str) -> bool:
    try:
        return len(list(csv.reader(_whole(text), delimiter=delimiter, strict=True))) == 1
    except csv.Error:
        return False


def _split(text: str, delimiter: str, quoting: Literal[0, 3] = csv.QUOTE_MINIMAL) -> list[str]:
    return next(csv.reader(_whole(text), delimiter=delimiter, quoting=quoting), [])


def _whole(text: str) -> io.StringIO:
    return io.StringIO(text, newline="")
