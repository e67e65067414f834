"""The demo's people and what they did so far: a file brought into a pool, a lot drawn, four interviews
planned and invited to, and two planned by hand.

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
from fairview.audit.public import Actor
from fairview.candidates.public import (
    Candidate,
    Lot,
    Wish,
    add_candidate,
    create_pool,
    import_file,
    make_lot,
)
from fairview.kit.clock import utc_now
from fairview.kit.ids import new_id
from fairview.scheduling.public import (
    Length,
    LotWish,
    Pattern,
    Plan,
    RowWish,
    Turns,
    WallTime,
    plan_interview,
    plan_lot,
    propose,
    send_invitation,
)

ZONE = "Europe/Berlin"
CANDIDATES = [
    ("Cai Moreno", "cai@candidates.example", "Europe/Lisbon"),
    ("Imani Okafor", "imani@candidates.example", "Africa/Lagos"),
    ("Sora Tanaka", "sora@candidates.example", "Asia/Tokyo"),
    ("Lena Fischer", "lena@candidates.example", "Europe/Berlin"),
]
POOL_FILE = Path(__file__).with_name("ward-nurses.csv")
DRAWN = 4
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
    plan_and_invite(admin, draw(admin), [ada, ines])


def draw(admin: Actor) -> Lot:
    """Four of the pool, by a seed that the server makes."""
    pool = create_pool(admin, "Ward nurses, spring")
    with POOL_FILE.open("rb") as file:
        import_file(admin, pool.id, POOL_FILE.name, file, ZONE)
    return make_lot(admin, Wish(pool.id, "lot", size=DRAWN), new_id(), "First round")


def plan_and_invite(admin: Actor, lot: Lot, panel: list[User]) -> None:
    """From nine o'clock in three days, half an hour each, Ada and Ines in turn."""
    day = utc_now() + timedelta(days=3)
    start = WallTime(f"{day:%Y-%m-%d}", "09:00", ZONE, fold=0)
    pattern = Pattern(start, minutes=30, break_minutes=10, until="12:00", weekdays_only=True)
    proposed = propose(admin, lot.id, pattern, Turns([[user.id] for user in panel]))
    rows = [
        RowWish(row.candidate.id, row.date, row.time, [one.id for one in row.interviewers], row.fold)
        for row in proposed.rows
    ]
    plan_lot(admin, lot.id, LotWish(new_id(), "Ward nurse, first talk", Length(ZONE, 30), rows, invite=True))


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
