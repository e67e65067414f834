"""What the routes of a lot's interviews take in. What they give out is in `lot_plans` and `lot_rows`."""

from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from fairview.scheduling.engine import Fold, WallTime
from fairview.scheduling.lot_plans import AT_ONCE, LotWish, Turns
from fairview.scheduling.lot_rows import Length, RowWish
from fairview.scheduling.schemas import Minutes, Panel, Short, Title
from fairview.scheduling.slots import Pattern


class PatternIn(Schema):
    """How times follow each other; the first is `date` `time`. `panels` take turns, or talk side by side."""

    date: Short
    time: Short
    fold: Fold | None = None
    zone: Short
    minutes: Minutes
    break_minutes: Annotated[int, Field(ge=0, le=480)] = 0
    until: Short | None = None
    weekdays_only: bool = True
    panels: Annotated[list[Panel], Field(max_length=50)]
    side_by_side: bool = False

    def as_pattern(self) -> Pattern:
        start = WallTime(self.date, self.time, self.zone, self.fold)
        return Pattern(start, self.minutes, self.break_minutes, self.until, self.weekdays_only)

    def as_turns(self) -> Turns:
        return Turns(self.panels, self.side_by_side)


class RowIn(Schema):
    candidate_id: UUID
    date: Short
    time: Short
    fold: Fold | None = None
    interviewer_ids: Panel

    def as_wish(self) -> RowWish:
        return RowWish(self.candidate_id, self.date, self.time, self.interviewer_ids, self.fold)


Rows = Annotated[list[RowIn], Field(min_length=1, max_length=AT_ONCE)]


class RowsIn(Schema):
    """A plan as a person changed it."""

    zone: Short
    minutes: Minutes
    rows: Rows

    @property
    def length(self) -> Length:
        return Length(self.zone, self.minutes)

    @property
    def wishes(self) -> list[RowWish]:
        return [row.as_wish() for row in self.rows]


class LotInterviewsIn(RowsIn):
    """`request_key` is made by the page with the plan, so that a request sent twice plans once."""

    request_key: UUID
    title: Title
    invite: bool = False
    allow_overlap: bool = False

    def as_wish(self) -> LotWish:
        return LotWish(
            self.request_key, self.title, self.length, self.wishes, self.invite, self.allow_overlap
        )
