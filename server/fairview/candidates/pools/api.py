from typing import Annotated, Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status

from fairview.accounts.public import StaffRequest, require_capability, staff_auth
from fairview.candidates.imports.actions import start_import
from fairview.candidates.imports.queries import list_imports
from fairview.candidates.imports.schemas import ImportOut, import_out
from fairview.candidates.models import Pool
from fairview.candidates.pools.actions import (
    add_members,
    change_member,
    change_pool,
    create_pool,
    remove_members,
    undo_removal,
)
from fairview.candidates.pools.members import chosen_members, selected_members
from fairview.candidates.pools.orders import members_page
from fairview.candidates.pools.queries import count_members, get_pool, list_pools, members_file, values_of
from fairview.candidates.pools.schemas import (
    ChosenFileIn,
    CountOut,
    MemberChange,
    MemberFilterIn,
    MemberOut,
    MembersFileIn,
    MembersIn,
    PoolChange,
    PoolIn,
    PoolOut,
    RemovalOut,
    SelectionIn,
    member_out,
    members_out,
    pool_out,
    removal_out,
)
from fairview.kit.api import PAGE_SIZE, Page, paginate

router = Router(auth=staff_auth, tags=["pools"])

Wanted = Annotated[MemberFilterIn, Query()]


@router.get("", response=Page[PoolOut], operation_id="list_pools")
def get_pools(
    request: StaffRequest, archived: bool = False, search: str = "", page: int = 1
) -> dict[str, Any]:
    require_capability(request.actor, "candidates.read")
    return paginate(list_pools(request.actor, archived, search), page, as_item)


@router.post("", response={201: PoolOut}, operation_id="create_pool")
def post_pool(request: StaffRequest, details: PoolIn) -> Status[PoolOut]:
    return Status(201, as_item(create_pool(request.actor, details.name)))


@router.get("/{uuid:pool_id}", response=PoolOut, operation_id="get_pool")
def get_one(request: StaffRequest, pool_id: UUID) -> PoolOut:
    require_capability(request.actor, "candidates.read")
    return as_item(get_pool(request.actor, pool_id))


@router.patch("/{uuid:pool_id}", response=PoolOut, operation_id="change_pool")
def patch_one(request: StaffRequest, pool_id: UUID, details: PoolChange) -> PoolOut:
    return as_item(change_pool(request.actor, pool_id, details.name, details.archived))


@router.get("/{uuid:pool_id}/members", response=Page[MemberOut], operation_id="list_members")
def get_members(request: StaffRequest, pool_id: UUID, wanted: Wanted, page: int = 1) -> dict[str, Any]:
    require_capability(request.actor, "candidates.read")
    pool, meant = get_pool(request.actor, pool_id), wanted.as_filter()
    total, page = selected_members(pool, meant).count(), max(page, 1)
    pages = max(1, -(-total // PAGE_SIZE))
    found = members_page(pool, meant, (page - 1) * PAGE_SIZE, PAGE_SIZE) if page <= pages else []
    return {"items": members_out(found), "total": total, "page": page, "pages": pages}


@router.post("/{uuid:pool_id}/members", response=CountOut, operation_id="add_members")
def post_members(request: StaffRequest, pool_id: UUID, chosen: MembersIn) -> CountOut:
    """Add candidates that are known already; the answer counts those who were not in the pool."""
    return CountOut(count=add_members(request.actor, pool_id, chosen.candidate_ids))


@router.patch("/{uuid:pool_id}/members/{uuid:member_id}", response=MemberOut, operation_id="change_member")
def patch_member(request: StaffRequest, pool_id: UUID, member_id: UUID, change: MemberChange) -> MemberOut:
    return member_out(change_member(request.actor, pool_id, member_id, change.values))


@router.get("/{uuid:pool_id}/values", response=list[str], operation_id="list_values")
def get_values(request: StaffRequest, pool_id: UUID, column: str) -> list[str]:
    """What stands in an extra column, the most frequent first, two hundred at most."""
    require_capability(request.actor, "candidates.read")
    return values_of(get_pool(request.actor, pool_id), column)


@router.get("/{uuid:pool_id}/members.csv", operation_id="download_members", include_in_schema=False)
def get_members_file(
    request: StaffRequest, pool_id: UUID, wanted: Annotated[MembersFileIn, Query()]
) -> HttpResponse:
    """Whom the filter means, in its order."""
    require_capability(request.actor, "candidates.read")
    pool = get_pool(request.actor, pool_id)
    return csv_answer(
        members_file(pool, selected_members(pool, wanted.as_filter()), wanted.without), "pool.csv"
    )


@router.post("/{uuid:pool_id}/members.csv", operation_id="download_chosen_members", include_in_schema=False)
def post_members_file(request: StaffRequest, pool_id: UUID, chosen: ChosenFileIn) -> HttpResponse:
    """As above, of those who were chosen: they may be more than an address can hold."""
    require_capability(request.actor, "candidates.read")
    pool = get_pool(request.actor, pool_id)
    members = chosen_members(pool, chosen.as_selection())
    return csv_answer(members_file(pool, members, chosen.without), "pool.csv")


@router.post("/{uuid:pool_id}/removals", response={201: RemovalOut}, operation_id="remove_members")
def post_removal(request: StaffRequest, pool_id: UUID, chosen: SelectionIn) -> Status[RemovalOut]:
    """Take members out of the pool; for a day they can be put back."""
    removal = remove_members(request.actor, pool_id, chosen.as_selection())
    return Status(201, removal_out(removal))


@router.post(
    "/{uuid:pool_id}/removals/{uuid:removal_id}/undo", response=CountOut, operation_id="undo_removal"
)
def post_undo(request: StaffRequest, pool_id: UUID, removal_id: UUID) -> CountOut:
    return CountOut(count=undo_removal(request.actor, pool_id, removal_id))


@router.get("/{uuid:pool_id}/imports", response=Page[ImportOut], operation_id="list_imports")
def get_imports(request: StaffRequest, pool_id: UUID, page: int = 1) -> dict[str, Any]:
    require_capability(request.actor, "candidates.read")
    return paginate(list_imports(get_pool(request.actor, pool_id)), page, import_out)


@router.post(
    "/{uuid:pool_id}/imports",
    response={201: ImportOut},
    operation_id="start_import",
    openapi_extra={"requestBody": {"content": {"application/octet-stream": {"schema": {"type": "string"}}}}},
)
def post_import(request: StaffRequest, pool_id: UUID, name: str = "") -> Status[ImportOut]:
    """The body is the file as it is; `name` is what it is called."""
    return Status(201, import_out(start_import(request.actor, pool_id, name, request)))


def as_item(pool: Pool) -> PoolOut:
    return pool_out(pool, count_members(pool))


def csv_answer(text: str, name: str) -> HttpResponse:
    """With the mark by which spreadsheet programs know UTF-8."""
    return HttpResponse(
        "\ufeff" + text,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
