"""The door of accounts."""

from fairview.accounts.actions import create_member, create_organisation
from fairview.accounts.auth import ServiceRequest, StaffRequest, anyone_auth, service_auth, staff_auth
from fairview.accounts.contracts import NewPerson, OrganisationLook, Person, Role
from fairview.accounts.errors import CsrfFailed
from fairview.accounts.looks import look_of
from fairview.accounts.models import Membership, Organisation, User
from fairview.accounts.permissions import Capability, may, require, require_capability
from fairview.accounts.queries import actor_of, get_organisation, language_of, list_people, staff_actor
from fairview.accounts.tokens import create_token, token_maker

__all__ = [
    "Capability",
    "CsrfFailed",
    "Membership",
    "NewPerson",
    "Organisation",
    "OrganisationLook",
    "Person",
    "Role",
    "ServiceRequest",
    "StaffRequest",
    "User",
    "actor_of",
    "anyone_auth",
    "create_member",
    "create_organisation",
    "create_token",
    "get_organisation",
    "language_of",
    "list_people",
    "look_of",
    "may",
    "require",
    "require_capability",
    "service_auth",
    "staff_actor",
    "staff_auth",
    "token_maker",
]
