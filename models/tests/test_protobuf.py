"""The small protocol buffer reader, on messages written by hand."""

import struct

import pytest

from models.protobuf import fields, floats, integers


def test_fields_of_every_kind_are_read() -> None:
    message = b"\x08\x96\x01" + b"\x12\x02hi" + b"\x1d" + struct.pack("<f", 1.5) + b"\x21" + bytes(8)
    assert list(fields(message)) == [(1, 150), (2, b"hi"), (3, struct.pack("<f", 1.5)), (4, bytes(8))]


def test_single_and_packed_numbers_read_alike() -> None:
    assert floats(struct.pack("<2f", 0.5, -2)) == (0.5, -2)
    assert integers(7) == (7,)
    assert integers(b"\x01\x96\x01") == (1, 150)


@pytest.mark.parametrize("message", [b"\x08", b"\x12\x05hi", b"\x0b"])
def test_a_broken_message_is_refused(message: bytes) -> None:
    with pytest.raises(ValueError, match="protocol buffer"):
        list(fields(message))
