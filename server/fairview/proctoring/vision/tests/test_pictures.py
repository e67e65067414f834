"""From pictures to numbers, on cases drawn by hand."""

import math

import numpy as np
import pytest

from fairview.proctoring.vision.contracts import Picture
from fairview.proctoring.vision.crop import cut, whole_picture
from fairview.proctoring.vision.detection import (
    FULL_RANGE,
    SHORT_RANGE,
    Detection,
    anchor_centres,
    decode_faces,
    merge_overlapping,
    region_of_detection,
)
from fairview.proctoring.vision.eyes import read_eyes, read_mouth
from fairview.proctoring.vision.geometry import Box, Point, Region, overlap, whole
from fairview.proctoring.vision.light import light_around, light_of_face
from fairview.proctoring.vision.people import everybody
from fairview.proctoring.vision.pictures import Beat, in_camera_pixels, taken
from fairview.proctoring.vision.pose import CanonicalFace, head_pose
from fairview.proctoring.vision.tests.readings import reading

PICTURE = np.zeros((480, 640, 3), np.uint8)


def slope() -> np.ndarray:
    """Each pixel is worth 2·x + y."""
    y, x = np.mgrid[0:40, 0:60]
    return np.repeat((2 * x + y)[..., None], 3, axis=2).astype(np.uint8)


def test_a_crop_reads_between_pixels_where_its_matrix_says() -> None:
    pixels, m = cut(slope(), Region(30.25, 20.5, 16, math.radians(30)), 8, 0)
    v, u = np.mgrid[0:8, 0:8]
    x, y = m.a * u + m.b * v + m.c, m.d * u + m.e * v + m.f
    assert pixels[..., 0] * 255 == pytest.approx(2 * x + y, abs=1e-3)


def test_outside_the_picture_is_black() -> None:
    white = np.full((10, 10, 3), 255, np.uint8)
    pixels, _ = cut(white, Region(0, 5, 10, 0), 10, -1)
    assert pixels[5, :, 0] == pytest.approx([-1] * 5 + [1] * 5)
    half, _ = cut(white, Region(4.5, 5, 10, 0), 10, 0)
    assert half[5, 0] == pytest.approx([0.5] * 3)
    far, _ = cut(white, Region(-500, 900, 10, 1), 10, 0)
    assert not far.any()


def test_a_wide_picture_stands_in_a_square_between_bands() -> None:
    assert whole_picture(PICTURE) == (320, 240, 640, 0)


def test_light_is_luminance() -> None:
    green = np.zeros((16, 16, 3), np.uint8)
    green[..., 1] = 100
    assert light_around(green, None) == pytest.approx((58.7, 58.7))


def test_light_around_a_face_leaves_the_face_out() -> None:
    picture = np.full((64, 64, 3), 200, np.uint8)
    picture[16:48, 16:48] = 40
    light, around = light_around(picture, Box(16, 16, 32, 32))
    assert (light, around) == pytest.approx((160, 200))


def test_a_blurred_face_is_less_sharp_and_a_dim_one_has_less_contrast() -> None:
    face = np.random.default_rng(3).uniform(0, 1, (192, 192, 3)).astype(np.float32)
    blurred = (face + np.roll(face, 1, 0) + np.roll(face, 1, 1) + np.roll(face, 2, 1)) / 4
    sharp, soft, dim = (
        light_of_face(np.asarray(pixels, np.float32), 0) for pixels in (face, blurred, face / 4)
    )
    assert soft.sharpness < 0.8 * sharp.sharpness
    assert dim.contrast == pytest.approx(sharp.contrast / 4, rel=0.01)
    assert dim.sharpness == pytest.approx(sharp.sharpness, rel=0.01)


def test_anchors_lie_in_the_middle_of_their_cells() -> None:
    near = anchor_centres(SHORT_RANGE)
    assert near.shape == (896, 2) and anchor_centres(FULL_RANGE).shape == (2304, 2)
    assert near[[0, 2, -1]].tolist() == [[0.5 / 16] * 2, [1.5 / 16, 0.5 / 16], [7.5 / 8] * 2]


def test_a_face_comes_back_in_picture_pixels_with_its_region_along_the_eyes() -> None:
    boxes, logits = np.zeros((1, 896, 16), np.float32), np.full((1, 896, 1), -20, np.float32)
    middle = int(np.flatnonzero((anchor_centres(SHORT_RANGE) == 0.53125).all(axis=1))[0])
    boxes[0, middle, :8] = [0, 0, 32, 32, -8, 0, 8, 0]
    logits[0, middle] = 4
    found, best = decode_faces(SHORT_RANGE, {"regressors": boxes, "classificators": logits}, PICTURE)
    assert best == pytest.approx(0.982, abs=1e-3)
    assert [face.box for face in found] == [Box(260, 180, 160, 160)]
    assert region_of_detection(found[0]) == Region(340, 260, 240, 0)


def test_boxes_of_one_face_become_one_nearer_to_the_surer() -> None:
    def at(x: float, score: float) -> Detection:
        return Detection(score, Box(x, 0, 100, 100), (Point(x, 0), Point(x, 0)))

    merged = merge_overlapping([at(20, 0.25), at(0, 0.75), at(300, 0.6)])
    assert [(face.box.x, face.score) for face in merged] == [(5, 0.75), (300, 0.6)]


