"""Numbers and days as a language writes them, in the digits of all three. Pure."""

from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from fairview.kit.languages import CLDR, Locale


def one_decimal(tenths: int, locale: Locale) -> str:
    """`3.0`, `3,0`."""
    return format_decimal(Decimal(tenths) / 10, format="0.0", locale=CLDR[locale])


def decimal(tenths: int, locale: Locale) -> str:
    """As pages write it: one decimal, none where it is whole."""
    return format_decimal(Decimal(tenths) / 10, format="0.#", locale=CLDR[locale])


def percent(permille: int, locale: Locale) -> str:
    """`95%`, `95,5 %`."""
    return format_percent(Decimal(permille) / 1000, locale=CLDR[locale], decimal_quantization=False)


def day(at: date, locale: Locale) -> str:
    """`26 November 2026`, `26. November 2026`."""
    return format_date(at, "long", locale=CLDR[locale])
