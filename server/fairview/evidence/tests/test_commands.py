"""`fairview evidence` at the command line, and what it leaves in the record of who did what."""

import json
from typing import Any
from uuid import UUID

import pytest
from click.testing import CliRunner, Result
from pytest_django.fixtures import Settings
from tests.people import People

from fairview.audit.models import AuditEntry
from fairview.evidence.commands import evidence
from fairview.evidence.engine import is_erased, verify_chain
from fairview.evidence.packing import SETTLED_US
from fairview.evidence.replay import play
from fairview.evidence.shredders import export_words
from fairview.evidence.tests.builders import NOON_US, Pen, note, stored, write
from fairview.kit.clock import now_us
from fairview.kit.errors import Forbidden
from fairview.kit.ids import new_id


@pytest.fixture
def cai(settings: Settings) -> Pen:
    """Two notes of Cai, of which the later came first, and one of Ines in between."""
    cai = Pen()
    ines = Pen(cai.session_id, "interviewer")
    later, earlier = note(1, "later", NOON_US + 4_000_000), note(2, "earlier", NOON_US + 1_000_000)
    write(settings.EVIDENCE_DATABASE, cai.batch(later, earlier))
    write(settings.EVIDENCE_DATABASE, ines.batch(note(1, "between", NOON_US + 2_000_000)))
    return cai


def run(command: str, session_id: UUID, *options: object, answer: str = "") -> Result:
    return CliRunner().invoke(evidence, [command, str(session_id), *map(str, options)], input=answer)


def lines(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_replay_goes_by_the_order_in_which_things_happened(cai: Pen) -> None:
    told = lines(run("replay", cai.session_id, "--speed", "max"))
    assert [line["payload"]["reason"] for line in told] == ["earlier", "between", "later"]
    own = lines(run("replay", cai.session_id, "--speed", "max", "--participant", cai.author.participant_id))
    assert [line["payload"]["reason"] for line in own] == ["earlier", "later"]


@pytest.mark.parametrize(("speed", "waits"), [(1, [0, 1, 2]), (2, [0, 0.5, 1]), (0.5, [0, 2, 4]), (None, [])])
def test_replay_keeps_the_pace_of_the_talk(
    cai: Pen, settings: Settings, speed: float | None, waits: list[float]
) -> None:
    now, waited = 100.0, []

    def wait(seconds: float) -> None:
        nonlocal now
        now += seconds
        waited.append(seconds)

    played = list(play(stored(settings.EVIDENCE_DATABASE, cai), speed, lambda: now, wait))
    assert len(played) == 3
    assert waited == pytest.approx(waits)


@pytest.mark.parametrize("speed", ["0", "-1", "inf", "nan", "quick", ""])
def test_replay_refuses_a_speed_that_is_none(cai: Pen, speed: str) -> None:
    assert run("replay", cai.session_id, "--speed", speed).exit_code == 2


@pytest.mark.parametrize("command", ["replay", "pack"])
def test_an_unknown_session_is_said_to_be_one(command: str) -> None:
    result = run(command, new_id())
    assert (result.exit_code, "The log has no session" in result.output) == (1, True)


def test_pack_says_how_much_was_packed(cai: Pen, settings: Settings) -> None:
    recent = note(4, "a moment ago", now_us() - SETTLED_US // 2)
    before = stored(settings.EVIDENCE_DATABASE, cai)
    assert json.loads(run("pack", cai.session_id, "--json").output)["packed"] == 3
    assert stored(settings.EVIDENCE_DATABASE, cai) == before
    write(settings.EVIDENCE_DATABASE, cai.batch(note(3), recent))
    assert run("pack", cai.session_id).output == "Entries packed: 1.\n"


def test_an_owner_or_admin_erases_and_is_named_for_it(cai: Pen, people: People, settings: Settings) -> None:
    participant = cai.author.participant_id
    options = ["--participant", participant, "--reason", "request", "--by", people.ada.email]
    result = run("erase", cai.session_id, *options, "--yes", "--json")
    assert json.loads(result.output) == {
        "session": str(cai.session_id),
        "participant": str(participant),
        "erased": 2,
        "reason": "request",
    }
    entries = stored(settings.EVIDENCE_DATABASE, cai)
    assert [is_erased(entry) for entry in entries] == [True, True, False, False]
    assert verify_chain(entries) == []
    assert entries[-1].author_id == people.ada.id
    noted = AuditEntry.objects.get(action="evidence.payloads_erased")
    assert (noted.actor_id, noted.organisation_id) == (people.ada.id, people.organisation.id)
    assert noted.object_id == str(cai.session_id)
    assert noted.facts == {"author": str(participant), "payloads": 2, "reason": "request"}


def test_nothing_is_erased_before_it_is_confirmed(cai: Pen, people: People, settings: Settings) -> None:
    options = ["--reason", "retention", "--by", people.olu.email]
    assert run("erase", cai.session_id, *options, answer="n\n").exit_code == 1
    assert not any(map(is_erased, stored(settings.EVIDENCE_DATABASE, cai)))
    assert AuditEntry.objects.filter(action="evidence.payloads_erased").count() == 0
    result = run("erase", cai.session_id, *options, answer="y\n")
    assert "every payload" in result.stderr and "Payloads erased: 3." in result.stdout


@pytest.mark.parametrize("name", ["rhea", "ines", "tess"])
def test_nobody_else_erases(cai: Pen, people: People, settings: Settings, name: str) -> None:
    email = getattr(people, name).email
    result = run("erase", cai.session_id, "--reason", "request", "--by", email, "--yes")
    assert isinstance(result.exception, Forbidden)
    assert not any(map(is_erased, stored(settings.EVIDENCE_DATABASE, cai)))


def test_a_stranger_answers_for_nothing(cai: Pen, people: People) -> None:
    result = run("erase", cai.session_id, "--reason", "request", "--by", "who@example.org", "--yes")
    assert (result.exit_code, "nobody here has this address" in result.output) == (2, True)


def test_a_participant_takes_out_what_they_wrote(cai: Pen) -> None:
    told = export_words(cai.session_id, cai.author.participant_id)
    assert [line.number for line in told] == [1, 2]
