"""The chain, as pure rules.

    hash = SHA-256(canonical(line))        canonical: JSON, UTF-8, keys sorted, no white space

where `line` is every field of `Line` and the format's name. The first line's `previous` is 64 zeros.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from fairview.audit.contracts import ChainProblem

FORMAT = "fairview.audit.1"
FIRST_HASH = "0" * 64


@dataclass(frozen=True)
class Line:
    """What the hash of one entry covers. Ids are strings, empty where there is none."""

    organisation: str
    number: int
    at_us: int
    actor_kind: str
    actor: str
    role: str
    action: str
    object_kind: str
    object: str
    facts: dict[str, str | int]
    previous: str


def line_hash(line: Line) -> str:
    content = {"format": FORMAT, **asdict(line)}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def check_lines(lines: Iterable[tuple[Line, str]], length: int, head: str) -> Iterator[ChainProblem]:
    """What is wrong with lines and their stored hashes, in order; `length` and `head` are the chain's own."""
    number, previous = 0, FIRST_HASH
    for line, stored in lines:
        if line.number != number + 1:
            yield ChainProblem(number + 1, "entry_missing")
        elif line.previous != previous:
            yield ChainProblem(line.number, "link_broken")
        if line_hash(line) != stored:
            yield ChainProblem(line.number, "entry_changed")
        number, previous = line.number, stored
    if (number, previous) != (length, head):
        yield ChainProblem(number + 1, "end_missing")
