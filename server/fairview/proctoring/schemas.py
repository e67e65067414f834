from ninja import Schema
from pydantic import Field

from fairview.proctoring.contracts import Review, SightingRule


class ReviewIn(Schema):
    review: Review
    note: str = Field("", max_length=2_000)


class SightingIn(Schema):
    rule: SightingRule
    note: str = Field("", max_length=2_000)


class MeasuredOut(Schema):
    """Shares in permille, null where they were not measured."""

    precision_pm: int | None
    recall_pm: int | None
    sample: str
    weaker: str
