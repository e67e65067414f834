"""Lots through the API: made once, frozen, checked again, and alternates called up."""

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from click.testing import CliRunner
from django.test import Client
from tests.people import Browser, People

from fairview.accounts.public import actor_of
from fairview.audit.models import AuditEntry
from fairview.candidates.lots import making, places
from fairview.candidates.lots.choices import Choice, Entry, Wish, choose
from fairview.candidates.lots.commands import lot as lot_command
from fairview.candidates.models import Candidate, Lot, LotMember, Pool, PoolMember
from fairview.candidates.pools.versions import note_change
from fairview.candidates.public import add_candidate, get_lot, lot_candidates
from fairview.candidates.shredders import erase_candidate
from fairview.kit.errors import NotFound

SEED = "0badcafe" * 8
MARKS = ["9", "7,5", "", "8", "9", "-1", "2", "3", "4", "5"]


@pytest.fixture
def pool(people: People) -> Pool:
    """Ten people, p0 … p9: four in the north, six in the south; p2 has no mark."""
    ada = actor_of(people.ada)
    pool = Pool.objects.create(organisation=people.organisation, name="Autumn", columns=["region", "mark"])
    for number, mark in enumerate(MARKS):
        person = add_candidate(ada, name=f"P{number}", email=f"P{number}@Example.org", zone="UTC")
        values = {"region": "North" if number < 4 else "South", "mark": mark}
        PoolMember.objects.create(pool=pool, candidate=person, values=values)
    return pool


def ask(pool: Pool, **terms: object) -> dict[str, object]:
    return {"pool_id": str(pool.id), "way": "lot", "request_key": str(uuid4()), "size": 3, **terms}


def make(browser: Browser, pool: Pool, **terms: object) -> dict[str, Any]:
    answer = browser.post("/api/lots", ask(pool, **terms))
    assert answer.status_code == 201, answer.json()
    made: dict[str, Any] = answer.json()
    return made


def refused(browser: Browser, pool: Pool, **terms: object) -> tuple[int, str]:
    answer = browser.post("/api/lots", ask(pool, **terms))
    return answer.status_code, answer.json()["code"]


def names(browser: Browser, lot: dict[str, Any], part: str = "drawn") -> list[str]:
    found = browser.get(f"/api/lots/{lot['id']}/places", {"part": part}).json()
    return [place["candidate"]["name"] for place in found["items"]]


