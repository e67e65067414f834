"""Letters and texts in the reader's language."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from string import ascii_letters, digits
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize
from tests.people import JSON, Browser, People

from fairview.accounts.models import Organisation
from fairview.candidates.models import Candidate
from fairview.kit.languages import LOCALES, SOURCE, Locale
from fairview.scheduling.letters import panel_reminder_letter
from fairview.scheduling.models import Interview
from fairview.scheduling.tests.steps import continued, invite, newest_letter, plan
from fairview.scheduling.texts import cancellation_text, invitation_text, reminder_text

FOLDER = Path(__file__).parents[1]
TRANSLATED = [locale for locale in LOCALES if locale != SOURCE]
HOLE = re.compile(r"%\(\w+\)s")
LINK = "x" * 43
GSM = {*ascii_letters, *digits, *" \n@£$¥èéùìòÇØøÅåÄÖÑÜ§¿äöñüàÆæßÉ!\"#¤%&'()*+,-./:;<=>?¡_"}
"""Each is seven bits of a text message, whose parts hold 153 of them; beside any other letter it is sixteen,
and a part holds 67."""


@pytest.fixture
def interview(as_rhea: Browser, people: People) -> Interview:
    """On a day with a long name."""
    plan(as_rhea, people)
    Interview.objects.update(starts_at=datetime(2099, 9, 24, 13, 30, tzinfo=UTC))
    return Interview.objects.get()


def written_in(locale: Locale) -> Interview:
    Candidate.objects.update(locale=locale)
    return Interview.objects.get()


# Whose language


def test_letters_are_the_organisations_until_the_candidate_chooses(
    as_ada: Browser, as_rhea: Browser, people: People
) -> None:
    as_ada.patch("/api/organisation", {"locale": "de"})
    card = plan(as_rhea, people)
    cai = continued(invite(as_rhea, card))
    assert newest_letter().subject == "Ihr Interview bei Linden: Ward nurse"
    assert cai.get("/api/visit").json()["interview"]["locale"] is None

    assert cai.put("/api/visit/locale", {"locale": "ar"}, content_type=JSON).status_code == 204
    assert cai.get("/api/visit").json()["interview"]["locale"] == "ar"
    invite(as_rhea, card)
    assert newest_letter().subject == "رابط جديد لمقابلتك مع Linden: Ward nurse"


def test_the_panel_reads_its_own(interview: Interview, people: People, as_ines: Browser) -> None:
    Organisation.objects.update(locale="ar")
    written_in("ar")
    now = interview.starts_at
    assert panel_reminder_letter(Interview.objects.get(), people.ines, now).subject.startswith("اليوم")
    assert as_ines.patch("/api/me", {"locale": "de"}).json()["locale"] == "de"
    people.ines.refresh_from_db()
    letter = panel_reminder_letter(Interview.objects.get(), people.ines, now)
    assert letter.subject == "Heute um 15:30 Uhr: Interview mit Cai Lindqvist"
    assert "Im Interviewteam: Ines." in letter.text


def test_no_language_is_told_of_but_ours(as_ines: Browser) -> None:
    answer = as_ines.patch("/api/me", {"locale": "fr"})
    assert (answer.status_code, answer.json()["field"]) == (422, "locale")


# How it reads


@pytest.mark.parametrize(
    ("locale", "direction", "day"),
    [
        ("en", "ltr", "Thursday 24 September 2099"),
        ("de", "ltr", "Donnerstag, 24. September 2099"),
        ("ar", "rtl", "الخميس، 24 سبتمبر 2099"),
    ],
)
def test_a_letter_says_its_language_and_reads_its_way(
    interview: Interview, as_rhea: Browser, locale: Locale, direction: str, day: str
) -> None:
    written_in(locale)
    invite(as_rhea, {"id": interview.id})
    letter = newest_letter()
    assert f'<html lang="{locale}" dir="{direction}">' in letter.html
    assert day in letter.html
    assert day in letter.text


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(1, "دقيقة واحدة"), (2, "دقيقتين"), (5, "5 دقائق"), (45, "45 دقيقة"), (100, "100 دقيقة")],
)
def test_minutes_are_counted_as_arabic_counts(
    interview: Interview, as_rhea: Browser, minutes: int, said: str
) -> None:
    written_in("ar")
    Interview.objects.update(minutes=max(5, minutes))
    interview.refresh_from_db()
    interview.minutes = minutes
    assert f"تستغرق {said}." in panel_reminder_letter(interview, reader(interview), interview.starts_at).text


def reader(interview: Interview) -> Any:
    user = interview.panel.get().user
    user.locale = "ar"
    return user


@pytest.mark.parametrize(("locale", "parts"), [("en", 2), ("de", 2), ("ar", 3)])
def test_a_text_message_is_as_short_as_its_letters_allow(
    interview: Interview, locale: Locale, parts: int
) -> None:
    mine = written_in(locale)
    texts = [
        *(invitation_text(mine, LINK, occasion) for occasion in ("first", "again", "changed")),
        reminder_text(mine, LINK),
        cancellation_text(mine),
    ]
    for text in texts:
        fits_seven_bits = set(text) <= GSM
        assert fits_seven_bits == (locale != "ar")
        assert len(text) <= parts * (153 if fits_seven_bits else 67)


# That nothing is left out


@pytest.mark.parametrize("locale", TRANSLATED)
def test_every_sentence_is_translated_and_none_is_left_over(locale: Locale) -> None:
    translated = {
        as_words(message.id): as_words(message.string) for message in catalogue(locale) if message.id
    }
    assert set(translated) == set(sentences())
    for source, words in translated.items():
        assert all(words), source
        assert len(words) == (catalogue(locale).num_plurals if len(source) > 1 else 1), source
        assert all(set(HOLE.findall(one)) <= set(HOLE.findall(source[0])) for one in words), source
        assert set(HOLE.findall(words[-1])) == set(HOLE.findall(source[-1])), source


@pytest.mark.parametrize("locale", TRANSLATED)
def test_set_up_has_compiled_what_is_translated(locale: Locale) -> None:
    with (folder(locale) / "django.mo").open("rb") as file:
        assert words_of(read_mo(file)) == words_of(catalogue(locale))


def sentences() -> Iterator[tuple[str, ...]]:
    """Those of the sources and the templates, each with its plural where it has one."""
    for file in [*FOLDER.glob("*.py"), *(FOLDER / "templates").rglob("*.*")]:
        text = file.read_text(encoding="utf-8")
        source = text if file.suffix == ".py" else templatize(text)
        calls: dict[str, Any] = {"_": None, "gettext": None, "ngettext": (1, 2)}
        for _, _, words, _ in extract_python(BytesIO(source.encode()), calls, [], {}):
            yield as_words(words)


def catalogue(locale: Locale) -> Catalog:
    with (folder(locale) / "django.po").open("rb") as file:
        return read_po(file, locale=locale)


def words_of(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {as_words(message.id): as_words(message.string) for message in catalogue if message.id}


def folder(locale: Locale) -> Path:
    return FOLDER / "locale" / locale / "LC_MESSAGES"


def as_words(words: Any) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(word for word in words if word is not None)
