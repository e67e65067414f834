"""One object of each kind in Linden, made through the doors that the product uses."""

from dataclasses import dataclass

from fairview.accounts.public import actor_of
from fairview.candidates.public import add_candidate
from fairview.notifications.public import send_email

from tests.people import STAFF, Browser, People, browser_of, hire

CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Fairview//EN\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"


@dataclass(frozen=True)
class World:
    people: People
    browsers: dict[str, Browser]
    ids: dict[str, str]
    """By the names that paths and bodies use, as `candidate_id`."""


def build_world() -> World:
    people = hire()
    candidate = add_candidate(actor_of(people.ada), name="Cai", email="cai@example.org", zone="Europe/Madrid")
    message_id = send_email(
        people.organisation.id, candidate.email, "Hello", "Hello", "<p>Hello</p>", CALENDAR, "greeting:1"
    )
    browsers = {name: browser_of(getattr(people, name)) for name in STAFF}
    browsers |= {"cai": Browser(), "nobody": Browser()}
    return World(people, browsers, {"candidate_id": str(candidate.id), "message_id": str(message_id)})
