from typing import Any
from uuid import UUID

from ninja import Router, Status

from fairview.accounts.public import StaffRequest, require_capability, staff_auth
from fairview.candidates.actions import add_candidate, change_candidate, delete_candidate
from fairview.candidates.imports.api import router as imports_router
from fairview.candidates.lots.api import router as lots_router
from fairview.candidates.models import Candidate
from fairview.candidates.pools.api import router as pools_router
from fairview.candidates.queries import get_candidate, list_candidates
from fairview.candidates.schemas import CandidateChange, CandidateIn, CandidateOut, candidates_out
from fairview.kit.api import Page, paginate

__all__ = ["imports_router", "lots_router", "pools_router", "router"]

router = Router(auth=staff_auth, tags=["candidates"])


@router.get("", response=Page[CandidateOut], operation_id="list_candidates")
def get_candidates(request: StaffRequest, search: str = "", page: int = 1) -> dict[str, Any]:
    require_capability(request.actor, "candidates.read")
    found = paginate(list_candidates(request.actor, search), page, lambda candidate: candidate)
    return {**found, "items": candidates_out(found["items"])}


@router.post("", response={201: CandidateOut}, operation_id="add_candidate")
def post_candidate(request: StaffRequest, details: CandidateIn) -> Status[CandidateOut]:
    return Status(201, as_item(add_candidate(request.actor, **details.dict())))


@router.get("/{uuid:candidate_id}", response=CandidateOut, operation_id="get_candidate")
def get_one(request: StaffRequest, candidate_id: UUID) -> CandidateOut:
    require_capability(request.actor, "candidates.read")
    return as_item(get_candidate(request.actor, candidate_id))


@router.patch("/{uuid:candidate_id}", response=CandidateOut, operation_id="change_candidate")
def patch_one(request: StaffRequest, candidate_id: UUID, details: CandidateChange) -> CandidateOut:
    changes = details.dict(exclude_none=True)
    return as_item(change_candidate(request.actor, candidate_id, **changes))


@router.delete("/{uuid:candidate_id}", response={204: None}, operation_id="delete_candidate")
def delete_one(request: StaffRequest, candidate_id: UUID) -> Status[None]:
    delete_candidate(request.actor, candidate_id)
    return Status(204, None)


def as_item(candidate: Candidate) -> CandidateOut:
    return candidates_out([candidate])[0]
