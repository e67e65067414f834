from typing import Any, Literal
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status

from fairview.accounts.public import StaffRequest, require_capability, staff_auth
from fairview.candidates.lots.actions import (
    call_up,
    get_lot,
    list_calls,
    list_lots,
    list_places,
    pool_file,
    recheck_lot,
    record_file,
)
from fairview.candidates.lots.making import make_lot, preview_lot
from fairview.candidates.lots.schemas import (
    CallOut,
    LotIn,
    LotLine,
    LotOut,
    LotPreviewOut,
    LotReplacementOut,
    PlaceOut,
    RecheckOut,
    ReplacementIn,
    WishIn,
    call_out,
    lot_line,
    lot_out,
    place_out,
    preview_out,
    recheck_out,
    replacement_out,
)
from fairview.kit.api import Page, paginate

router = Router(auth=staff_auth, tags=["lots"])


@router.get("", response=Page[LotLine], operation_id="list_lots")
def get_lots(
    request: StaffRequest, pool: UUID | None = None, search: str = "", page: int = 1
) -> dict[str, Any]:
    require_capability(request.actor, "candidates.read")
    return paginate(list_lots(request.actor, pool, search), page, lot_line)


@router.post("", response={201: LotOut}, operation_id="make_lot")
def post_lot(request: StaffRequest, details: LotIn) -> Status[LotOut]:
    lot = make_lot(request.actor, details.as_wish(), details.request_key, details.name, details.seen)
    return Status(201, lot_out(lot))


@router.get("/preview", response=LotPreviewOut, operation_id="preview_lot")
def get_preview(request: StaffRequest, wish: Query[WishIn]) -> LotPreviewOut:
    return preview_out(preview_lot(request.actor, wish.as_wish()))


@router.get("/{uuid:lot_id}", response=LotOut, operation_id="get_lot")
def get_one(request: StaffRequest, lot_id: UUID) -> LotOut:
    require_capability(request.actor, "candidates.read")
    return lot_out(get_lot(request.actor, lot_id))


@router.get("/{uuid:lot_id}/places", response=Page[PlaceOut], operation_id="list_places")
def get_places(
    request: StaffRequest, lot_id: UUID, part: Literal["drawn", "alternates"] = "drawn", page: int = 1
) -> dict[str, Any]:
    require_capability(request.actor, "candidates.read")
    places = list_places(get_lot(request.actor, lot_id), alternates=part == "alternates")
    return paginate(places, page, place_out)


@router.get("/{uuid:lot_id}/replacements", response=list[CallOut], operation_id="list_calls")
def get_calls(request: StaffRequest, lot_id: UUID) -> list[CallOut]:
    require_capability(request.actor, "candidates.read")
    return [call_out(made) for made in list_calls(get_lot(request.actor, lot_id))]


@router.post("/{uuid:lot_id}/replacements", response={201: LotReplacementOut}, operation_id="call_up")
def post_replacement(
    request: StaffRequest, lot_id: UUID, details: ReplacementIn
) -> Status[LotReplacementOut]:
    return Status(201, replacement_out(call_up(request.actor, lot_id, details.rank, details.reason)))


@router.post("/{uuid:lot_id}/verify", response=RecheckOut, operation_id="verify_lot")
def post_verify(request: StaffRequest, lot_id: UUID) -> RecheckOut:
    return recheck_out(recheck_lot(request.actor, lot_id))


@router.get("/{uuid:lot_id}/record.json", operation_id="download_lot_record", include_in_schema=False)
def get_record(request: StaffRequest, lot_id: UUID) -> HttpResponse:
    require_capability(request.actor, "candidates.read")
    return as_download(record_file(request.actor, lot_id), "application/json", f"lot-{short(lot_id)}.json")


@router.get("/{uuid:lot_id}/pool.csv", operation_id="download_lot_pool", include_in_schema=False)
def get_pool(request: StaffRequest, lot_id: UUID) -> HttpResponse:
    require_capability(request.actor, "candidates.read")
    return as_download(
        pool_file(request.actor, lot_id), "text/csv; charset=utf-8", f"pool-{short(lot_id)}.csv"
    )


def short(lot_id: UUID) -> str:
    """What tells one id from another: their beginnings are the time."""
    return lot_id.hex[-12:]


def as_download(content: str, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content.encode(), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
