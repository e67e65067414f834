"""The truth of a script's frames."""

import itertools

import pytest

from bench.puppet.script import Moment, Scene, Script, moments
from bench.puppet.scripts import INTERVIEW, SCRIPTS

STORY = Script(
    "story",
    (
        Scene("calm", 2),
        Scene("looks_away", 2, gaze=(20, 0), head=(12, 0, 0)),
        Scene("leaves", 2, is_present=False),
        Scene("company", 2, has_company=True),
    ),
    has_blinks=False,
    sway=0,
)


def scene_of(script: Script, name: str) -> list[Moment]:
    return [moment for moment in moments(script) if script.scenes[moment.scene].name == name]


def test_every_scene_lasts_as_long_as_written() -> None:
    assert [len(scene_of(STORY, scene.name)) for scene in STORY.scenes] == [30, 30, 30, 30]
    assert [moment.frame for moment in moments(STORY)] == list(range(STORY.frames))


def test_eyes_jump_and_heads_turn() -> None:
    away = [moment.pose for moment in scene_of(STORY, "looks_away")]
    assert [pose.gaze_yaw for pose in away[:3]] == pytest.approx([0, 10, 20], abs=2)
    yaws = [pose.head_yaw for pose in away[:7]]
    assert yaws == sorted(yaws) and yaws[0] == 0 and yaws[-1] == 12
    assert max(later - earlier for earlier, later in itertools.pairwise(yaws)) < 4


def test_people_walk_in_and_out() -> None:
    leaving = [moment.pose.away for moment in scene_of(STORY, "leaves")]
    assert leaving[0] == 0 and set(leaving[11:]) == {1}
    joined = scene_of(STORY, "company")[-1].pose
    assert (joined.away, joined.company) == (0, 1)


@pytest.mark.parametrize(
    ("scene", "direction"),
    [
        (Scene("", 1), "centre"),
        (Scene("", 1, gaze=(20, 0)), "left"),
        (Scene("", 1, gaze=(-20, 3)), "right"),
        (Scene("", 1, head=(0, 15, 0)), "up"),
        (Scene("", 1, gaze=(15, 0), head=(-14, 0, 0)), "centre"),
    ],
)
def test_directions_are_the_persons_own(scene: Scene, direction: str) -> None:
    assert scene.direction == direction


def test_a_calm_person_sways_and_blinks_a_little() -> None:
    poses = [moment.pose for moment in moments(SCRIPTS["steady"])]
    assert 0.5 <= max(abs(pose.head_yaw) for pose in poses) <= 1
    shut = [pose.closure >= 0.5 for pose in poses]
    blinks = sum(now and not before for before, now in itertools.pairwise(shut))
    assert blinks == 8 and sum(shut) <= 3 * blinks


def test_the_interview_holds_what_the_story_needs() -> None:
    seconds = {(scene.name, scene.direction): scene.seconds for scene in INTERVIEW.scenes}
    assert seconds["looks_away", "left"] > 5 > seconds["glances", "right"]
    assert INTERVIEW.scenes[0].seconds >= 12
    assert [scene.faces for scene in INTERVIEW.scenes].count(0) == 1
    assert max(scene.faces for scene in INTERVIEW.scenes) == 2
    assert INTERVIEW.frames < 4096
