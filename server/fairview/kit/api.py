"""What every API of the desk shares: the shape of a problem, and pages of a list."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from ninja import Schema

Item = TypeVar("Item")
Row = TypeVar("Row", bound=Model)

PAGE_SIZE = 50


class Problem(Schema):
    """An error as RFC 9457 has it. The page shows the sentence that its own catalogue has for `code`."""

    type: str
    title: str
    status: int
    code: str
    params: dict[str, str | int] = {}
    field: str | None = None


class Page(Schema, Generic[Item]):
    items: list[Item]
    total: int
    page: int
    pages: int


def paginate(rows: QuerySet[Row], page: int, as_item: Callable[[Row], Any]) -> dict[str, Any]:
    """One page (counted from 1; beyond the end is empty) in the shape of `Page`."""
    total, page = rows.count(), max(page, 1)
    pages = max(1, -(-total // PAGE_SIZE))
    start = (page - 1) * PAGE_SIZE
    items = [as_item(row) for row in rows[start : start + PAGE_SIZE]] if page <= pages else []
    return {"items": items, "total": total, "page": page, "pages": pages}