def verified(browser: Browser, lot: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = browser.post(f"/api/lots/{lot['id']}/verify").json()
    return answer


def downloads(browser: Browser, lot: dict[str, Any], folder: Path) -> tuple[Path, Path]:
    files = folder / "record.json", folder / "pool.csv"
    for file in files:
        file.write_bytes(browser.get(f"/api/lots/{lot['id']}/{file.name}").content)
    return files


def test_the_downloads_have_short_names(as_ada: Browser, pool: Pool) -> None:
    where = f"/api/lots/{make(as_ada, pool)['id']}"
    for name, ending in {"record.json": "json", "pool.csv": "csv"}.items():
        said = as_ada.get(f"{where}/{name}")["Content-Disposition"]
        assert said.endswith(f'-{where[-12:]}.{ending}"')


def by_command_line(*arguments: object) -> Any:
    return CliRunner().invoke(lot_command, [*map(str, arguments)])


def test_a_lot_is_drawn_and_told(as_rhea: Browser, pool: Pool) -> None:
    lot = make(as_rhea, pool, seed=SEED.upper())
    assert (lot["name"], lot["number"], lot["of_pool"]) == ("Autumn · 1", 1, 1)
    assert (lot["way"], lot["strategy"], lot["size"], lot["pool_size"]) == ("lot", "random", 3, 10)
    assert (lot["seed"], lot["seed_origin"], lot["created_by"]) == (SEED, "given", "Rhea")
    assert (lot["replaced"], lot["waiting"]) == (0, 7)
    assert as_rhea.get(f"/api/lots/{lot['id']}").json() == lot
    drawn, alternates = names(as_rhea, lot), names(as_rhea, lot, "alternates")
    assert (len(drawn), sorted(drawn + alternates)) == (3, [f"P{number}" for number in range(10)])
    assert verified(as_rhea, lot) == {"state": "same", "problems": [], "erased": 0}


@pytest.mark.parametrize("strategy", ["random", "stratified:region", "ranked:mark"])
def test_the_command_line_draws_the_same_from_the_two_downloads(
    strategy: str, as_ada: Browser, as_tess: Browser, pool: Pool, tmp_path: Path
) -> None:
    lot = make(as_ada, pool, strategy=strategy)
    record, file = downloads(as_tess, lot, tmp_path)
    assert by_command_line("verify", record, "--pool", file).exit_code == 0
    terms = ["--seed", lot["seed"], "--size", 3, "--strategy", strategy, "--json"]
    assert by_command_line("draw", "--pool", file, *terms).output == record.read_text()


def test_the_server_makes_a_seed_that_nobody_chose(as_ada: Browser, pool: Pool) -> None:
    first, second = make(as_ada, pool), make(as_ada, pool)
    assert len(bytes.fromhex(first["seed"])) == 32
    assert (first["seed_origin"], second["number"]) == ("made", 2)
    assert first["seed"] != second["seed"]


def test_a_lot_outlives_every_change_of_the_pool(as_ada: Browser, pool: Pool, tmp_path: Path) -> None:
    lot = make(as_ada, pool, strategy="ranked:mark")
    files = [file.read_bytes() for file in downloads(as_ada, lot, tmp_path)]
    someone = Candidate.objects.get(name="P0")
    as_ada.patch(f"/api/candidates/{someone.id}", {"email": "new@example.org"})
    PoolMember.objects.filter(candidate__name__in=["P1", "P4"]).delete()
    PoolMember.objects.update(values={"mark": "1"})
    assert [file.read_bytes() for file in downloads(as_ada, lot, tmp_path)] == files
    assert verified(as_ada, lot)["state"] == "same"
    place = as_ada.get(f"/api/lots/{lot['id']}/places").json()["items"][0]
    assert names(as_ada, lot)[:2] in (["P0", "P4"], ["P4", "P0"])
    assert place["key"] in ("p0@example.org", "p4@example.org")


def test_the_same_request_makes_one_lot(as_ada: Browser, pool: Pool) -> None:
    asked = ask(pool)
    first, second = as_ada.post("/api/lots", asked).json(), as_ada.post("/api/lots", asked).json()
    assert first == second
    assert Lot.objects.count() == 1
    assert AuditEntry.objects.filter(action="candidates.lot_made").count() == 1


def preview(browser: Browser, pool: Pool, **terms: str) -> Any:
    return browser.get("/api/lots/preview", {"pool_id": str(pool.id), "way": "lot", **terms})


def test_what_is_looked_at_first_is_what_is_drawn(as_ada: Browser, pool: Pool) -> None:
    seen = preview(as_ada, pool, strategy="stratified:region").json()
    assert (seen["members"], seen["lots"]) == (10, 0)
    assert seen["groups"] == [{"value": "South", "members": 6}, {"value": "North", "members": 4}]
    terms = {"strategy": "stratified:region", "seen_hash": seen["pool_hash"], "seen_lots": seen["lots"]}
    PoolMember.objects.filter(candidate__name="P3").delete()
    assert refused(as_ada, pool, **terms) == (409, "pool_changed")
    terms["seen_hash"] = preview(as_ada, pool, strategy="stratified:region").json()["pool_hash"]
    assert make(as_ada, pool, **terms)["pool_hash"] == terms["seen_hash"]
    assert refused(as_ada, pool, **terms) == (409, "lots_since")
    assert Lot.objects.count() == 1


def test_a_pool_that_changes_while_a_lot_is_worked_out_is_drawn_from_as_it_then_is(
    as_ada: Browser, pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaving = iter(["P3", "P4"])

    def choose_slowly(entry: Entry, wish: Wish, seed: str) -> Choice:
        if name := next(leaving, None):
            as_ada.post(
                f"/api/pools/{pool.id}/removals", {"selection": {"mode": "some", "ids": members(name)}}
            )
        return choose(entry, wish, seed)

    monkeypatch.setattr(making, "choose", choose_slowly)
    lot = make(as_ada, pool)
    assert (lot["pool_size"], verified(as_ada, lot)["state"]) == (8, "same")
    assert not {"P3", "P4"} & {*names(as_ada, lot), *names(as_ada, lot, "alternates")}


def test_a_pool_that_never_holds_still_is_not_drawn_from(
    as_ada: Browser, pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose_slowly(entry: Entry, wish: Wish, seed: str) -> Choice:
        note_change(pool.id)
        return choose(entry, wish, seed)

    monkeypatch.setattr(making, "choose", choose_slowly)
    assert refused(as_ada, pool) == (409, "pool_changed")
    assert not Lot.objects.exists()


def test_a_filter_says_who_takes_part(as_ada: Browser, pool: Pool) -> None:
    lot = make(as_ada, pool, column="region", value="North", size=4)
    assert sorted(names(as_ada, lot)) == ["P0", "P1", "P2", "P3"]
    assert (lot["pool_size"], lot["rule"]["column"], lot["rule"]["value"]) == (4, "region", "North")
    assert preview(as_ada, pool, column="region", value="North").json()["pool_hash"] == lot["pool_hash"]


def test_by_order_the_first_are_taken_and_the_rest_wait(as_ada: Browser, pool: Pool) -> None:
    lot = make(as_ada, pool, way="order", order="-value:mark", size=2)
    assert names(as_ada, lot) == ["P0", "P4"]
    assert names(as_ada, lot, "alternates") == ["P3", "P1", "P9", "P8", "P7", "P6", "P5", "P2"]
    assert (lot["seed"], lot["seed_origin"], lot["rule"]["order"]) == ("", "", "-value:mark")
    file = as_ada.get(f"/api/lots/{lot['id']}/pool.csv").content.decode()
    assert file.splitlines()[:2] == ["email,mark", "p0@example.org,9"]
    assert as_ada.post(f"/api/lots/{lot['id']}/verify").json()["code"] == "lot_not_drawn"
    assert as_ada.get(f"/api/lots/{lot['id']}/record.json").status_code == 409


def members(*wanted: str) -> list[str]:
    by_name = {member.candidate.name: str(member.id) for member in PoolMember.objects.all()}
    return [by_name[name] for name in wanted]


def test_by_hand_only_the_chosen_are_in_and_nobody_waits(as_ada: Browser, pool: Pool) -> None:
    lot = make(as_ada, pool, way="hand", member_ids=members("P7", "P1", "P7"))
    assert (names(as_ada, lot), lot["size"], lot["pool_size"]) == (["P7", "P1"], 2, 10)
    assert names(as_ada, lot, "alternates") == []
    assert as_ada.get(f"/api/lots/{lot['id']}/pool.csv").status_code == 409


def test_by_hand_someone_who_left_the_pool_is_told(as_ada: Browser, pool: Pool) -> None:
    wanted = members("P7", "P1")
    PoolMember.objects.filter(id=wanted[0]).delete()
    assert refused(as_ada, pool, way="hand", member_ids=wanted) == (409, "lot_members_gone")
    assert refused(as_ada, pool, way="hand", member_ids=[]) == (422, "lot_size_invalid")


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        ({"size": 11}, "lot_size_invalid"),
        ({"size": 0}, "lot_size_invalid"),
        ({"way": "order", "size": 11}, "lot_size_invalid"),
        ({"search": "nobody"}, "pool_empty"),
        ({"seed": "xyz"}, "lot_seed_invalid"),
        ({"strategy": "best"}, "lot_strategy_unknown"),
        ({"strategy": "ranked:height"}, "lot_field_unknown"),
        ({"strategy": "ranked:region"}, "lot_not_a_number"),
        ({"way": "order", "order": "value:height"}, "lot_field_unknown"),
        ({"way": "order", "order": "luck"}, "invalid"),
        ({"way": "fate"}, "invalid"),
        ({"request_key": "again"}, "invalid"),
    ],
)
def test_terms_that_cannot_be_are_refused_and_nothing_is_made(
    terms: dict[str, object], code: str, as_ada: Browser, pool: Pool
) -> None:
    assert refused(as_ada, pool, **terms) == (422, code)
    assert not Lot.objects.exists()


def test_an_archived_pool_is_not_drawn_from(as_ada: Browser, pool: Pool) -> None:
    Pool.objects.update(archived_at="2026-01-01T00:00:00Z")
    assert refused(as_ada, pool) == (409, "pool_archived")


def test_erased_people_do_not_take_part(people: People, as_ada: Browser, pool: Pool) -> None:
    erase_candidate(actor_of(people.ada), Candidate.objects.get(name="P5"))
    assert make(as_ada, pool)["pool_size"] == 9


def test_someone_without_an_address_takes_part_by_id(as_ada: Browser, pool: Pool, tmp_path: Path) -> None:
    someone = Candidate.objects.get(name="P5")
    Candidate.objects.filter(id=someone.id).update(email="")
    lot = make(as_ada, pool)
    assert LotMember.objects.get(candidate=someone).key == str(someone.id)
    record, file = downloads(as_ada, lot, tmp_path)
    assert by_command_line("verify", record, "--pool", file).exit_code == 0


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"seed": "00"}, "seed"),
        ({"strategy": "ranked:mark"}, "strategy"),
        ({"pool_hash": "0" * 64}, "pool_hash"),
        ({"pool_file": "email\r\np0@example.org\r\n"}, "pool_hash"),
        ({"size": 4}, "size"),
    ],
)
def test_whoever_changes_a_lot_behind_its_back_is_found_out(
    change: dict[str, str], where: str, as_ada: Browser, pool: Pool
) -> None:
    lot = make(as_ada, pool)
    Lot.objects.update(**change)
    found = verified(as_ada, lot)
    assert found["state"] == "differs"
    assert where in [problem["where"] for problem in found["problems"]]


