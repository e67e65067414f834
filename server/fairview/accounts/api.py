from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from fairview.accounts.actions import change_account, change_organisation
from fairview.accounts.auth import StaffRequest, staff_auth
from fairview.accounts.contracts import OrganisationLook
from fairview.accounts.looks import LARGEST_MB, MB, choose_accent, get_logo, put_logo, remove_logo
from fairview.accounts.permissions import require_capability
from fairview.accounts.queries import get_membership, list_people
from fairview.accounts.schemas import (
    ApiTokenIn,
    ApiTokenOut,
    LookChange,
    Me,
    MeChange,
    NewApiToken,
    OrganisationChange,
    PersonOut,
    me_out,
    person_out,
    token_out,
)
from fairview.accounts.tokens import create_token, list_tokens, revoke_token

router = Router(auth=staff_auth, tags=["accounts"])

PICTURE_HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
}


@router.get("/me", response=Me, operation_id="get_me")
def get_me(request: StaffRequest) -> Me:
    return me_out(get_membership(request.user))


@router.patch("/me", response=Me, operation_id="change_me")
def change_me(request: StaffRequest, change: MeChange) -> Me:
    change_account(request.actor, **change.dict(exclude_none=True))
    return me_out(get_membership(request.user))


@router.patch("/organisation", response=Me, operation_id="change_organisation")
def patch_organisation(request: StaffRequest, change: OrganisationChange) -> Me:
    change_organisation(request.actor, change.locale)
    return me_out(get_membership(request.user))


@router.get("/people", response=list[PersonOut], operation_id="list_people")
def get_people(request: StaffRequest) -> list[PersonOut]:
    require_capability(request.actor, "people.read")
    return [person_out(person) for person in list_people(request.actor.organisation)]


@router.get("/tokens", response=list[ApiTokenOut], operation_id="list_tokens")
def get_tokens(request: StaffRequest) -> list[ApiTokenOut]:
    return [token_out(token) for token in list_tokens(request.actor)]


@router.post("/tokens", response={201: NewApiToken}, operation_id="create_token")
def post_token(request: StaffRequest, details: ApiTokenIn) -> Status[NewApiToken]:
    token, secret = create_token(request.actor, details.name, details.expires_at)
    return Status(201, NewApiToken(**token_out(token).dict(), secret=secret))


@router.delete("/tokens/{uuid:token_id}", response={204: None}, operation_id="revoke_token")
def delete_token(request: StaffRequest, token_id: UUID) -> Status[None]:
    revoke_token(request.actor, token_id)
    return Status(204, None)


@router.put("/look", response=OrganisationLook, operation_id="choose_accent")
def put_look(request: StaffRequest, change: LookChange) -> OrganisationLook:
    return choose_accent(request.actor, change.accent)


@router.put(
    "/look/logo",
    response=OrganisationLook,
    operation_id="put_logo",
    openapi_extra={"requestBody": {"content": {"application/octet-stream": {"schema": {"type": "string"}}}}},
)
def put_look_logo(request: StaffRequest) -> OrganisationLook:
    """The body is the picture as it is."""
    return put_logo(request.actor, request.read(LARGEST_MB * MB + 1))


@router.delete("/look/logo", response={204: None}, operation_id="remove_logo")
def delete_look_logo(request: StaffRequest) -> Status[None]:
    remove_logo(request.actor)
    return Status(204, None)


@router.get("/logos/{uuid:logo_id}", auth=None, operation_id="get_logo")
def get_logo_picture(request: HttpRequest, logo_id: UUID) -> HttpResponse:
    logo = get_logo(logo_id)
    return HttpResponse(bytes(logo.content), content_type="image/png", headers=PICTURE_HEADERS)
