"""Demo data: one organisation, its people, a few candidates and two planned interviews.

Passwords are generated. They are kept beside the data, readable by their owner only, so that they can be
shown again; a real deployment has no such file.
"""

import json
import os
import secrets
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from fairview.accounts.public import (
    NewPerson,
    Organisation,
    Role,
    User,
    actor_of,
    create_member,
    create_organisation,
)
from fairview.candidates.public import Candidate, add_candidate
from fairview.kit.clock import utc_now
from fairview.scheduling.public import Plan, WallTime, plan_interview, send_invitation

ZONE = "Europe/Berlin"
CANDIDATES = [
    ("Cai Moreno", "cai@candidates.example", "Europe/Lisbon"),
    ("Imani Okafor", "imani@candidates.example", "Africa/Lagos"),
    ("Sora Tanaka", "sora@candidates.example", "Asia/Tokyo"),
    ("Lena Fischer", "lena@candidates.example", "Europe/Berlin"),
]
COLLEAGUES = [("Ines Castillo", "ines", Role.INTERVIEWER), ("Rhea Patel", "rhea", Role.RECRUITER)]


@dataclass(frozen=True)
class SignIn:
    email: str
    password: str


def create_demo() -> str:
    """Make the demo unless there is an organisation already. Returns how to sign in, in words."""
    if not Organisation.objects.exists():
        with transaction.atomic():
            build(password := secrets.token_urlsafe(9))
            keep_sign_in(SignIn(email="ada@northwind.example", password=password))
    file = sign_in_file()
    if not file.exists():
        return "Sign in with your own account."
    sign_in = json.loads(file.read_text(encoding="utf-8"))
    return f"Sign in as {sign_in['email']} with the password {sign_in['password']}"


def build(password: str) -> None:
    """Everyone of the demo's staff has the same generated password."""
    _, owner = create_organisation("Northwind Hospital", ZONE, person("Olu Adeyemi", "olu", password))
    actor = actor_of(owner)
    ada = create_member(actor, person("Ada Lindqvist", "ada", password), Role.ADMIN)
    ines, _rhea = [create_member(actor, person(name, box, password), role) for name, box, role in COLLEAGUES]
    admin = actor_of(ada)
    cai, imani, *_ = [add_candidate(admin, name=n, email=e, zone=z) for n, e, z in CANDIDATES]
    invited = plan_interview(admin, plan(cai, "Backend engineer, second talk", [ada], timedelta(minutes=20)))
    plan_interview(admin, plan(imani, "Ward nurse", [ada, ines], timedelta(days=1)))
    send_invitation(admin, invited.id)


def person(name: str, mailbox: str, password: str) -> NewPerson:
    return NewPerson(name, f"{mailbox}@northwind.example", password, ZONE)


def plan(candidate: Candidate, title: str, panel: list[User], ahead: timedelta) -> Plan:
    """An interview on the next quarter of an hour after `ahead` from now."""
    at = utc_now() + ahead
    at += timedelta(minutes=-at.minute % 15)
    wall = at.astimezone(ZoneInfo(ZONE))
    when = WallTime(date=f"{wall:%Y-%m-%d}", time=f"{wall:%H:%M}", zone=ZONE, fold=0)
    return Plan(candidate.id, title, when, minutes=45, interviewer_ids=[user.id for user in panel])


def sign_in_file() -> Path:
    return Path(settings.DATA) / "demo" / "sign-in.json"


def keep_sign_in(sign_in: SignIn) -> None:
    file = sign_in_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        json.dump({"email": sign_in.email, "password": sign_in.password}, out)
