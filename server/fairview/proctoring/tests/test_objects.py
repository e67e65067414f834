"""Pictures are put in and answers read as a description says; several frames agree, or they do not."""

from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairview.proctoring.detectors.description import Description, PictureInput
from fairview.proctoring.tests.detectors import LABELS, ROWS, description, yolo8
from fairview.proctoring.vision.contracts import Picture
from fairview.proctoring.vision.geometry import Box
from fairview.proctoring.vision.objects.detector import ObjectDetector
from fairview.proctoring.vision.objects.hands import may_be_a_hand
from fairview.proctoring.vision.objects.placing import averaged, place
from fairview.proctoring.vision.objects.sightings import Sighting
from fairview.proctoring.vision.objects.statements import ObjectStatements
from fairview.proctoring.vision.objects.votes import agreed

RANDOM = np.random.default_rng(2)


def described(**changes: Any) -> Description:
    return msgspec.convert({"sha256": "0" * 64, **description(**changes)}, Description)


def detected(answer: Any, rows: int = 96, columns: int = 160, **changes: Any) -> list[Sighting]:
    detector = ObjectDetector(described(**changes), lambda _pixels: np.array(answer, np.float32))
    return detector.detect(np.zeros((rows, columns, 3), np.uint8))


def noise(rows: int, columns: int) -> Picture:
    return RANDOM.integers(0, 256, (rows, columns, 3), np.uint8)


def test_a_smaller_picture_is_the_mean_of_what_each_pixel_covers() -> None:
    picture = noise(12, 18)
    expected = picture.reshape(4, 3, 6, 3, 3).mean(axis=(1, 3))
    np.testing.assert_allclose(averaged(picture, 6, 4), expected, atol=1e-3)


def test_a_pixel_that_is_cut_counts_by_its_share() -> None:
    row = np.array([0, 100, 200], np.uint8)
    picture = np.repeat(row[None, :, None], 3, axis=2)
    np.testing.assert_allclose(averaged(picture, 2, 1)[0, :, 0], [100 / 3, 500 / 3], atol=1e-3)


def test_a_larger_picture_is_bilinear() -> None:
    row = np.array([0, 100], np.uint8)
    picture = np.repeat(row[None, :, None], 3, axis=2)
    np.testing.assert_allclose(averaged(picture, 4, 1)[0, :, 0], [0, 25, 75, 100], atol=1e-3)


@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 40), st.integers(1, 40))
def test_one_colour_stays_that_colour_in_every_size(rows: int, columns: int, width: int, height: int) -> None:
    picture = np.full((rows, columns, 3), (10, 120, 250), np.uint8)
    np.testing.assert_allclose(
        averaged(picture, width, height), np.tile([10, 120, 250], (height, width, 1)), atol=1e-3
    )


def test_a_picture_is_put_in_as_described() -> None:
    picture = noise(96, 160)
    plain = PictureInput(name="images", layout="nhwc", size=(160, 96), colour="rgb")
    np.testing.assert_array_equal(place(picture, plain).pixels[0], picture)
    scaled = PictureInput(
        name="images",
        layout="nchw",
        size=(160, 96),
        colour="bgr",
        scale=1 / 255,
        mean=(0.1, 0.2, 0.3),
        std=(1, 2, 4),
    )
    expected = (picture[..., ::-1] / 255 - [0.1, 0.2, 0.3]) / [1, 2, 4]
    pixels = place(picture, scaled).pixels
    assert pixels.shape == (1, 3, 96, 160) and pixels.dtype == np.float32
    np.testing.assert_allclose(pixels[0].transpose(1, 2, 0), expected, atol=1e-6)


def test_a_letterbox_keeps_the_proportions_between_grey_bands() -> None:
    entry = PictureInput(name="images", layout="nhwc", size=(64, 64), colour="rgb", resize="letterbox")
    placed = place(np.full((50, 100, 3), 200, np.uint8), entry)
    assert (placed.left, placed.top, placed.across, placed.down) == (0, 16, 0.64, 0.64)
    np.testing.assert_allclose(placed.pixels[0, :, 30, 0], [114] * 16 + [200] * 32 + [114] * 16, atol=1e-3)


