"""One object of each kind in Linden, made through the doors that the product uses.

Ines is to interview Cai, who continued on the one device that counts, agreed, and was admitted. Olu and Ada
look in. One exercise is assigned, and was run. Another interview of hers was held, and its report has an
incident.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.test import Client
from fairview.accounts.looks import put_logo
from fairview.accounts.public import actor_of, create_token
from fairview.accounts.tokens import revoke_token
from fairview.audit.public import Actor
from fairview.candidates.models import Pool, PoolMember
from fairview.candidates.public import Candidate, Lot, Wish, add_candidate, make_lot
from fairview.coding.contracts import DocumentStarted
from fairview.coding.leases import lease_run
from fairview.coding.public import assign_exercise
from fairview.coding.runs import RunWish, interviewer_in, request_run, stop_run
from fairview.coding.text import starter_update
from fairview.kit.clock import utc_now
from fairview.notifications.models import Message
from fairview.reports.public import freeze_report
from fairview.rooms.public import admit, enter_as_staff
from fairview.scheduling.public import Interview, Plan, WallTime, plan_interview, send_invitation

from runner.protocol import Capabilities
from tests.held import Held, minute
from tests.people import JSON, STAFF, Browser, People, browser_of, hire
from tests.pictures import picture
from tests.pooled import fill_pool


@dataclass(frozen=True)
class HeldIds:
    room_session_id: UUID
    incident_id: str
    document: str


@dataclass(frozen=True)
class World:
    people: People
    browsers: dict[str, Browser]
    ids: dict[str, str]
    """By the names that paths and bodies use, as `candidate_id`."""
    held: HeldIds


def build_world() -> World:
    people = hire()
    ada = actor_of(people.ada)
    candidate = add_candidate(ada, name="Cai", email="cai@example.org", zone="Europe/Madrid")
    interview = plan_talk(ada, candidate.id, people.ines.id)
    send_invitation(ada, interview.id)
    message = Message.objects.get()
    token = link_in(message.text)
    browsers = {name: browser_of(getattr(people, name)) for name in STAFF}
    browsers |= {"cai": Browser(), "nobody": Browser()}
    room_session_id, participant_id = gather_in_room(people, browsers["cai"], interview, token)
    lot = draw_from_pool(people, candidate)
    ids = {
        "candidate_id": candidate.id,
        "interviewer_id": people.ines.id,
        "message_id": message.id,
        "interview_id": interview.id,
        "need_id": interview.needs.create(kind="adjustment", text="An hour, please.").id,
        "token": token,
        "room_session_id": room_session_id,
        "participant_id": participant_id,
        "lot_id": lot.id,
        "pool_id": lot.pool_id,
        **fill_pool(ada, lot.pool_id),
        "token_id": create_token(ada, "Campus")[0].id,
        "logo_id": logo_of(ada),
        **run_once(actor_of(people.ines), interview, room_session_id),
    }
    return World(people, browsers, {name: str(value) for name, value in ids.items()}, hold_and_report(people))


def logo_of(ada: Actor) -> UUID:
    logo = put_logo(ada, picture("PNG")).logo
    assert logo
    return logo.id


def run_once(ines: Actor, interview: Interview, room_session_id: UUID) -> dict[str, object]:
    """An exercise that was given, with a run that was stopped; a runner is there."""
    assignment = assign_exercise(ines, interview.id, "tide-window")
    lease_run(Capabilities(runner="here", languages=["python"]))
    participant = interviewer_in(ines, room_session_id)
    run = request_run(participant, RunWish(assignment.id, "python", "run"))
    stop_run(participant, run.id)
    return {"exercise": assignment.exercise, "assignment_id": assignment.id, "run_id": run.id}


@dataclass(frozen=True)
class Programs:
    """Other programs, with what they send their token in, and the one session that Campus holds."""

    clients: dict[str, Client]
    ids: dict[str, str]


def let_programs_in(world: World) -> Programs:
    people = world.people
    made = {"campus": actor_of(people.ada), "harbour": actor_of(people.zoe), "revoked": actor_of(people.ada)}
    tokens = {name: create_token(actor, name) for name, actor in made.items()}
    revoke_token(made["revoked"], tokens["revoked"][0].id)
    clients: dict[str, Client] = {
        name: Client(headers={"Authorization": f"Bearer {secret}"}) for name, (_, secret) in tokens.items()
    }
    begun = clients["campus"].post("/api/sessions", {}, content_type=JSON)
    clients |= {"ada": world.browsers["ada"], "nobody": Client()}
    return Programs(clients, {"elsewhere_id": begun.json()["id"]})


def plan_talk(actor: Actor, candidate_id: UUID, interviewer_id: UUID) -> Interview:
    """An hour from now, so that everything about it is still open."""
    wall = utc_now() + timedelta(hours=1)
    at = WallTime(f"{wall:%Y-%m-%d}", f"{wall:%H:%M}", "UTC")
    return plan_interview(actor, Plan(candidate_id, "First talk", at, 45, [interviewer_id]))


def draw_from_pool(people: People, candidate: Candidate) -> Lot:
    """A lot of one, drawn from a pool of two by their marks."""
    ada = actor_of(people.ada)
    pool = Pool.objects.create(organisation=people.organisation, name="Spring", columns=["mark"])
    other = add_candidate(ada, name="Noor", email="noor@example.org", zone="Europe/Madrid")
    for person, mark in ((candidate, "9"), (other, "8")):
        PoolMember.objects.create(pool=pool, candidate=person, values={"mark": mark})
    return make_lot(ada, Wish(pool.id, "lot", size=1, strategy="ranked:mark"), uuid4())


def gather_in_room(people: People, cai: Browser, interview: Interview, token: str) -> tuple[UUID, UUID]:
    """The room, and Cai as a participant of it."""
    for user in (people.olu, people.ada, people.ines):
        entrance = enter_as_staff(actor_of(user), interview.id, "desk")
    agreed = {"call": True, "observation": True, "text_version": "en-1"}
    assert cai.post("/api/invitations/continue", {"token": token}).status_code == 200
    assert cai.post("/api/visit/consent", agreed).status_code == 200
    participant_id = UUID(cai.post("/api/visit/room").json()["participant_id"])
    admit(actor_of(people.ines), entrance.room_session_id, participant_id)
    return entrance.room_session_id, participant_id


def hold_and_report(people: People) -> HeldIds:
    held = Held(people, email="dov@example.org").write(minute())
    held.say(2, starts_code("task:python")).close_stream()
    (incident,) = freeze_report(held.id).content.outcome.incidents
    return HeldIds(held.id, incident.id, "task:python")


def starts_code(document: str) -> DocumentStarted:
    update = starter_update(document, "pass")
    return DocumentStarted(document=document, assignment="task", language="python", update=update)


@contextmanager
def undone() -> Iterator[None]:
    """Whatever a person does here leaves the world as it was for the next."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def fill_in(body: dict[str, Any], ids: dict[str, str]) -> dict[str, Any]:
    """The content with `{name}` replaced by that object's id."""
    text = json.dumps(body)
    for name, value in ids.items():
        text = text.replace(f"{{{name}}}", value)
    filled: dict[str, Any] = json.loads(text)
    return filled


def link_in(text: str) -> str:
    """The token of the invitation link in a letter."""
    found = re.search(r"/i/([\w-]+)", text)
    assert found, text
    return found[1]
