from ninja import Schema
from pydantic import Field

from fairview.proctoring.contracts import Review, SightingRule


class ReviewIn(Schema):
    review: Review
    note: str = Field("", max_length=2_000)


class SightingIn(Schema):
    rule: SightingRule
    note: str = Field("", max_length=2_000)
