"""The frame number, drawn into the picture so that a test can read where a looping camera is.

A black strip fills the last 16 rows of the 640×480 picture, y 464…479. In it stand 18 square blocks of 16×16
px from the left edge: block k covers x 16k…16k+15. White is 1, black is 0. From left to right:

    blocks 0–1     1 0, always
    blocks 2–13    the frame number, 12 bits, most significant first (0…4095)
    blocks 14–17   check, 4 bits, most significant first:
                   the three nibbles of the number and 0b1010, combined by exclusive or

To read: draw the video onto a 640×480 canvas, take for block k the mean luminance of the middle 6×6 px
(x 16k+5…16k+10, y 469…474), and compare it with 128. Without the leading 1 0 or with a wrong check there is
no time code. It survives scaling to 320×240 and strong compression.

Right of the blocks, from x = 296, the clip's name and the time are written for people: `interview 12.4 s`.
"""

import cv2

from bench.puppet.picture import HEIGHT, WIDTH, Picture

BLOCK = 16
TOP = HEIGHT - BLOCK
NUMBER_BITS, CHECK_BITS = 12, 4
LEAD = [1, 0]


def draw(picture: Picture, frame: int, text: str) -> None:
    """Draws the strip into the picture."""
    picture[TOP:] = 0
    for k, bit in enumerate(encode(frame)):
        picture[TOP:, k * BLOCK : (k + 1) * BLOCK] = 255 * bit
    at = (len(encode(frame)) * BLOCK + 8, HEIGHT - 4)
    cv2.putText(picture, text, at, cv2.FONT_HERSHEY_SIMPLEX, 0.42, (255, 255, 255), 1, cv2.LINE_AA)


def read(picture: Picture) -> int | None:
    """The frame number in a picture of any size, or None."""
    whole = cv2.resize(picture, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA).mean(axis=-1)
    blocks = range(len(LEAD) + NUMBER_BITS + CHECK_BITS)
    middles = [whole[TOP + 5 : TOP + 11, k * BLOCK + 5 : k * BLOCK + 11].mean() for k in blocks]
    return decode([int(level > 128) for level in middles])


def encode(frame: int) -> list[int]:
    if not 0 <= frame < 1 << NUMBER_BITS:
        raise ValueError(f"frame {frame} does not fit into {NUMBER_BITS} bits")
    return LEAD + bits(frame, NUMBER_BITS) + bits(check(frame), CHECK_BITS)


def decode(blocks: list[int]) -> int | None:
    number, found = blocks[2 : 2 + NUMBER_BITS], blocks[2 + NUMBER_BITS :]
    frame = int("".join(map(str, number)), 2)
    is_whole = blocks[:2] == LEAD and found == bits(check(frame), CHECK_BITS)
    return frame if is_whole else None


def check(frame: int) -> int:
    return (frame >> 8) ^ (frame >> 4 & 15) ^ (frame & 15) ^ 0b1010


def bits(value: int, count: int) -> list[int]:
    return [value >> k & 1 for k in reversed(range(count))]
