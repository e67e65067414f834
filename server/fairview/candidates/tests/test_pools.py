import csv
import io
from typing import Any

import pytest
from tests.people import Browser, People

from fairview.accounts.public import actor_of
from fairview.candidates.models import Candidate, Pool, PoolMember, Removal
from fairview.candidates.pools import orders
from fairview.candidates.pools.members import MemberFilter, Selection, chosen_members, selected_members
from fairview.candidates.tests.files import bring_in, members, names, new_pool

FILE = """Name,E-mail,Mark,2024,Région "x"
Cai,cai@example.org,71.5,a,North
Dov,dov@example.org,"80,0",b,South
Eda,eda@example.org,9,,
Fay,fay@example.org,absent,a,North
Gus,gus@example.org,,a,north
"""
REGION = "Région 'x'"


@pytest.fixture
def pool(as_ada: Browser) -> str:
    pool = new_pool(as_ada)
    bring_in(as_ada, pool, FILE)
    return pool


def remove(browser: Browser, pool: str, **selection: Any) -> dict[str, Any]:
    answer = browser.post(f"/api/pools/{pool}/removals", {"selection": selection})
    assert answer.status_code == 201, answer.json()
    removed: dict[str, Any] = answer.json()
    return removed


def test_a_pool_is_made_renamed_put_away_and_taken_back(as_rhea: Browser) -> None:
    pool = new_pool(as_rhea, "  Autumn ")
    where = f"/api/pools/{pool}"
    assert as_rhea.get(where).json()["name"] == "Autumn"
    assert as_rhea.patch(where, {"name": "Winter"}).json()["name"] == "Winter"
    assert as_rhea.patch(where, {"archived": True}).json()["archived_at"]
    assert as_rhea.get("/api/pools").json()["total"] == 0
    assert as_rhea.get("/api/pools", {"archived": True}).json()["items"][0]["name"] == "Winter"
    assert as_rhea.patch(where, {"archived": False}).json()["archived_at"] is None


def test_pools_are_found_by_their_names(as_rhea: Browser) -> None:
    spring = new_pool(as_rhea, "Spring of nurses")
    new_pool(as_rhea, "Autumn")
    found = as_rhea.get("/api/pools", {"search": "nurse SPRING"}).json()["items"]
    assert [pool["id"] for pool in found] == [spring]


def test_two_pools_do_not_have_one_name_whatever_its_letter_case(as_ada: Browser, as_zoe: Browser) -> None:
    first = new_pool(as_ada)
    answer = as_ada.post("/api/pools", {"name": "AUTUMN"})
    assert (answer.status_code, answer.json()["code"]) == (409, "pool_exists")
    as_ada.patch(f"/api/pools/{first}", {"archived": True})
    new_pool(as_ada)
    assert as_ada.patch(f"/api/pools/{first}", {"archived": False}).json()["code"] == "pool_exists"
    new_pool(as_zoe)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("name", "Cai Dov Eda Fay Gus"),
        ("-name", "Gus Fay Eda Dov Cai"),
        ("-email", "Gus Fay Eda Dov Cai"),
        ("added", "Cai Dov Eda Fay Gus"),
        ("value:Mark", "Eda Cai Dov Fay Gus"),
        ("-value:Mark", "Dov Cai Eda Fay Gus"),
        ("value:2024", "Cai Fay Gus Dov Eda"),
        ("-value:2024", "Dov Cai Fay Gus Eda"),
        (f"value:{REGION}", "Cai Fay Gus Dov Eda"),
        ("value:No such column", "Cai Dov Eda Fay Gus"),
    ],
)
def test_numbers_are_ordered_as_numbers_and_who_has_none_comes_last(
    order: str, expected: str, as_ada: Browser, pool: str
) -> None:
    assert " ".join(names(as_ada, pool, order=order)) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"search": "EXAMPLE f"}, "Fay"),
        ({"column": "2024", "value": "a"}, "Cai Fay Gus"),
        ({"column": REGION, "value": "North"}, "Cai Fay"),
        ({"column": REGION}, "Eda"),
        ({"column": "Mark", "value": ""}, "Gus"),
        ({"column": "2024", "value": "a", "search": "gus"}, "Gus"),
    ],
)
def test_members_are_found_by_name_address_and_what_a_column_holds(
    wanted: dict[str, str], expected: str, as_ada: Browser, pool: str
) -> None:
    assert " ".join(names(as_ada, pool, **wanted)) == expected


