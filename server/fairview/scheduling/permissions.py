"""Who may plan and who may lead; who may see is `Interview.objects.visible_to`."""

from fairview.accounts.public import require_capability
from fairview.audit.public import Actor
from fairview.kit.errors import Forbidden
from fairview.scheduling.models import Interview

LEADS_ANY = {"owner", "admin"}


def require_planner(actor: Actor) -> None:
    require_capability(actor, "interviews.plan")


def can_conduct(actor: Actor, interview: Interview) -> bool:
    """Open the room, admit, start, end: the panel, and the owner and admins of the organisation."""
    if actor.kind != "staff" or actor.organisation_id != interview.organisation_id:
        return False
    return actor.role in LEADS_ANY or interview.panel.filter(user_id=actor.person).exists()


def require_conductor(actor: Actor, interview: Interview) -> None:
    if not can_conduct(actor, interview):
        raise Forbidden
