"""How names are compared when people search, without regard to case and accents, and languages recognised."""

import unicodedata
from collections.abc import Mapping
from typing import Final

from fairview.kit.languages import Locale

NAMES_OF: Final[Mapping[Locale, str]] = {
    "en": "en eng english englisch الإنجليزية إنجليزية انجليزي",
    "de": "de deu ger german deutsch الألمانية ألمانية ألماني",
    "ar": "ar ara arabic arabisch العربية عربية عربي",
}


def fold(text: str) -> str:
    """`Zoë  ÅSTRÖM` and `zoe astrom` are the same."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(plain.split())


def search_text(name: str, email: str) -> str:
    """What a search looks through. It begins with the name, so it also gives the order of lists."""
    return f"{fold(name)} {fold(email)}"


LOCALE_OF: Final = {fold(name): locale for locale, names in NAMES_OF.items() for name in names.split()}


def find_locale(said: str) -> Locale | None:
    """By its name in any of the three, or by a code: `Deutsch`, `german`, `de-AT`."""
    return LOCALE_OF.get(fold(said)) or LOCALE_OF.get(fold(said).replace("_", "-").partition("-")[0])
