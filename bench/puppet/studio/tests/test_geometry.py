"""The truth is geometry: the same angles by another way, and the boxes where the points are."""

import json

import numpy as np
import pytest

from bench.puppet.portrait import portrait
from bench.puppet.studio.figure import clipped, figure, own_distance
from bench.puppet.studio.language import ClipText
from bench.puppet.studio.screen import FOCAL, Screen, direction, eyes_at, in_head
from bench.puppet.studio.timeline import frames
from bench.puppet.studio.truth import truth

SCREEN = Screen((1920, 1080), (400, 225), camera_above_mm=10)


def clip(**fields: object) -> ClipText:
    scene = {key: fields.pop(key) for key in list(fields) if key in SCENE}
    plain = {"name": "x", "fps": 2, "sway": 0, "blinks": False, "background": "plain"}
    return ClipText.model_validate({**plain, **fields, "scenes": [{"seconds": 0.5, **scene}]})


SCENE = {"look_at", "head", "distance", "position", "others", "present", "phone", "second_screen", "light"}


def test_pixels_lie_where_the_screen_is() -> None:
    assert SCREEN.place((960, 0)) == pytest.approx([0, -10, 0])
    assert SCREEN.place((0, 1080)) == pytest.approx(
        [200, -235, 0]
    )  # the screen's left is the picture's right
    assert SCREEN.holds((1919, 1079)) and not SCREEN.holds((1920, 5)) and not SCREEN.holds((5, -1))


def test_a_look_has_the_angle_of_its_triangle() -> None:
    eyes = eyes_at((320, 240), 500)
    assert eyes == pytest.approx([0, 0, 500])
    yaw, pitch = direction(np.array([200, 0, 0]), eyes)
    assert (yaw, pitch) == pytest.approx((np.degrees(np.arctan(200 / 500)), 0))
    assert direction(np.array([0, -200, 0]), eyes)[1] == pytest.approx(-np.degrees(np.arctan(0.4)))


def test_facing_the_camera_and_looking_into_it_the_eyes_are_straight() -> None:
    for place in ((320, 240), (100, 300), (600, 100)):
        assert in_head(np.zeros(3), eyes_at(place, 600), (0, 0, 0)) == pytest.approx((0, 0), abs=1e-9)


def test_a_turned_head_takes_the_angle_from_the_eyes() -> None:
    eyes, place = eyes_at((320, 240), 600), np.array([150.0, 0, 0])
    yaw, _ = direction(place, eyes)
    assert in_head(place, eyes, (0, 0, 0))[0] == pytest.approx(yaw)
    assert in_head(place, eyes, (yaw, 0, 0)) == pytest.approx((0, 0), abs=1e-9)
    assert in_head(np.zeros(3), eyes, (0, 10, 0)) == pytest.approx((0, -10))


def test_a_face_is_as_large_as_its_distance_says() -> None:
    person = portrait("collins")
    assert figure(person, 600).face_width == pytest.approx(2 * figure(person, 1200).face_width)
    own = figure(person, own_distance(person))
    assert own.points == pytest.approx(person.landmarks[:, :2])
    irises = person.landmarks[[468, 473], 0]
    assert np.ptp(irises) * own_distance(person) / FOCAL == pytest.approx(63, rel=0.02)


def test_a_place_moves_the_eyes_by_just_so_much() -> None:
    person = portrait("hopper")
    here, there = figure(person, 600).eyes, figure(person, 600, position=(0.5, -0.25)).eyes
    assert (there[0] - here[0], there[1] - here[1]) == pytest.approx((160, 60))


def test_little_of_a_box_does_not_count() -> None:
    assert clipped((-10, 0, 90, 50)) == (0, 0, 90, 50)
    assert clipped((-60, 0, 40, 50)) is None
    assert clipped((700, 0, 800, 50)) is None


def test_the_truth_says_point_angle_faces_and_objects() -> None:
    told = truth(clip(look_at=(2500, 540), others=2, phone="hand", second_screen=True, width=320))
    frame = told["frames"][0]
    assert frame["gaze"]["point"] == [2500, 540] and not frame["gaze"]["on_screen"]
    assert frame["gaze"]["direction"][0] < -20  # the person's right is the picture's left
    assert [face["who"] for face in frame["faces"]] == ["candidate", "second", "third"]
    assert [thing["kind"] for thing in frame["objects"]] == ["phone", "second_screen"]
    assert all(0 <= side <= 320 for thing in frame["objects"] for side in thing["box"])
    assert json.loads(json.dumps(told)) == told


def test_nobody_has_no_gaze_and_no_face() -> None:
    frame = truth(clip(present=False, phone="ear"))["frames"][0]
    assert (frame["present"], frame["gaze"], frame["faces"], frame["objects"]) == (False, None, [], [])


def test_a_recoloured_clip_says_what_it_is_good_for() -> None:
    assert truth(clip(skin="brown"))["note"] == "sensitivity, not fairness"
    assert "note" not in truth(clip())


def test_the_eyes_keep_their_point_while_the_head_turns() -> None:
    turning = ClipText.model_validate(
        {
            "name": "x",
            "blinks": False,
            "scenes": [{"seconds": 0.2}, {"seconds": 1, "head": [20, 0, 0]}],
        }
    )
    told = truth(turning)["frames"]
    assert {tuple(frame["gaze"]["point"]) for frame in told} == {(960, 540)}
    assert told[-1]["gaze"]["in_head"][0] < told[0]["gaze"]["in_head"][0] - 15


def test_people_come_leave_and_return_as_written() -> None:
    scenes = [{"seconds": 1, "others": others} for others in (0, 1, 0, 1)]
    coming = ClipText.model_validate({"name": "x", "fps": 10, "scenes": scenes})
    counts = [len(frame["faces"]) for frame in truth(coming)["frames"]]
    settled = [counts[9], counts[19], counts[29], counts[39]]
    assert settled == [1, 2, 1, 2] and len(counts) == len(list(frames(coming))) == 40
