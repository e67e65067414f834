"""The letter as a PDF: typeset by typst, tagged for screen readers.

What people wrote reaches the template as data, so that nothing in it is ever taken for markup. The fonts are
those of the pages, which set-up joins into `FONTS` (`tools/fonts.py`); typst's own stand in where they are
not made or lack a letter (Hebrew, say), and behind them those of the machine. Where it has none for a letter,
that letter is a box, and the PDF is still tagged but cannot claim PDF/UA-1.
"""

from pathlib import Path
from typing import Literal

import msgspec
import typst

from fairview.reports.letter.text import Letter

FOLDER = Path(__file__).parent
FONTS = Path(__file__).parent / "fonts"


def typeset(letter: Letter) -> bytes:
    """Some tens of milliseconds, once the first call has read the template and the fonts."""
    data = msgspec.json.encode(letter).decode()
    try:
        return _compile(data, ["ua-1"])
    except typst.TypstError:
        return _compile(data, [])


def _compile(data: str, standards: list[Literal["ua-1"]]) -> bytes:
    return typst.compile(
        FOLDER / "report.typ",
        root=FOLDER,
        font_paths=[FONTS],
        format="pdf",
        sys_inputs={"letter": data},
        pdf_standards=[*standards],
    )
