"""Which encoding a text is in, by what it holds."""

import codecs
from typing import BinaryIO, Final

BLOCK: Final = 1 << 20
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
SOUND_SHARE = 20
"""A text with so many letters of several bytes for each byte that is wrong is UTF-8 with a fault."""


def encoding_of(file: BinaryIO) -> str:
    """The name of a codec; the file is left at its beginning.

    Marks at the beginning count first, then zeros in every other byte (UTF-16), then whether all of it is
    UTF-8. What remains is windows-1252, or latin-1 where even that has no such letter.
    """
    file.seek(0)
    try:
        head = file.read(4096)
        marked = next((name for mark, name in MARKS if head.startswith(mark)), None) or _wide(head)
        return marked or _by_content(file)
    finally:
        file.seek(0)


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: Latin letters have a zero as their other byte."""
    pairs = len(head) // 2
    if pairs and head[1::2].count(0) > pairs * 0.6:
        return "utf-16-le"
    if pairs and head[::2].count(0) > pairs * 0.6:
        return "utf-16-be"
    return None


def _by_content(file: BinaryIO) -> str:
    if _decodes(file, "utf-8") or _is_nearly_utf8(file):
        return "utf-8"
    return "cp1252" if _decodes(file, "cp1252") else "latin-1"


def _decodes(file: BinaryIO, encoding: str) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while block := file.read(BLOCK):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_nearly_utf8(file: BinaryIO) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    sound = wrong = 0
    while block := file.read(BLOCK):
        text = decoder.decode(block)
        faults = text.count("\ufffd")
        wrong += faults
        sound += sum(not char.isascii() for char in text) - faults
    return sound > wrong * SOUND_SHARE
