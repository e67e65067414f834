"""What a cell says, as clean text."""

import re
from datetime import date, datetime, time
from typing import Final

UNREADABLE: Final = "\ufffd"
"""Stands where a character could not be read."""
UNSAVED: Final = f"={UNREADABLE}"
"""A formula of a workbook without the value that it came to."""

NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
SHELL = "\ufeff\u200b \t\r\n\xa0"
ESCAPED = re.compile(r"^'(?='*[=+\-@])")
"""How `draw_file.guarded` writes them."""


def clean(text: str) -> str:
    """Without the space around it, without the mark that keeps a formula from running, with one kind of line
    end. Characters that no text has become `UNREADABLE`, so that nobody takes them for read."""
    stripped = text.strip(SHELL)
    if stripped.isascii() and stripped.isprintable():
        return ESCAPED.sub("", stripped)
    return ESCAPED.sub("", NOT_TEXT.sub(UNREADABLE, stripped.replace("\r\n", "\n")))


def as_text(value: object) -> str:
    """The value of a workbook's cell. Whole numbers have no point, days no midnight."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        whole_day = value.time() == time.min
        return value.date().isoformat() if whole_day else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(getattr(value, "text", value))
