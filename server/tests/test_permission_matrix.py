"""Every route × every person. A route without a row fails, and so does a row without a route."""

import json

import pytest

from tests.people import JSON
from tests.permission_matrix import BODIES, Row, mounted_routes, read_table
from tests.service_matrix import BODIES as SERVICE_BODIES
from tests.service_matrix import service_rows
from tests.world import Programs, World, fill_in, let_programs_in, undone

ROWS = read_table()
SERVICE_ROWS = service_rows()


def test_the_table_has_every_route_and_no_other() -> None:
    rows, routes = {named(row) for row in [*ROWS, *SERVICE_ROWS]}, set(mounted_routes())
    assert (routes - rows, rows - routes) == (set(), set())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.route)
def test_each_person_gets_the_status_of_the_table(row: Row, world: World) -> None:
    assert {person: ask(world, person, row) for person in row.statuses} == row.statuses


def ask(world: World, person: str, row: Row) -> int:
    body = json.dumps(fill_in(BODIES.get(row.route, {}), world.ids))
    path = row.path.format(**world.ids, held=world.held)
    with undone():
        response = world.browsers[person].generic(row.method, path, body, JSON)
    return int(response.status_code)


@pytest.mark.parametrize("row", SERVICE_ROWS, ids=lambda row: row.route)
def test_each_program_gets_the_status_of_the_table(row: Row, world: World) -> None:
    programs = let_programs_in(world)
    assert {name: tell(programs, name, row, world) for name in row.statuses} == row.statuses


def test_a_token_opens_nothing_that_is_for_people(world: World) -> None:
    programs = let_programs_in(world)
    opened = [row.route for row in ROWS if tell(programs, "campus", row, world) < 400 and is_guarded(row)]
    assert opened == ["GET /api/reports/{room_session_id}"]


def is_guarded(row: Row) -> bool:
    return row.statuses["nobody"] >= 400


def tell(programs: Programs, name: str, row: Row, world: World) -> int:
    bodies = {**BODIES, **SERVICE_BODIES}
    body = json.dumps(fill_in(bodies.get(row.route, {}), world.ids | programs.ids))
    path = row.path.format(**world.ids, **programs.ids, held=world.held)
    with undone():
        response = programs.clients[name].generic(row.method, path, body, JSON)
    return int(response.status_code)


def named(row: Row) -> str:
    return row.route.replace("{elsewhere_id}", "{session_id}")
