"""The little of the protocol buffer format that reading one message of numbers takes."""

import struct
from collections.abc import Iterator

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5


def fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Each field of a message: its number, and its integer, its bytes, or its raw 4 or 8 bytes."""
    at = 0
    while at < len(message):
        key, at = varint(message, at)
        number, kind = key >> 3, key & 7
        if kind == VARINT:
            value, at = varint(message, at)
            yield number, value
            continue
        size = {FIXED64: 8, FIXED32: 4}.get(kind)
        if kind == BYTES:
            size, at = varint(message, at)
        if size is None or at + size > len(message):
            raise ValueError(f"not a protocol buffer message at byte {at}")
        yield number, message[at : at + size]
        at += size


def varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(message):
        byte = message[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at
    raise ValueError("a protocol buffer message ends in the middle of a number")


def floats(value: int | bytes) -> tuple[float, ...]:
    """One 32-bit float, or a packed run of them."""
    assert isinstance(value, bytes)
    return struct.unpack(f"<{len(value) // 4}f", value)


def integers(value: int | bytes) -> tuple[int, ...]:
    """One integer, or a packed run of them."""
    if isinstance(value, int):
        return (value,)
    found, at = [], 0
    while at < len(value):
        number, at = varint(value, at)
        found.append(number)
    return tuple(found)
