"""Every route × every person. A route without a row fails, and so does a row without a route."""

import json

import pytest

from tests.people import JSON
from tests.permission_matrix import BODIES, Row, mounted_routes, read_table
from tests.world import World, fill_in, undone

ROWS = read_table()


def test_the_table_has_every_route_and_no_other() -> None:
    rows, routes = {row.route for row in ROWS}, set(mounted_routes())
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
