"""The product's own models see in the puppet what its labels say."""

import dataclasses
from functools import cache

import numpy as np
import pytest

from bench.puppet.landmarks import (
    Points,
    count_faces,
    eyes_open,
    find_faces,
    gaze_ratios,
    head_pose,
    read_face,
)
from bench.puppet.picture import HEIGHT, WIDTH
from bench.puppet.script import Pose
from bench.puppet.stage import painted

STILL = Pose(
    gaze_yaw=0,
    gaze_pitch=0,
    closure=0,
    head_yaw=0,
    head_pitch=0,
    head_roll=0,
    distance=1,
    away=0,
    company=0,
    light=1,
)


@cache
def face(**changes: float) -> Points:
    landmarks = read_face(painted(dataclasses.replace(STILL, **changes), frame=0))
    assert landmarks is not None
    return landmarks


def correlation(wanted: range, seen: list[float]) -> float:
    return float(np.corrcoef(list(wanted), seen)[0, 1])


def test_irises_follow_the_gaze() -> None:
    yaws, pitches = range(-25, 26, 10), range(-15, 16, 10)
    along = [gaze_ratios(face(gaze_yaw=yaw))[0] for yaw in yaws]
    off = [gaze_ratios(face(gaze_pitch=pitch))[1] for pitch in pitches]
    assert correlation(yaws, along) > 0.98
    assert correlation(pitches, off) < -0.97
    assert 0.07 < gaze_ratios(face(gaze_yaw=20))[0] - gaze_ratios(face())[0] < 0.12


def test_the_head_follows_its_angles_and_the_gaze_stays() -> None:
    angles = range(-20, 21, 10)
    assert correlation(angles, [head_pose(face(head_yaw=yaw))[0] for yaw in angles]) > 0.99
    assert correlation(angles, [head_pose(face(head_pitch=pitch))[1] for pitch in angles]) > 0.99
    assert correlation(angles, [head_pose(face(head_roll=roll))[2] for roll in angles]) > 0.99
    assert np.ptp([gaze_ratios(face(head_yaw=yaw))[0] for yaw in angles]) < 0.04
    assert np.ptp([head_pose(face(gaze_yaw=yaw))[0] for yaw in angles]) < 1.5


def test_eyes_close() -> None:
    openness = [eyes_open(face(closure=closure)) for closure in (0, 0.5, 1)]
    assert openness == sorted(openness, reverse=True)
    assert openness[0] > 0.25 and openness[-1] < 0.17


@pytest.mark.parametrize(
    ("changes", "faces"),
    [({}, 1), ({"company": 1}, 2), ({"away": 1}, 0), ({"light": 0.4}, 1), ({"distance": 1.8}, 1)],
)
def test_people_are_counted(changes: dict[str, float], faces: int) -> None:
    picture = painted(dataclasses.replace(STILL, **changes), frame=3)
    assert count_faces(picture) == faces
    assert len(find_faces(picture)) == faces


def test_frames_of_one_pose_differ_by_noise_only() -> None:
    one, other = painted(STILL, 0).astype(int), painted(STILL, 1).astype(int)
    assert one.shape == (HEIGHT, WIDTH, 3)
    assert 0.5 < np.abs(one - other).mean() < 4
