"""Files as people have them, and files that mean harm."""

import io
import re
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairview.candidates.imports.sheets import workbook
from fairview.candidates.imports.sheets.cells import UNSAVED
from fairview.candidates.imports.sheets.contracts import SheetRow
from fairview.candidates.imports.sheets.errors import (
    FileDamaged,
    FileEmpty,
    FileInflates,
    FileNotTable,
    FileOldExcel,
    FileProblem,
    TooManyColumns,
)
from fairview.candidates.imports.sheets.reading import open_sheet
from fairview.candidates.tests.files import book

TABLE = "Name;E-mail\nZoë Ångström;zoe@example.org\nŁukasz;lukasz@example.org\n"
ROWS = [["Name", "E-mail"], ["Zoë Ångström", "zoe@example.org"], ["Łukasz", "lukasz@example.org"]]


def read(content: bytes) -> list[SheetRow]:
    return list(open_sheet(io.BytesIO(content)).rows)


def cells(content: bytes) -> list[list[str]]:
    return [list(row.cells) for row in read(content)]


def archive(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", b"<workbook/>")
        for name, content in parts.items():
            made.writestr(f"xl/{name}.xml", content)
    return file.getvalue()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"], ids=lambda name: name
)
def test_every_unicode_encoding_is_read(encoding: str) -> None:
    assert cells(TABLE.encode(encoding)) == ROWS


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_texts_of_older_programs_are_read(encoding: str) -> None:
    sheet = open_sheet(io.BytesIO("Name;Stadt\nZoë;Köln\n".encode(encoding)))
    assert sheet.encoding == "cp1252"
    assert [row.cells for row in sheet.rows] == [("Name", "Stadt"), ("Zoë", "Köln")]


def test_one_broken_letter_does_not_make_other_letters_wrong() -> None:
    names = "".join(f"Zoë Ångström {number},z{number}@example.org\n" for number in range(40))
    found = cells(names.encode() + b"Bj\xf6rn,b@example.org\n")
    assert found[0] == ["Zoë Ångström 0", "z0@example.org"]
    assert found[-1] == ["Bj\ufffdrn", "b@example.org"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_delimiter_and_line_end_is_found_out(delimiter: str, end: str) -> None:
    lines = [f"Name{delimiter}Mark{delimiter}Town", f'"Lee{delimiter} Ada"{delimiter}1{delimiter}Ulm', ""]
    assert cells(end.join(lines).encode()) == [["Name", "Mark", "Town"], [f"Lee{delimiter} Ada", "1", "Ulm"]]


def test_a_line_that_names_the_delimiter_is_not_a_row() -> None:
    assert read(b"sep=;\r\na,b;c\r\n") == [SheetRow(1, ("a,b", "c"))]


def test_rows_keep_the_numbers_of_the_spreadsheet() -> None:
    rows = read(b'Name,Note\n\nAda,"first\nsecond"\n,,\nBo,b\n')
    assert [(row.number, row.cells) for row in rows] == [
        (1, ("Name", "Note")),
        (3, ("Ada", "first\nsecond")),
        (5, ("Bo", "b")),
    ]


@pytest.mark.parametrize("rest", ["", "Cy,cy@example.org\n" * 300])
def test_a_stray_quotation_mark_costs_its_own_row_only(rest: str) -> None:
    rows = read(f'Ada,ada@example.org\n"Bo,bo@example.org\nDov,"d ""D"" d"\n{rest}'.encode())
    assert [(row.cells, row.is_damaged) for row in rows[:3]] == [
        (("Ada", "ada@example.org"), False),
        (('"Bo', "bo@example.org"), True),
        (("Dov", 'd "D" d'), False),
    ]
    assert len(rows) == 3 + rest.count("\n")


def test_zeros_and_control_characters_become_visible() -> None:
    assert cells(b"Na\0me,E-mail\nA\x07da,ada@example.org\n")[0][0] == "Na\ufffdme"


def test_a_workbook_is_read_as_text_from_the_first_sheet_that_holds_something() -> None:
    content = book(
        ["Name", "Mark", "Born", "Sum"], ["Ada", 7.0, date(2001, 2, 3), "7 & more"], [None, 7.25, True]
    )
    sheet = open_sheet(io.BytesIO(content))
    assert sheet.name == "People"
    assert [row.cells for row in sheet.rows] == [
        ("Name", "Mark", "Born", "Sum"),
        ("Ada", "7", "2001-02-03", "7 & more"),
        ("", "7.25", "TRUE"),
    ]


def sheet_of(*cells: str) -> bytes:
    """A workbook with a row of cells as a spreadsheet program writes them."""
    written, changed = io.BytesIO(book(["Row"])), io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(changed, "w") as made:
        for part in source.namelist():
            content = source.read(part)
            if part.endswith("sheet2.xml"):
                content = re.sub(rb"<row .*</row>", f'<row r="1">{"".join(cells)}</row>'.encode(), content)
            made.writestr(part, content)
    return changed.getvalue()


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ('<c r="A1" t="str"><f>B1&amp;"!"</f><v>Ada!</v></c>', "Ada!"),
        ('<c r="A1"><f>3.5*2</f><v>7</v></c>', "7"),
        ('<c r="A1" t="b"><f>1=1</f><v>1</v></c>', "TRUE"),
        ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!"),
        ('<c r="A1" t="str"><f>IF(1,"","")</f><v></v></c>', ""),
        ('<c r="A1"><f t="shared" si="0"/><v>8</v></c>', "8"),
        ('<c r="A1"><f>B1</f><v></v></c>', UNSAVED),
        ('<c r="A1"><f>B1</f></c>', UNSAVED),
        ('<c r="A1"><f t="array" ref="A1">B1:C1</f></c>', UNSAVED),
        ('<c r="A1"/>', ""),
        ('<c r="A1" t="inlineStr"><is><t>=1+1</t></is></c>', "=1+1"),
    ],
)
def test_of_a_formula_the_value_that_was_saved_is_read(cell: str, read: str) -> None:
    last = '<c r="B1" t="inlineStr"><is><t>last</t></is></c>'
    assert cells(sheet_of(cell, last)) == [[read, "last"]]


