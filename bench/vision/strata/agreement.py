"""How far apart the two twins are on the same frames."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.vision.strata.said import Flat, Said

PIXELS = ("face.box.", "face.at.", "face.iris_width")
SCORES = ("face.score", "others_score", "missed")
PIXEL_STEP, SCORE_STEP = 0.1, 0.01


@dataclass
class Agreement:
    """Frames, and where the twins differ in them. `worst`: clip → its largest difference in px."""

    frames: int = 0
    otherwise: int = 0
    """Another number of people, or a face in one alone."""
    pixels: int = 0
    scores: int = 0
    clips: int = 0
    other_statements: int = 0
    """Clips of which the twins say something else, or at another time."""
    worst: dict[str, float] = field(default_factory=dict)

    def add(self, name: str, python: Said, browser: Said) -> None:
        self.clips += 1
        for one, other in zip(python.readings, browser.readings, strict=True):
            self._compare(name, one, other)
        self.other_statements += words(python) != words(browser)

    def _compare(self, name: str, one: Flat, other: Flat) -> None:
        self.frames += 1
        if one.keys() != other.keys() or one["faces"] != other["faces"]:
            self.otherwise += 1
            return
        apart = furthest(one, other, PIXELS)
        self.pixels += apart > PIXEL_STEP
        self.scores += furthest(one, other, SCORES) > SCORE_STEP
        self.worst[name] = max(apart, self.worst.get(name, 0))


def words(said: Said) -> list[tuple[str, str, int, float]]:
    """Without the angles of a head: those are numbers, and compared as such."""
    return [
        (one.observed, "" if one.observed == "head" else one.value, one.at_ms, one.made_ms)
        for one in said.statements
    ]


def furthest(one: Flat, other: Flat, begins: Sequence[str]) -> float:
    return max((abs(one[name] - other[name]) for name in one if name.startswith(tuple(begins))), default=0)
