"""Whatever is asked, the desk answers in its own words: nothing that a client sends makes it fail."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fairview.config.schema import document

from tests.people import JSON, STAFF, People, browser_of
from tests.permission_matrix import BODIES, Row, read_table
from tests.world import World, fill_in, undone

SCHEMA = document()
ODD: list[Any] = [
    None,
    "",
    " ",
    0,
    -1,
    10**30,
    1.5,
    True,
    [],
    {},
    "null",
    "0",
    "-1",
    "9" * 30,
    "\x00",
    "\N{GRINNING FACE}'\"%_\\",
    "../..",
    "x" * 10_000,
    "00000000-0000-0000-0000-000000000000",
    "2026-02-30",
    "25:61",
]
HALF_A_CHARACTER = "\ud83d"
"""JSON can say it; no text can hold it."""

ROWS = read_table()
ASKED = [row for row in ROWS if row.method == "GET"]
SENT = [row for row in ROWS if row.route in BODIES]


@pytest.mark.parametrize("person", STAFF)
def test_an_empty_organisation_has_pages_too(person: str, people: People) -> None:
    browser = browser_of(getattr(people, person))
    for row in ASKED:
        if "{" not in row.path and row.statuses[person] == 200:
            assert browser.get(row.path).status_code == 200, row.path


@pytest.mark.parametrize("row", ASKED, ids=lambda row: row.route)
def test_odd_questions_are_answered(row: Row, world: World) -> None:
    path = row.path.format(**world.ids, held=world.held)
    for name in query_fields(row):
        for odd in ODD:
            with undone():
                answer = world.browsers["ada"].get(path, {name: "" if odd is None else odd})
            assert answer.status_code < 500, (row.route, name, odd)


@pytest.mark.parametrize("row", SENT, ids=lambda row: row.route)
def test_odd_content_is_refused(row: Row, world: World) -> None:
    path = row.path.format(**world.ids, held=world.held)
    browser = world.browsers["cai" if "visit" in row.path or "invitations" in row.path else "ada"]
    for body in odd_bodies(fill_in(BODIES[row.route], world.ids)):
        with undone():
            answer = browser.generic(row.method, path, json.dumps(body), JSON)
        assert answer.status_code < 500, (row.route, body)
        if answer.status_code >= 400:
            assert answer.json()["code"], (row.route, body)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"a":' * 500], ids=repr)
def test_what_is_no_json_is_refused(content: bytes, world: World) -> None:
    for row in SENT:
        path = row.path.format(**world.ids, held=world.held)
        for person in ("ada", "cai"):
            with undone():
                answer = world.browsers[person].generic(row.method, path, content, JSON)
            assert answer.status_code < 500, (row.route, person)


def query_fields(row: Row) -> list[str]:
    plain = row.route.removeprefix("GET ")
    described = SCHEMA["paths"].get(plain, {"get": {}})["get"].get("parameters", [])
    return [field["name"] for field in described if field["in"] == "query"]


def odd_bodies(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The good content with one field odd, missing, or one too many."""
    for name, good in body.items():
        yield {other: value for other, value in body.items() if other != name}
        for odd in [*ODD, HALF_A_CHARACTER]:
            yield {**body, name: odd}
            if isinstance(good, list):
                yield {**body, name: [odd]}
    yield {**body, "more": 1}
