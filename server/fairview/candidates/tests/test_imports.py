"""What a person sees of a file on its way into a pool."""

import pytest
from django.core.files.storage import default_storage
from pytest_django.fixtures import Settings
from tests.people import Browser

from fairview.candidates.models import Candidate, Import
from fairview.candidates.tests.files import (
    FILE,
    ZONE,
    book,
    bring_in,
    check,
    members,
    names,
    new_pool,
    rows,
    see,
    send,
    upload,
    write,
)

CAI = {"name": "Cai", "email": "CAI@example.org", "zone": "Europe/Madrid", "phone": "+34 600"}


def test_a_file_becomes_members_of_a_pool(as_ada: Browser) -> None:
    pool = new_pool(as_ada)
    run = upload(as_ada, pool, FILE)
    read = see(as_ada, run)
    assert (read["state"], read["rows"], read["delimiter"], read["encoding"]) == ("read", 3, ";", "utf-8")
    assert [(c["title"], c["role"], c["samples"][0]) for c in read["columns"]] == [
        ("Name", "name", "Cai Moreno"),
        ("E-Mail", "email", "cai@example.org"),
        ("Mark", "extra", "71,5"),
        ("Region", "extra", "North"),
    ]
    checked = check(as_ada, run)
    assert [checked[name] for name in ("state", "created", "merged", "bad")] == ["checked", 3, 0, 0]
    assert not Candidate.objects.exists()
    assert rows(as_ada, run)[0]["details"] == {
        "name": "Cai Moreno",
        "email": "cai@example.org",
        "zone": ZONE,
    }
    done = write(as_ada, run)
    assert [done[name] for name in ("state", "created", "handled", "total")] == ["done", 3, 3, 3]
    assert names(as_ada, pool) == ["Cai Moreno", "Dov Levi", "Eda Tamm"]
    assert members(as_ada, pool)[2]["values"] == {"Mark": "9"}
    assert as_ada.get(f"/api/pools/{pool}").json()["columns"] == ["Mark", "Region"]
    assert as_ada.get("/api/candidates", {"search": "levi"}).json()["total"] == 1


def test_columns_can_be_corrected_and_the_rows_are_checked_again(as_ada: Browser) -> None:
    run = upload(as_ada, new_pool(as_ada), "who,where to\nCai,cai@example.org\nDov,dov@example.org\n")
    assert [column["role"] for column in see(as_ada, run)["columns"]] == ["extra", "email"]
    assert check(as_ada, run)["bad"] == 2
    assert rows(as_ada, run)[0]["problems"] == [{"code": "name_missing", "params": {}}]
    corrected = check(as_ada, run, roles=["name", "email"])
    assert (corrected["created"], corrected["bad"]) == (2, 0)


def test_a_file_without_names_of_columns_loses_no_row(as_ada: Browser) -> None:
    pool = new_pool(as_ada)
    run = upload(as_ada, pool, "Cai Moreno,cai@example.org,7\nDov Levi,dov@example.org,8\n")
    assert (see(as_ada, run)["header"], see(as_ada, run)["rows"]) == (0, 2)
    assert [column["title"] for column in see(as_ada, run)["columns"]] == ["A", "B", "C"]
    check(as_ada, run)
    write(as_ada, run)
    assert [member["values"] for member in members(as_ada, pool)] == [{"C": "7"}, {"C": "8"}]
    run = upload(as_ada, pool, "x,y\ncai@example.org,7\n")
    assert check_header(as_ada, run, 0) == 2
    assert check_header(as_ada, run, 1) == 1


def check_header(browser: Browser, run: str, header: int) -> int:
    return int(check(browser, run, roles=["email", "extra"], header=header)["rows"])


def test_columns_of_one_name_are_told_apart(as_ada: Browser) -> None:
    pool = new_pool(as_ada)
    bring_in(as_ada, pool, "Name,E-mail,Mark,Mark,,email\nCai,cai@example.org,1,2,3,x@example.org\n")
    assert members(as_ada, pool)[0]["values"] == {
        "Mark": "1",
        "Mark (2)": "2",
        "E": "3",
        "email": "x@example.org",
    }


def test_a_column_that_the_pool_has_is_the_same_whatever_its_letter_case(as_ada: Browser) -> None:
    pool = new_pool(as_ada)
    bring_in(as_ada, pool)
    bring_in(as_ada, pool, "E-mail,MARK\ncai@example.org,99\n")
    assert as_ada.get(f"/api/pools/{pool}").json()["columns"] == ["Mark", "Region"]
    assert members(as_ada, pool)[0]["values"] == {"Mark": "99", "Region": "North"}


