"""What a model answers, as boxes of the picture."""

import numpy as np
from numpy.typing import NDArray

from fairview.proctoring.detectors.description import Description
from fairview.proctoring.vision.contracts import Values
from fairview.proctoring.vision.geometry import Box
from fairview.proctoring.vision.objects.placing import Placed

ROUNDING = 0.001


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