def test_rows_become_sightings_of_what_counts_in_the_pictures_own_pixels() -> None:
    phone, book = detected([ROWS], rows=192, columns=480)
    assert (phone.label, phone.counts_as, round(phone.score, 2)) == ("cell phone", "phone", 0.9)
    assert phone.box == Box(120, 80, 120, 40) and book.counts_as == "book"


def test_boxes_come_back_out_of_a_letterbox() -> None:
    """A square fills 96 of the 160 columns: 32 on either side stay grey."""
    (one,) = detected(
        [[[32 + 24, 24, 32 + 72, 72, 0.9, 1]]], rows=192, columns=192, input__resize="letterbox"
    )
    np.testing.assert_allclose(one.box, Box(48, 48, 96, 96), atol=1e-3)


def test_below_its_threshold_nothing_is_seen() -> None:
    (only,) = detected([ROWS], thresholds={"phone": 0.5, "book": 0.7})
    assert only.label == "cell phone"


def test_the_kinds_of_output_say_the_same() -> None:
    """A phone of 40 × 20 around (60, 50)."""
    corners = detected([[[40, 40, 80, 60, 0.9, 1]]])
    eight = detected(yolo8([[60, 50, 40, 20, 0.1, 0.9, 0]]), output__kind="yolo8")
    five = detected([[[60, 50, 40, 20, 1, 0.1, 0.9, 0]]], output__kind="yolo5")
    shares = detected([[[0.25, 40 / 96, 0.5, 0.625, 0.9, 1]]], output__units="share")
    logits = detected([[[40, 40, 80, 60, np.log(9), 1]]], output__scores="logit")
    for one in (eight, five, shares, logits):
        assert [(s.label, round(s.score, 3)) for s in one] == [("cell phone", 0.9)]
        np.testing.assert_allclose(one[0].box, corners[0].box, atol=1e-3)


def test_objectness_lowers_a_score() -> None:
    (half,) = detected([[[60, 50, 40, 20, 0.6, 0.1, 0.9, 0]]], output__kind="yolo5")
    assert half.score == pytest.approx(0.54)


def test_of_doubles_the_surest_stays() -> None:
    doubled = [*ROWS, [42, 41, 82, 61, 0.7, 1], [120, 40, 150, 60, 0.8, 1]]
    assert [round(s.score, 2) for s in detected([doubled]) if s.counts_as == "phone"] == [0.9, 0.8]


def test_boxes_end_at_the_edge_of_the_picture() -> None:
    (one,) = detected([[[-20, 80, 30, 120, 0.9, 1]]])
    assert one.box == Box(0, 80, 30, 16)


def test_nothing_found_is_an_empty_list() -> None:
    assert detected(np.zeros((1, 0, 6))) == []
    assert detected(np.zeros((1, 4 + len(LABELS), 0)), output__kind="yolo8") == []


PHONE = Sighting("cell phone", "phone", 0.4, Box(100, 100, 40, 80))


def at(x: float, score: float = 0.4) -> Sighting:
    return Sighting("cell phone", "phone", score, Box(x, 100, 40, 80))


def test_three_of_six_frames_that_agree_are_one_object_at_its_surest() -> None:
    assert agreed([[at(100)], [], [at(105, 0.6)], [], [at(98)]]) == [at(105, 0.6)]


def test_two_frames_are_too_few_and_old_ones_do_not_count() -> None:
    assert agreed([[PHONE], [PHONE], [], []]) == []
    assert agreed([[PHONE], [PHONE], [], [], [], [], [PHONE]]) == []


