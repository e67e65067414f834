"""The letter of a report in the reader's language; the report itself speaks none."""

import json
import re
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from tests.held import Held, minute
from tests.people import Browser, People

from fairview.coding.contracts import CodeRecord
from fairview.kit.languages import LOCALES, Locale, enumerated
from fairview.reports.letter.figures import day, decimal, one_decimal, percent
from fairview.reports.letter.pdf import typeset
from fairview.reports.letter.sentences import FOLDER, HOLE, sentences
from fairview.reports.letter.text import letter
from fairview.reports.public import freeze_report
from fairview.reports.tests.test_files import card, record, run, told

PAGES = Path(__file__).parents[4] / "web" / "src" / "locales"
FORM = re.compile(r"_(zero|one|two|few|many|other)$")


def words_of(locale: Locale) -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = json.loads((FOLDER / f"{locale}.json").read_text(encoding="utf-8"))
    return words


def typeset_in(locale: Locale, *code: CodeRecord) -> bytes:
    report = told(minute().add(61, card("Ines", 3, "Asked good questions.")), *code)
    return typeset(letter(report, sentences(locale), decided=None, digest="", link="https://example.org"))


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as file:
        return "\n".join(page.get_textpage().get_text_bounded() for page in file)


# The words


@pytest.mark.parametrize("locale", LOCALES)
def test_the_words_are_those_of_the_pages(locale: Locale) -> None:
    own = words_of(locale)
    del own["pdf"]
    for name, words in own.items():
        page = json.loads((PAGES / locale / f"{name}.json").read_text(encoding="utf-8"))
        said = {FORM.sub("", key) for key in words if FORM.search(key)}
        forms = {key for key in page if FORM.search(key) and FORM.sub("", key) in said}
        assert {key: page.get(key) for key in {*words, *forms}} == words


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_says_the_same_with_the_same_facts(locale: Locale) -> None:
    source, words = words_of("en"), words_of(locale)
    assert set(source) == set(words)
    for name in source:
        assert {FORM.sub("", key) for key in source[name]} == {FORM.sub("", key) for key in words[name]}
        known = facts_in(source[name])
        for key, holes in facts_in(words[name]).items():
            assert holes <= known[key], key


def facts_in(words: dict[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key, sentence in words.items():
        found.setdefault(FORM.sub("", key), set()).update(HOLE.findall(sentence))
    return found


def test_numbers_take_the_forms_of_their_language() -> None:
    counts = {"zero": 0, "one": 1, "two": 2, "few": 5, "many": 11, "other": 100}
    edits = {form: words_of("ar")["reports"][f"edits_{form}"] for form in counts}
    for form, count in counts.items():
        said = sentences("ar").say("reports:edits", count=count)
        assert said == edits[form].replace("{{count}}", str(count))
    assert [sentences("de").say("reports:edits", count=count) for count in (1, 2)] == [
        "Eine Änderung.",
        "2 Änderungen.",
    ]


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        ("en", ["3.0", "9.8", "3", "95%", "3.2%", "26 November 2026", "a", "a and b", "a, b and c"]),
        ("de", ["3,0", "9,8", "3", "95\xa0%", "3,2\xa0%", "26. November 2026", "a", "a und b", "a, b und c"]),
        ("ar", ["3.0", "9.8", "3", "95%", "3.2%", "26 نوفمبر 2026", "a", "a وb", "a وb وc"]),
    ],
)
def test_numbers_days_and_lists_are_written_as_their_language_does(
    locale: Locale, written: list[str]
) -> None:
    assert written == [
        one_decimal(30, locale),
        decimal(98, locale),
        decimal(30, locale),
        percent(950, locale),
        percent(32, locale),
        day(date(2026, 11, 26), locale),
        *(enumerated(list(names), locale) for names in ("a", "ab", "abc")),
    ]


# The page


@pytest.mark.parametrize("locale", LOCALES)
def test_a_letter_is_accessible_and_in_our_fonts_in_every_language(locale: Locale) -> None:
    """Set-up makes them."""
    pdf = typeset_in(locale)
    assert b"pdfuaid" in pdf
    assert f"/Lang({locale})".encode() in pdf
    assert (b"IBMPlexSansArabic" in pdf) == (locale == "ar")
    assert b"Libertinus" not in pdf


def test_german_reads_as_german_does() -> None:
    text = text_of(typeset_in("de", record(run("AC", 9, 50)))).replace("\xa0", " ")
    for said in (
        "15. Januar 2027",
        "100 % der Zeit beobachtet",
        "9,8 MB",
        "8 s weggeschaut",
        "Das Interviewteam",
    ):
        assert said in text.replace("\xa0", " ")


# Whose language


@pytest.fixture
def held(people: People) -> Held:
    held = Held(people).write(minute())
    freeze_report(held.id)
    return held


def test_the_letter_is_in_the_language_of_who_asks_or_the_one_they_ask_for(
    held: Held, as_ada: Browser, as_ines: Browser
) -> None:
    where = f"/api/reports/{held.id}/report.pdf"
    assert "What happened" in text_of(as_ines.get(where).content)
    as_ada.patch("/api/organisation", {"locale": "de"})
    assert "Was geschah" in text_of(as_ines.get(where).content)
    as_ines.patch("/api/me", {"locale": "en"})
    assert "What happened" in text_of(as_ines.get(where).content)
    assert "Was geschah" in text_of(as_ines.get(f"{where}?locale=de").content)
    assert as_ines.get(f"{where}?locale=fr").status_code == 422


def test_what_can_be_checked_speaks_no_language(held: Held, as_ada: Browser) -> None:
    files = [f"/api/reports/{held.id}/report.{kind}" for kind in ("json", "csv")]
    before = [as_ada.get(file).content for file in files]
    as_ada.patch("/api/me", {"locale": "ar"})
    as_ada.patch("/api/organisation", {"locale": "ar"})
    assert [as_ada.get(file).content for file in files] == before
