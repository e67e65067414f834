"""Objects in a picture, by a detector's description; and what several frames agree on.

The same steps as in the browser: the picture is scaled down by averaging areas (plain bilinear sampling of
large pictures makes phones out of nothing), the model answers, its boxes are taken back to the picture.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fairview.proctoring.contracts import SightingRule
from fairview.proctoring.detectors.description import Description, PictureInput
from fairview.proctoring.vision.contracts import Picture, Values
from fairview.proctoring.vision.geometry import Box, overlap

PAD = 114
"""The grey of a letterbox's bands, as detectors are trained with."""
ROUNDING = 0.001
MOST = 300
"""Boxes that are looked at, the surest first."""
VOTES, FRAMES = 3, 6
SAME_PLACE = 0.3
NEAR_FACE = 0.25

Answer = Callable[[Values], Values]
"""Puts a picture into the model and returns the output that the description names."""


@dataclass(frozen=True, slots=True)
class Sighting:
    label: str
    counts_as: SightingRule
    score: float
    box: Box
    """In pixels of the picture."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture as a model takes it; its pixel (u, v) lies at ((u − left) / across, (v − top) / down)."""

    pixels: Values
    across: float
    down: float
    left: int = 0
    top: int = 0


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


def place(picture: Picture, entry: PictureInput) -> Placed:
    width, height = entry.size
    rows, columns = picture.shape[:2]
    left = top = 0
    if entry.resize == "letterbox":
        share = min(width / columns, height / rows)
        inner = max(round(columns * share), 1), max(round(rows * share), 1)
        left, top = (width - inner[0]) // 2, (height - inner[1]) // 2
        pixels = np.full((height, width, 3), PAD, np.float32)
        pixels[top : top + inner[1], left : left + inner[0]] = averaged(picture, *inner)
        across = down = share
    else:
        pixels, across, down = averaged(picture, width, height), width / columns, height / rows
    if entry.colour == "bgr":
        pixels = pixels[..., ::-1]
    scaled = (pixels * entry.scale - np.array(entry.mean)) / np.array(entry.std)
    ordered = scaled.transpose(2, 0, 1) if entry.layout == "nchw" else scaled
    return Placed(np.ascontiguousarray(ordered[None], np.float32), across, down, left, top)


def averaged(picture: Picture, width: int, height: int) -> NDArray[np.float32]:
    """The picture in another size: each pixel the mean of what it covers. Enlarged, it is bilinear."""
    return _averaged_along(_averaged_along(picture, height, 0), width, 1)


def _averaged_along(pixels: Values, count: int, axis: int) -> NDArray[np.float32]:
    length = pixels.shape[axis]
    step = length / count
    centres, reach = (np.arange(count) + 0.5) * step, max(step, 1) / 2
    starts, ends = np.clip(centres - reach, 0, length), np.clip(centres + reach, 0, length)
    first = np.floor(starts).astype(np.intp)
    means = np.zeros((1, 1, 1), np.float32)
    for covered in range(int(np.ceil((ends - first).max()))):
        at = first + covered
        shared = np.clip(np.minimum(ends, at + 1) - np.maximum(starts, at), 0, None)
        shares = (shared / (ends - starts)).astype(np.float32)
        each = np.take(pixels, np.minimum(at, length - 1), axis)
        means = means + each * shares.reshape((-1, 1, 1) if axis == 0 else (1, -1, 1))
    return means


