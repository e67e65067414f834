"""A scorecard: kept as it is typed, its author's alone until it is submitted, then part of the log."""

from typing import Any

import pytest
from tests.held import Held, minute
from tests.people import Browser, People

from fairview.evidence.public import read_entries
from fairview.reports.findings.cards import SUBMITTED
from fairview.reports.models import Report
from fairview.reports.public import freeze_report
from fairview.reports.rubric import get_rubric
from fairview.reports.scorecards import MOST_CHARACTERS

COMPETENCIES = list(get_rubric().titles)


@pytest.fixture
def held(people: People) -> Held:
    return Held(people).write(minute())


def draft(version: int = 0, **part: Any) -> dict[str, Any]:
    empty = {"version": version, "ratings": {}, "notes": [], "recommendation": None, "closing": ""}
    return empty | part


def whole(version: int = 0, rating: int | None = 3, **part: Any) -> dict[str, Any]:
    ratings = dict.fromkeys(COMPETENCIES, rating)
    return draft(version, **({"ratings": ratings, "recommendation": "yes"} | part))


def note(text: str, at_ms: int | None = 12_000, key: str = "one") -> dict[str, Any]:
    return {"key": key, "competency": "testing", "at_ms": at_ms, "text": text}


def save(browser: Browser, held: Held, card: dict[str, Any]) -> Any:
    return browser.put(f"/api/scorecards/{held.id}", card, content_type="application/json")


def submit(browser: Browser, held: Held, version: int) -> Any:
    return browser.post(f"/api/scorecards/{held.id}/submit", {"version": version})


def hand_in(browser: Browser, held: Held, **part: Any) -> None:
    version = browser.get(f"/api/scorecards/{held.id}").json()["version"]
    assert save(browser, held, whole(version, **part)).status_code == 200
    assert submit(browser, held, version + 1).status_code == 200


def cards_in_log(held: Held) -> int:
    return sum(entry.kind == SUBMITTED for entry in read_entries(held.id))


def test_an_empty_card_says_what_is_asked(held: Held, as_ines: Browser) -> None:
    card = as_ines.get(f"/api/scorecards/{held.id}").json()
    assert (card["version"], card["ratings"], card["submitted_at"]) == (0, {}, None)
    assert [len(each["levels"]) for each in card["rubric"]["competencies"]] == [4] * 5
    assert all(each["sentence"] for each in card["rubric"]["competencies"])


def test_a_draft_comes_back_as_it_was_saved(held: Held, as_ines: Browser, as_ada: Browser) -> None:
    card = draft(
        ratings={"testing": 2, "explanations": None},
        notes=[note("Asked for an empty list."), note("Later.", None, "two")],
        closing="So far.",
    )
    assert save(as_ines, held, card).status_code == 200
    kept = as_ines.get(f"/api/scorecards/{held.id}").json()
    assert {name: kept[name] for name in card} == card | {"version": 1}
    assert as_ada.get(f"/api/scorecards/{held.id}").json()["version"] == 0


def test_the_second_of_two_tabs_is_told_and_overwrites_nothing(held: Held, as_ines: Browser) -> None:
    save(as_ines, held, draft(closing="One."))
    refused = save(as_ines, held, draft(closing="Other."))
    assert (refused.status_code, refused.json()["code"]) == (409, "scorecard_changed")
    assert refused.json()["params"] == {"version": 1}
    assert as_ines.get(f"/api/scorecards/{held.id}").json()["closing"] == "One."
    assert submit(as_ines, held, 2).json()["code"] == "scorecard_changed"


@pytest.mark.parametrize(
    ("card", "code"),
    [
        (draft(ratings={"charm": 3}), "competency_unknown"),
        (draft(ratings={"testing": 5}), "invalid"),
        (draft(notes=[note("x" * 2_000, key=str(n)) for n in range(8)]), "scorecard_too_long"),
        (draft(closing="\x00"), "invalid"),
        (draft(recommendation="maybe"), "invalid"),
    ],
)
def test_what_does_not_fit_is_refused(held: Held, as_ines: Browser, card: Any, code: str) -> None:
    answer = save(as_ines, held, card)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_the_longest_card_fits_into_the_log(held: Held, as_ines: Browser) -> None:
    notes = [note("𝄞" * 1_500, key=str(n)) for n in range(MOST_CHARACTERS // 1_500)]
    hand_in(as_ines, held, notes=notes)
    assert cards_in_log(held) == 1


def test_only_a_whole_card_can_be_submitted(held: Held, as_ines: Browser) -> None:
    assert submit(as_ines, held, 1).json()["code"] == "scorecard_incomplete"
    for version, card in enumerate([draft(recommendation="no"), whole(1, recommendation=None)]):
        save(as_ines, held, card)
        assert submit(as_ines, held, version + 1).json()["code"] == "scorecard_incomplete"
    assert cards_in_log(held) == 0


def test_submitting_twice_writes_once_and_submitting_anew_replaces(held: Held, as_ines: Browser) -> None:
    hand_in(as_ines, held, recommendation="no")
    assert submit(as_ines, held, 1).status_code == 200
    assert cards_in_log(held) == 1
    hand_in(as_ines, held, recommendation="strong_yes", rating=None, notes=[note("Yes."), note("", key="e")])
    (card,) = freeze_report(held.id).content.scorecards
    assert (card.name, card.recommendation, {one.rating for one in card.ratings}) == (
        "Ines",
        "strong_yes",
        {None},
    )
    assert [(one.competency, one.at_ms, one.text) for one in card.notes] == [("testing", 12_000, "Yes.")]


def test_a_card_that_is_submitted_later_makes_a_new_version(held: Held, as_ines: Browser) -> None:
    assert freeze_report(held.id).content.scorecards == []
    hand_in(as_ines, held)
    report = freeze_report(held.id)
    assert (report.version, report.reason, len(report.content.scorecards)) == (2, "scorecard", 1)


def test_a_talk_that_was_not_started_cannot_be_judged(people: People, as_ines: Browser) -> None:
    held = Held(people, state="live")
    held.room.state, held.room.started_at = "open", None
    held.room.save()
    save(as_ines, held, whole())
    assert submit(as_ines, held, 1).json()["code"] == "talk_not_started"


def test_versions_from_before_scorecards_still_open(held: Held, as_ada: Browser) -> None:
    frozen = freeze_report(held.id)
    words = frozen.document
    for part in (',"withheld_scorecards":0', '"code":[],', '"scorecards":[],'):
        assert part in words
        words = words.replace(part, "")
    Report.objects.filter(id=frozen.id).update(document=words)
    assert Report.objects.get(id=frozen.id).content.scorecards == []
    assert as_ada.get(f"/api/reports/{held.id}").status_code == 200
