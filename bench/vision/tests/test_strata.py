"""Scoring tells right from wrong, on statements whose worth is known."""

import pytest

from bench.puppet.studio.screen import Screen
from bench.vision.gaze.looks import Look
from bench.vision.gaze.score import Told, auc, gaze_score
from bench.vision.peers.score import d_prime
from bench.vision.strata.clips import every_clip
from bench.vision.strata.said import Said, Stated, flat
from bench.vision.strata.score import AXES, drawn_share, scored
from bench.vision.strata.truths import changes, looked, moments

CLIP = "skin-own-collins"
LATE_MS = 300


def told_of_truth(late_ms: float = 0) -> Said:
    """What somebody says who sees everything, so much late."""
    clip = every_clip()[CLIP]
    scenes = clip.truth["scenes"]
    words = ["centre", *(change.value for change in changes(clip))]
    statements = []
    for scene, word in zip(scenes, words, strict=True):
        start, end = (round(scene[edge] * 1000 / clip.script.fps) for edge in ("first_frame", "end_frame"))
        statements.append(Stated("gaze", word, end, end - start, 1.0, start + late_ms))
    return Said([], statements, has_neutral=True)


def test_the_truth_scores_full_marks_and_its_lateness_is_told() -> None:
    found = scored(every_clip()[CLIP], told_of_truth(LATE_MS))
    for axis in AXES:
        assert found.counts[f"{axis}: recall"][0] == found.counts[f"{axis}: recall"][1] > 0
    assert found.counts["centre: precision"][0] == found.counts["centre: precision"][1] > 0
    assert found.delays_ms["gaze"] == [LATE_MS] * 4
    assert found.changes["gaze"] == 4


def test_a_look_that_is_always_said_to_be_left_is_right_for_the_left_alone() -> None:
    said = told_of_truth()
    always = [Stated("gaze", "left", one.at_ms, one.duration_ms, 1.0, 0) for one in said.statements]
    counts = scored(every_clip()[CLIP], Said([], always, has_neutral=True)).counts
    assert counts["left: recall"][0] == counts["left: recall"][1]
    assert counts["right: recall"][0] == 0
    assert counts["left: precision"][0] < counts["left: precision"][1]


def test_moving_eyes_and_blinks_are_not_scored() -> None:
    told = list(moments(every_clip()[CLIP]))
    clip = every_clip()[CLIP]
    first_of_second_scene = clip.truth["scenes"][1]["first_frame"]
    assert told[first_of_second_scene].gaze is None
    assert {moment.gaze for moment in told} == {None, "centre", "left", "right", "up", "down"}


@pytest.mark.parametrize(
    ("point", "word"),
    [
        ((960, 540), "centre"),
        ((-100, 540), None),
        ((-900, 540), "left"),
        ((2800, 540), "right"),
        ((900, -800), "up"),
        ((900, 2000), "down"),
    ],
)
def test_a_look_is_named_as_the_person_sees_it(point: tuple[float, float], word: str | None) -> None:
    screen = Screen()
    gaze = {"point": point, "on_screen": screen.holds(point), "eyes_mm": (0, -60, 600)}
    assert looked(gaze, screen) == word


def test_the_interval_holds_the_share_and_is_the_same_every_time() -> None:
    pairs = [(3, 4), (0, 4), (4, 4), (2, 4)]
    found = drawn_share(pairs)
    assert found is not None
    assert found.low <= found.value == 9 / 16 <= found.high
    assert drawn_share(pairs) == found
    assert drawn_share([(0, 0)]) is None


def test_readings_are_numbers_by_name() -> None:
    assert flat({"faces": 1, "face": {"at": {"x": 2.5}, "eyes": [{"open": 0.3}]}, "missed": None}) == {
        "faces": 1,
        "face.at.x": 2.5,
        "face.eyes.0.open": 0.3,
    }


def test_a_gaze_is_scored_in_degrees_at_the_eyes() -> None:
    screen = Screen()
    looks = [look(at, screen.holds(at)) for at in ((960.0, 540.0), (400.0, 200.0), (-800.0, 540.0))]
    exact = [(one, Told(one.point, radius_px=10)) for one in looks]
    found = gaze_score(exact, screen)
    assert found.median_deg == pytest.approx(0, abs=1e-4)
    assert (found.off_auc, found.held) == (1, 1)
    aside = [(one, Told((one.point[0] + 293, one.point[1]))) for one in looks[:1]]
    # 293 px of 1920 are 52.5 mm: five degrees at 600 mm.
    assert gaze_score(aside, screen).median_deg == pytest.approx(5, abs=0.2)


def look(point: tuple[float, float], is_on_screen: bool) -> Look:
    return Look(0, 0, point, is_on_screen, (0.0, 0.0, 600.0), (0.0, 0.0))


def test_order_and_separation() -> None:
    assert auc([1, 2], [3, 4]) == 1
    assert auc([1, 1], [1, 1]) == 0.5
    assert d_prime([0, 1, 2], [10, 11, 12]) == pytest.approx(10)
    assert d_prime([0, 1], [10, 11]) is None
