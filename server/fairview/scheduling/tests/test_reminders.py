"""What goes out before an interview, when, and why not."""

from collections.abc import Callable
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings
from tests.people import Browser, People

from fairview.kit.clock import utc_now
from fairview.notifications.models import Delivery, Message
from fairview.scheduling import reminders
from fairview.scheduling.models import Interview, Reminder
from fairview.scheduling.public import mark_started
from fairview.scheduling.reminders import remind
from fairview.scheduling.tests.steps import (
    calendar_in,
    consent,
    continued,
    invite,
    newest_letter,
    plan,
    token_in,
)

pytestmark = pytest.mark.django_db(transaction=True)

Clock = Callable[[datetime], None]
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Sets the time at which reminders look."""
    return lambda now: monkeypatch.setattr(reminders, "utc_now", lambda: now)


@pytest.fixture
def invited(as_rhea: Browser, people: People) -> dict[str, Any]:
    card = plan(as_rhea, people)
    invite(as_rhea, card)
    return card


def one(kind: str = "hour", user: bool = False) -> Reminder:
    return Reminder.objects.order_by("id").filter(kind=kind, user__isnull=not user, state="waiting").get()


def run(reminder: Reminder, clock: Clock, after: timedelta = timedelta()) -> Reminder:
    clock(reminder.due_at + after)
    remind(reminder.id)
    reminder.refresh_from_db()
    return reminder


def letters_about(reminder: Reminder) -> list[Message]:
    return list(Message.objects.filter(reference=reminder.reference))


def test_an_invitation_makes_two_for_the_candidate_and_one_for_each_of_the_panel(
    invited: dict[str, Any], people: People
) -> None:
    starts_at = Interview.objects.get().starts_at
    made = Reminder.objects.order_by("due_at", "user_id").values_list("kind", "user_id", "due_at")
    assert sorted(made, key=str) == sorted(
        [
            ("day", None, starts_at - DAY),
            ("hour", None, starts_at - HOUR),
            ("hour", people.ines.id, starts_at - HOUR),
        ],
        key=str,
    )
    due = {result.run_after for result in DBTaskResult.objects.filter(task_path__contains="send_reminder")}
    assert due == {starts_at - DAY, starts_at - HOUR}


def test_nothing_is_made_before_someone_is_invited(as_rhea: Browser, people: People) -> None:
    plan(as_rhea, people)
    assert not Reminder.objects.exists()


def test_what_would_be_due_already_is_not_made(as_rhea: Browser, people: People) -> None:
    soon = utc_now() + timedelta(minutes=50)
    invite(as_rhea, plan(as_rhea, people, date=f"{soon:%Y-%m-%d}", time=f"{soon:%H:%M}", zone="UTC"))
    assert not Reminder.objects.exists()


def test_the_candidate_is_reminded_in_their_own_zone_with_a_link_that_opens(
    invited: dict[str, Any], clock: Clock
) -> None:
    earlier = token_in(newest_letter())
    reminder = run(one("day"), clock)
    assert (reminder.state, reminder.settled_at) == ("sent", reminder.due_at)
    (letter,) = letters_about(reminder)
    assert letter.to == "cai@example.org"
    assert letter.subject == "Tomorrow at 13:30: your interview with Linden"
    assert "13:30 (Europe/Lisbon" in letter.text
    assert "14:30 in Europe/Berlin" in letter.text
    assert "Ines" in letter.text
    token = token_in(letter)
    assert token != earlier
    for link in (token, earlier):
        assert Browser().post("/api/invitations/open", {"token": link}).status_code == 200
    assert token not in str(Reminder.objects.values())
    assert f"/i/{token}" in letter.html


def test_the_hour_before_is_said_to_be_today(invited: dict[str, Any], clock: Clock) -> None:
    (letter,) = letters_about(run(one("hour"), clock))
    assert letter.subject == "Today at 13:30: your interview with Linden"


def test_who_has_agreed_is_not_asked_to_agree(invited: dict[str, Any], clock: Clock) -> None:
    cai = continued(token_in(newest_letter()))
    (before,) = letters_about(run(one("day"), clock))
    assert "choose what you agree to" in before.text
    consent(cai)
    (after,) = letters_about(run(one("hour"), clock))
    assert "You have already read what is observed" in after.text


def test_the_device_that_counts_stays_when_the_link_of_a_reminder_is_opened(
    invited: dict[str, Any], clock: Clock
) -> None:
    cai = continued(token_in(newest_letter()))
    (letter,) = letters_about(run(one("hour"), clock))
    opened = cai.post("/api/invitations/open", {"token": token_in(letter)}).json()
    assert opened["device"] == "this"


def test_the_calendar_entry_of_a_reminder_is_the_same_one(
    as_rhea: Browser, invited: dict[str, Any], clock: Clock
) -> None:
    as_rhea.patch(f"/api/interviews/{invited['id']}", {"title": "Ward nurse, nights"})
    (letter,) = letters_about(run(one("hour"), clock))
    calendar = calendar_in(letter)
    (event,) = calendar.walk("VEVENT")
    assert calendar["METHOD"] == "REQUEST"
    assert event["UID"].startswith(invited["id"])
    assert event["SEQUENCE"] == 1
    assert str(event["URL"]).endswith(token_in(letter))


def test_the_panel_is_reminded_in_the_zone_of_each_with_the_page_of_the_interview(
    invited: dict[str, Any], clock: Clock, people: People
) -> None:
    (letter,) = letters_about(run(one("hour", user=True), clock))
    assert letter.to == people.ines.email
    assert letter.subject == "Today at 14:30: interview with Cai Lindqvist"
    assert "14:30 (Europe/Berlin" in letter.text
    assert f"/interviews/{invited['id']}" in letter.text
    assert "/i/" not in letter.text.replace("/interviews/", "")


@pytest.mark.parametrize("times", [2, 3])
def test_however_often_its_task_runs_it_goes_out_once(
    invited: dict[str, Any], clock: Clock, times: int
) -> None:
    reminder = one()
    for _run in range(times):
        run(reminder, clock)
    assert len(letters_about(reminder)) == 1


def test_there_is_no_second_reminder_of_the_same_start(invited: dict[str, Any]) -> None:
    twin = one()
    twin.id = UUID(int=1)
    with pytest.raises(IntegrityError):
        twin.save(force_insert=True)


def test_a_new_link_makes_no_new_reminders(as_rhea: Browser, invited: dict[str, Any]) -> None:
    before = set(Reminder.objects.values_list("id", "state"))
    as_rhea.post(f"/api/interviews/{invited['id']}/invitation")
    assert set(Reminder.objects.values_list("id", "state")) == before


def test_a_new_link_holds_back_what_waits_with_the_old_one(
    as_rhea: Browser, invited: dict[str, Any], clock: Clock
) -> None:
    first = newest_letter()
    for_candidate, for_panel = run(one("day"), clock), run(one("hour", user=True), clock)
    invite(as_rhea, invited)
    states = [
        Delivery.objects.get(message=letter).state
        for letter in (first, *letters_about(for_candidate), *letters_about(for_panel), newest_letter())
    ]
    assert states == ["replaced", "replaced", "outbox", "outbox"]
    page = as_rhea.get(f"/api/interviews/{invited['id']}/reminders").json()
    assert "replaced" in {reminder["delivery"] for reminder in page}


def test_moving_takes_the_reminders_along_also_those_that_went_out(
    as_rhea: Browser, invited: dict[str, Any], clock: Clock
) -> None:
    sent, waiting = run(one("day"), clock), one("hour")
    as_rhea.patch(f"/api/interviews/{invited['id']}", {"time": "16:00"})
    waiting.refresh_from_db()
    assert (waiting.state, waiting.reason) == ("skipped", "moved")
    moved = Interview.objects.get().starts_at
    assert one("day").due_at == moved - DAY
    assert one("hour").due_at == moved - HOUR
    sent.refresh_from_db()
    assert sent.state == "sent"
    run(waiting, clock)
    assert not letters_about(waiting)


def test_moving_there_and_back_reminds_once_more_of_nothing(
    as_rhea: Browser, invited: dict[str, Any], clock: Clock
) -> None:
    sent, waiting = run(one("day"), clock), one("hour")
    for time in ("16:00", "14:30"):
        as_rhea.patch(f"/api/interviews/{invited['id']}", {"time": time})
    waiting.refresh_from_db()
    assert waiting.state == "waiting"
    assert not Reminder.objects.filter(kind="day", state="waiting").exists()
    assert len(letters_about(sent)) == 1


def test_who_leaves_the_panel_is_not_reminded_and_who_joins_is(
    as_rhea: Browser, invited: dict[str, Any], people: People
) -> None:
    as_rhea.patch(f"/api/interviews/{invited['id']}", {"interviewer_ids": [str(people.omar.id)]})
    left = Reminder.objects.get(user=people.ines)
    assert (left.state, left.reason) == ("skipped", "off_panel")
    assert Reminder.objects.get(user=people.omar).state == "waiting"


def cancel(browser: Browser, card: dict[str, Any]) -> None:
    assert browser.post(f"/api/interviews/{card['id']}/cancel").status_code == 200


def test_a_cancelled_or_started_interview_reminds_nobody(as_rhea: Browser, invited: dict[str, Any]) -> None:
    mark_started(UUID(invited["id"]), utc_now())
    assert set(Reminder.objects.values_list("state", "reason")) == {("skipped", "started")}
    Interview.objects.update(started_at=None)
    Reminder.objects.update(state="waiting", reason="", settled_at=None)
    cancel(as_rhea, invited)
    assert set(Reminder.objects.values_list("state", "reason")) == {("skipped", "cancelled")}


def test_twenty_minutes_late_is_too_late(invited: dict[str, Any], clock: Clock) -> None:
    in_time = run(one("day"), clock, after=20 * MINUTE)
    assert in_time.state == "sent"
    late = run(one("hour"), clock, after=21 * MINUTE)
    assert (late.state, late.reason, letters_about(late)) == ("skipped", "late", [])


def test_a_task_that_comes_early_is_asked_to_come_again(invited: dict[str, Any], clock: Clock) -> None:
    reminder = one()
    tasks = DBTaskResult.objects.count()
    assert run(reminder, clock, after=-MINUTE).state == "waiting"
    assert DBTaskResult.objects.count() == tasks + 1


def test_who_never_got_the_invitation_is_not_reminded(invited: dict[str, Any], clock: Clock) -> None:
    Delivery.objects.update(state="failed", error_code="recipient_refused")
    reminder = run(one(), clock)
    assert (reminder.state, reminder.reason) == ("skipped", "not_delivered")
    assert run(one(user=True), clock).reason == "not_delivered"


def test_who_is_in_the_room_already_is_not_reminded(invited: dict[str, Any], clock: Clock) -> None:
    cai = continued(token_in(newest_letter()))
    consent(cai)
    assert cai.post("/api/visit/room").status_code == 200
    reminder = run(one(), clock)
    assert (reminder.state, reminder.reason) == ("skipped", "in_room")


def test_the_page_says_when_each_goes_out_went_out_or_why_not(
    as_rhea: Browser, as_ines: Browser, invited: dict[str, Any], clock: Clock
) -> None:
    run(one("day"), clock)
    run(one("hour"), clock, after=HOUR)
    shown = as_ines.get(f"/api/interviews/{invited['id']}/reminders").json()
    assert [(one["kind"], one["for_whom"], one["state"], one["reason"]) for one in shown] == [
        ("day", None, "sent", None),
        ("hour", None, "skipped", "late"),
        ("hour", "Ines", "waiting", None),
    ]
    assert [one["delivery"] for one in shown] == ["outbox", None, None]
    assert shown[0]["message_id"] == str(newest_letter().id)
    as_rhea.patch(f"/api/interviews/{invited['id']}", {"time": "16:00"})
    again = as_rhea.get(f"/api/interviews/{invited['id']}/reminders").json()
    assert {one["state"] for one in again} == {"waiting"}


@pytest.fixture
def by_text(settings: Settings) -> None:
    settings.SMS = SimpleNamespace()


def texts() -> list[str]:
    return [message.text for message in Message.objects.filter(channel="sms").order_by("id")]


def invite_by_phone(by: Browser, people: People, phone: str) -> dict[str, Any]:
    card = plan(by, people)
    by.patch(f"/api/candidates/{card['candidate']['id']}", {"phone": phone})
    by.post(f"/api/interviews/{card['id']}/invitation")
    return card


@pytest.mark.usefixtures("by_text")
def test_who_has_a_telephone_is_told_of_everything_there_too(
    as_rhea: Browser, people: People, clock: Clock
) -> None:
    card = invite_by_phone(as_rhea, people, "+351 912 345 678")
    by_text = Reminder.objects.get(channel="sms")
    assert (by_text.kind, by_text.user) == ("hour", None)
    assert run(by_text, clock).state == "sent"
    as_rhea.patch(f"/api/interviews/{card['id']}", {"time": "16:00"})
    cancel(as_rhea, card)
    invitation, reminder, change, cancellation = texts()
    assert invitation.startswith("Linden: your interview is on ")
    assert "13:30 (Europe/Lisbon)" in invitation
    assert reminder.startswith("Linden: a reminder of your interview on ")
    assert change.startswith("Linden: your interview has changed. It is on ")
    assert "15:00 (Europe/Lisbon)" in change
    assert cancellation.endswith("will not take place.")
    assert {message.to for message in Message.objects.filter(channel="sms")} == {"+351912345678"}


@pytest.mark.usefixtures("by_text")
def test_the_link_in_a_text_opens(as_rhea: Browser, people: People, clock: Clock) -> None:
    invite_by_phone(as_rhea, people, "+351912345678")
    run(Reminder.objects.get(channel="sms"), clock)
    for text in texts():
        token = text.rsplit("/i/", 1)[1]
        assert Browser().post("/api/invitations/open", {"token": token}).status_code == 200


@pytest.mark.usefixtures("by_text")
@pytest.mark.parametrize("phone", ["", "extension 12"])
def test_without_a_number_that_can_be_dialled_letters_are_all(
    as_rhea: Browser, people: People, phone: str
) -> None:
    invite_by_phone(as_rhea, people, phone)
    assert (texts(), Reminder.objects.filter(channel="sms").count()) == ([], 0)


@pytest.mark.usefixtures("by_text")
def test_a_number_that_was_taken_out_meanwhile_is_said_to_be_missing(
    as_rhea: Browser, people: People, clock: Clock
) -> None:
    card = invite_by_phone(as_rhea, people, "+351912345678")
    as_rhea.patch(f"/api/candidates/{card['candidate']['id']}", {"phone": ""})
    assert run(Reminder.objects.get(channel="sms"), clock).reason == "no_phone"


def test_without_a_provider_of_texts_none_is_written(as_rhea: Browser, people: People) -> None:
    invite_by_phone(as_rhea, people, "+351912345678")
    assert (texts(), Reminder.objects.filter(channel="sms").count()) == ([], 0)


def test_a_reminder_that_is_held_up_on_its_way_does_not_arrive_late(
    invited: dict[str, Any], clock: Clock
) -> None:
    reminder = run(one(), clock)
    (letter,) = letters_about(reminder)
    assert letter.expires_at == reminder.due_at + timedelta(minutes=20)
