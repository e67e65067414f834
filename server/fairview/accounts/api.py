from ninja import Router

from fairview.accounts.actions import change_account
from fairview.accounts.auth import StaffRequest, staff_auth
from fairview.accounts.permissions import require_capability
from fairview.accounts.queries import get_membership, list_people
from fairview.accounts.schemas import Me, MeChange, PersonOut, me_out, person_out

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
