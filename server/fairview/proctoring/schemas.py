from ninja import Schema
from pydantic import Field

from fairview.proctoring.contracts import Review


class ReviewIn(Schema):
    review: Review
    note: str = Field("", max_length=2_000)
