"""From readings to statements. That the browser says the same is held by `bench/vision/tests`."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from fairview.proctoring.vision.contracts import Neutral, Reading, Statement
from fairview.proctoring.vision.gaze import IRIS_X_PER_DEGREE, IRIS_Y_PER_DEGREE
from fairview.proctoring.vision.neutral import StillWatch
from fairview.proctoring.vision.spans import most_frequent
from fairview.proctoring.vision.statements import StatementMaker
from fairview.proctoring.vision.tests.readings import FACE, NEUTRAL, empty, reading

STEP_MS = 100
Scene = tuple[int, Callable[[float], Reading]]


def played(*scenes: Scene, neutral: Neutral | None = NEUTRAL) -> list[Statement]:
    """Scenes one after the other, each so many milliseconds long."""
    maker = StatementMaker()
    maker.set_neutral(neutral)
    said: list[Statement] = []
    at_ms = 0
    for length_ms, make in scenes:
        for _ in range(length_ms // STEP_MS):
            said += maker.observe(make(at_ms))
            at_ms += STEP_MS
    return said + maker.flush()


def spans(said: list[Statement], observed: str) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for one in said:
        if one.observed != observed:
            continue
        if found and found[-1][0] == one.value:
            found[-1] = (one.value, found[-1][1] + one.duration_ms)
        else:
            found.append((one.value, one.duration_ms))
    return found


def looking(left_deg: float, up_deg: float = 0) -> Callable[[float], Reading]:
    iris_x = FACE.iris_x + left_deg * IRIS_X_PER_DEGREE
    iris_y = FACE.iris_y - up_deg * IRIS_Y_PER_DEGREE
    return lambda at_ms: reading(at_ms, iris_x=iris_x, iris_y=iris_y)


def company(at_ms: float) -> Reading:
    return replace(reading(at_ms), faces=2, counted=True, others_score=0.8)


@pytest.mark.parametrize(
    ("direction", "glance"),
    [("left", looking(20)), ("right", looking(-20)), ("up", looking(0, 20)), ("down", looking(0, -20))],
)
def test_a_glance_is_one_span_of_its_length(direction: str, glance: Callable[[float], Reading]) -> None:
    said = played((3_000, reading), (2_000, glance), (3_000, reading))
    assert spans(said, "gaze") == [("centre", 2950), (direction, 2000), ("centre", 2950)]


def test_a_turned_head_whose_eyes_stay_on_the_screen_is_no_glance() -> None:
    def compensating(at_ms: float) -> Reading:
        return reading(at_ms, yaw=FACE.yaw + 20, iris_x=FACE.iris_x - 18 * IRIS_X_PER_DEGREE)

    assert spans(played((1_000, reading), (3_000, compensating)), "gaze") == [("centre", 3900)]


def test_a_blink_passes_unsaid_and_closed_eyes_are_unknown() -> None:
    def closed(at_ms: float) -> Reading:
        return reading(at_ms, eyes_open=0.12)

    assert spans(played((1_000, reading), (300, closed), (1_000, reading)), "gaze") == [("centre", 2200)]
    asleep = spans(played((1_000, reading), (1_000, closed), (1_000, reading)), "gaze")
    assert asleep == [("centre", 950), ("unknown", 1000), ("centre", 950)]


def test_without_a_neutral_gaze_abstains_and_nothing_is_said_of_the_head() -> None:
    said = played((1_000, looking(20)), neutral=None)
    assert spans(said, "gaze") == [("unknown", 900)]
    assert spans(said, "head") == []


def test_absence_company_and_head_are_said() -> None:
    said = played((1_000, reading), (1_000, empty), (1_000, company), (1_000, reading))
    assert [value for value, _ in spans(said, "presence")] == ["present", "absent", "present"]
    assert "2" in [value for value, _ in spans(said, "faces")]
    turned = played((1_000, reading), (1_000, lambda at_ms: reading(at_ms, yaw=12.25)))
    assert [value for value, _ in spans(turned, "head")] == ["0,0", "10250,0"]


def test_nothing_is_said_of_a_time_in_which_nothing_was_observed() -> None:
    said = played((1_000, reading), (1_000, lambda at_ms: reading(at_ms + 5_000)))
    assert sum(length for _, length in spans(said, "presence")) == 1_800


def test_of_equally_frequent_values_the_latest_counts() -> None:
    assert most_frequent(["a", "b", "b", "a"]) == "a"
    assert most_frequent(["a", "a", "b"]) == "a"


def test_a_neutral_is_the_median_of_steady_seconds() -> None:
    watch = StillWatch(3_000)
    for at_ms in range(0, 3_001, STEP_MS):
        yaw = 40 if at_ms == 1_000 else 2
        assert watch.take(reading(at_ms, yaw=yaw, eyes_open=0.1 if at_ms % 1_500 == 0 else 0.28)) is None
    assert watch.is_complete
    neutral = watch.neutral()
    assert isinstance(neutral, Neutral)
    assert (neutral.yaw, neutral.eyes_open, neutral.readings) == (2, 0.28, 28)


@pytest.mark.parametrize(
    ("hindrance", "make"),
    [
        ("no_face", empty),
        ("several_faces", company),
        ("too_dark", lambda at_ms: replace(reading(at_ms), light=20)),
        ("too_far", lambda at_ms: replace(reading(at_ms), width=4000)),
        ("looking_aside", lambda at_ms: reading(at_ms, iris_x=0.66)),
        ("moving", lambda at_ms: reading(at_ms, yaw=at_ms / 50)),
    ],
)
def test_what_keeps_a_person_from_being_still_is_told(
    hindrance: str, make: Callable[[float], Reading]
) -> None:
    watch = StillWatch(3_000)
    assert hindrance in [watch.take(make(at_ms)) for at_ms in range(0, 1_500, STEP_MS)]


def shut(at_ms: float) -> Reading:
    return reading(at_ms, eyes_open=0.1)


def test_eyes_shut_longer_than_a_blink_are_closed() -> None:
    said = played((2_000, reading), (300, shut), (2_000, reading), (3_000, shut), (1_000, reading))
    assert spans(said, "eyes") == [("open", 4250), ("closed", 3000), ("open", 950)]


def test_nothing_is_said_of_eyes_that_are_not_in_sight() -> None:
    def bent_down(at_ms: float) -> Reading:
        return reading(at_ms, eyes_open=0.1, pitch=FACE.pitch - 20)

    assert spans(played((2_000, bent_down), (2_000, empty)), "eyes") == []
    assert spans(played((2_000, shut), neutral=None), "eyes") == []


def test_blinks_are_told_of_every_half_minute() -> None:
    blinking: list[Scene] = [(3_800, reading), (200, shut)] * 16
    told = [one for one in played(*blinking) if one.observed == "blinks"]
    assert [one.value for one in told] == ["14,47", "16,53"]
    assert told[0].duration_ms == 30_000
