"""Makes the fonts of the PDF out of those of the pages.

The pages' packages cut each style into files by script (WOFF), so that a browser loads what it needs. Typst
takes whole fonts (TTF), one file a style: two files of one style hide each other.
"""

import io
from collections.abc import Iterator
from pathlib import Path

from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ROOT / "web" / "node_modules" / "@fontsource"
MADE = ROOT / "server" / "fairview" / "reports" / "letter" / "fonts"

STYLES = {
    "ibm-plex-sans": (400, 600),
    "ibm-plex-sans-arabic": (400, 600),
    "ibm-plex-serif": (400, 600),
    "ibm-plex-mono": (400,),
}
SCRIPTS = ("latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese")
"""The first to have a letter gives it."""
OWN_SCRIPT = {"ibm-plex-sans-arabic": ("arabic",)}
"""Its Latin letters are those of the family beside it."""


def main() -> None:
    MADE.mkdir(exist_ok=True)
    for family, weights in STYLES.items():
        for weight in weights:
            parts = [unpacked(file) for file in files_of(family, weight)]
            joined = Merger(Options(drop_tables=["STAT"])).merge(parts)
            joined.save(MADE / f"{family}-{weight}.ttf")


def files_of(family: str, weight: int) -> Iterator[Path]:
    for script in OWN_SCRIPT.get(family, SCRIPTS):
        file = PACKAGES / family / "files" / f"{family}-{script}-{weight}-normal.woff"
        if file.exists():
            yield file


def unpacked(file: Path) -> io.BytesIO:
    font, content = TTFont(file), io.BytesIO()
    font.flavor = None
    font.save(content)
    content.seek(0)
    return content


if __name__ == "__main__":
    main()
