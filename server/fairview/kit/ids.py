"""Identifiers. UUIDv7 sorts by creation time, so tables and partitions stay in order."""

from uuid import UUID

from uuid6 import uuid7


def new_id() -> UUID:
    """A new UUIDv7, as the plain standard-library type."""
    return UUID(int=uuid7().int)
