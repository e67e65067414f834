"""The bundle as a file: a zip with five parts. What is too large, or not what it says, is refused."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as BadDeflate

from fairview.reports.verifier.canonical import NotJson, read_json
from fairview.reports.verifier.findings import Problem, Unusable

MEBIBYTE = 1 << 20
LARGEST_PARTS = {
    "README.txt": MEBIBYTE,
    "report.json": 64 * MEBIBYTE,
    "policy.json": MEBIBYTE,
    "seals.json": 64 * MEBIBYTE,
    "log.jsonl": 512 * MEBIBYTE,
}
MOST_SEALS = 1_000
ENCRYPTED = 1


@dataclass(frozen=True)
class Bundle:
    """`lines` are those of the log after its header. `problems` are those of the file itself."""

    report: dict[str, Any]
    policy: dict[str, Any]
    seals: list[Any]
    header: dict[str, Any]
    lines: list[bytes]
    problems: list[Problem]


def read_bundle(path: Path) -> Bundle:
    """Raises `Unusable`."""
    try:
        with ZipFile(path) as file:
            problems, parts = _parts(file)
    except (
        BadZipFile,
        BadDeflate,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as error:
        raise Unusable(path.name, f"This is not a zip file that can be read ({error}).") from None
    header, *lines = parts["log.jsonl"].split(b"\n")
    seals = _read_list("seals.json", parts["seals.json"])
    if len(seals) > MOST_SEALS:
        raise Unusable("seals.json", f"There are more than {MOST_SEALS} seals.")
    return Bundle(
        report=read_object("report.json", parts["report.json"]),
        policy=read_object("policy.json", parts["policy.json"]),
        seals=seals,
        header=read_object("log.jsonl, line 1", header),
        lines=[line for line in lines if line.strip()],
        problems=problems,
    )


def read_object(where: str, text: bytes) -> dict[str, Any]:
    """Raises `Unusable` for anything but a JSON object."""
    value = _read(where, text)
    if not isinstance(value, dict):
        raise Unusable(where, "Expected a JSON object.")
    return value


def _read_list(where: str, text: bytes) -> list[Any]:
    value = _read(where, text)
    if not isinstance(value, list):
        raise Unusable(where, "Expected a JSON list.")
    return value


def _read(where: str, text: bytes) -> Any:
    try:
        return read_json(text)
    except NotJson as error:
        raise Unusable(where, f"This cannot be read: {error}.") from None


def _parts(file: ZipFile) -> tuple[list[Problem], dict[str, bytes]]:
    problems: list[Problem] = []
    parts: dict[str, bytes] = {}
    for part in file.infolist():
        if part.filename in parts:
            raise Unusable(part.filename, "This name stands twice in the bundle.")
        if part.filename not in LARGEST_PARTS:
            problems.append(Problem(part.filename[:100], "This does not belong into a bundle."))
            continue
        parts[part.filename] = _content(file, part)
    for name in LARGEST_PARTS:
        if name not in parts:
            raise Unusable(name, "The bundle does not have this part.")
    return problems, parts


def _content(file: ZipFile, part: ZipInfo) -> bytes:
    """Never more than the part may have, whatever the file says of its size."""
    if part.flag_bits & ENCRYPTED or part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise Unusable(part.filename, "It is encrypted, or packed in a way that bundles are not.")
    largest = LARGEST_PARTS[part.filename]
    with file.open(part) as opened:
        content = opened.read(largest + 1)
    if len(content) > largest:
        raise Unusable(part.filename, f"It has more than {largest // MEBIBYTE} MiB.")
    return content
