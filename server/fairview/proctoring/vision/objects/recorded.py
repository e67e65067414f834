"""Things looked for in a recording, beside the faces, at the rate of a device."""

import logging
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from fairview.policies.contracts import Policy, RuleName
from fairview.proctoring.detectors.errors import DetectorUnfit
from fairview.proctoring.detectors.shelf import in_use
from fairview.proctoring.detectors.trial import open_detector
from fairview.proctoring.vision.contracts import Picture, Reading, Statement
from fairview.proctoring.vision.models import VERSION_DIGITS
from fairview.proctoring.vision.objects.detector import ObjectDetector
from fairview.proctoring.vision.objects.statements import ObjectStatements
from fairview.proctoring.vision.pictures import Beat
from fairview.proctoring.vision.video import Frame

logger = logging.getLogger(__name__)
PICTURES_A_SECOND = 2
RULES: tuple[RuleName, ...] = ("phone", "book", "device")
NOT_WANTED = "it was asked for without"
NOT_WATCHED = "the policy neither watches them nor has a rule for them"
NO_MODEL = "the model file for objects cannot be used (run `make setup`)"


@dataclass
class Looking:
    """What is seen of one recording besides faces."""

    detector: ObjectDetector | None
    why_not: str | None = None
    """A clause that says why nothing is."""
    pictures: int = 0
    said: list[Statement] = field(default_factory=list)
    """What was stated and not yet taken."""

    def __post_init__(self) -> None:
        self._maker = ObjectStatements()
        self._beat = Beat(PICTURES_A_SECOND)

    @property
    def name(self) -> str:
        return self.detector.description.name if self.detector else ""

    @property
    def version(self) -> str:
        return self.detector.description.sha256[:VERSION_DIGITS] if self.detector else ""

    def look(self, frame: Frame, reading: Reading) -> None:
        """At the whole frame, where it is due: small things are lost in a smaller one."""
        if self.detector is None or not self._beat.is_due(frame.at_ms):
            return
        picture: Picture = np.ascontiguousarray(frame.pixels[..., ::-1], np.uint8)
        face = reading.face.box if reading.face else None
        self.said += self._maker.observe(self.detector.detect(picture), face, frame.at_ms)
        self.pictures += 1

    def end(self) -> None:
        self.said += self._maker.flush()

    def take(self) -> list[Statement]:
        taken, self.said = self.said, []
        return taken


def looking_by(policy: Policy, detectors: Path, models: Path, *, is_wanted: bool) -> Looking:
    """Policies that were written before there was something to watch have the rules alone."""
    if not is_wanted:
        return Looking(None, NOT_WANTED)
    if "objects" not in policy.watches and not any(rule in policy.rules for rule in RULES):
        return Looking(None, NOT_WATCHED)
    try:
        return Looking(open_detector(in_use(detectors, models)))
    except DetectorUnfit as unfit:
        logger.warning("Objects are not looked for: %s.", unfit.problem)
        return Looking(None, NO_MODEL)