def test_places_that_were_exchanged_are_found_out(as_ada: Browser, pool: Pool) -> None:
    lot = make(as_ada, pool)
    LotMember.objects.filter(rank=1).update(rank=99)
    LotMember.objects.filter(rank=2).update(rank=1)
    LotMember.objects.filter(rank=99).update(rank=2)
    assert [problem["code"] for problem in verified(as_ada, lot)["problems"]] == ["places_moved"]


def call_up(browser: Browser, lot: dict[str, Any], rank: int, reason: str = "Took another job.") -> Any:
    return browser.post(f"/api/lots/{lot['id']}/replacements", {"rank": rank, "reason": reason})


def test_the_next_alternate_takes_the_place_of_who_drops_out(
    people: People, as_ada: Browser, pool: Pool
) -> None:
    lot = make(as_ada, pool)
    drawn, waiting = names(as_ada, lot), names(as_ada, lot, "alternates")
    called = call_up(as_ada, lot, 2)
    assert called.status_code == 201
    assert (called.json()["called_rank"], called.json()["called"]["name"]) == (4, waiting[0])
    invited = lot_candidates(get_lot(actor_of(people.ada), lot["id"]))
    assert [candidate.name for candidate in invited] == [drawn[0], drawn[2], waiting[0]]
    assert names(as_ada, lot) == drawn
    left = as_ada.get(f"/api/lots/{lot['id']}/places").json()["items"][1]["left"]
    assert (left["reason"], left["by"], left["called_name"]) == ("Took another job.", "Ada", waiting[0])
    alternate = as_ada.get(f"/api/lots/{lot['id']}/places?part=alternates").json()["items"][0]
    assert alternate["called_for"] == 2
    now = as_ada.get(f"/api/lots/{lot['id']}").json()
    assert (now["replaced"], now["waiting"]) == (1, 6)
    assert verified(as_ada, lot)["state"] == "same"
    (told,) = as_ada.get(f"/api/lots/{lot['id']}/replacements").json()
    assert (told["left"], told["called"]) == (
        {"rank": 2, "name": drawn[1]},
        {"rank": 4, "name": waiting[0]},
    )
    assert (told["reason"], told["by"]) == ("Took another job.", "Ada")