def test_an_extra_column_can_be_called_something_else(as_ada: Browser) -> None:
    pool = new_pool(as_ada)
    bring_in(as_ada, pool)
    run = upload(as_ada, pool, 'E-mail,Pts.,Wd,Skip\ncai@example.org,99,7 "B",x\n')
    roles = ["email", "extra", "extra", "skip"]
    checked = check(as_ada, run, roles=roles, names=["x", " mark ", "Ward  no.", ""])
    assert [(c["title"], c["name"]) for c in checked["columns"]] == [
        ("E-mail", "E-mail"),
        ("Pts.", "Mark"),
        ("Wd", "Ward no."),
        ("Skip", "Skip"),
    ]
    assert rows(as_ada, run)[0]["values"] == {"Mark": "99", "Ward no.": '7 "B"'}
    assert check(as_ada, run, roles=roles)["columns"][2]["name"] == "Wd", "as the file has it"
    check(as_ada, run, roles=roles, names=[None, "mark", "Ward no.", None])
    write(as_ada, run)
    assert as_ada.get(f"/api/pools/{pool}").json()["columns"] == ["Mark", "Region", "Ward no."]
    assert members(as_ada, pool)[0]["values"] == {"Mark": "99", "Region": "North", "Ward no.": '7 "B"'}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"names": [None, None, " ", None]}, "column_nameless"),
        ({"names": [None, None, "x" * 81, None]}, "column_name_too_long"),
        ({"names": [None, None, "Region", None]}, "column_name_twice"),
        ({"names": ["Mark"]}, "invalid"),
        ({"roles": ["name", "extra", "extra", "extra"]}, "email_column_missing"),
        ({"roles": ["name", "email", "email", "extra"]}, "column_role_twice"),
        ({"roles": ["name", "email"]}, "invalid"),
        ({"zone": "Berlin"}, "unknown_zone"),
    ],
)
def test_columns_that_make_no_sense_are_refused(said: dict[str, object], code: str, as_ada: Browser) -> None:
    run = upload(as_ada, new_pool(as_ada), FILE)
    body = {"roles": ["name", "email", "extra", "extra"], "header": 1, "zone": ZONE, **said}
    answer = as_ada.put(f"/api/imports/{run}/columns", body, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert see(as_ada, run)["state"] == "read"


def test_each_bad_row_has_its_reason_and_the_good_ones_go_in(as_ada: Browser) -> None:
    pool = new_pool(as_ada)
    lines = [
        "Name,E-mail,Zone,Phone",
        "Cai,cai@example.org,berlin,",
        "Dov,dov at example.org,,",
        "Eda,,,",
        "Fay,fay@example.org,Atlantis,",
        ",gus@example.org,,",
        "Hal,hal@example.org,,1,2,3",
        f"Ivo,ivo@example.org,,{'1' * 41}",
        '"Joe,joe@example.org,,',
        "K\x07ay,kay@example.org,,",
    ]
    run = upload(as_ada, pool, "\n".join(lines))
    checked = check(as_ada, run)
    assert (checked["created"], checked["bad"]) == (1, 8)
    problems = [(row["number"], row["problems"][0]["code"]) for row in rows(as_ada, run, "bad")]
    assert problems == [
        (3, "email_invalid"),
        (4, "email_missing"),
        (5, "zone_unknown"),
        (6, "name_missing"),
        (7, "too_many_cells"),
        (8, "too_long"),
        (9, "stray_quote"),
        (10, "unreadable"),
    ]
    write(as_ada, run)
    assert [(m["name"], m["zone"]) for m in members(as_ada, pool)] == [("Cai", "Europe/Berlin")]


def test_all_that_is_wrong_with_a_row_is_said(as_ada: Browser) -> None:
    pool = new_pool(as_ada)
    bring_in(as_ada, pool)
    run = upload(
        as_ada,
        pool,
        f"Name,E-mail,Zone,Phone\n,dov at mail,Atlantis,{'1' * 41}\n,,,\n,cai@example.org,Atlantis,\n",
    )
    check(as_ada, run)
    said = [[problem["code"] for problem in row["problems"]] for row in rows(as_ada, run, "bad")]
    assert said == [["too_long", "email_invalid", "zone_unknown", "name_missing"], ["zone_unknown"]]


def test_a_formula_without_its_value_is_named_for_its_row(as_ada: Browser) -> None:
    workbook = book(
        ["Name", "E-mail", "Mark"], ["Cai", "cai@example.org", 7], ["Dov", "dov@example.org", "=C2*2"]
    )
    run = upload(as_ada, new_pool(as_ada), workbook)
    assert (check(as_ada, run)["created"], check(as_ada, run)["bad"]) == (1, 1)
    (row,) = rows(as_ada, run, "bad")
    assert row["problems"] == [{"code": "formula_unsaved", "params": {"column": "Mark"}}]
    assert row["number"] == 3


def test_bad_rows_come_as_a_file_that_can_be_corrected_and_uploaded(as_ada: Browser) -> None:
    pool = new_pool(as_ada)
    run = upload(
        as_ada, pool, "Name,E-mail,Sum\nCai,cai@example.org,=1+1\nDov,dov at example,=HYPERLINK(1)\n"
    )
    check(as_ada, run)
    answer = as_ada.get(f"/api/imports/{run}/problems.csv")
    text = answer.content.decode("utf-8-sig")
    assert text.splitlines() == [
        "Row,Problem,Name,E-mail,Sum",
        "3,“dov at example” is not an e-mail address.,Dov,dov at example,'=HYPERLINK(1)",
    ]
    corrected = upload(as_ada, pool, text.replace("dov at example,'", "dov@example.org,'"))
    roles = ["skip", "skip", "name", "email", "extra"]
    assert check(as_ada, corrected, roles=roles)["created"] == 1
    assert rows(as_ada, corrected)[0]["values"] == {"Sum": "=HYPERLINK(1)"}


def test_rows_of_one_address_are_one_candidate_whatever_its_letter_case(as_ada: Browser) -> None:
    as_ada.post("/api/candidates", CAI)
    pool = new_pool(as_ada)
    content = (
        "Name,E-mail,Phone,Mark\nCai Moreno,cai@example.org,,7\n,Cai@Example.org,+49 30,\nDov,d@x.example,,\n"
    )
    run = upload(as_ada, pool, content)
    checked = check(as_ada, run)
    assert (checked["created"], checked["merged"], checked["bad"]) == (1, 2, 0)
    write(as_ada, run)
    cai, dov = as_ada.get("/api/candidates").json()["items"]
    assert (cai["name"], cai["email"], cai["zone"], cai["phone"]) == (
        "Cai Moreno",
        "CAI@example.org",
        "Europe/Madrid",
        "+49 30",
    )
    assert (dov["name"], dov["zone"]) == ("Dov", ZONE)
    assert members(as_ada, pool)[0]["values"] == {"Mark": "7"}


def test_a_file_says_in_which_language_people_are_written_to(as_ada: Browser) -> None:
    pool = new_pool(as_ada)
    bring_in(as_ada, pool, "Name,E-mail,Sprache\nCai,cai@example.org,Deutsch\nDov,dov@example.org,\n")
    found = as_ada.get("/api/candidates").json()["items"]
    assert [(one["name"], one["locale"]) for one in found] == [("Cai", "de"), ("Dov", "")]
    assert members(as_ada, pool)[0]["values"] == {}


def test_names_in_two_columns_are_put_together(as_ada: Browser) -> None:
    pool = new_pool(as_ada)
    bring_in(as_ada, pool, "Vorname\tName\tE-Mail\nCai\tMoreno\tcai@example.org\n")
    assert names(as_ada, pool) == ["Cai Moreno"]


def test_a_file_can_be_dropped_until_it_is_written(as_ada: Browser) -> None:
    pool = new_pool(as_ada)
    run = upload(as_ada, pool, FILE)
    assert as_ada.delete(f"/api/imports/{run}").status_code == 204
    assert as_ada.get(f"/api/imports/{run}").status_code == 404
    written = bring_in(as_ada, pool)
    assert as_ada.delete(f"/api/imports/{written}").json()["code"] == "import_not_ready"
    history = as_ada.get(f"/api/pools/{pool}/imports").json()["items"]
    assert [(one["id"], one["created_by"]) for one in history] == [(written, "Ada")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"%PDF-1.7 ...", "file_not_table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file_old_excel"),
    ],
)
def test_what_is_no_table_is_refused_at_once(content: bytes, code: str, as_ada: Browser) -> None:
    answer = send(as_ada, new_pool(as_ada), content)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert not Import.objects.exists()
    assert not default_storage.exists("imports")


@pytest.mark.parametrize(
    ("content", "problem"), [(b"Name,E-mail\n", "file_empty"), (b"PK\x03\x04 and no more", "file_damaged")]
)
def test_a_file_that_cannot_be_read_says_why(content: bytes, problem: str, as_ada: Browser) -> None:
    run = upload(as_ada, new_pool(as_ada), content)
    failed = see(as_ada, run)
    assert (failed["state"], failed["problem"]) == ("failed", problem)
    assert default_storage.listdir("imports")[1] == []


def test_a_file_that_is_too_large_is_refused_and_not_kept(as_ada: Browser, settings: Settings) -> None:
    settings.UPLOAD_LIMIT_MB = 1
    answer = send(as_ada, new_pool(as_ada), b"x,y\n" * 300_000)
    assert (answer.status_code, answer.json()["code"]) == (413, "file_too_large")
    assert answer.json()["params"] == {"limit_mb": 1}
    assert default_storage.listdir("imports")[1] == []


def test_a_pool_that_is_put_away_takes_no_file(as_ada: Browser) -> None:
    pool = new_pool(as_ada)
    as_ada.patch(f"/api/pools/{pool}", {"archived": True})
    assert send(as_ada, pool, FILE).json()["code"] == "pool_archived"