def test_an_order_that_is_none_is_refused(as_ada: Browser, pool: str) -> None:
    assert as_ada.get(f"/api/pools/{pool}/members", {"order": "candidate__note"}).status_code == 422


def test_values_of_a_column_come_with_the_most_frequent_first(as_ada: Browser, pool: str) -> None:
    found = as_ada.get(f"/api/pools/{pool}/values", {"column": REGION}).json()
    assert found == ["North", "South", "north"]


def test_values_of_a_member_are_edited(as_ada: Browser, pool: str) -> None:
    cai = members(as_ada, pool)[0]
    where = f"/api/pools/{pool}/members/{cai['id']}"
    changed = as_ada.patch(where, {"values": {"Mark": "72", "2024": ""}}).json()
    assert changed["values"] == {"Mark": "72", REGION: "North"}
    assert as_ada.patch(where, {"values": {"Shoe size": "41"}}).json()["code"] == "invalid"
    assert as_ada.patch(where, {"values": {"Mark": "7" * 1001}}).status_code == 422


def test_members_are_removed_and_put_back(as_ada: Browser, pool: str) -> None:
    before = members(as_ada, pool)
    some = remove(as_ada, pool, mode="some", ids=[member["id"] for member in before[:2]])
    assert (some["count"], names(as_ada, pool)) == (2, ["Eda", "Fay", "Gus"])
    matching = remove(as_ada, pool, mode="all", filter={"column": "2024", "value": "a"})
    assert (matching["count"], names(as_ada, pool)) == (2, ["Eda"])
    everyone = remove(as_ada, pool, mode="all")
    assert (everyone["count"], names(as_ada, pool)) == (1, [])
    assert as_ada.get("/api/candidates").json()["total"] == 5
    for removal in (some, matching, everyone):
        where = f"/api/pools/{pool}/removals/{removal['id']}/undo"
        assert as_ada.post(where).json() == {"count": removal["count"]}
        assert as_ada.post(where).json() == {"count": 0}
    assert members(as_ada, pool) == before


def test_who_was_added_again_is_not_put_back_twice(as_ada: Browser, pool: str) -> None:
    removal = remove(as_ada, pool, mode="all")
    bring_in(as_ada, pool, "Name,E-mail,Mark\nCai,cai@example.org,1\n")
    assert as_ada.post(f"/api/pools/{pool}/removals/{removal['id']}/undo").json() == {"count": 4}
    assert [member["values"] for member in members(as_ada, pool, search="cai")] == [{"Mark": "1"}]


def test_removed_members_are_forgotten(as_ada: Browser, pool: str) -> None:
    remove(as_ada, pool, mode="all")
    Removal.objects.all().delete()
    assert not PoolMember.ever.exists()


def test_candidates_that_are_known_are_added_once(as_ada: Browser, as_zoe: Browser, pool: str) -> None:
    other = new_pool(as_ada, "Other")
    ids = [member["candidate_id"] for member in members(as_ada, pool)[:3]]
    assert as_ada.post(f"/api/pools/{other}/members", {"candidate_ids": ids[:2]}).json() == {"count": 2}
    assert as_ada.post(f"/api/pools/{other}/members", {"candidate_ids": ids}).json() == {"count": 1}
    theirs = new_pool(as_zoe)
    assert as_zoe.post(f"/api/pools/{theirs}/members", {"candidate_ids": ids}).json()["code"] == "invalid"