def regions(lot: dict[str, Any]) -> list[str]:
    """Of everyone who is in the lot now, in order of rank."""
    held = PoolMember.objects.values_list("candidate_id", "values__region")
    return [dict(held)[one.id] for one in lot_candidates(Lot.objects.get(id=lot["id"]))]


def test_whoever_drops_out_of_a_draw_by_groups_is_followed_by_the_next_of_the_group(
    as_ada: Browser, pool: Pool
) -> None:
    lot = make(as_ada, pool, size=5, strategy="stratified:region", seed=SEED)
    record = json.loads(Lot.objects.get().record)
    home = {f"p{number}@example.org": "North" if number < 4 else "South" for number in range(10)}
    shares, waiting = sorted(regions(lot)), list(record["alternates"])
    assert shares == ["North"] * 2 + ["South"] * 3
    for rank, key in enumerate(record["drawn"][:4], start=1):
        called = call_up(as_ada, lot, rank).json()
        expected = next(each for each in waiting if home[each] == home[key])
        waiting.remove(expected)
        assert (called["called"]["email"].lower(), called["same_group"]) == (expected, True)
        assert sorted(regions(lot)) == shares
    assert verified(as_ada, lot)["state"] == "same"


def test_where_nobody_of_the_group_is_left_the_next_of_all_comes_and_the_lot_says_so(
    as_ada: Browser, pool: Pool
) -> None:
    PoolMember.objects.filter(candidate__name__in=["P0", "P1", "P2"]).delete()
    lot = make(as_ada, pool, size=4, strategy="stratified:region")
    rank = regions(lot).index("North") + 1
    first = names(as_ada, lot, "alternates")[0]
    called = call_up(as_ada, lot, rank).json()
    assert (called["called"]["name"], called["same_group"]) == (first, False)
    left = as_ada.get(f"/api/lots/{lot['id']}/places").json()["items"][rank - 1]["left"]
    assert (left["called_name"], left["same_group"]) == (first, False)
    assert AuditEntry.objects.get(action="candidates.alternate_called").facts["same_group"] is False


