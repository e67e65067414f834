"""What the load is told, and what it tells."""

import msgspec


class Pen(msgspec.Struct, frozen=True, kw_only=True):
    """One connection's right to write one stream, from the number `first`."""

    session: str
    stream: str
    token: str
    first: int = 1

    def from_(self, number: int) -> "Pen":
        return msgspec.structs.replace(self, first=number)


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """`batch` entries a request, until the time is over or each connection had its `requests` answered."""

    port: int
    pens: list[Pen]
    batch: int = 1
    seconds: float
    requests: int | None = None


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """Milliseconds of every answered request. `refused` should be empty."""

    seconds: float
    cpu_seconds: float
    took_ms: list[float]
    refused: list[str]