def test_a_pool_is_exported_without_formulas_that_run(as_ada: Browser) -> None:
    pool = new_pool(as_ada)
    bring_in(
        as_ada, pool, "Name,E-mail,Phone,=Sum\nCai,cai@example.org,+34 600,=1+1\nDov,dov@example.org,,-5\n"
    )
    answer = as_ada.get(f"/api/pools/{pool}/members.csv", {"order": "-name"})
    assert answer["Content-Disposition"] == 'attachment; filename="pool.csv"'
    exported = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert exported == [
        ["Name", "E-mail", "Time zone", "Phone", "'=Sum"],
        ["Dov", "dov@example.org", "Europe/Berlin", "", "'-5"],
        ["Cai", "cai@example.org", "Europe/Berlin", "'+34 600", "'=1+1"],
    ]
    again = new_pool(as_ada, "Again")
    bring_in(as_ada, again, answer.content)
    assert [m["values"] for m in members(as_ada, again)] == [{"=Sum": "=1+1"}, {"=Sum": "-5"}]
    assert members(as_ada, again)[0]["phone"] == "+34 600"


def rows_of(answer: Any) -> list[list[str]]:
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_an_export_has_the_columns_that_are_looked_at(as_ada: Browser, pool: str) -> None:
    where = f"/api/pools/{pool}/members.csv"
    head, *rows = rows_of(as_ada.get(where, {"column": "2024", "value": "a", "without": ["2024", REGION]}))
    assert head == ["Name", "E-mail", "Time zone", "Phone", "Mark"]
    assert [(row[0], row[-1]) for row in rows] == [("Cai", "71.5"), ("Fay", "absent"), ("Gus", "")]


def test_an_export_of_some_holds_them_alone_and_nobody_of_another_pool(as_ada: Browser, pool: str) -> None:
    cai, *_, gus = members(as_ada, pool)
    other = new_pool(as_ada, "Other")
    bring_in(as_ada, other, "Name,E-mail\nHal,hal@example.org\n")
    ids = [gus["id"], cai["id"], members(as_ada, other)[0]["id"]]
    chosen = {"selection": {"mode": "some", "ids": ids}, "without": ["Mark"]}
    answer = as_ada.post(f"/api/pools/{pool}/members.csv", chosen)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    head, *rows = rows_of(answer)
    assert "Mark" not in head
    assert [row[0] for row in rows] == ["Cai", "Gus"]


def test_a_selection_means_the_same_whoever_asks(as_ada: Browser, people: People, pool: str) -> None:
    found = Pool.objects.get(id=pool)
    wanted = MemberFilter(column="2024", value="a", order="-value:Mark")
    ids = tuple(selected_members(found, wanted).values_list("id", flat=True))
    assert [member.candidate.name for member in chosen_members(found, Selection(filter=wanted))] == [
        "Cai",
        "Fay",
        "Gus",
    ]
    assert set(chosen_members(found, Selection(ids=ids)).values_list("id", flat=True)) == set(ids)
    assert Pool.objects.visible_to(actor_of(people.zoe)).count() == 0


def test_a_candidate_who_is_deleted_leaves_the_pools(as_ada: Browser, pool: str) -> None:
    cai = members(as_ada, pool)[0]
    assert as_ada.delete(f"/api/candidates/{cai['candidate_id']}").status_code == 204
    assert "Cai" not in names(as_ada, pool)
    assert not Candidate.objects.filter(name="Cai").exists()


@pytest.mark.parametrize("order", ["name", "-value:Mark", "value:2024"])
def test_a_page_far_down_is_that_of_the_order_and_follows_every_change(
    order: str, pool: str, as_ada: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orders, "FAR", 0)
    wanted = MemberFilter(order=order)

    def paged() -> list[PoolMember]:
        found = Pool.objects.get(id=pool)
        return [one for start in range(0, 8, 2) for one in orders.members_page(found, wanted, start, 2)]

    def whole() -> list[PoolMember]:
        return list(selected_members(Pool.objects.get(id=pool), wanted))

    assert paged() == whole()
    last = whole()[-1]
    as_ada.patch(f"/api/pools/{pool}/members/{last.id}", {"values": {"Mark": "100", "2024": "0"}})
    as_ada.patch(f"/api/candidates/{last.candidate_id}", {"name": "Aaron"})
    remove(as_ada, pool, mode="some", ids=[str(whole()[1].id)])
    assert paged() == whole()
    assert len(paged()) == 4
