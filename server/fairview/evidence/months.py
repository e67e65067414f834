"""Months of UTC, as ranges of UUIDv7: the first 48 bits of an id are the millisecond in which it was made."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from fairview.kit.clock import as_datetime, as_us

TIME_SHIFT = 80


@dataclass(frozen=True, order=True)
class Month:
    year: int
    month: int

    @classmethod
    def of(cls, at: datetime) -> "Month":
        return cls(at.year, at.month)

    @classmethod
    def of_id(cls, id_: UUID) -> "Month | None":
        """The month in which the id was made; None if it does not say."""
        return cls.of(as_datetime((id_.int >> TIME_SHIFT) * 1_000)) if id_.version == 7 else None

    @property
    def next(self) -> "Month":
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def first_id(self) -> UUID:
        """No id of this month is less."""
        began_ms = as_us(datetime(self.year, self.month, 1, tzinfo=UTC)) // 1_000
        return UUID(int=began_ms << TIME_SHIFT)

    def __str__(self) -> str:
        return f"{self.year:04}_{self.month:02}"
