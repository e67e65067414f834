"""A candidate's receipts: what the server had signed at the time, kept where the operator cannot reach it."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from fairview.reports.verifier.bundle import read_object
from fairview.reports.verifier.canonical import canonical, fingerprint
from fairview.reports.verifier.findings import Problem, Unusable
from fairview.reports.verifier.log import Log
from fairview.reports.verifier.seals import Seal, fits, is_signed, read_seals, signature_faults

FORMAT = "fairview.receipts.1"
HEAD_FORMAT = "fairview.receipt.1"
HEAD = {
    "stream": str,
    "through": int,
    "head": str,
    "signed_us": int,
    "path": list,
    "signature": str,
    "key": str,
}
LARGEST_FILE = 64 << 20


def read_receipts(path: Path) -> dict[str, Any]:
    """Raises `Unusable`."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Unusable(path.name, f"It cannot be read: {error.strerror}.") from None
    if len(content) > LARGEST_FILE:
        raise Unusable(path.name, "It is too large for a receipt.")
    receipts = read_object(path.name, content)
    lists = (receipts.get("seals"), receipts.get("receipts"))
    if receipts.get("format") != FORMAT or not all(isinstance(one, list) for one in lists):
        raise Unusable(path.name, "This is not a receipt of Fairview.")
    return receipts


def check_receipts(
    receipts: dict[str, Any], seals: Sequence[Seal], log: Log, session: Any
) -> Iterator[Problem]:
    """Whether everything that the receipts hold stands in the bundle as it was signed then."""
    if receipts.get("session") != session:
        yield Problem("receipt", "It is about another session.")
        return
    kept, problems = read_seals(receipts["seals"], "receipt, seal")
    yield from problems
    for seal in kept:
        yield from (Problem(f"receipt, {seal.where}", fault) for fault in _seal_faults(seal, seals))
    keys = {fingerprint(seal.public_key): seal.public_key for seal in seals}
    acknowledged = {(entry["stream"], entry["number"], entry["hash"]) for entry in log.entries}
    for number, head in enumerate(receipts["receipts"], start=1):
        where = f"receipt, head {number}"
        yield from (Problem(where, fault) for fault in _head_faults(head, session, keys, acknowledged))
    if not kept and not receipts["receipts"]:
        yield Problem("receipt", "There is nothing in it.")


def _seal_faults(kept: Seal, seals: Sequence[Seal]) -> Iterator[str]:
    yield from signature_faults(kept)
    if kept.signed not in [seal.signed for seal in seals]:
        yield f"It was signed with key {kept.document['key']}, and is not among the seals of the bundle."


def _head_faults(
    head: Any, session: Any, keys: dict[str, str], acknowledged: set[tuple[str, int, str]]
) -> Iterator[str]:
    if not fits(head, HEAD):
        yield "This is not a signed head."
        return
    said = {name: head[name] for name in ("head", "signed_us", "stream", "through")}
    statement = canonical({"format": HEAD_FORMAT, "root": _root({"session": session, **said}, head["path"])})
    if head["key"] not in keys:
        yield f"It was signed with key {head['key'][:32]}, which sealed nothing here."
    elif not is_signed(keys[head["key"]], head["signature"], statement):
        yield "Its signature does not fit."
    elif (head["stream"], head["through"], head["head"]) not in acknowledged:
        yield f"Entry {head['through']} of stream {head['stream']} is not what was acknowledged then."


def _root(said: dict[str, Any], path: Sequence[Any]) -> str:
    """Of the heads that were signed together; empty where the path is none."""
    try:
        siblings = [bytes.fromhex(sibling) for sibling in path]
    except (TypeError, ValueError):
        return ""
    node = hashlib.sha256(b"\x00" + canonical(said)).digest()
    for sibling in siblings:
        node = hashlib.sha256(b"\x01" + min(node, sibling) + max(node, sibling)).digest()
    return node.hex()
