"""Messages, batches and tickets that no page of ours would send, made from good ones; the same for a seed."""

import json
import math
from random import Random
from typing import Any

import msgspec

from tests.live_matrix import SAID, WRITTEN

STREAM = "018f4d5e-0000-7000-8000-000000000001"
DEEP: Any = 0
for _ in range(200):
    DEEP = [DEEP]
ODD: list[Any] = [
    None,
    "",
    0,
    -1,
    1.5,
    math.nan,
    True,
    [],
    {},
    DEEP,
    2**53,
    -(2**63),
    2**64 - 1,
    b"\x00\xff",
    "\x00",
    "x" * 10_000,
    "\N{GRINNING FACE}'\"%_\\",
    "00000000-0000-0000-0000-000000000000",
    msgspec.msgpack.Ext(1, b"odd"),
]


DEEPER = [b"\x91", b"[", b'{"type":', b"\x81\xa4type"]
"""Each opens what it never closes."""


class Odd:
    """An endless supply."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)

    def frame(self) -> bytes:
        """For the socket. Some are good, so that much is under way when the next is not."""
        good = self.message()
        if self.chance.random() < 0.3:
            return msgspec.msgpack.encode(good)
        return self.scratched(msgspec.msgpack.encode(self.spoiled(good)))

    def batch(self) -> tuple[str, bytes]:
        """For the address that takes entries: a content type, and a body that may be of another."""
        message = self.spoiled(self.append())
        body = msgspec.msgpack.encode(message) if self.chance.random() < 0.5 else as_json(message)
        kinds = ["application/json", "application/msgpack", "text/plain", "application/x-msgpack; odd"]
        return self.chance.choice(kinds), self.scratched(body)

    def secret(self, good: str) -> str:
        """A ticket or token that differs from the good one, most of the time."""
        parts = good.split(":")
        match self.chance.randrange(6):
            case 0:
                return good[: self.chance.randrange(len(good))]
            case 1:
                return good + self.chance.choice(["x", ":", "\x00", "=" * 100])
            case 2:
                self.chance.shuffle(parts)
                return ":".join(parts)
            case 3:
                return self.chance.choice(["", ":", "::", "x" * 100_000, "\N{GRINNING FACE}", "a:b:c"])
            case 4:
                return ":".join([parts[0][::-1], *parts[1:]])
            case _:
                place = self.chance.randrange(len(good))
                return good[:place] + chr(self.chance.randrange(32, 127)) + good[place + 1 :]

    def message(self) -> dict[str, Any]:
        if self.chance.random() < 0.5:
            return self.append()
        name = self.chance.choice(list(SAID))
        return {"type": name, **SAID[name]}

    def append(self) -> dict[str, Any]:
        kind = self.chance.choice(list(WRITTEN))
        number, at_us = self.chance.randrange(1, 20), self.chance.randrange(10**9)
        entry = {"number": number, "at_us": at_us, "payload": {"kind": kind, **WRITTEN[kind]}}
        entries = [entry] * self.chance.choice([0, 1, 1, 1, 2, 201])
        return {"type": "evidence.append", "stream": STREAM, "epoch": "page", "entries": entries}

    def spoiled(self, value: Any) -> Any:
        """With something odd somewhere inside, or without something."""
        if isinstance(value, dict) and value and self.chance.random() < 0.9:
            name = self.chance.choice(list(value))
            match self.chance.randrange(8):
                case 0:
                    return {other: held for other, held in value.items() if other != name}
                case 1:
                    return {**value, "more": self.chance.choice(ODD)}
                case _:
                    return {**value, name: self.spoiled(value[name])}
        if isinstance(value, list) and value and self.chance.random() < 0.9:
            place = self.chance.randrange(len(value))
            return [*value[:place], self.spoiled(value[place]), *value[place + 1 :]]
        return value if self.chance.random() < 0.1 else self.chance.choice(ODD)

    def scratched(self, data: bytes) -> bytes:
        """Often as it was; otherwise cut, lengthened, doubled, with bits turned, or deeper than anything."""
        place = self.chance.randrange(len(data) + 1)
        match self.chance.randrange(10):
            case 0:
                return data[:place]
            case 1:
                return data[:place] + self.chance.randbytes(self.chance.randrange(1, 40)) + data[place:]
            case 2:
                return data + data
            case 3:
                return self.chance.randbytes(self.chance.randrange(200))
            case 4:
                turned = bytearray(data)
                for _ in range(self.chance.randrange(1, 8)):
                    turned[self.chance.randrange(len(turned))] ^= 1 << self.chance.randrange(8)
                return bytes(turned)
            case 5:
                return self.chance.choice(DEEPER) * self.chance.randrange(9_000)
            case _:
                return data


def as_json(message: Any) -> bytes:
    """JSON as a careless program writes it, `NaN` included."""
    return json.dumps(message, default=str).encode()
