"""Each parameter changes what it should and leaves the rest of the picture alone."""

from functools import cache
from typing import Any

import cv2
import numpy as np
import pytest

from bench.puppet.picture import HEIGHT, WIDTH, Picture, Values
from bench.puppet.portrait import portrait
from bench.puppet.studio import skin
from bench.puppet.studio.figure import figure
from bench.puppet.studio.language import ClipText, SceneText
from bench.puppet.studio.stage import painted
from bench.puppet.studio.timeline import frames
from bench.puppet.studio.truth import truth

WHO = figure(portrait("collins"), 600)
FACE = tuple(round(side) for side in WHO.face)
EYES_Y = round(WHO.eyes[1])
MOUTH_Y = round(float(WHO.points[13, 1]))
STRIP = HEIGHT - 16


def film(**fields: Any) -> ClipText:
    scene = {key: fields.pop(key) for key in list(fields) if key in SceneText.model_fields}
    plain = {"name": "x", "fps": 1, "sway": 0, "blinks": False, "background": "plain", "noise": 0}
    return ClipText.model_validate({**plain, **fields, "scenes": [{"seconds": 1, **scene}]})


def picture(**fields: Any) -> Picture:
    clip = film(**fields)
    return painted(clip, next(frames(clip)))


@cache
def calm() -> Picture:
    return picture()


def change(**fields: Any) -> Values:
    """How much each pixel changed, without the strip of the time code."""
    off: Values = np.abs(picture(**fields).astype(int) - calm()).max(axis=-1)
    off[STRIP:] = 0
    return off


def bounds(off: Values, least: int = 12) -> tuple[int, int, int, int]:
    y, x = np.nonzero(off >= least)
    return int(x.min()), int(y.min()), int(x.max()), int(y.max())


def test_a_gaze_moves_the_eyes_and_nothing_else() -> None:
    left, top, right, bottom = bounds(change(look_at=(0, 540)), least=1)
    assert FACE[0] < left and right < FACE[2]
    assert top > EYES_Y - 25 and bottom < EYES_Y + 25


def test_a_mouth_opens_below_the_lips() -> None:
    left, top, right, bottom = bounds(change(mouth=0.6))
    assert top > MOUTH_Y - 12 and bottom < FACE[3] + 90
    assert FACE[0] - 40 < left and right < FACE[2] + 40


def test_closed_eyes_change_the_eyes_only() -> None:
    _, top, _, bottom = bounds(change(closure=1), least=1)
    assert top > EYES_Y - 25 and bottom < EYES_Y + 25


@pytest.mark.parametrize("glasses", ["clear", "reflecting"])
def test_glasses_sit_around_the_eyes(glasses: str) -> None:
    off = change(glasses=glasses)
    _, top, _, bottom = bounds(off)
    assert top > EYES_Y - 50 and bottom < EYES_Y + 60
    assert off[FACE[1] : FACE[3], FACE[0] : FACE[2]].mean() > 3


def test_a_reflection_hides_part_of_the_eyes() -> None:
    clear, reflecting = picture(glasses="clear"), picture(glasses="reflecting")
    off = np.abs(clear.astype(int) - reflecting).max(axis=-1)
    _, top, _, bottom = bounds(off)
    assert off.max() > 60 and bottom - top < 60


@pytest.mark.parametrize("face", ["beard", "mask"])
def test_beard_and_mask_leave_the_eyes_free(face: str) -> None:
    off = change(face=face)
    assert off[: EYES_Y + 12].max() < 12
    assert off[MOUTH_Y : FACE[3], FACE[0] : FACE[2]].mean() > 15


@pytest.mark.parametrize("tone", sorted(skin.TONES))
def test_a_skin_tone_changes_the_person_and_not_the_room(tone: str) -> None:
    off = change(skin=tone)
    person = portrait("collins").cover > 0.01
    assert off[:, :100].max() == 0 and off[~person].max() <= 40
    assert off[EYES_Y + 15 : MOUTH_Y - 15, FACE[0] + 30 : FACE[2] - 30].mean() > 8


