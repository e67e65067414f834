"""Candidates whom another program names: found by their e-mail address, or taken in as they are told."""

from fairview.audit.public import Actor, record
from fairview.candidates.engine import search_text
from fairview.candidates.models import Candidate
from fairview.kit.addresses import check_address
from fairview.kit.zones import check_zone


def take_in_candidate(actor: Actor, name: str, email: str, zone: str) -> Candidate:
    """The organisation's candidate with this address, or a new one. Without an address nobody can be
    recognised, so that each is new. Runs inside the caller's transaction."""
    known = Candidate.objects.filter(organisation_id=actor.organisation, erased_at=None, email__iexact=email)
    if email and (candidate := known.first()):
        return candidate
    if email:
        check_address(email, field="candidateEmail")
    candidate = Candidate.objects.create(
        organisation_id=actor.organisation,
        name=name,
        email=email,
        zone=check_zone(zone),
        search_text=search_text(name, email),
    )
    record(actor, "candidates.candidate_taken_in", "candidate", candidate.id)
    return candidate
