"""Roles, people as others see them, how an organisation looks, and news."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    OWNER = "owner"
    ADMIN = "admin"
    RECRUITER = "recruiter"
    INTERVIEWER = "interviewer"
    AUDITOR = "auditor"


@dataclass(frozen=True)
class Person:
    id: UUID
    name: str
    email: str
    role: str
    zone: str


@dataclass(frozen=True)
class NewPerson:
    """What it takes to make an account."""

    name: str
    email: str
    password: str
    zone: str


@dataclass(frozen=True)
class LogoPlace:
    """Where an organisation's picture is (`/api/logos/<id>`), and its size in pixels."""

    id: UUID
    width: int
    height: int


@dataclass(frozen=True)
class OrganisationLook:
    """`accent` is the colour that somebody chose, as `#rrggbb`; the page keeps it readable."""

    accent: str | None
    logo: LogoPlace | None


@dataclass(frozen=True)
class AccountLetterWritten:
    """A letter about someone's account (a new password, a changed address) waits to be sent."""

    organisation_id: UUID
    to: str
    subject: str
    text: str
    reference: str
