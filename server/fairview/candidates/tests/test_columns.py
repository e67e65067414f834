import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairview.candidates.imports.columns import Column, ColumnRole, guess_columns, guess_header, letter_of
from fairview.candidates.imports.sheets.cells import clean
from fairview.candidates.imports.validation import draft_of
from fairview.candidates.lots.draw_file import guarded


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        (["Full name", "E-Mail Address", "Telefon", "Zeitzone", "Notes"], "name email phone zone note"),
        (["Nombre", "Apellidos", "Correo electrónico"], "first_name last_name email"),
        (["Vorname", "Name", "Mail"], "first_name last_name email"),
        (["First name", "Last name", "Name", "email"], "extra extra name email"),
        (["Email", "E-mail", "Score"], "email extra extra"),
    ],
)
def test_columns_are_guessed_by_their_names(header: list[str], roles: str) -> None:
    assert " ".join(column.role for column in guess_columns(header, [])) == roles


def test_columns_are_guessed_by_what_stands_in_them() -> None:
    rows = [["7", "ada@example.org", "Ada Lindqvist"], ["8", "cai@example.org", "Cai Moreno"]]
    assert [column.role for column in guess_columns([], rows)] == [
        ColumnRole.EXTRA,
        ColumnRole.EMAIL,
        ColumnRole.NAME,
    ]


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        ([["Autumn 2026"], ["Name", "E-mail"], ["Cai", "cai@example.org"]], 2),
        ([["Wer", "Wohin"], ["Cai", "cai@example.org"]], 1),
        ([["Cai", "cai@example.org"], ["Dov", "dov@example.org"]], 0),
        ([], 0),
    ],
)
def test_the_row_that_names_the_columns_is_found(rows: list[list[str]], header: int) -> None:
    assert guess_header(rows) == header


def test_letters_of_columns_are_those_of_spreadsheets() -> None:
    assert [letter_of(place) for place in (0, 25, 26, 51, 52, 701, 702)] == [
        *("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA")
    ]


@pytest.mark.parametrize(
    ("languages", "role"),
    [
        (["German", "deutsch", "de-AT", "العربية", "EN"], ColumnRole.LOCALE),
        (["Python", "German"], ColumnRole.EXTRA),
    ],
)
def test_languages_of_letters_are_told_from_others(languages: list[str], role: ColumnRole) -> None:
    """A column called *Language* may be about what people speak or program in."""
    rows = [[f"{number}@example.org", language] for number, language in enumerate(languages)]
    assert guess_columns(["E-mail", "Language"], rows)[1].role == role


def test_a_row_says_the_language_of_letters_by_name() -> None:
    columns = [Column("E-mail", ColumnRole.EMAIL), Column("Language", ColumnRole.LOCALE)]
    draft = draft_of(["cai@example.org", "Arabisch"], columns)
    assert (draft.details["locale"], draft.problems) == ("ar", ())
    [problem] = draft_of(["cai@example.org", "Klingon"], columns).problems
    assert str(problem) == "“Klingon” is no language that letters are written in: English, German, Arabic."


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=20))
def test_a_cell_comes_back_as_it_went_out(text: str) -> None:
    assert clean(guarded(text)) == text


@given(st.lists(st.text(max_size=30), max_size=5), st.booleans())
def test_every_row_has_a_draft_or_a_reason(cells: list[str], is_damaged: bool) -> None:
    columns = [
        Column("Name", ColumnRole.NAME),
        Column("E-mail", ColumnRole.EMAIL),
        Column("X", ColumnRole.EXTRA),
    ]
    draft = draft_of(list(map(clean, cells)), columns, is_damaged)
    assert draft.problems or draft.email_key
    assert all(map(str, draft.problems))
