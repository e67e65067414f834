"""Contact sheets of parts, and how far one may be from the one that was recorded."""

import io
import os
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps
from playwright.sync_api import Page

RECORDED = Path(__file__).parent / "gallery"
RECORDS = os.environ.get("GALLERY") == "record"

BITS = 5
"""Pictures are kept with as many bits of each colour, which makes them small."""
STEP = 24
"""A pixel differs where one of its colours is further off, of 255: more than the lost bits are worth."""
MOST_DIFFERENT = 0.002
"""The share of pixels that may differ: less than a word changes in most sheets."""


def taken(page: Page) -> Image.Image:
    """What the page shows, in full, with everything that moves at rest."""
    shot = page.screenshot(full_page=True, animations="disabled", caret="hide", scale="css")
    return Image.open(io.BytesIO(shot)).convert("RGB")


def record(picture: Image.Image, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    small = ImageOps.posterize(picture, BITS)
    few = small.quantize(256) if small.getcolors(256) else small
    few.save(file, optimize=True)


def difference(picture: Image.Image, file: Path) -> str:
    """Why it is not the recorded one, in a sentence; empty where it is, as near as is asked."""
    if not file.exists():
        return f"There is no baseline {file.relative_to(RECORDED)}: look, then record it with `make gallery`."
    with Image.open(file) as opened:
        recorded = opened.convert("RGB")
    if recorded.size != picture.size:
        return f"It is {picture.size} pixels and was {recorded.size}."
    share = float(apart(picture, recorded).mean())
    return f"{share:.2%} of its pixels differ from the baseline." if share > MOST_DIFFERENT else ""


def apart(one: Image.Image, other: Image.Image) -> NDArray[np.bool_]:
    """The pixels in which two pictures of one size differ, row by row."""
    off = np.abs(np.asarray(one, np.int16) - np.asarray(other, np.int16))
    return np.asarray(off.max(axis=2) > STEP)
