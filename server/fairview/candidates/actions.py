from typing import TypedDict, Unpack
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from fairview.accounts.public import require_capability
from fairview.audit.public import Actor, record
from fairview.candidates.engine import search_text
from fairview.candidates.errors import CandidateExists, CandidateHasInterviews, CandidateInLot
from fairview.candidates.lots.places import lots_with_rest
from fairview.candidates.models import Candidate, PoolMember
from fairview.candidates.pools.versions import note_change_of
from fairview.candidates.queries import get_candidate
from fairview.kit.addresses import check_address
from fairview.kit.languages import Locale
from fairview.kit.zones import check_zone


class Details(TypedDict, total=False):
    name: str
    email: str
    zone: str
    locale: str
    phone: str
    note: str


@transaction.atomic
def add_candidate(actor: Actor, **details: Unpack[Details]) -> Candidate:
    require_capability(actor, "candidates.write")
    candidate = Candidate(organisation_id=actor.organisation)
    _apply(candidate, details)
    record(actor, "candidates.candidate_added", "candidate", candidate.id)
    return candidate


@transaction.atomic
def change_candidate(actor: Actor, candidate_id: UUID, **details: Unpack[Details]) -> Candidate:
    require_capability(actor, "candidates.write")
    candidate = get_candidate(actor, candidate_id)
    _apply(candidate, details)
    note_change_of([candidate.id])
    fields = " ".join(sorted(details))
    record(actor, "candidates.candidate_changed", "candidate", candidate.id, fields=fields)
    return candidate


@transaction.atomic
def choose_locale(actor: Actor, candidate: Candidate, locale: Locale) -> None:
    """By the candidate, on their own page: what follows is written in it."""
    candidate.locale = locale
    candidate.save(update_fields=["locale"])
    record(actor, "candidates.candidate_changed", "candidate", candidate.id, fields="locale")


@transaction.atomic
def delete_candidate(actor: Actor, candidate_id: UUID) -> None:
    """Remove a candidate who has no interviews and is in no lot; pools just lose a member."""
    require_capability(actor, "candidates.write")
    candidate = get_candidate(actor, candidate_id)
    if lots_with_rest(candidate).exists():
        raise CandidateInLot
    note_change_of([candidate.id])
    PoolMember.ever.filter(candidate=candidate).delete()
    try:
        candidate.delete()
    except ProtectedError:
        problem = CandidateInLot if candidate.lots.exists() else CandidateHasInterviews
        raise problem from None
    record(actor, "candidates.candidate_deleted", "candidate", candidate_id)


def _apply(candidate: Candidate, details: Details) -> None:
    if "zone" in details:
        check_zone(details["zone"])
    if "email" in details:
        check_address(details["email"])
    for field, value in details.items():
        setattr(candidate, field, value)
    candidate.search_text = search_text(candidate.name, candidate.email)
    try:
        with transaction.atomic():
            candidate.save()
    except IntegrityError:
        raise CandidateExists(field="email") from None
