"""The people that tests are about, with a browser for each.

Olu owns the organisation, Ada runs it, Rhea recruits, Ines interviews, Omar interviews elsewhere in it, Tess
audits. Zoe owns another organisation. Cai is the candidate, and no member of staff.
"""

from dataclasses import dataclass, fields
from typing import Any

from django.test import Client
from fairview.accounts.public import (
    NewPerson,
    Organisation,
    Role,
    User,
    actor_of,
    create_member,
    create_organisation,
)

JSON = "application/json"
PASSWORD = "quiet-otter-7-lanterns"


@dataclass(frozen=True)
class People:
    olu: User
    ada: User
    rhea: User
    ines: User
    omar: User
    tess: User
    zoe: User

    @property
    def organisation(self) -> Organisation:
        return self.olu.membership.organisation


class Browser(Client):
    """Speaks JSON, as the pages do."""

    def post(self, path: str, data: Any = None, **kwargs: Any) -> Any:  # type: ignore[override]
        return super().post(path, data or {}, content_type=JSON, **kwargs)

    def patch(self, path: str, data: Any = None, **kwargs: Any) -> Any:  # type: ignore[override]
        return super().patch(path, data or {}, content_type=JSON, **kwargs)


def hire() -> People:
    _, olu = create_organisation("Linden", "Europe/Berlin", newcomer("Olu"))
    _, zoe = create_organisation("Elsewhere", "America/New_York", newcomer("Zoe"))
    owner = actor_of(olu)
    return People(
        olu=olu,
        ada=create_member(owner, newcomer("Ada"), Role.ADMIN),
        rhea=create_member(owner, newcomer("Rhea"), Role.RECRUITER),
        ines=create_member(owner, newcomer("Ines"), Role.INTERVIEWER),
        omar=create_member(owner, newcomer("Omar"), Role.INTERVIEWER),
        tess=create_member(owner, newcomer("Tess"), Role.AUDITOR),
        zoe=zoe,
    )


def newcomer(name: str) -> NewPerson:
    return NewPerson(name, f"{name.lower()}@example.org", PASSWORD, "Europe/Berlin")


def browser_of(user: User) -> Browser:
    browser = Browser()
    browser.force_login(user)
    return browser


STAFF = [field.name for field in fields(People)]
