"""A logo as it is kept: drawn anew from the file that somebody chose, so that nothing else of it is left."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps

KINDS = ("PNG", "WEBP", "JPEG")
SMALLEST_SIDE, LARGEST_SIDE = 16, 8192
MOST_PIXELS = 24_000_000
"""What a phone's camera takes, and 100 MB while it is decoded."""
SHOWN = (640, 160)
"""Four times the largest place it has on a page, for fine screens and zoom."""


@dataclass(frozen=True)
class Picture:
    """A PNG and its size in pixels."""

    content: bytes
    width: int
    height: int


def drawn_anew(content: bytes) -> Picture | None:
    """None for whatever is not a whole PNG, WebP or JPEG of a size that one may decode."""
    try:
        with Image.open(BytesIO(content), formats=KINDS) as file:
            if not is_sensible(file.size):
                return None
            drawn = ImageOps.exif_transpose(file).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    drawn.thumbnail(SHOWN)
    kept = BytesIO()
    drawn.save(kept, "PNG", optimize=True)
    return Picture(kept.getvalue(), *drawn.size)


def is_sensible(size: tuple[int, int]) -> bool:
    width, height = size
    return all(SMALLEST_SIDE <= side <= LARGEST_SIDE for side in size) and width * height <= MOST_PIXELS
