"""Nothing acknowledged is lost or doubled, whenever the process dies; and the test would notice."""

import random
from pathlib import Path

import pytest

from fairview.evidence.tests.kills import kill_again_and_again

KILLS = 30


@pytest.mark.timeout(600)
def test_what_was_acknowledged_survives_the_death_of_the_process(file: Path) -> None:
    *_, count = kill_again_and_again(file, KILLS, "honest", random.Random())
    assert count.kills == KILLS
    assert (count.lost, count.problems) == (0, [])


@pytest.mark.timeout(600)
def test_a_writer_that_acknowledges_before_the_commit_is_found_out(file: Path) -> None:
    counts = kill_again_and_again(file, KILLS, "hasty", random.Random())
    assert any(count.lost for count in counts)