def decoded(
    answer: Values, description: Description
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.intp]]:
    """Corners in pixels of the input, scores and places among the labels. Raises `ValueError` with a clause
    for an answer of another form than described."""
    output, labels = description.output, len(description.labels)
    channels = {"rows6": 6, "yolo8": 4 + labels, "yolo5": 5 + labels}[output.kind]
    lies_at = 1 if output.kind == "yolo8" else 2
    if answer.ndim != 3 or len(answer) != 1 or answer.shape[lies_at] != channels:
        expected = {"rows6": "[1, N, 6]", "yolo8": f"[1, {channels}, N]", "yolo5": f"[1, N, {channels}]"}
        raise ValueError(
            f"{output.kind} with {labels} labels is {expected[output.kind]}, "
            f"but the output {output.name} has the shape {list(answer.shape)}"
        )
    rows = np.moveaxis(answer[0], lies_at - 1, 1)
    if not np.isfinite(rows).all():
        raise ValueError(f"the output {output.name} holds numbers that are not finite")
    rows = rows.astype(np.float64)
    scores, classes = _judged(rows, description)
    return _corners(rows[:, :4], description), scores, classes


def _judged(
    rows: NDArray[np.float64], description: Description
) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
    output, labels = description.output, len(description.labels)
    shares = (1 + np.tanh(rows[:, 4:] / 2)) / 2 if output.scores == "logit" else rows[:, 4:]
    if output.kind == "rows6":
        scores, classes = shares[:, 0], rows[:, 5].astype(np.intp)
        if len(rows) and not 0 <= classes.min() <= classes.max() < labels:
            raise ValueError(
                f"the output {output.name} gives classes up to {classes.max()}, beyond {labels} labels"
            )
    else:
        each = shares if output.kind == "yolo8" else shares[:, :1] * shares[:, 1:]
        scores, classes = each.max(axis=1, initial=0), each.argmax(axis=1)
    if len(scores) and not -ROUNDING <= scores.min() <= scores.max() <= 1 + ROUNDING:
        raise ValueError(f"the output {output.name} gives scores outside 0 to 1: are they logits?")
    return scores, classes


def _corners(boxes: NDArray[np.float64], description: Description) -> NDArray[np.float64]:
    if description.output.units == "share":
        boxes = boxes * np.array(description.input.size * 2)
    if description.output.is_centred:
        centres, halves = boxes[:, :2], boxes[:, 2:] / 2
        boxes = np.concatenate([centres - halves, centres + halves], axis=1)
    return boxes


def taken_back(corners: NDArray[np.float64], placed: Placed, width: int, height: int) -> Box:
    left, right = (np.clip((corners[[0, 2]] - placed.left) / placed.across, 0, width)).tolist()
    top, bottom = (np.clip((corners[[1, 3]] - placed.top) / placed.down, 0, height)).tolist()
    return Box(left, top, right - left, bottom - top)


def without_doubles(sightings: Sequence[Sighting], most: float) -> list[Sighting]:
    """Of boxes of one label that share more than `most`, the first."""
    kept: list[Sighting] = []
    for one in sightings:
        if all(one.label != other.label or overlap(one.box, other.box) <= most for other in kept):
            kept.append(one)
    return kept


def agreed(frames: Sequence[Sequence[Sighting]]) -> list[Sighting]:
    """What at least three of the last six frames show in about the same place, each once, at its surest.
    Misses persist from frame to frame, so more frames would find little more."""
    newest = frames[-FRAMES:]
    ranked = sorted((one for frame in newest for one in frame), key=lambda one: -one.score)
    found: list[Sighting] = []
    for one in ranked:
        votes = sum(any(is_same(one, other) for other in frame) for frame in newest)
        if votes >= VOTES and not any(is_same(one, other) for other in found):
            found.append(one)
    return found


def is_same(one: Sighting, other: Sighting) -> bool:
    return one.counts_as == other.counts_as and overlap(one.box, other.box) >= SAME_PLACE


def may_be_a_hand(sighting: Sighting, face: Box | None) -> bool:
    """Whether a phone is only "hand or phone": most that are none are fingers at ear or mouth."""
    if face is None or sighting.counts_as != "phone":
        return False
    wide, tall = face.width * NEAR_FACE, face.height * NEAR_FACE
    around = Box(face.x - wide, face.y - tall, face.width + 2 * wide, face.height + 2 * tall)
    return overlap(sighting.box, around) > 0
