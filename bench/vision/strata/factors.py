"""What the catalogue varies, and which of its clips show it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.vision.strata.score import Scored
from bench.vision.strata.table import grouped

NOT_FAIRNESS = "recoloured portraits: **sensitivity, not fairness**"


@dataclass(frozen=True)
class Factor:
    title: str
    stratum: str
    field: str
    """As the catalogue calls what it varies."""
    note: str = ""

    def groups(self, every: Sequence[Scored]) -> dict[str, list[Scored]]:
        return grouped(every, self.value_of)

    def value_of(self, one: Scored) -> str | None:
        stratum = one.clip.script.stratum
        if self.stratum not in ("", stratum["name"]) or self.field not in stratum:
            return None
        return str(stratum[self.field])


@dataclass(frozen=True)
class Portraits(Factor):
    """Of clips in which people look around, whatever else these vary."""

    def value_of(self, one: Scored) -> str | None:
        looks_around = {"left", "right"} <= {scene.name for scene in one.clip.script.scenes}
        return one.clip.script.portrait if looks_around else None


FACTORS = (
    Factor("Skin", "skin", "skin", NOT_FAIRNESS),
    Factor("Light", "light", "scene.light", "share of full light, with a grain of 5"),
    Factor("Light from the side", "side", "scene.side", "−1 the picture's left, 1 its right"),
    Factor("Light from behind", "back_light", "scene.back_light", "of a window behind"),
    Factor("Glasses", "glasses", "glasses"),
    Factor("Beard and mask", "face", "face"),
    Factor("Distance", "distance", "scene.distance", "mm"),
    Factor("Position", "position", "scene.position", "right and up, in halves of the picture"),
    Factor("JPEG", "quality", "quality.jpeg", "quality"),
    Factor("VP8", "quality", "quality.vp8_kbps", "kbit/s"),
    Factor("Blur", "quality", "blur", "px"),
    Factor("Noise", "quality", "noise", "standard deviation"),
    Factor("Size", "size", "width", "px across"),
    Factor("Frames a second", "rate", "fps"),
    Factor("Background", "background", "background"),
    Portraits("Portrait", "", "portrait"),
)
