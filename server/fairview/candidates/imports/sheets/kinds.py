"""What a file is, by how it begins: its name may say anything."""

from typing import Final, Literal

from fairview.candidates.imports.sheets.errors import FileEmpty, FileNotTable, FileOldExcel

Kind = Literal["csv", "xlsx"]

HEAD: Final = 4096
"""Bytes that are enough to tell."""

ZIP = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
OTHERS = (
    b"%PDF",
    b"PK",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
)
PAGES = (b"<!doctype", b"<html", b"<?xml", b"<table")
CONTROL = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1a\x00")
MOST_CONTROL = 0.01
FEW = 4


def kind_of(head: bytes) -> Kind:
    """By the first `HEAD` bytes. Raises `FileEmpty`, `FileOldExcel` or `FileNotTable`."""
    if not head.strip(b"\x00\xff\xfe\xef\xbb\xbf \t\r\n"):
        raise FileEmpty
    if head.startswith(ZIP):
        return "xlsx"
    if head.startswith(OLD_EXCEL):
        raise FileOldExcel
    if head.startswith(OTHERS) or head.lstrip().lower().startswith(PAGES) or _is_binary(head):
        raise FileNotTable
    return "csv"


def _is_binary(head: bytes) -> bool:
    if head.startswith(WIDE_MARKS):
        return False
    return sum(byte in CONTROL for byte in head) > max(FEW, MOST_CONTROL * len(head))
