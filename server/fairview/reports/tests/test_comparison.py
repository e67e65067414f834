"""The people of a lot side by side, in the order of the lot, and what people decided."""

import csv
import io
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.held import Held, minute
from tests.people import Browser, People

from fairview.accounts.public import actor_of
from fairview.candidates.models import Pool, PoolMember
from fairview.candidates.public import Candidate, Lot, Wish, add_candidate, make_lot
from fairview.kit.clock import utc_now
from fairview.reports.contracts import ScorecardSubmitted
from fairview.reports.findings.sections import GivenRating, Recommendation
from fairview.reports.public import freeze_report
from fairview.scheduling.models import Interview


def card(by: str, rating: int | None, recommendation: Recommendation) -> ScorecardSubmitted:
    return ScorecardSubmitted(
        by=by,
        name=by,
        rubric="standard@1",
        recommendation=recommendation,
        ratings=[GivenRating(competency="testing", title="Testing", rating=rating)],
        notes=[],
        closing="",
    )


def choose(people: People, candidates: list[Candidate]) -> Lot:
    ada = actor_of(people.ada)
    pool = Pool.objects.create(organisation=people.organisation, name=f"Spring {len(candidates)}", columns=[])
    members = [PoolMember.objects.create(pool=pool, candidate=one, values={}) for one in candidates]
    return make_lot(ada, Wish(pool.id, "hand", member_ids=[one.id for one in members]), uuid4())


@pytest.fixture
def held(people: People) -> Held:
    return Held(people).write(minute())


@pytest.fixture
def lot(people: People, held: Held) -> Lot:
    """Cai, who was interviewed, and Noor, who was not yet."""
    cai = held.room.interview.candidate
    noor = add_candidate(actor_of(people.ada), name="=Noor", email="noor@example.org", zone="Europe/Madrid")
    lot = choose(people, [cai, noor])
    Interview.objects.filter(id=held.room.interview_id).update(lot=lot)
    return lot


def compared(browser: Browser, lot: Lot) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = browser.get(f"/api/lots/{lot.id}/comparison").json()["rows"]
    return rows


def test_the_numbers_are_those_of_the_newest_reports(lot: Lot, held: Held, as_rhea: Browser) -> None:
    freeze_report(held.id)
    held.say(70, card("Ines", 3, "yes")).say(71, card("Omar", 4, "no")).say(72, card("Ada", None, "yes"))
    report = freeze_report(held.id).content
    cai, noor = compared(as_rhea, lot)
    assert [one["place"] for one in (cai, noor)] == [1, 2]
    assert cai["report"]["score"] == report.outcome.score == 99
    assert [cai["report"][name] for name in ("open", "confirmed", "dismissed")] == [1, 0, 0]
    assert cai["report"]["ratings"] == [
        {"competency": "testing", "title": "Testing", "mean_tenths": 35, "count": 2}
    ]
    assert [one["recommendation"] for one in cai["report"]["recommendations"]] == ["yes", "no", "yes"]
    assert (noor["interview"], noor["report"], noor["decision"]) == (None, None, None)


def test_an_interview_that_took_the_place_of_a_cancelled_one_counts(
    lot: Lot, held: Held, as_rhea: Browser
) -> None:
    Interview.objects.filter(id=held.room.interview_id).update(cancelled_at=utc_now(), started_at=None)
    assert compared(as_rhea, lot)[0]["interview"]["stage"] == "cancelled"
    first = Interview.objects.get(id=held.room.interview_id)
    first.pk, first.cancelled_at, first.starts_at = uuid4(), None, first.starts_at - timedelta(days=1)
    first.save(force_insert=True)
    assert compared(as_rhea, lot)[0]["interview"]["stage"] == "planned"


def test_a_decision_is_a_persons_with_a_reason_and_a_change_of_mind_is_a_new_one(
    lot: Lot, held: Held, as_rhea: Browser, as_ines: Browser
) -> None:
    path = f"/api/interviews/{held.room.interview_id}/decisions"
    assert as_rhea.post(path, {"decision": "hold", "reason": "  "}).status_code == 422
    assert as_rhea.post(path, {"decision": "hire", "reason": "Yes."}).status_code == 422
    assert as_ines.post(path, {"decision": "hold", "reason": "No."}).status_code == 403
    for decision in ("hold", "advance"):
        assert as_rhea.post(path, {"decision": decision, "reason": f"To {decision}."}).status_code == 201
    assert [(one["decision"], one["by"]) for one in as_ines.get(path).json()] == [
        ("advance", "Rhea"),
        ("hold", "Rhea"),
    ]
    assert compared(as_rhea, lot)[0]["decision"]["reason"] == "To advance."


def test_the_table_is_safe_for_spreadsheets(lot: Lot, held: Held, as_rhea: Browser) -> None:
    freeze_report(held.id)
    held.say(70, card("Ines", 3, "yes"))
    freeze_report(held.id)
    reason = '=HYPERLINK("https://example.org")'
    as_rhea.post(
        f"/api/interviews/{held.room.interview_id}/decisions", {"decision": "hold", "reason": reason}
    )
    answer = as_rhea.get(f"/api/lots/{lot.id}/comparison.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    cai, noor = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert (cai["score"], cai["coverage"], cai["Testing"]) == ("99", "1.000", "3.0")
    assert (cai["decision_reason"], noor["name"]) == (f"'{reason}", "'=Noor")
    assert set(noor) == set(cai)
    assert None not in noor.values()


def test_a_larger_lot_takes_no_more_queries(people: People, as_rhea: Browser) -> None:
    def queries(size: int) -> int:
        rooms = [Held(people, email=f"p{size}-{n}@example.org").write(minute()) for n in range(size)]
        lot = choose(people, [one.room.interview.candidate for one in rooms])
        for one in rooms:
            Interview.objects.filter(id=one.room.interview_id).update(lot=lot)
            freeze_report(one.id)
        with CaptureQueriesContext(connection) as captured:
            assert len(compared(as_rhea, lot)) == size
        return len(captured)

    queries(1)
    assert queries(2) == queries(7) <= 10
