"""Who may look into the bank, and who may give an exercise to an interview."""

from fairview.accounts.public import may
from fairview.audit.public import Actor
from fairview.kit.errors import Forbidden
from fairview.scheduling.public import Interview, can_conduct


def require_bank_reader(actor: Actor) -> None:
    """Solutions and hidden tests are in the bank: for those who plan or lead interviews."""
    if not (may(actor, "interviews.plan") or may(actor, "rooms.lead")):
        raise Forbidden


def require_assigner(actor: Actor, interview: Interview) -> None:
    """Whoever plans interviews, and whoever may lead this one."""
    if not (may(actor, "interviews.plan") or can_conduct(actor, interview)):
        raise Forbidden