def test_tones_are_in_their_order() -> None:
    cheek = np.s_[EYES_Y + 25 : EYES_Y + 45, FACE[0] + 25 : FACE[0] + 45]
    means = [picture(skin=tone)[cheek].mean() for tone in ("pale", "light", "olive", "brown", "dark")]
    assert means == sorted(means, reverse=True) and means[0] > means[-1] + 60


def test_light_darkens_everything_alike() -> None:
    dark = picture(light=0.25)[:STRIP].astype(float)
    assert dark.mean() / calm()[:STRIP].mean() == pytest.approx(0.25 ** (1 / 2.2), rel=0.02)


def test_side_light_leaves_a_cheek_and_the_room() -> None:
    lit = picture(side=-1).astype(float) / np.maximum(calm(), 1)
    cheeks = np.s_[EYES_Y + 20 : MOUTH_Y]
    assert (
        lit[cheeks, FACE[0] + 15 : FACE[0] + 45].mean()
        > 1.2 * lit[cheeks, FACE[2] - 45 : FACE[2] - 15].mean()
    )
    assert lit[:100, :100] == pytest.approx(1)


def test_back_light_brightens_the_room_and_darkens_the_person() -> None:
    lit = picture(back_light=0.8).astype(int)
    assert lit[:100, :100].mean() > calm()[:100, :100].mean() + 20
    face = np.s_[FACE[1] : FACE[3], FACE[0] : FACE[2]]
    assert lit[face].mean() < 0.7 * calm()[face].mean()


def test_blur_takes_detail_and_noise_adds_it() -> None:
    detail = [
        np.abs(np.diff(p[:STRIP].astype(int), axis=1)).mean()
        for p in (picture(blur=3), calm(), picture(noise=10))
    ]
    assert detail[0] < 0.7 * detail[1] and detail[2] > 2 * detail[1]
    off = picture(noise=10)[:100, :100].astype(int) - calm()[:100, :100]
    assert off.std() == pytest.approx(10, rel=0.1)


@pytest.mark.parametrize("background", ["own", "office", "shelf", "window"])
def test_a_background_leaves_the_person(background: str) -> None:
    off = change(background=background)
    inside = cv2.erode((portrait("collins").cover > 0.999).astype(np.uint8), np.ones((9, 9))) == 1
    assert off[inside].max() <= 1
    assert off[:STRIP].max() > 40


@pytest.mark.parametrize(
    "thing", [{"phone": "ear"}, {"phone": "hand"}, {"book": True}, {"second_screen": True}]
)
def test_a_thing_is_painted_where_its_box_is(thing: dict[str, Any]) -> None:
    off = change(**thing)
    [told] = truth(film(**thing))["frames"][0]["objects"]
    left, top, right, bottom = (round(side) for side in told["box"])
    assert np.mean(off[top : min(bottom, STRIP), left:right] >= 8) > 0.55
    assert off[: max(top - 30, 0)].max() < 8


def test_a_hand_comes_to_the_chin_and_no_higher_than_the_cheek() -> None:
    _, top, _, bottom = bounds(change(hand_at_chin=True))
    assert top > EYES_Y + 15 and bottom > FACE[3]


def test_others_stand_beside_and_leave_the_face() -> None:
    off = change(others=2)
    assert off[FACE[1] : FACE[3], FACE[0] : FACE[2]].max() == 0
    assert off[:, :100].mean() > 10 and off[:, WIDTH - 100 :].mean() > 10


def test_nobody_leaves_the_room_behind() -> None:
    empty = picture(present=False)
    assert np.ptp(empty[:STRIP].astype(float).mean(axis=(1, 2))) < 60


def test_portraits_are_different_people() -> None:
    assert change(portrait="hopper").mean() > 15 and change(portrait="mirrored").mean() > 8