def test_boxes_apart_or_of_different_things_do_not_agree() -> None:
    assert agreed([[at(0)], [at(100)], [at(200)]]) == []
    book = Sighting("book", "book", 0.5, PHONE.box)
    assert agreed([[PHONE], [book], [PHONE]]) == []


def test_two_boxes_in_one_frame_are_one_vote() -> None:
    assert agreed([[at(100), at(104)], [at(100)]]) == []


def test_a_phone_at_the_face_may_be_a_hand() -> None:
    face = Box(150, 60, 100, 120)
    assert may_be_a_hand(PHONE, face) and not may_be_a_hand(PHONE, None)
    assert not may_be_a_hand(Sighting("cell phone", "phone", 0.4, Box(0, 300, 60, 90)), face)
    assert not may_be_a_hand(Sighting("book", "book", 0.4, PHONE.box), face)


EVERY_MS = 500


def told(frames: list[list[Sighting]], face: Box | None = None, every_ms: float = EVERY_MS) -> list[Any]:
    """Neighbouring statements of one value as one: value, from, to."""
    maker = ObjectStatements()
    said = [one for k, frame in enumerate(frames) for one in maker.observe(frame, face, k * every_ms)]
    spans: list[Any] = []
    for one in [*said, *maker.flush()]:
        started_ms = one.at_ms - one.duration_ms
        last = next((span for span in reversed(spans) if span[0] == one.value), None)
        if last and last[2] == started_ms:
            last[2] = one.at_ms
        else:
            spans.append([one.value, started_ms, one.at_ms])
    return spans


def test_of_nothing_it_is_said_that_there_is_nothing() -> None:
    assert told([[]] * 9) == [["none", 0, 2_500]]


def test_what_frames_agree_on_is_said_of_their_middle_and_the_time_is_tiled() -> None:
    """It is there from 1.5 to 3 s."""
    frames = [[], [], [], [PHONE], [PHONE], [PHONE], [PHONE], [], [], [], [], []]
    assert told(frames) == [["none", 0, 1_000], ["phone", 1_000, 3_250], ["none", 3_250, 4_000]]


def test_a_flicker_is_not_said() -> None:
    assert told([[], [PHONE], [], [], [PHONE], [], [], []]) == [["none", 0, 2_000]]


def test_each_thing_has_statements_of_its_own() -> None:
    book = Sighting("book", "book", 0.5, Box(300, 300, 80, 60))
    spans = told([[PHONE]] * 4 + [[PHONE, book]] * 6)
    assert sorted(spans) == [["book", 1_250, 3_000], ["none", 0, 250], ["phone", 250, 3_000]]


def test_a_phone_at_the_face_is_a_hand_or_a_phone() -> None:
    assert told([[PHONE]] * 6, Box(150, 60, 100, 120))[0] == ["hand_or_phone", 250, 1_000]


def test_headphones_are_said_where_a_detector_knows_them() -> None:
    worn: dict[str, Any] = {"counts_as": {"cell phone": "headphones"}, "thresholds": {"headphones": 0.5}}
    sightings = detected([ROWS], **worn)
    assert [one.counts_as for one in sightings] == ["headphones"]
    assert told([sightings] * 5)[0] == ["headphones", 250, 1_000]


def test_confidence_is_the_share_of_frames_that_agree() -> None:
    maker = ObjectStatements()
    frames = [[PHONE], [], [PHONE], [], [PHONE], [PHONE], []]
    said = [one for k, frame in enumerate(frames) for one in maker.observe(frame, None, k * EVERY_MS)]
    assert [round(one.confidence, 3) for one in said if one.value == "phone"] == [0.5, 0.583]
    assert maker.agreed == [PHONE]


def test_after_a_gap_the_votes_begin_anew() -> None:
    assert told([[PHONE], [PHONE], [PHONE]], every_ms=5_000) == []
    slow = told([[PHONE]] * 5, every_ms=2_000)
    assert sorted(slow) == [["none", 0, 1_000], ["phone", 1_000, 4_000]]
