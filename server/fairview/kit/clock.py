"""The server's time. Evidence counts in whole microseconds since the Unix epoch (UTC), never in floats."""

import time
from datetime import UTC, datetime, timedelta

EPOCH = datetime.fromtimestamp(0, UTC)


def now_us() -> int:
    """Microseconds since the Unix epoch."""
    return time.time_ns() // 1_000


def utc_now() -> datetime:
    return datetime.now(UTC)


def as_datetime(at_us: int) -> datetime:
    """The UTC datetime of a time in microseconds."""
    return datetime.fromtimestamp(at_us / 1_000_000, UTC)


def as_us(at: datetime) -> int:
    """The microseconds of a datetime, exactly."""
    return (at - EPOCH) // timedelta(microseconds=1)
