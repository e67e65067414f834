"""The time code comes back out of pictures as a browser shows them."""

import cv2
import numpy as np
import pytest

from bench.puppet import timecode
from bench.puppet.picture import HEIGHT, WIDTH, Picture


def marked(frame: int) -> Picture:
    noise = np.random.default_rng(frame).integers(0, 255, (HEIGHT, WIDTH, 3), dtype=np.uint8)
    timecode.draw(noise, frame, "interview 12.4 s")
    return noise


def compressed(picture: Picture, quality: int) -> Picture:
    _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)


@pytest.mark.parametrize("frame", [0, 1, 255, 1079, 2730, 4095])
def test_a_frame_number_survives_compression_and_half_size(frame: int) -> None:
    picture = marked(frame)
    assert timecode.read(picture) == frame
    small = cv2.resize(picture, (WIDTH // 2, HEIGHT // 2), interpolation=cv2.INTER_AREA)
    assert timecode.read(compressed(np.asarray(small, np.uint8), quality=20)) == frame


def test_a_picture_without_a_code_reads_as_none() -> None:
    assert timecode.read(np.zeros((HEIGHT, WIDTH, 3), np.uint8)) is None
    assert timecode.read(np.full((HEIGHT, WIDTH, 3), 255, np.uint8)) is None


@pytest.mark.parametrize("block", range(18))
def test_one_block_read_wrong_is_noticed(block: int) -> None:
    blocks = timecode.encode(1234)
    blocks[block] ^= 1
    assert timecode.decode(blocks) is None


def test_the_layout_is_the_documented_one() -> None:
    assert timecode.encode(0b1010_0110_0011) == [1, 0, *[1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1], *[0, 1, 0, 1]]


def test_a_number_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        timecode.encode(4096)
