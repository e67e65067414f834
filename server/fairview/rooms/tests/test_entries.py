"""Between the desk's commit and the log there is a moment in which a process can die."""

from uuid import UUID

import pytest
from tests.people import Browser, People

from fairview.evidence.public import LogUnavailable, read_entries
from fairview.kit.clock import as_us
from fairview.rooms import entries
from fairview.rooms.models import Act
from fairview.rooms.tests.steps import Scene, decisions, set_scene

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def scene(as_rhea: Browser, as_ines: Browser, people: People) -> Scene:
    scene = set_scene(as_rhea, as_ines, people)
    scene.both_enter()
    return scene


def names(scene: Scene) -> list[str]:
    return [type(one).__name__ for one in decisions(scene.room_id)]


def refuse(*_args: object, **_named: object) -> None:
    raise LogUnavailable


def test_a_log_that_is_down_stops_nobody_and_is_caught_up(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(entries, "append_from_server", refuse)
        scene.act("admit")
        assert scene.act("start")["state"] == "live"
        assert names(scene) == []
    scene.act("end")
    assert names(scene) == ["ParticipantAdmitted", "SessionStarted", "SessionEnded"]


def test_entering_again_is_enough_to_catch_up(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(entries, "append_from_server", refuse)
        scene.act("admit")
    scene.cai.post("/api/visit/room")
    assert names(scene) == ["ParticipantAdmitted"]


def test_a_start_that_is_written_late_begins_when_it_was_decided(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.act("admit")
    with monkeypatch.context() as broken:
        broken.setattr(entries, "append_from_server", refuse)
        scene.act("start")
    entries.note_acts(UUID(scene.room_id))
    act = Act.objects.get(kind="started")
    (started,) = [one for one in read_entries(UUID(scene.room_id)) if one.kind == "rooms.session_started"]
    assert (started.at_us, started.estimated_us, started.uncertainty_us) == (as_us(act.at), as_us(act.at), 0)
    assert act.noted_at and as_us(act.at) < started.received_us <= as_us(act.noted_at)


def test_an_entry_that_was_written_just_before_the_process_died_is_not_written_twice(scene: Scene) -> None:
    scene.act("admit")
    scene.act("start")
    Act.objects.update(noted_at=None)
    entries.note_acts(UUID(scene.room_id))
    assert names(scene) == ["ParticipantAdmitted", "SessionStarted"]


def test_a_decision_that_rightly_comes_again_is_written_again(scene: Scene) -> None:
    for verb in ("admit", "remove", "admit", "remove"):
        scene.act(verb)
    Act.objects.filter(id=Act.objects.latest("id").id).update(noted_at=None)
    entries.note_acts(UUID(scene.room_id))
    assert names(scene) == ["ParticipantAdmitted", "ParticipantRemoved"] * 2
