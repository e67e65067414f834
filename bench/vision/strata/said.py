"""What one twin said of one clip, in plain numbers that both twins share, and where it is kept."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec

from bench.vision.page_server import MODELS, ROOT
from bench.vision.strata.clips import Clip

CACHE = Path(__file__).parents[1] / "cache"
CODE = {
    "python": ("server/fairview/proctoring/vision", "*.py"),
    "browser": ("web/src/vision", "*.ts"),
}
DIGITS = 12

Side = Literal["python", "browser"]
Flat = dict[str, float]


class Stated(msgspec.Struct, frozen=True):
    """A statement, and the time of the frame at which it was made."""

    observed: str
    value: str
    at_ms: int
    duration_ms: int
    confidence: float
    made_ms: float

    @property
    def start_ms(self) -> int:
        return self.at_ms - self.duration_ms


class Said(msgspec.Struct, frozen=True):
    readings: list[Flat]
    statements: list[Stated]
    has_neutral: bool

    def value_at(self, observed: str, at_ms: float) -> str | None:
        """What was said to hold at this moment, however late."""
        for one in self.statements:
            if one.observed == observed and one.start_ms <= at_ms <= one.at_ms:
                return one.value
        return None


def flat(value: Any, path: str = "") -> Flat:
    """The numbers of a reading by their names, as `face.box.x`. What is absent has none."""
    if isinstance(value, bool | int | float):
        return {path: float(value)}
    return {
        name: number
        for key, part in parts(value)
        for name, number in flat(part, f"{path}.{key}" if path else key).items()
    }


def parts(value: Any) -> Iterable[tuple[str, Any]]:
    if is_dataclass(value):
        return [(field.name, getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, Mapping):
        return value.items()
    if hasattr(value, "_asdict"):
        return list(value._asdict().items())
    return [] if value is None else [(str(place), part) for place, part in enumerate(value)]


def kept(side: Side, clip: Clip, make: Callable[[], Said], part_of: str = "faces") -> Said:
    """From the cache, or made now: a run that was cut off goes on where it was."""
    path = place(side, clip, part_of)
    if path.exists():
        return msgspec.json.decode(path.read_bytes(), type=Said)
    said = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(msgspec.json.encode(said))
    part.replace(path)
    return said


def already(side: Side, every: Sequence[Clip], part_of: str = "faces") -> dict[str, Said]:
    """By the clips' names, what earlier runs kept."""
    paths = {clip.name: place(side, clip, part_of) for clip in every}
    return {
        name: msgspec.json.decode(path.read_bytes(), type=Said)
        for name, path in paths.items()
        if path.exists()
    }


def place(side: Side, clip: Clip, part_of: str) -> Path:
    return CACHE / f"{side}-{version(side)}" / part_of / f"{clip.key}.json"


VERSIONS: dict[Side, str] = {}


def version(side: Side) -> str:
    """Of the twin's code and the models, as they were at this run's first question."""
    if side not in VERSIONS:
        folder, pattern = CODE[side]
        sources = [path for path in sorted((ROOT / folder).rglob(pattern)) if ".test." not in path.name]
        digest = hashlib.sha256((MODELS / "manifest.json").read_bytes())
        for path in sources:
            digest.update(path.read_bytes())
        VERSIONS[side] = digest.hexdigest()[:DIGITS]
    return VERSIONS[side]
