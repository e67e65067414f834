"""Many letters while workers and the whole house are killed: none is lost, none is doubled.

`python -m bench.letters` does it with five hundred, and measures how fast they leave.
"""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.house import House, free_port
from e2e.rough_post import (
    RoughPostOffice,
    assert_none_is_lost_or_doubled,
    fates_of_letters,
    wait_until_settled,
    write_letters,
)

LETTERS = 120
SETTLED_WITHIN_S = 100


@pytest.fixture
def post() -> Iterator[RoughPostOffice]:
    office = RoughPostOffice(free_port())
    office.open()
    yield office
    office.close()


@pytest.fixture
def house(tmp_path: Path, post: RoughPostOffice) -> Iterator[House]:
    settings = {"FAIRVIEW_SMTP_URL": f"smtp://127.0.0.1:{post.port}"}
    post.house = House(tmp_path / "house", free_port(), settings)
    post.house.start()
    yield post.house
    post.house.kill()


def test_a_worker_that_is_killed_neither_loses_nor_doubles_a_letter(
    house: House, post: RoughPostOffice
) -> None:
    post.at_recipient = {20, 21}
    post.in_letter = {40, 90}
    write_letters(house, LETTERS)
    wait_until_settled(house, SETTLED_WITHIN_S)
    assert post.kills == len(post.at_recipient | post.in_letter)
    assert_none_is_lost_or_doubled(house, post, LETTERS)


def test_the_whole_house_is_killed_and_the_letters_go_on(house: House, post: RoughPostOffice) -> None:
    write_letters(house, LETTERS)
    wait_until_taken(post, LETTERS // 4)
    house.kill()
    house.start()
    wait_until_settled(house, SETTLED_WITHIN_S)
    fates = fates_of_letters(house)
    assert fates.pop(("failed", "delivery_interrupted"), 0) <= 1
    assert sum(fates.values()) >= LETTERS - 1
    assert set(fates) == {("sent", "")}
    assert set(post.taken.values()) == {1}


def wait_until_taken(post: RoughPostOffice, letters: int) -> None:
    deadline = time.monotonic() + SETTLED_WITHIN_S
    while post.taken.total() < letters:
        assert time.monotonic() < deadline
        time.sleep(0.02)
