"""A model with its description: pictures in, sightings out."""

from collections.abc import Callable

import numpy as np

from fairview.proctoring.detectors.description import Description
from fairview.proctoring.vision.contracts import Picture, Values
from fairview.proctoring.vision.objects.decoding import decoded, taken_back
from fairview.proctoring.vision.objects.placing import place
from fairview.proctoring.vision.objects.sightings import Sighting, without_doubles

MOST = 300
"""Boxes that are looked at, the surest first."""

Answer = Callable[[Values], Values]
"""Puts a picture into the model and returns the output that the description names."""


class ObjectDetector:
    def __init__(self, description: Description, answer: Answer) -> None:
        self.description = description
        self._answer = answer

    def detect(self, picture: Picture) -> list[Sighting]:
        """The objects that count, the surest first."""
        placed = place(picture, self.description.input)
        boxes, scores, classes = decoded(self._answer(placed.pixels), self.description)
        height, width = picture.shape[:2]
        seen = []
        for k in np.argsort(-scores, kind="stable")[:MOST]:
            label = self.description.labels[classes[k]]
            counts_as = self.description.counts_as.get(label)
            if counts_as and scores[k] >= self.description.thresholds[counts_as]:
                box = taken_back(boxes[k], placed, width, height)
                seen.append(Sighting(label, counts_as, float(scores[k]), box))
        return without_doubles(seen, self.description.overlap)