def test_a_row_beyond_every_spreadsheet_is_damage() -> None:
    cell = '<c r="A1" t="inlineStr"><is><t>far</t></is></c>'
    with pytest.raises(FileDamaged):
        read(sheet_of(f'</row><row r="{2**40}">{cell}'))


def test_an_apostrophe_that_kept_a_formula_from_running_is_taken_off() -> None:
    assert cells(b"a,b,c\n'=1+1,''=2,'tis\n")[1] == ["=1+1", "'=2", "'tis"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", FileEmpty),
        (b"\xef\xbb\xbf\r\n \r\n", FileEmpty),
        (b"\0" * 600, FileEmpty),
        (b"%PDF-1.7\n1 0 obj", FileNotTable),
        (b"<!DOCTYPE html><table>", FileNotTable),
        (b"\x89PNG\r\n\x1a\n", FileNotTable),
        (bytes(range(256)) * 16, FileNotTable),
        (b"x" * 1_100_000, FileNotTable),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, FileOldExcel),
        (b"PK\x03\x04 and no more", FileDamaged),
        (archive()[:-30], FileDamaged),
        (archive(sheet=b"<broken"), FileDamaged),
        (("," * 100 + "x\n").encode(), TooManyColumns),
        (book([None] * 100 + ["x"]), TooManyColumns),
        (book(), FileEmpty),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_what_cannot_be_a_table_is_refused_with_its_reason(content: bytes, problem: type[Exception]) -> None:
    with pytest.raises(problem):
        read(content)


def test_an_archive_that_is_no_workbook_is_no_table() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(FileNotTable):
        read(file.getvalue())


def test_a_bomb_is_refused_by_what_it_says_and_by_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_INFLATED", 1 << 20)
    bomb = archive(sheet=b"0" * (2 << 20))
    assert len(bomb) < 5_000
    with pytest.raises(FileInflates):
        read(bomb)
    liar = bomb.replace((2 << 20).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    with pytest.raises(FileProblem):
        read(liar)


def test_shared_texts_have_a_bound_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_SHARED", 1 << 20)
    with pytest.raises(FileInflates):
        read(archive(sharedStrings=b"0" * (2 << 20)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_anything_is_parsed(encoding: str) -> None:
    text = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    with pytest.raises(FileDamaged):
        read(archive(sheet=(" " * ((1 << 20) - 70) + text).encode(encoding)))


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=8),
            min_size=2,
            max_size=4,
        ),
        min_size=1,
        max_size=8,
    ),
    st.binary(max_size=40),
)
def test_no_bytes_break_the_reader(rows: list[list[str]], noise: bytes) -> None:
    text = "\n".join(";".join(f'"{cell}' for cell in row) for row in rows)
    try:
        read(text.encode() + noise)
    except FileProblem:
        return
