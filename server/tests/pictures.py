"""Small pictures, as the programs that people use write them."""

from io import BytesIO
from typing import Any

from PIL import Image


def picture(kind: str, size: tuple[int, int] = (96, 32), **how: Any) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, "teal").save(file, kind, **how)
    return file.getvalue()
