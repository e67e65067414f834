from typing import TypedDict, Unpack

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from fairview.accounts.contracts import NewPerson, Role
from fairview.accounts.errors import EmailTaken, PasswordTooWeak
from fairview.accounts.models import Membership, Organisation, User
from fairview.accounts.permissions import require_capability
from fairview.accounts.queries import actor_of
from fairview.audit.public import Actor, record
from fairview.kit.addresses import check_address
from fairview.kit.languages import SOURCE, Locale
from fairview.kit.zones import check_zone


class AccountChange(TypedDict, total=False):
    name: str
    zone: str
    locale: Locale


@transaction.atomic
def create_organisation(
    name: str, zone: str, owner: NewPerson, locale: Locale = SOURCE
) -> tuple[Organisation, User]:
    """A new organisation and the one person who can then make accounts for others."""
    organisation = Organisation.objects.create(name=name, zone=check_zone(zone), locale=locale)
    user = _create_user(owner, organisation, Role.OWNER)
    record(actor_of(user), "accounts.organisation_created", "organisation", organisation.id)
    return organisation, user


@transaction.atomic
def create_member(actor: Actor, person: NewPerson, role: Role) -> User:
    """An account in the actor's own organisation."""
    require_capability(actor, "people.manage")
    organisation = Organisation.objects.get(id=actor.organisation)
    user = _create_user(person, organisation, role)
    record(actor, "accounts.member_created", "user", user.id, role=role.value)
    return user


@transaction.atomic
def change_account(actor: Actor, **change: Unpack[AccountChange]) -> None:
    """One's own name, zone and language."""
    if "zone" in change:
        check_zone(change["zone"])
    User.objects.filter(id=actor.id).update(**change)
    record(actor, "accounts.account_changed", "user", str(actor.id), fields=" ".join(sorted(change)))


@transaction.atomic
def change_organisation(actor: Actor, locale: Locale) -> None:
    """The language in which it writes to those who have chosen none."""
    require_capability(actor, "look.manage")
    Organisation.objects.filter(id=actor.organisation).update(locale=locale)
    record(actor, "accounts.organisation_changed", "organisation", str(actor.organisation), fields="locale")


def _create_user(person: NewPerson, organisation: Organisation, role: Role) -> User:
    user = User(email=_check_email(person.email), name=person.name.strip(), zone=check_zone(person.zone))
    _check_password(person.password, user)
    user.set_password(person.password)
    user.save(force_insert=True)
    Membership.objects.create(user=user, organisation=organisation, role=role)
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return user


def _check_email(text: str) -> str:
    email = check_address(text.strip().lower())
    if User.objects.filter(email=email).exists():
        raise EmailTaken(field="email")
    return email


def _check_password(password: str, user: User) -> None:
    try:
        validate_password(password, user)
    except ValidationError:
        raise PasswordTooWeak(field="password") from None
