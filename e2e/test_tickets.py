"""Tickets and messages that the live plane does not take, over a real socket and in a real page."""

import json
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from playwright.sync_api import Route, expect

from e2e.house import House
from e2e.people import Candidate, Interviewer
from e2e.wire import Caller, Line, aged, forged

REFUSED = 4403


def test_no_other_ticket_opens_the_room(house: House, ada: Interviewer) -> None:
    caller = Caller(house, ada.invite_new("Noor Haddad")[1])
    entrance = caller.enter()
    room, ticket = entrance["room_session_id"], entrance["ticket"]
    for given, code in [
        (forged(ticket), "ticket_invalid"),
        ("", "ticket_invalid"),
        (aged(house, ticket, 61), "ticket_expired"),
    ]:
        with caller.line(room, given) as line:
            assert line.hears_goodbye() == (code, REFUSED)
    with caller.line(room, ticket, origin="https://elsewhere.example") as line:
        assert line.hears_goodbye() == ("origin_refused", REFUSED)
    with caller.line(room, ticket) as line:
        assert line.hear("live.welcome_state")["role"] == "candidate"


def test_what_is_not_a_candidates_to_say_is_refused_and_nothing_else(house: House, ada: Interviewer) -> None:
    caller = Caller(house, ada.invite_new("Tove Berg")[1])
    entrance = caller.enter()
    with caller.line(entrance["room_session_id"], entrance["ticket"]) as line:
        line.hear("rooms.room_state")
        line.socket.send(b"\xc1 not a message")
        assert line.hear("live.message_refused_state")["code"] == "malformed"
        line.say("rooms.send_signal", to=42)
        refused = line.hear("live.message_refused_state")
        assert (refused["code"], refused["message"]) == ("malformed", "rooms.send_signal")

        stream = str(uuid4())
        append(
            line,
            stream,
            1,
            {"kind": "rooms.media_changed", "microphone": True, "camera": True, "reason": "person"},
        )
        assert line.hear("evidence.acknowledged_state")["through"] == 1
        append(line, stream, 2, {"kind": "rooms.session_ended", "by": entrance["participant_id"]})
        (refusal,) = line.hear("evidence.refused_state")["refusals"]
        assert refusal == {"number": 2, "code": "kind_not_allowed"}
        append(line, stream, 2, {"kind": "evidence.gap_noted", "lost": 1, "reason": "kind_not_allowed"})
        assert line.hear("evidence.acknowledged_state")["through"] == 2


def append(line: Line, stream: str, number: int, payload: dict[str, Any]) -> None:
    entry = {"number": number, "at_us": time.monotonic_ns() // 1000, "payload": payload}
    line.say("evidence.append", stream=stream, epoch="page", entries=[entry])


def test_a_page_with_a_forged_ticket_says_what_to_do(ada: Interviewer, cai: Candidate) -> None:
    _, link = ada.invite_new("Mika Laine")
    cai.arrive(link, notes=False)
    change_ticket_once(cai, forged)
    cai.page.reload()
    cai.sees("The server did not recognise this page. Please open the link of your invitation again.")
    cai.open_link(link)
    cai.press("Continue")
    cai.sees_heading("You are in the lobby")


def test_a_page_with_an_expired_ticket_takes_another(house: House, ada: Interviewer, cai: Candidate) -> None:
    interview, link = ada.invite_new("Ravi Menon")
    cai.arrive(link, notes=False)
    change_ticket_once(cai, lambda ticket: aged(house, ticket, 61))
    cai.page.reload()
    cai.sees_heading("You are in the lobby")
    ada.open_room(interview)
    expect(ada.page.get_by_role("button", name="Let in")).to_be_visible()


def change_ticket_once(person: Candidate, change: Callable[[str], str]) -> None:
    def swap(route: Route) -> None:
        answer = route.fetch()
        entrance = answer.json()
        route.fulfill(response=answer, body=json.dumps({**entrance, "ticket": change(entrance["ticket"])}))

    person.page.route("**/api/visit/room", swap, times=1)
