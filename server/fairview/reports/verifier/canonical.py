"""Bytes and hashes: JSON that every program writes alike, and SHA-256 over it."""

import hashlib
import json
from typing import Any

LARGEST = 2**53 - 1


class NotJson(ValueError):
    """Bytes that are not JSON, or JSON that two programs could read differently."""


def read_json(text: bytes) -> Any:
    """JSON with whole numbers of at most 53 bits and no name twice in an object."""
    try:
        value = json.loads(
            text.decode("utf-8"),
            object_pairs_hook=_each_name_once,
            parse_int=_portable,
            parse_float=_refused,
            parse_constant=_refused,
        )
        canonical(value)
    except RecursionError:
        raise NotJson("it is nested too deeply") from None
    except NotJson:
        raise
    except ValueError as error:
        raise NotJson(f"it is not JSON in UTF-8 ({error})") from None
    return value


def canonical(value: Any) -> bytes:
    """UTF-8, names sorted by code point, no white space, nothing escaped that need not be."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def fingerprint(public_key: Any) -> str:
    """How people name a key: the first 32 hex digits of its hash."""
    return public_key_hash(public_key)[:32]


def public_key_hash(public_key: Any) -> str:
    """SHA-256 of a public key (hex); empty for what is none."""
    try:
        return sha256(bytes.fromhex(public_key))
    except (TypeError, ValueError):
        return ""


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise NotJson("a name stands twice in one object")
    return found


def _portable(digits: str) -> int:
    number = int(digits) if len(digits) < 20 else LARGEST + 1
    if abs(number) > LARGEST:
        raise NotJson("a number is too large")
    return number


def _refused(text: str) -> None:
    raise NotJson(f"{text} is not a whole number")
