"""How names are compared when people search: without regard to case and accents."""

import unicodedata


def fold(text: str) -> str:
    """`Zoë  ÅSTRÖM` and `zoe astrom` are the same."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(plain.split())


def search_text(name: str, email: str) -> str:
    """What a search looks through. It begins with the name, so it also gives the order of lists."""
    return f"{fold(name)} {fold(email)}"