def test_overlap_is_shared_over_joint_area() -> None:
    assert overlap(Box(0, 0, 2, 2), Box(1, 0, 2, 2)) == pytest.approx(1 / 3)
    assert overlap(Box(0, 0, 2, 2), Box(2, 0, 2, 2)) == 0


@pytest.mark.parametrize(("value", "rounded"), [(2.5, 3), (-2.5, -2), (0.49, 0)])
def test_halves_round_upwards_as_in_browsers(value: float, rounded: int) -> None:
    assert whole(value) == rounded


def test_irises_are_told_between_the_corners_of_the_eyes() -> None:
    landmarks = np.zeros((478, 3))
    for (left, right), iris, lids in (
        ((33, 133), 468, ((160, 144), (158, 153))),
        ((362, 263), 473, ((385, 380), (387, 373))),
    ):
        landmarks[right, :2] = (20, 20)
        landmarks[left, :2] = (0, 0)
        landmarks[iris, :2] = (12, 12)
        for upper, lower in lids:
            landmarks[upper, :2], landmarks[lower, :2] = (10, 6), (10, 12)
        landmarks[iris + 1, :2], landmarks[iris + 3, :2] = (15, 12), (9, 12)
    landmarks[78, :2], landmarks[308, :2] = (0, 40), (30, 40)
    landmarks[13, :2], landmarks[14, :2] = (15, 38), (15, 44)
    eyes = read_eyes(landmarks, PICTURE)
    for eye in eyes.each:
        assert (eye.iris_x, eye.iris_y) == pytest.approx((0.6, 0))
        assert eye.open == pytest.approx(6 / math.hypot(20, 20))
    assert eyes.at == (10, 10)
    assert eyes.iris_width == 6
    assert read_mouth(landmarks) == pytest.approx(0.2)


@pytest.mark.parametrize(("yaw", "pitch", "roll"), [(0, 0, 0), (25, 0, 0), (0, -20, 0), (10, 15, -12)])
def test_a_turned_head_is_told_in_degrees(yaw: float, pitch: float, roll: float) -> None:
    canonical = np.random.default_rng(1).normal(0, 5, (33, 3))
    face = CanonicalFace(np.arange(33), canonical, np.linspace(0.1, 1, 33))
    y, p, r = np.radians([yaw, pitch, roll])
    about_y = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(p), np.sin(p)], [0, -np.sin(p), np.cos(p)]])
    about_z = np.array([[np.cos(r), -np.sin(r), 0], [np.sin(r), np.cos(r), 0], [0, 0, 1]])
    turn = about_y @ about_x @ about_z
    seen = np.zeros((478, 3))
    seen[:33] = (canonical @ turn.T) * (9, -9, -9) + (320, 240, 7)
    pose = head_pose(seen, face)
    assert (pose.yaw, pose.pitch) == pytest.approx((yaw, pitch), abs=1e-6)
    if not (yaw and pitch):
        assert pose.roll == pytest.approx(roll, abs=1e-6)


def test_large_frames_are_read_small_and_told_in_their_own_pixels() -> None:
    frame = np.zeros((720, 1280, 3), np.uint8)
    frame[..., 0] = 200
    picture, scale = taken(frame)
    assert (picture.shape, scale) == ((360, 640, 3), 2)
    assert picture[0, 0].tolist() == [0, 0, 200]
    told = in_camera_pixels(reading(0), scale)
    assert (told.width, told.height) == (1280, 960)
    assert told.face and told.face.box == Box(400, 240, 400, 480)


def test_a_beat_takes_so_many_a_second_whatever_the_frames() -> None:
    beat = Beat(10)
    assert sum(beat.is_due(at * 1000 / 30) for at in range(300)) == 100
    slow = Beat(10)
    assert all(slow.is_due(at_ms) for at_ms in (0, 400, 800, 1_200))


def test_people_are_searched_for_in_parts_too_and_counted_once() -> None:
    """The picture says where its pixels are; the detector finds who is an eighth as wide as what it sees."""
    picture = np.zeros((240, 250, 3), np.uint8)
    picture[..., 0], picture[..., 1] = np.arange(250), np.arange(240)[:, None]
    people = [Box(5, 5, 22, 22), Box(100, 90, 60, 60), Box(220, 200, 22, 22)]

    def detect(part: Picture) -> list[Detection]:
        left, top = int(part[0, 0, 0]), int(part[0, 0, 1])
        height, width = part.shape[:2]
        seen = [Box(x - left, y - top, w, h) for x, y, w, h in people if w * 8 >= width]
        inside = [
            box for box in seen if 0 <= box.x <= width - box.width and 0 <= box.y <= height - box.height
        ]
        return [Detection(0.9, box, (Point(box.x, box.y), Point(box.x, box.y))) for box in inside]

    assert [face.box for face in detect(picture)] == [people[1]]
    assert sorted(face.box for face in everybody(picture, detect)) == sorted(people)
