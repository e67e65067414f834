import io
import json
from collections.abc import Callable

import pytest
from pytest_django.fixtures import Settings

from fairview.evidence.contracts import GapNoted
from fairview.evidence.public import (
    DamagedLog,
    append_from_server,
    last_position,
    read_entries,
    read_log,
    verify_chain,
    write_log,
)
from fairview.evidence.receipts import SigningKey
from fairview.evidence.tests.builders import Pen, write

POLICY = {"name": "standard", "version": 1}


@pytest.fixture
def pen(settings: Settings) -> Pen:
    pen = Pen()
    write(settings.EVIDENCE_DATABASE, pen.notes(1, 3))
    append_from_server(
        pen.session_id, GapNoted(lost=2, reason='Ünïcode \u2028 "quoted"'), actor_id=Pen().stream_id
    )
    write(settings.EVIDENCE_DATABASE, pen.notes(4, 4))
    return pen


def exported(pen: Pen) -> list[str]:
    file = io.StringIO()
    write_log(pen.session_id, POLICY, file)
    return file.getvalue().removesuffix("\n").split("\n")


def test_a_log_comes_back_as_it_was_written(pen: Pen, settings: Settings) -> None:
    log = read_log(exported(pen))
    assert log.entries == list(read_entries(pen.session_id))
    assert (log.session_id, log.policy) == (pen.session_id, POLICY)
    assert log.public_key == SigningKey.load_or_create(settings.SIGNING_KEY).public
    assert verify_chain(log.entries) == []


def test_the_servers_own_entries_stand_among_the_others(pen: Pen) -> None:
    assert last_position(pen.session_id) == 5
    entries = list(read_entries(pen.session_id, after=3))
    assert [(entry.position, entry.role) for entry in entries] == [(4, "server"), (5, "candidate")]


def test_layout_of_a_line_means_nothing_and_content_everything(pen: Pen) -> None:
    lines = exported(pen)
    spread = [lines[0], *(json.dumps(json.loads(line), indent=None) for line in lines[1:])]
    assert verify_chain(read_log(spread).entries) == []
    entry = json.loads(lines[2])
    entry["payload"]["reason"] = "another"
    changed = read_log([*lines[:2], json.dumps(entry), *lines[3:]])
    assert [problem.code for problem in verify_chain(changed.entries)] == ["payload"]


Damage = Callable[[list[str]], list[str]]


@pytest.mark.parametrize(
    ("damage", "line"),
    [
        (lambda lines: [], 1),
        (lambda lines: ["{}", *lines[1:]], 1),
        (lambda lines: [lines[0].replace("fairview.log.1", "fairview.log.9"), *lines[1:]], 1),
        (lambda lines: [*lines[:3], lines[3][:-20], *lines[4:]], 4),
        (lambda lines: [*lines[:2], "not json", *lines[3:]], 3),
        (lambda lines: [*lines[:2], lines[2].replace('"lost":1', '"lost":1.5'), *lines[3:]], 3),
        (lambda lines: [*lines[:2], lines[2].replace('"salt":"', '"salt":"xy'), *lines[3:]], 3),
        (lambda lines: lines[:-1], 6),
    ],
)
def test_damage_is_named_with_its_line(pen: Pen, damage: Damage, line: int) -> None:
    with pytest.raises(DamagedLog) as caught:
        read_log(damage(exported(pen)))
    assert caught.value.params["line"] == line
