from typing import Any

import pytest
from tests.people import Browser, People

from fairview.accounts.public import actor_of
from fairview.candidates.models import Candidate
from fairview.candidates.public import get_candidate, interview_counts
from fairview.candidates.shredders import erase_candidate, export_candidate
from fairview.kit.errors import NotFound

CAI = {"name": "Cai Åström", "email": "Cai@Example.org", "zone": "Europe/Madrid"}


def add(browser: Browser, **details: str) -> dict[str, Any]:
    answer = browser.post("/api/candidates", {**CAI, **details})
    assert answer.status_code == 201, answer.json()
    added: dict[str, Any] = answer.json()
    return added


def names(browser: Browser, search: str = "") -> list[str]:
    found = browser.get("/api/candidates", {"search": search}).json()
    return [candidate["name"] for candidate in found["items"]]


def test_a_candidate_is_added_changed_and_deleted(as_rhea: Browser) -> None:
    cai = add(as_rhea, note="Prefers mornings.")
    where = f"/api/candidates/{cai['id']}"
    assert as_rhea.get(where).json() == cai
    assert (cai["phone"], cai["note"], cai["interviews"]) == ("", "Prefers mornings.", 0)
    changed = as_rhea.patch(where, {"phone": "+34 600 000 000"}).json()
    assert changed == {**cai, "phone": "+34 600 000 000"}
    assert as_rhea.delete(where).status_code == 204
    assert as_rhea.get(where).status_code == 404


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        ({"zone": "Madrid"}, "unknown_zone", "zone"),
        ({"email": "cai at example"}, "invalid", "email"),
        ({"name": "   "}, "invalid", "name"),
        ({"phone": "1" * 41}, "invalid", "phone"),
    ],
)
def test_bad_details_are_refused_before_anything_is_written(
    wrong: dict[str, str], code: str, field: str, as_ada: Browser
) -> None:
    answer = as_ada.post("/api/candidates", {**CAI, **wrong})
    assert answer.status_code == 422
    assert (answer.json()["code"], answer.json()["field"]) == (code, field)
    assert not Candidate.objects.exists()


def test_one_address_is_one_candidate_whatever_its_letter_case(as_ada: Browser, as_zoe: Browser) -> None:
    add(as_ada)
    again = as_ada.post("/api/candidates", {**CAI, "email": "cai@example.ORG"})
    assert (again.status_code, again.json()["code"], again.json()["field"]) == (
        409,
        "candidate_exists",
        "email",
    )
    add(as_zoe)


def test_a_change_cannot_take_the_address_of_another(as_ada: Browser) -> None:
    add(as_ada)
    dov = add(as_ada, name="Dov", email="dov@example.org")
    answer = as_ada.patch(f"/api/candidates/{dov['id']}", {"email": "CAI@example.org"})
    assert answer.json()["code"] == "candidate_exists"
    assert as_ada.get(f"/api/candidates/{dov['id']}").json()["email"] == "dov@example.org"


def test_search_looks_at_names_and_addresses_without_case_or_accents(as_ada: Browser) -> None:
    add(as_ada)
    add(as_ada, name="Dov Levi", email="dov@linden.test")
    assert names(as_ada) == ["Cai Åström", "Dov Levi"]
    assert names(as_ada, "astrom cai") == ["Cai Åström"]
    assert names(as_ada, "LINDEN") == ["Dov Levi"]
    assert names(as_ada, "100%") == []


def test_search_follows_a_changed_name(as_ada: Browser) -> None:
    cai = add(as_ada)
    as_ada.patch(f"/api/candidates/{cai['id']}", {"name": "Cai Berg"})
    assert names(as_ada, "berg") == ["Cai Berg"]
    assert names(as_ada, "astrom") == []


def test_lists_come_in_pages_by_name(as_ada: Browser) -> None:
    for number in range(51):
        add(as_ada, name=f"Person {number:02}", email=f"p{number}@example.org")
    first = as_ada.get("/api/candidates").json()
    assert (first["total"], first["pages"], len(first["items"])) == (51, 2, 50)
    assert [each["name"] for each in as_ada.get("/api/candidates?page=2").json()["items"]] == ["Person 50"]


def test_interviews_are_counted_by_whoever_knows(as_ada: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    cai = add(as_ada)
    monkeypatch.setattr(interview_counts, "count", lambda ids: dict.fromkeys(ids, 2))
    assert as_ada.get("/api/candidates").json()["items"][0]["interviews"] == 2
    assert as_ada.get(f"/api/candidates/{cai['id']}").json()["interviews"] == 2


def test_what_is_known_of_a_candidate_can_be_taken_out_and_erased(people: People, as_ada: Browser) -> None:
    ada = actor_of(people.ada)
    candidate = get_candidate(ada, add(as_ada, phone="+34 600", note="Tall.")["id"])
    exported = export_candidate(candidate)
    assert (exported["name"], exported["phone"], exported["note"]) == ("Cai Åström", "+34 600", "Tall.")
    erase_candidate(ada, candidate)
    left = export_candidate(Candidate.objects.get())
    assert not any(left[field] for field in ("name", "email", "phone", "note"))
    assert names(as_ada) == []
    add(as_ada)


def test_candidates_of_others_do_not_exist(people: People, as_ada: Browser) -> None:
    cai = add(as_ada)
    with pytest.raises(NotFound):
        get_candidate(actor_of(people.zoe), cai["id"])
    with pytest.raises(NotFound):
        get_candidate(actor_of(people.ines), cai["id"])
