"""What staff see of the messages, and sending many again at once."""

from pytest_django.fixtures import Settings
from tests.people import Browser, People

from fairview.notifications.delivery import begin_hand_over, take
from fairview.notifications.public import send_sms, withdraw
from fairview.notifications.tests.steps import TASK, Postbox, deliver, due_now, state_of, write


def retry_all(browser: Browser, state: str) -> int:
    answer = browser.post("/api/messages/retry", {"state": state})
    assert answer.status_code == 200
    return int(answer.json()["count"])


def test_all_that_failed_are_sent_again(people: People, postbox: Postbox, as_rhea: Browser) -> None:
    postbox.refused = {"one@example.org", "two@example.org"}
    letters = [write(people, to=to) for to in ("one@example.org", "two@example.org", "three@example.org")]
    deliver(letters[0])
    assert as_rhea.get("/api/messages/sendable").json() == {"outbox": 0, "failed": 2}
    postbox.refused = set()
    assert retry_all(as_rhea, "failed") == 2
    for letter in letters:
        due_now(letter)
    deliver(letters[0])
    assert {state_of(letter).state for letter in letters} == {"sent"}
    assert len(postbox.letters) == 3
    assert retry_all(as_rhea, "failed") == 0


def test_what_may_have_gone_out_is_not_sent_again_with_the_others(
    people: People, postbox: Postbox, as_rhea: Browser
) -> None:
    message_id = write(people)
    assert take(message_id, TASK)
    begin_hand_over(message_id, TASK)
    deliver(message_id)
    assert state_of(message_id).error_code == "delivery_interrupted"
    assert as_rhea.get("/api/messages/sendable").json() == {"outbox": 0, "failed": 0}
    assert retry_all(as_rhea, "failed") == 0


def test_the_outbox_is_sent_as_far_as_there_is_a_way(
    people: People, as_rhea: Browser, settings: Settings
) -> None:
    letter = write(people)
    text = send_sms(people.organisation.id, "+4930901820", "Soon", "about:1")
    assert as_rhea.get("/api/messages/sendable").json() == {"outbox": 0, "failed": 0}
    settings.MAIL = object()
    assert as_rhea.get("/api/messages/sendable").json() == {"outbox": 1, "failed": 0}
    assert retry_all(as_rhea, "outbox") == 1
    assert (state_of(letter).state, state_of(text).state) == ("queued", "outbox")


def test_what_was_replaced_stays_when_the_outbox_is_sent(
    people: People, as_rhea: Browser, settings: Settings
) -> None:
    letter = write(people)
    withdraw(["about:1"])
    settings.MAIL = object()
    assert as_rhea.get("/api/messages/sendable").json() == {"outbox": 0, "failed": 0}
    assert retry_all(as_rhea, "outbox") == 0
    assert as_rhea.get("/api/messages", {"fate": "outbox"}).json()["items"] == []
    assert as_rhea.get(f"/api/messages/{letter}").json()["state"] == "replaced"


def test_others_have_nothing_to_send_again(
    people: People, postbox: Postbox, as_rhea: Browser, as_zoe: Browser
) -> None:
    postbox.to_recipient = "550 5.1.1 Nobody here"
    deliver(write(people))
    assert retry_all(as_zoe, "failed") == 0, "of another organisation"
    assert retry_all(as_rhea, "failed") == 1


def test_messages_are_found_by_how_they_fare(people: People, postbox: Postbox, as_rhea: Browser) -> None:
    postbox.refused = {"one@example.org"}
    refused = write(people, to="one@example.org")
    deliver(refused)
    waiting = write(people, to="two@example.org")

    def found(fate: str) -> list[str]:
        return [row["id"] for row in as_rhea.get(f"/api/messages?fate={fate}").json()["items"]]

    assert (found("failed"), found("on_its_way")) == ([str(refused)], [str(waiting)])
    assert (found("sent"), found("outbox")) == ([], [])
    assert as_rhea.get("/api/messages?fate=lost").status_code == 422


def test_a_text_message_is_listed_by_how_it_begins(people: People, as_rhea: Browser) -> None:
    send_sms(people.organisation.id, "+4930901820", "Your talk begins at 10:00. " * 10, "about:1")
    (row,) = as_rhea.get("/api/messages").json()["items"]
    assert (row["channel"], row["subject"][:26], row["subject"][-1]) == (
        "sms",
        "Your talk begins at 10:00.",
        "…",
    )


def test_what_is_sent_again_can_be_taken_back_until_it_leaves(
    people: People, postbox: Postbox, as_rhea: Browser, as_zoe: Browser
) -> None:
    postbox.refused = {"one@example.org"}
    refused, other = write(people, to="one@example.org"), write(people, to="two@example.org")
    deliver(refused)
    before = state_of(refused)
    sent = as_rhea.post("/api/messages/retry", {"message_ids": [str(refused), str(other)]}).json()
    assert sent == {"count": 1, "message_ids": [str(refused)]}
    row = as_rhea.get(f"/api/messages/{refused}").json()
    assert (row["state"], row["can_be_taken_back"]) == ("queued", True)
    assert as_zoe.post("/api/messages/retry/undo", {"message_ids": [str(refused)]}).json() == {"count": 0}
    assert as_rhea.post("/api/messages/retry/undo", {"message_ids": [str(refused)]}).json() == {"count": 1}
    due_now(refused)
    deliver(refused)
    after = state_of(refused)
    assert (after.state, after.error_code, after.error, after.attempts) == (
        "failed",
        before.error_code,
        before.error,
        before.attempts,
    )


def test_what_has_left_cannot_be_taken_back(people: People, postbox: Postbox, as_rhea: Browser) -> None:
    postbox.refused = {"one@example.org"}
    letter = write(people, to="one@example.org")
    deliver(letter)
    postbox.refused = set()
    retry_all(as_rhea, "failed")
    due_now(letter)
    deliver(letter)
    assert (state_of(letter).state, state_of(letter).attempts) == ("sent", 1)
    assert as_rhea.post("/api/messages/retry/undo", {"message_ids": [str(letter)]}).json() == {"count": 0}
    assert state_of(letter).state == "sent"


def test_messages_are_found_by_address_and_by_words(people: People, as_rhea: Browser) -> None:
    letter = write(people, to="cai@example.org")
    write(people, to="dov@example.org")

    def found(search: str) -> list[str]:
        return [row["to"] for row in as_rhea.get("/api/messages", {"search": search}).json()["items"]]

    assert found("CAI") == found("cai interview") == ["cai@example.org"]
    assert found("nobody") == []
    assert as_rhea.get("/api/messages/open").json() == {"on_its_way": 0, "outbox": 2, "failed": 0}
    assert as_rhea.get(f"/api/messages/{letter}").json()["about"] is None
