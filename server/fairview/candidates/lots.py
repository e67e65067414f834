"""Lots as other contexts read them: one by id, and who is to be interviewed."""

from uuid import UUID

from fairview.audit.public import Actor
from fairview.candidates.models import Candidate, Lot
from fairview.kit.errors import NotFound


def get_lot(actor: Actor, lot_id: UUID) -> Lot:
    lot = Lot.objects.visible_to(actor).select_related("pool", "created_by").filter(id=lot_id).first()
    if lot is None:
        raise NotFound
    return lot


def lot_candidates(lot: Lot) -> list[Candidate]:
    """Whom the lot invites, in order of rank: those drawn who have not dropped out, and the alternates that
    were called up in their place."""
    places = lot.members.filter(left=None).exclude(is_alternate=True, called=None)
    return [place.candidate for place in places.select_related("candidate").order_by("rank")]
