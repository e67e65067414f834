"""What people do, in one line each: for tests that begin after it."""

import re
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from icalendar import Calendar
from tests.people import Browser, People

from fairview.accounts.public import actor_of
from fairview.candidates.models import Lot, LotMember, Pool
from fairview.candidates.public import Candidate, add_candidate
from fairview.kit.clock import utc_now
from fairview.notifications.models import Message

IN_THREE_DAYS = f"{utc_now() + timedelta(days=3):%Y-%m-%d}"


def add_cai(people: People) -> Candidate:
    return add_candidate(
        actor_of(people.ada), name="Cai Lindqvist", email="cai@example.org", zone="Europe/Lisbon"
    )


def wish(people: People, candidate: Candidate, **changes: Any) -> dict[str, Any]:
    """What is sent to plan Cai's interview with Ines: in three days at 14:30 in Berlin."""
    return {
        "candidate_id": str(candidate.id),
        "title": "Ward nurse",
        "date": IN_THREE_DAYS,
        "time": "14:30",
        "zone": "Europe/Berlin",
        "minutes": 45,
        "interviewer_ids": [str(people.ines.id)],
        **changes,
    }


def plan(by: Browser, people: People, **changes: Any) -> dict[str, Any]:
    answer = by.post("/api/interviews", wish(people, add_cai(people), **changes))
    assert answer.status_code == 201, answer.content
    card: dict[str, Any] = answer.json()
    return card


def invite(by: Browser, card: dict[str, Any]) -> str:
    """The token of the link that was sent."""
    answer = by.post(f"/api/interviews/{card['id']}/invitation")
    assert answer.status_code == 200, answer.content
    return token_in(newest_letter())


def newest_letter() -> Message:
    return Message.objects.latest("id")


def token_in(letter: Message) -> str:
    found = re.search(r"/i/([\w-]+)", letter.text)
    assert found
    return found[1]


def calendar_in(letter: Message) -> Any:
    return Calendar.from_ical(bytes(letter.calendar))


def event_in(letter: Message) -> Any:
    return calendar_in(letter).walk("VEVENT")[0]


def continued(token: str) -> Browser:
    """A candidate's browser on which Continue was pressed."""
    browser = Browser()
    answer = browser.post("/api/invitations/continue", {"token": token})
    assert answer.status_code == 200, answer.content
    return browser


def consent(browser: Browser, *, observation: bool = True) -> None:
    answer = browser.post(
        "/api/visit/consent", {"call": True, "observation": observation, "text_version": "en-1"}
    )
    assert answer.status_code == 200, answer.content


def draw_lot(people: People, count: int, zone: str = "Europe/Lisbon") -> Lot:
    """A lot of that many candidates, as it stands after a draw: `Person 1` has the first place."""
    ada = actor_of(people.ada)
    organisation = people.organisation
    pool = Pool.objects.create(organisation=organisation, name="Nurses")
    lot = Lot.objects.create(
        organisation=organisation,
        pool=pool,
        number=1,
        name="Nurses, first lot",
        way="hand",
        size=count,
        pool_hash="0" * 64,
        pool_size=count,
        pool_file="",
        created_by=people.ada,
    )
    for rank in range(1, count + 1):
        candidate = add_candidate(ada, name=f"Person {rank}", email=f"person{rank}@example.org", zone=zone)
        LotMember.objects.create(lot=lot, candidate=candidate, rank=rank)
    return lot


def pattern(people: People, **changes: Any) -> dict[str, Any]:
    """Half-hour talks with Ines from nine on in Berlin, with a quarter of an hour in between."""
    return {
        "date": next_monday().isoformat(),
        "time": "09:00",
        "zone": "Europe/Berlin",
        "minutes": 30,
        "break_minutes": 15,
        "until": "17:00",
        "panels": [[str(people.ines.id)]],
        **changes,
    }


def next_monday() -> date:
    """At least three days ahead."""
    soonest = utc_now().date() + timedelta(days=3)
    return soonest + timedelta(days=-soonest.weekday() % 7)


def wished(plan: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """What is sent to plan what was proposed."""
    rows = [
        {
            "candidate_id": row["candidate"]["id"],
            "date": row["date"],
            "time": row["time"],
            "fold": row["fold"],
            "interviewer_ids": [one["id"] for one in row["interviewers"]],
        }
        for row in plan["rows"]
    ]
    return {
        "request_key": str(uuid4()),
        "title": "Ward nurse",
        "zone": "Europe/Berlin",
        "minutes": 30,
        "rows": rows,
        **changes,
    }
