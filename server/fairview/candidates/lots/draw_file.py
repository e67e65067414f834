"""The two files of a draw: the pool as CSV, the record as JSON. Read and written without a database.

A pool file is UTF-8 with a line of column names; commas, semicolons or tabs divide the cells. The column
`email` (also `e-mail`, `e-mail address`, `mail`; without any of them `id`), whatever its letter case, names
the member. Cells count trimmed. Spreadsheets take a cell that begins with `=`, `+`, `-` or `@` for a formula,
so one apostrophe is written before such a cell, and one is taken off in reading: keys and values stay what
they were.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from fairview.candidates.errors import FieldUnknown, MemberTwice, PoolFileUnreadable, RecordUnreadable
from fairview.candidates.lots.draw import Entrants, key_of

KEY_COLUMNS: Final = ("email", "e-mail", "e_mail", "email address", "e-mail address", "mail", "id")
DELIMITERS: Final = ",;\t"
LONGEST_HEAD: Final = 100_000

_QUOTED = re.compile(r'"[^"]*"')
_FORMULA = re.compile(r"'*[=+\-@]")
_GUARDED = re.compile(r"'+[=+\-@]")


def guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def plain(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if _GUARDED.match(cell) else cell


def pool_text(entrants: Entrants, field: str | None) -> str:
    """The pool in the columns that a draw uses, by key, as `read_pool` reads it."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(["email"] if field is None else ["email", guarded(field)])
    for key in sorted(entrants):
        writer.writerow([guarded(key)] if field is None else [guarded(key), guarded(entrants[key])])
    return file.getvalue()


def read_pool(path: Path, field: str | None) -> dict[str, str]:
    """Value of the field by key.

    Raises `PoolFileUnreadable` with the line at fault, `FieldUnknown`, `MemberTwice`.
    """
    return parse_pool(path.name, _text_of(path), field)


def parse_pool(name: str, text: str, field: str | None) -> dict[str, str]:
    rows = _rows(name, text)
    _, head = next(rows, (1, []))
    columns = [plain(cell) for cell in head]
    key_at = _key_column(name, [column.lower() for column in columns])
    field_at = None if field is None else _field_column(name, columns, field)
    entrants: dict[str, str] = {}
    for line, row in rows:
        if len(row) != len(columns):
            raise _broken(name, line, f"it has {len(row)} cells, the first line has {len(columns)}")
        key = key_of(plain(row[key_at]))
        if not key:
            raise _broken(name, line, f"there is nothing in the column {columns[key_at]}")
        if key in entrants:
            raise MemberTwice(field="pool", key=key)
        entrants[key] = "" if field_at is None else plain(row[field_at])
    return entrants


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise PoolFileUnreadable(file=path.name, problem=error.strerror or "it cannot be opened") from None
    except UnicodeDecodeError as error:
        problem = f"byte {error.start + 1} is not UTF-8. Save it as CSV in UTF-8"
        raise PoolFileUnreadable(file=path.name, problem=problem) from None


def _rows(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that hold something, each with its number in the file."""
    if "\0" in text:
        raise PoolFileUnreadable(file=name, problem="it is not a text file")
    head = _QUOTED.sub("", text.lstrip()[:LONGEST_HEAD]).partition("\n")[0]
    delimiter = max(DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, row
    except csv.Error as error:
        raise _broken(name, reader.line_num, str(error)) from None


def _key_column(name: str, columns: Sequence[str]) -> int:
    for wanted in KEY_COLUMNS:
        if wanted in columns:
            return columns.index(wanted)
    raise PoolFileUnreadable(file=name, problem="its first line names no column email, and none id")


def _field_column(name: str, columns: Sequence[str], field: str) -> int:
    if columns.count(field) > 1:
        raise PoolFileUnreadable(file=name, problem=f"the column {field} is there twice")
    if field not in columns:
        raise FieldUnknown(field="strategy", column=field, known=", ".join(filter(None, columns)))
    return columns.index(field)


def _broken(name: str, line: int, problem: str) -> PoolFileUnreadable:
    return PoolFileUnreadable(file=name, problem=f"line {line}: {problem}")


def read_record(path: Path) -> Mapping[str, Any]:
    try:
        return parse_record(path.name, path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise RecordUnreadable(file=path.name, problem=error.strerror or "it cannot be opened") from None
    except UnicodeDecodeError:
        raise RecordUnreadable(file=path.name, problem="it is not UTF-8") from None


def parse_record(name: str, text: str) -> Mapping[str, Any]:
    try:
        record = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise RecordUnreadable(file=name, problem=str(error)) from None
    if not isinstance(record, dict):
        raise RecordUnreadable(file=name, problem="it is not a JSON object")
    return record


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    content: dict[str, Any] = {}
    for name, value in pairs:
        if name in content:
            raise ValueError(f"{name} is in it twice")
        content[name] = value
    return content