def test_who_was_called_up_can_drop_out_too_but_nobody_twice(as_ada: Browser, pool: Pool) -> None:
    lot = make(as_ada, pool, size=8)
    assert call_up(as_ada, lot, 1).json()["called_rank"] == 9
    assert call_up(as_ada, lot, 1).json()["code"] == "lot_place_not_held"
    assert call_up(as_ada, lot, 10).json()["code"] == "lot_place_not_held"
    assert call_up(as_ada, lot, 9).json()["called_rank"] == 10
    assert call_up(as_ada, lot, 2).json()["code"] == "lot_no_alternates"
    assert call_up(as_ada, lot, 2, "  ").json()["code"] == "invalid"
    assert as_ada.get(f"/api/lots/{lot['id']}").json()["replaced"] == 2


def test_an_erased_person_goes_out_of_the_files_and_the_lot_says_so(
    people: People, as_ada: Browser, pool: Pool
) -> None:
    lot = make(as_ada, pool, strategy="stratified:region")
    ordered = make(as_ada, pool, way="order", size=2)
    call_up(as_ada, lot, 1)
    gone = LotMember.objects.get(lot_id=lot["id"], rank=1).candidate
    key = gone.email.lower()
    as_ada.patch(f"/api/candidates/{gone.id}", {"email": "other@example.org"})
    erase_candidate(actor_of(people.ada), Candidate.objects.get(id=gone.id))
    for kept in Lot.objects.all():
        assert key not in kept.record + kept.pool_file
    assert not LotMember.objects.filter(key=key).exists()
    assert verified(as_ada, lot) == {"state": "incomplete", "problems": [], "erased": 1}
    assert json.loads(Lot.objects.get(id=lot["id"]).record)["drawn"][0] == "erased"
    assert as_ada.get(f"/api/lots/{lot['id']}/places").json()["items"][0]["left"]["reason"] == ""
    assert as_ada.get(f"/api/lots/{ordered['id']}").status_code == 200


