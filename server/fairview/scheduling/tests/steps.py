"""What people do, in one line each: for tests that begin after it."""

import re
from datetime import timedelta
from typing import Any

from tests.people import Browser, People

from fairview.accounts.public import actor_of
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
