from uuid import UUID

from ninja import Router, Status

from fairview.accounts.actions import change_account
from fairview.accounts.auth import StaffRequest, staff_auth
from fairview.accounts.permissions import require_capability
from fairview.accounts.queries import get_membership, list_people
from fairview.accounts.schemas import (
    ApiTokenIn,
    ApiTokenOut,
    Me,
    MeChange,
    NewApiToken,
    PersonOut,
    me_out,
    person_out,
    token_out,
)
from fairview.accounts.tokens import create_token, list_tokens, revoke_token

router = Router(auth=staff_auth, tags=["accounts"])


@router.get("/me", response=Me, operation_id="get_me")
def get_me(request: StaffRequest) -> Me:
    return me_out(get_membership(request.user))


@router.patch("/me", response=Me, operation_id="change_me")
def change_me(request: StaffRequest, change: MeChange) -> Me:
    change_account(request.actor, **change.dict(exclude_none=True))
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
