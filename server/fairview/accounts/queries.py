from uuid import UUID

from django.http import HttpRequest

from fairview.accounts.contracts import Person
from fairview.accounts.models import Membership, Organisation, User
from fairview.accounts.permissions import CAPABILITIES
from fairview.audit.contracts import Actor
from fairview.kit.errors import NotFound, Unauthenticated
from fairview.kit.languages import Locale, locale_of

INTERVIEWING = [role for role, capabilities in CAPABILITIES.items() if "rooms.lead" in capabilities]


def get_organisation(organisation_id: UUID) -> Organisation:
    organisation = Organisation.objects.filter(id=organisation_id).first()
    if organisation is None:
        raise NotFound
    return organisation


def actor_of(user: User) -> Actor:
    """The user as an actor in their organisation; `Unauthenticated` if they have left it."""
    membership = Membership.objects.filter(user=user, user__is_active=True).first()
    if membership is None:
        raise Unauthenticated
    return Actor("staff", user.id, membership.organisation_id, membership.role, user.name)


def staff_actor(request: HttpRequest) -> Actor:
    """Who is signed in, by the session cookie."""
    if not isinstance(request.user, User):
        raise Unauthenticated
    return actor_of(request.user)


def get_membership(user: User) -> Membership:
    """The user's place of work, read afresh with the user and the organisation."""
    return Membership.objects.select_related("user", "organisation").get(user=user)


def language_of(user: User) -> Locale:
    """What they read: the language they chose, or the organisation's."""
    return locale_of(user.locale, get_membership(user).organisation.locale)


def list_people(organisation_id: UUID) -> list[Person]:
    """Who may interview, by name."""
    memberships = (
        Membership.objects.filter(
            organisation_id=organisation_id, role__in=INTERVIEWING, user__is_active=True
        )
        .select_related("user")
        .order_by("user__name", "user_id")
    )
    return [as_person(membership) for membership in memberships]


def as_person(membership: Membership) -> Person:
    user = membership.user
    return Person(user.id, user.name, user.email, membership.role, user.zone)
