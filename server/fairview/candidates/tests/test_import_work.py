"""What a worker does with a file, whatever happens to it; how it is taken back, and forgotten."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.core.files.storage import default_storage
from tests.people import Browser, People

from fairview.accounts.public import actor_of
from fairview.candidates.errors import PoolExists
from fairview.candidates.imports import steps, writing
from fairview.candidates.imports.actions import KEPT_FOR, forget
from fairview.candidates.imports.steps import advance, next_chunk
from fairview.candidates.models import Candidate, Import, ImportRow, PoolMember
from fairview.candidates.shredders import erase_candidate
from fairview.candidates.tests.files import (
    FILE,
    ZONE,
    bring_in,
    check,
    members,
    names,
    new_pool,
    rows,
    see,
    send,
    tables,
    undo,
    upload,
    work,
    write,
)
from fairview.kit.clock import utc_now

CAI = {"name": "Cai", "email": "CAI@example.org", "zone": "Europe/Madrid", "phone": "+34 600"}


def test_nothing_of_the_file_is_kept_in_storage_once_it_is_read(as_ada: Browser) -> None:
    pool = new_pool(as_ada)
    assert send(as_ada, pool, FILE).status_code == 201
    assert len(default_storage.listdir("imports")[1]) == 1
    work()
    assert default_storage.listdir("imports")[1] == []


@pytest.mark.parametrize("slice_s", [0.0, 60.0])
def test_a_worker_that_is_killed_between_chunks_loses_and_doubles_nothing(
    slice_s: float, as_ada: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "CHUNK", 2)
    lines = [f"P{number},p{number % 7}@example.org,{number}" for number in range(11)]
    content = "\n".join(["Name,E-mail,Mark", *lines])
    as_ada.post("/api/candidates", {**CAI, "name": "Known", "email": "P3@example.org"})
    whole, broken = new_pool(as_ada, "Whole"), new_pool(as_ada, "Broken")
    before = tables(as_ada, whole)
    run = bring_in(as_ada, whole, content)
    expected = tables(as_ada, whole)
    assert undo(as_ada, run)["state"] == "undone"
    assert tables(as_ada, whole) == before

    run = str(send(as_ada, broken, content).json()["id"])
    interrupted(monkeypatch, run, "_keep_chunk")
    assert (see(as_ada, run)["state"], ImportRow.objects.filter(parent=UUID(run)).count()) == ("reading", 4)
    advance(UUID(run), slice_s)
    assert [row["number"] for row in rows(as_ada, run)] == list(range(2, 13))
    for press in ("columns", "run", "undo"):
        begin(as_ada, run, press)
        assert next_chunk(UUID(run))
        assert next_chunk(UUID(run))
        advance(UUID(run), slice_s)
        work()
        if press == "run":
            assert tables(as_ada, broken) == expected
            assert (see(as_ada, run)["created"], see(as_ada, run)["merged"]) == (6, 5)
    assert tables(as_ada, broken) == before


def interrupted(monkeypatch: pytest.MonkeyPatch, run: str, part: str) -> None:
    """As if the worker ended after the second chunk."""
    real, calls = getattr(steps, part), 0

    def until_killed(*given: object) -> object:
        nonlocal calls
        calls += 1
        if calls > 2:
            raise SystemExit
        return real(*given)

    with monkeypatch.context() as patch, pytest.raises(SystemExit):
        patch.setattr(steps, part, until_killed)
        advance(UUID(run))


def begin(browser: Browser, run: str, press: str) -> None:
    guessed = see(browser, run)
    if press == "columns":
        roles = [column["role"] for column in guessed["columns"]]
        body = {"roles": roles, "header": guessed["header"], "zone": ZONE}
        answer = browser.put(f"/api/imports/{run}/columns", body, content_type="application/json")
    else:
        answer = browser.post(f"/api/imports/{run}/{press}")
    assert answer.status_code == 200, answer.json()


def test_a_task_that_comes_twice_does_nothing_twice(as_ada: Browser) -> None:
    pool = new_pool(as_ada)
    run = bring_in(as_ada, pool)
    before = tables(as_ada, pool)
    advance(UUID(run))
    advance(UUID(run))
    assert tables(as_ada, pool) == before
    assert as_ada.post(f"/api/imports/{run}/run").json()["code"] == "import_not_ready"


def test_a_fault_half_way_stops_the_import_and_it_goes_on_from_there(
    as_ada: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "CHUNK", 2)
    pool = new_pool(as_ada)
    run = upload(as_ada, pool, FILE)
    check(as_ada, run)
    with monkeypatch.context() as patch:
        patch.setitem(steps.CHUNK_OF, "running", faulty_after_one())
        stopped = write(as_ada, run)
    assert (stopped["state"], stopped["problem"], stopped["handled"]) == ("stopped", "import_stopped", 2)
    assert names(as_ada, pool) == ["Cai Moreno", "Dov Levi"]
    assert write(as_ada, run)["state"] == "done"
    assert names(as_ada, pool) == ["Cai Moreno", "Dov Levi", "Eda Tamm"]
    assert undo(as_ada, run)["state"] == "undone"
    assert names(as_ada, pool) == []


def faulty_after_one() -> object:
    calls = 0

    def chunk(run: Import, size: int) -> bool:
        nonlocal calls
        calls += 1
        if calls > 1:
            raise PoolExists
        return writing.write_chunk(run, size)

    return chunk


def test_undoing_leaves_everything_as_it_was(as_ada: Browser) -> None:
    as_ada.post("/api/candidates", CAI)
    as_ada.post("/api/candidates", {**CAI, "name": "Dov", "email": "dov@example.org"})
    pool = new_pool(as_ada)
    bring_in(as_ada, pool, "E-mail,Mark\ndov@example.org,5\n")
    before = tables(as_ada, pool)
    run = bring_in(as_ada, pool)
    assert tables(as_ada, pool) != before
    undone = undo(as_ada, run)
    assert (undone["state"], undone["kept"]) == ("undone", 0)
    assert tables(as_ada, pool) == before
    assert as_ada.post(f"/api/imports/{run}/undo").json()["code"] == "import_not_ready"


def test_undoing_keeps_what_people_changed_or_used_since(as_ada: Browser, people: People) -> None:
    as_ada.post("/api/candidates", CAI)
    pool, other = new_pool(as_ada), new_pool(as_ada, "Other")
    lines = [f"{name},{name.lower()}@example.org,5" for name in ("Cai B", "Dov", "Eda", "Fay", "Gus", "Hal")]
    run = bring_in(as_ada, pool, "\n".join(["Name,E-mail,Mark", *lines]).replace("cai b@", "cai@"))
    cai, dov, eda, fay, gus, _hal = members(as_ada, pool)
    as_ada.patch(f"/api/candidates/{dov['candidate_id']}", {"phone": "+1"})
    as_ada.patch(f"/api/pools/{pool}/members/{eda['id']}", {"values": {"Mark": "6"}})
    as_ada.post(f"/api/pools/{other}/members", {"candidate_ids": [fay["candidate_id"]]})
    as_ada.patch(f"/api/candidates/{cai['candidate_id']}", {"name": "Cai Changed"})
    as_ada.post(f"/api/pools/{pool}/removals", {"selection": {"mode": "some", "ids": [gus["id"]]}})
    undone = undo(as_ada, run)
    assert undone["kept"] == 4
    kept = {row["details"]["name"] for row in rows(as_ada, run, "kept")}
    assert kept == {"Cai B", "Dov", "Eda", "Fay"}
    everyone = [candidate["name"] for candidate in as_ada.get("/api/candidates").json()["items"]]
    assert everyone == ["Cai Changed", "Dov", "Eda", "Fay"]
    assert names(as_ada, pool) == ["Dov", "Eda", "Fay"]
    assert not PoolMember.ever.filter(candidate__name="Gus").exists()


def test_rows_are_forgotten_after_a_while(as_ada: Browser) -> None:
    pool = new_pool(as_ada)
    run = bring_in(as_ada, pool)
    forget(UUID(run))
    assert see(as_ada, run)["can_undo"]
    Import.objects.update(done_at=utc_now() - KEPT_FOR - timedelta(minutes=1))
    forget(UUID(run))
    assert (see(as_ada, run)["can_undo"], see(as_ada, run)["created"]) == (False, 3)
    assert as_ada.post(f"/api/imports/{run}/undo").json()["code"] == "import_not_ready"
    assert names(as_ada, pool) == ["Cai Moreno", "Dov Levi", "Eda Tamm"]


def test_erasing_a_candidate_takes_the_rows_and_values_about_them(as_ada: Browser, people: People) -> None:
    pool = new_pool(as_ada)
    run = bring_in(as_ada, pool)
    check(as_ada, other := upload(as_ada, pool, FILE))
    erase_candidate(actor_of(people.ada), Candidate.objects.get(email="cai@example.org"))
    assert names(as_ada, pool) == ["Dov Levi", "Eda Tamm"]
    for one in (run, other):
        assert [row["details"]["name"] for row in rows(as_ada, one)] == ["Dov Levi", "Eda Tamm"]
    assert undo(as_ada, run)["state"] == "undone"


def test_a_table_with_too_many_rows_is_not_read_to_its_end(
    as_ada: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "MAX_ROWS", 2)
    run = upload(as_ada, new_pool(as_ada), FILE)
    failed = see(as_ada, run)
    assert (failed["problem"], failed["problem_params"]) == ("too_many_rows", {"limit": 2})
    assert not ImportRow.objects.exists()
