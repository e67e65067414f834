"""The languages of the pages, the letters and the reports."""

from collections.abc import Sequence
from typing import Literal, get_args

from babel.lists import format_list

Locale = Literal["en", "de", "ar"]
LOCALES: tuple[Locale, ...] = get_args(Locale)
SOURCE: Locale = "en"
"""What everything is written in first."""
LOCALE_CHOICES = [(locale, locale) for locale in LOCALES]


def chosen_locale(*told: str) -> Locale | None:
    """The first of these that is a language of ours; empty ones were never chosen."""
    return next((locale for one in told for locale in LOCALES if one == locale), None)


def locale_of(*told: str) -> Locale:
    """The same, and the source's where nobody chose."""
    return chosen_locale(*told) or SOURCE


CLDR = {"en": "en_GB", "de": "de", "ar": "ar"}
"""Which of its regions a language is written as."""


def enumerated(parts: Sequence[str], locale: Locale) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return format_list(parts, locale=CLDR[locale])