@pytest.fixture
def few_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a large pool: only two alternates are rows."""
    monkeypatch.setattr(places, "ALTERNATES_KEPT", 2)


@pytest.mark.usefixtures("few_rows")
def test_a_large_pool_keeps_all_its_alternates(as_ada: Browser, pool: Pool, tmp_path: Path) -> None:
    lot = make(as_ada, pool)
    assert (LotMember.objects.count(), lot["waiting"], lot["unlisted"]) == (5, 7, 5)
    record, file = downloads(as_ada, lot, tmp_path)
    assert by_command_line("verify", record, "--pool", file).exit_code == 0
    assert verified(as_ada, lot)["state"] == "same"
    said = json.loads(record.read_text())["alternates"]
    for turn, rank in enumerate([1, 2, 3, 4, 5, 6, 7]):
        assert call_up(as_ada, lot, rank).json()["called"]["email"].lower() == said[turn]
    assert call_up(as_ada, lot, 8).json()["code"] == "lot_no_alternates"
    assert verified(as_ada, lot)["state"] == "same"
    Lot.objects.update(rest="")
    assert as_ada.get(f"/api/lots/{lot['id']}").json()["unlisted"] == 0


@pytest.mark.usefixtures("few_rows")
def test_the_next_of_a_group_is_found_behind_those_who_are_rows(as_ada: Browser, pool: Pool) -> None:
    PoolMember.objects.filter(candidate__name__in=["P2", "P3"]).delete()
    lot = make(as_ada, pool, size=4, strategy="stratified:region", seed="03")
    record = json.loads(Lot.objects.get().record)
    north = {"p0@example.org", "p1@example.org"}
    assert record["alternates"][-1] in north
    rank = regions(lot).index("North") + 1
    assert call_up(as_ada, lot, rank).json()["called"]["email"].lower() == record["alternates"][-1]
    assert verified(as_ada, lot)["state"] == "same"


@pytest.mark.usefixtures("few_rows")
def test_whoever_has_no_row_yet_is_found_and_erased_too(people: People, as_ada: Browser, pool: Pool) -> None:
    lot = make(as_ada, pool)
    last = json.loads(Lot.objects.get().record)["alternates"][-1]
    someone = Candidate.objects.get(email__iexact=last)
    assert as_ada.delete(f"/api/candidates/{someone.id}").json()["code"] == "candidate_in_lot"
    erase_candidate(actor_of(people.ada), someone)
    kept = Lot.objects.get()
    assert last not in kept.record + kept.pool_file + kept.rest
    assert verified(as_ada, lot) == {"state": "incomplete", "problems": [], "erased": 1}
    for rank in range(1, 7):
        call_up(as_ada, lot, rank)
    assert call_up(as_ada, lot, 7).json()["code"] == "lot_no_alternates"


@pytest.mark.usefixtures("few_rows")
def test_a_changed_rest_is_found_out(as_ada: Browser, pool: Pool) -> None:
    lot = make(as_ada, pool)
    lines = Lot.objects.get().rest.splitlines(keepends=True)
    Lot.objects.update(rest="".join(lines[::-1]))
    assert [problem["where"] for problem in verified(as_ada, lot)["problems"]] == ["alternates"]


def test_every_act_is_written_down_without_a_word_about_people(as_ada: Browser, pool: Pool) -> None:
    lot = make(as_ada, pool, seed=SEED)
    call_up(as_ada, lot, 1)
    verified(as_ada, lot)
    as_ada.get(f"/api/lots/{lot['id']}/record.json")
    as_ada.get(f"/api/lots/{lot['id']}/pool.csv")
    entries = AuditEntry.objects.filter(object_kind="lot", object_id=lot["id"]).order_by("number")
    assert [(entry.action, entry.facts) for entry in entries] == [
        ("candidates.lot_made", {"way": "lot", "size": 3, "pool_hash": lot["pool_hash"], "seed": SEED}),
        ("candidates.alternate_called", {"left": 1, "called": 4}),
        ("candidates.lot_checked", {"found": "same"}),
        ("candidates.lot_exported", {"file": "record.json"}),
        ("candidates.lot_exported", {"file": "pool.csv"}),
    ]


def test_lots_are_listed_by_pool_newest_first(as_ada: Browser, as_zoe: Browser, pool: Pool) -> None:
    first, second = make(as_ada, pool), make(as_ada, pool, name="Second try")
    listed = as_ada.get("/api/lots", {"pool": str(pool.id)}).json()["items"]
    assert [line["id"] for line in listed] == [second["id"], first["id"]]
    assert listed[0]["name"] == "Second try"
    found = as_ada.get("/api/lots", {"search": f"try {pool.name}"}).json()["items"]
    assert [line["id"] for line in found] == [second["id"]]
    assert as_ada.get("/api/lots", {"pool": str(uuid4())}).json()["items"] == []
    assert as_zoe.get("/api/lots").json()["items"] == []


def test_lots_of_others_do_not_exist(people: People, as_ada: Browser, pool: Pool) -> None:
    lot = make(as_ada, pool)
    for outsider in (people.zoe, people.ines):
        with pytest.raises(NotFound):
            get_lot(actor_of(outsider), lot["id"])


def test_nothing_about_a_lot_can_be_changed_afterwards(as_ada: Browser, pool: Pool) -> None:
    where = f"/api/lots/{make(as_ada, pool)['id']}"
    anyone: Client = as_ada
    assert {anyone.generic(method, where).status_code for method in ("PUT", "PATCH", "DELETE")} == {405}
