"""Against a real mail server on this machine, which answers as each test wants."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings
from tests.people import Browser, People

from fairview.kit.clock import utc_now
from fairview.kit.errors import Invalid
from fairview.notifications.contracts import DeliveryFailed, DeliverySent
from fairview.notifications.delivery import MAX_ATTEMPTS, begin_hand_over, note_problem, take
from fairview.notifications.errors import MailServerBusy, Overtaken
from fairview.notifications.models import Delivery, Message
from fairview.notifications.public import delivery_state, send_email, withdraw
from fairview.notifications.tests.steps import (
    CALENDAR,
    TASK,
    Postbox,
    deliver,
    due_now,
    free_port,
    state_of,
    use_server,
    write,
)


def test_without_a_mail_server_a_letter_stays_in_the_outbox(people: People, as_ada: Browser) -> None:
    message_id = write(people)
    assert state_of(message_id).state == "outbox"
    assert not DBTaskResult.objects.exists()
    refused = as_ada.post(f"/api/messages/{message_id}/retry")
    assert (refused.status_code, refused.json()["code"]) == (409, "mail_not_configured")


def test_a_letter_that_waits_when_the_mail_server_is_taken_away_goes_to_the_outbox(
    people: People, postbox: Postbox, settings: Settings
) -> None:
    message_id = write(people)
    settings.MAIL = None
    deliver(message_id)
    assert (state_of(message_id).state, postbox.letters) == ("outbox", [])


def test_what_was_held_up_beyond_its_time_does_not_leave(
    people: People, postbox: Postbox, as_ada: Browser
) -> None:
    message_id = write(people)
    Message.objects.update(expires_at=utc_now() - timedelta(minutes=1))
    deliver(message_id)
    assert (state_of(message_id).state, state_of(message_id).error_code) == ("failed", "message_outdated")
    refused = as_ada.post(f"/api/messages/{message_id}/retry")
    assert (refused.status_code, refused.json()["code"]) == (409, "message_outdated")
    assert as_ada.post("/api/messages/retry", {"state": "failed"}).json()["count"] == 0
    assert postbox.letters == []


def test_a_letter_arrives_whole(people: People, postbox: Postbox) -> None:
    message_id = write(people, CALENDAR)
    deliver(message_id)
    (letter,) = postbox.letters
    parts = {part.get_content_type(): part for part in letter.walk() if not part.is_multipart()}
    assert (letter["To"], letter["Subject"]) == ("cai@example.org", "Your interview")
    assert str(message_id) in str(letter["Message-ID"])
    assert b"H\xc3\xb6re" in bytes(parts["text/plain"].get_payload(decode=True))
    assert b"H\xc3\xb6re" in bytes(parts["text/html"].get_payload(decode=True))
    assert parts["text/calendar"].get_param("method") == "REQUEST"
    assert parts["application/ics"].get_filename() == "invitation.ics"
    state = delivery_state("about:1")
    assert state is not None
    assert (state.state, state.error_code, state.message_id) == ("sent", "", message_id)


def test_a_letter_leaves_once_even_if_its_task_runs_twice(people: People, postbox: Postbox) -> None:
    message_id = write(people)
    deliver(message_id)
    deliver(message_id)
    assert len(postbox.letters) == 1


def test_the_worker_sends_what_is_queued(
    people: People, postbox: Postbox, news: list[object], django_capture_on_commit_callbacks: Any
) -> None:
    message_id = write(people)
    task = DBTaskResult.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        task.task.call(SimpleNamespace(task_result=task.task_result), *task.task_result.args)
    assert len(postbox.letters) == 1
    assert news == [DeliverySent(message_id, people.organisation.id, "about:1")]


@pytest.mark.parametrize(
    ("to_recipient", "to_letter", "code"),
    [
        ("550 5.1.1 Nobody here", "250 OK", "recipient_refused"),
        ("250 OK", "554 5.7.1 Not this", "mail_server_refused_message"),
    ],
)
def test_a_refusal_for_good_fails_at_once_and_says_why(
    to_recipient: str,
    to_letter: str,
    code: str,
    people: People,
    postbox: Postbox,
    news: list[object],
    django_capture_on_commit_callbacks: Any,
) -> None:
    postbox.to_recipient, postbox.to_letter = to_recipient, to_letter
    message_id = write(people)
    with django_capture_on_commit_callbacks(execute=True):
        deliver(message_id)
    state = state_of(message_id)
    assert (state.state, state.error_code, state.attempts) == ("failed", code, 1)
    assert state.error in {to_recipient, to_letter}
    assert news == [DeliveryFailed(message_id, people.organisation.id, "about:1", code)]


def test_a_wrong_password_fails_at_once(people: People, postbox: Postbox, settings: Settings) -> None:
    use_server(settings, settings.EMAIL_PORT, user="fairview")
    message_id = write(people)
    deliver(message_id)
    assert state_of(message_id).error_code == "mail_server_refused_login"


def test_a_server_without_encryption_is_not_trusted(
    people: People, postbox: Postbox, settings: Settings
) -> None:
    use_server(settings, settings.EMAIL_PORT, starttls=True)
    message_id = write(people)
    deliver(message_id)
    assert (state_of(message_id).state, state_of(message_id).error_code) == ("failed", "mail_server_differs")


def test_a_busy_server_gets_the_letter_later(people: People, postbox: Postbox) -> None:
    postbox.to_recipient = "451 4.7.1 Come back"
    message_id = write(people)
    deliver(message_id)
    assert (state_of(message_id).state, state_of(message_id).error_code) == ("queued", "mail_server_busy")
    postbox.to_recipient = "250 OK"
    deliver(message_id)
    assert not postbox.letters, "it was not due yet"
    due_now(message_id)
    deliver(message_id)
    assert (state_of(message_id).state, state_of(message_id).error_code) == ("sent", "")
    assert len(postbox.letters) == 1


def test_tries_go_further_apart_and_end(people: People, settings: Settings) -> None:
    use_server(settings, free_port())
    message_id = write(people)
    pauses = []
    for _ in range(MAX_ATTEMPTS):
        due_now(message_id)
        before = utc_now()
        deliver(message_id)
        pauses.append(round((state_of(message_id).next_try_at - before).total_seconds()))
    state = state_of(message_id)
    assert pauses[:-1] == [30, 120, 480, 1920]
    assert (state.state, state.error_code) == ("failed", "mail_server_unreachable")
    planned = DBTaskResult.objects.order_by("run_after").values_list("run_after", flat=True)
    assert len(planned) == MAX_ATTEMPTS
    due_now(message_id)
    deliver(message_id)
    assert state_of(message_id).attempts == MAX_ATTEMPTS


def test_a_person_sends_a_failed_letter_again(people: People, postbox: Postbox, as_rhea: Browser) -> None:
    postbox.to_recipient = "550 5.1.1 Nobody here"
    message_id = write(people)
    deliver(message_id)
    postbox.to_recipient = "250 OK"
    again = as_rhea.post(f"/api/messages/{message_id}/retry").json()
    assert (again["state"], again["error_code"], again["attempts"]) == ("queued", "", 0)
    deliver(message_id)
    assert len(postbox.letters) == 1
    refused = as_rhea.post(f"/api/messages/{message_id}/retry")
    assert (refused.status_code, refused.json()["code"]) == (409, "already_sent")


def test_what_was_interrupted_before_the_hand_over_is_sent_by_itself(
    people: People, postbox: Postbox
) -> None:
    message_id = write(people)
    assert take(message_id, TASK)
    deliver(message_id)
    assert (state_of(message_id).state, state_of(message_id).attempts) == ("sent", 2)
    assert len(postbox.letters) == 1


def test_what_was_interrupted_in_the_hand_over_is_left_to_a_person(
    people: People, postbox: Postbox, as_ada: Browser
) -> None:
    message_id = write(people)
    assert take(message_id, TASK)
    begin_hand_over(message_id, TASK)
    deliver(write(people))
    shown = as_ada.get(f"/api/messages/{message_id}").json()
    assert (shown["state"], shown["error_code"]) == ("failed", "delivery_interrupted")
    assert len(postbox.letters) == 1, "only the other one"


def test_a_letter_in_other_hands_is_left_there(people: People, postbox: Postbox) -> None:
    message_id = write(people)
    assert take(message_id, "another-task")
    deliver(message_id)
    assert (state_of(message_id).state, postbox.letters) == ("sending", [])
    with pytest.raises(Overtaken):
        begin_hand_over(message_id, TASK)


def test_a_letter_is_handed_over_once_whoever_holds_it(people: People, postbox: Postbox) -> None:
    message_id = write(people)
    assert take(message_id, TASK)
    begin_hand_over(message_id, TASK)
    with pytest.raises(Overtaken):
        begin_hand_over(message_id, TASK)


def test_a_letter_that_is_withdrawn_does_not_leave(people: People, postbox: Postbox, as_ada: Browser) -> None:
    message_id = write(people)
    withdraw(["about:1"])
    deliver(message_id)
    assert (state_of(message_id).state, postbox.letters) == ("replaced", [])
    refused = as_ada.post(f"/api/messages/{message_id}/retry")
    assert (refused.status_code, refused.json()["code"]) == (409, "message_replaced")


def test_a_letter_that_is_withdrawn_in_hand_does_not_leave_and_is_not_tried_again(
    people: People, postbox: Postbox, news: list[object]
) -> None:
    message_id = write(people)
    assert take(message_id, TASK)
    withdraw(["about:1"])
    with pytest.raises(Overtaken):
        begin_hand_over(message_id, TASK)
    note_problem(Message.objects.get(id=message_id), MailServerBusy())
    assert (state_of(message_id).state, news) == ("replaced", [])


def test_a_letter_that_has_gone_out_is_not_withdrawn(people: People, postbox: Postbox) -> None:
    sent, leaving = write(people), write(people, to="dov@example.org")
    deliver(sent)
    assert [state_of(one).state for one in (sent, leaving)] == ["sent", "sent"]
    withdraw(["about:1"])
    assert [state_of(one).state for one in (sent, leaving)] == ["sent", "sent"]


@pytest.mark.parametrize(("handed_over", "state"), [(False, "queued"), (True, "failed")])
def test_a_letter_whose_task_never_comes_back_is_noticed(
    handed_over: bool, state: str, people: People, postbox: Postbox
) -> None:
    postbox.to_recipient = "451 4.7.1 Come back"
    message_id = write(people)
    assert take(message_id, "a-lost-task")
    if handed_over:
        begin_hand_over(message_id, "a-lost-task")
    Delivery.objects.update(taken_at=utc_now() - timedelta(hours=1))
    deliver(write(people))
    assert state_of(message_id).state == state


def test_a_letter_that_ends_every_worker_is_given_up(people: People, postbox: Postbox) -> None:
    message_id = write(people)
    Delivery.objects.filter(message_id=message_id).update(attempts=MAX_ATTEMPTS - 1)
    assert take(message_id, TASK)
    deliver(message_id)
    assert (state_of(message_id).state, state_of(message_id).error_code) == ("failed", "delivery_interrupted")


def test_a_burst_goes_over_one_connection(people: People, postbox: Postbox) -> None:
    letters = [write(people) for _ in range(20)]
    deliver(letters[0])
    assert {state_of(letter).state for letter in letters} == {"sent"}
    assert (len(postbox.letters), postbox.connections) == (20, 1)


def test_a_connection_that_ends_between_letters_is_opened_again(people: People, postbox: Postbox) -> None:
    postbox.letters_of_a_connection = 3
    letters = [write(people) for _ in range(8)]
    deliver(letters[0])
    assert {(state_of(letter).state, state_of(letter).attempts) for letter in letters} == {("sent", 1)}
    assert (len(postbox.letters), postbox.connections) == (8, 3)


def test_a_refused_letter_does_not_hold_up_the_others(people: People, postbox: Postbox) -> None:
    postbox.refused = {"nobody@example.org"}
    letters = [write(people, to=to) for to in ("one@example.org", "nobody@example.org", "two@example.org")]
    deliver(letters[0])
    assert [state_of(letter).state for letter in letters] == ["sent", "failed", "sent"]
    assert postbox.connections == 1


def test_without_an_answer_to_the_letter_it_may_have_gone_out(people: People, postbox: Postbox) -> None:
    postbox.hangs_up_on_letter = True
    message_id = write(people)
    deliver(message_id)
    assert (state_of(message_id).state, state_of(message_id).error_code) == ("failed", "delivery_interrupted")


def test_a_person_may_send_again_what_lost_its_worker(
    people: People, postbox: Postbox, as_ada: Browser
) -> None:
    message_id = write(people)
    sending = Delivery.objects.filter(message_id=message_id)
    assert take(message_id, TASK)
    begin_hand_over(message_id, TASK)
    assert as_ada.post(f"/api/messages/{message_id}/retry").json()["code"] == "being_sent"
    sending.update(taken_at=utc_now() - timedelta(hours=1))
    assert as_ada.post(f"/api/messages/{message_id}/retry").json()["state"] == "queued"
    deliver(message_id, "the-next-task")
    assert len(postbox.letters) == 1


def test_a_letter_to_nowhere_is_not_written(people: People) -> None:
    with pytest.raises(Invalid):
        send_email(people.organisation.id, "cai at example", "Hello", "Hello", "<p>", None, "about:1")
    assert not Delivery.objects.exists()


def test_staff_read_what_was_written(people: People, as_rhea: Browser, as_ines: Browser) -> None:
    message_id = write(people, CALENDAR)
    (row,) = as_rhea.get("/api/messages").json()["items"]
    assert (row["id"], row["state"], row["has_calendar"]) == (str(message_id), "outbox", True)
    shown = as_rhea.get(f"/api/messages/{message_id}").json()
    assert (shown["text"], shown["html"], shown["error"]) == ("Höre", "<p>Höre</p>", "")
    assert as_rhea.get(f"/api/messages/{message_id}/calendar.ics").content == CALENDAR
    assert as_ines.get("/api/messages").status_code == 403


def test_a_reference_tells_how_its_newest_letter_fares(people: People, postbox: Postbox) -> None:
    deliver(write(people))
    newest = write(people)
    state = delivery_state("about:1")
    assert state is not None
    assert (state.message_id, state.state) == (newest, "queued")
    assert delivery_state("about:2") is None
