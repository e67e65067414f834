from datetime import datetime
from typing import Annotated, get_args
from uuid import UUID

from ninja import Schema
from pydantic import StringConstraints

from fairview.accounts.contracts import OrganisationLook, Person, Role
from fairview.accounts.looks import look_of
from fairview.accounts.models import ApiToken, Membership
from fairview.accounts.permissions import CAPABILITIES, Capability, roles_that_may
from fairview.kit.languages import Locale, chosen_locale, locale_of

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


Accent = Annotated[str, StringConstraints(to_lower=True, pattern=r"^#[0-9a-fA-F]{6}$")]


class OrganisationOut(Schema):
    id: UUID
    name: str
    zone: str
    locale: Locale
    look: OrganisationLook


class LookChange(Schema):
    """`accent` is `#rrggbb`; null brings Fairview's own colour back."""

    accent: Accent | None


class Me(Schema):
    """`may` is what this person may do; `others_may` says of everything else which roles may.
    `locale` is null until they choose a language."""

    id: UUID
    name: str
    email: str
    role: Role
    organisation: OrganisationOut
    zone: str
    locale: Locale | None
    may: list[Capability]
    others_may: dict[Capability, list[Role]]


class MeChange(Schema):
    name: Name | None = None
    zone: str | None = None
    locale: Locale | None = None


class OrganisationChange(Schema):
    locale: Locale


class PersonOut(Schema):
    id: UUID
    name: str
    email: str
    role: Role


def me_out(membership: Membership) -> Me:
    user, organisation = membership.user, membership.organisation
    held = CAPABILITIES[membership.role]
    return Me(
        id=user.id,
        name=user.name,
        email=user.email,
        role=Role(membership.role),
        organisation=OrganisationOut(
            id=organisation.id,
            name=organisation.name,
            zone=organisation.zone,
            locale=locale_of(organisation.locale),
            look=look_of(organisation),
        ),
        zone=user.zone,
        locale=chosen_locale(user.locale),
        may=sorted(held),
        others_may={one: roles_that_may(one) for one in get_args(Capability) if one not in held},
    )


def person_out(person: Person) -> PersonOut:
    return PersonOut(id=person.id, name=person.name, email=person.email, role=Role(person.role))


class ApiTokenIn(Schema):
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
    expires_at: datetime | None = None


class ApiTokenOut(Schema):
    id: UUID
    name: str
    created_by: str
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None
    used_at: datetime | None


class NewApiToken(ApiTokenOut):
    """`secret` is told this once and never again."""

    secret: str


def token_out(token: ApiToken) -> ApiTokenOut:
    return ApiTokenOut(
        id=token.id,
        name=token.name,
        created_by=token.created_by.name,
        created_at=token.created_at,
        expires_at=token.expires_at,
        revoked_at=token.revoked_at,
        used_at=token.used_at,
    )
