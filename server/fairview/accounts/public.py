"""The door of accounts."""

from fairview.accounts.actions import create_member, create_organisation
from fairview.accounts.auth import StaffRequest, staff_auth
from fairview.accounts.contracts import NewPerson, Person, Role
from fairview.accounts.errors import CsrfFailed
from fairview.accounts.models import Membership, Organisation, User
from fairview.accounts.permissions import Capability, may, require, require_capability
from fairview.accounts.queries import actor_of, get_organisation, list_people, staff_actor

__all__ = [
    "Capability",
    "CsrfFailed",
    "Membership",
    "NewPerson",
    "Organisation",
    "Person",
    "Role",
    "StaffRequest",
    "User",
    "actor_of",
    "create_member",
    "create_organisation",
    "get_organisation",
    "list_people",
    "may",
    "require",
    "require_capability",
    "staff_actor",
    "staff_auth",
]
