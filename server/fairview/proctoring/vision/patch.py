"""An eye as a few grey cells, in the same place whatever way the head is: what the regression of gaze reads.

Landmarks say little of looks up and down, since lids hide most of an iris's way; how much of it is hidden
shows in the cells.
"""

import numpy as np

from fairview.proctoring.vision.contracts import Picture, Values
from fairview.proctoring.vision.crop import sampled
from fairview.proctoring.vision.light import LUMINANCE

COLUMNS = 9
ROWS = 5
# Points along each side of a cell that its grey is the mean of.
POINTS = 3
# Eye widths: a cell's sides, and from the middle between the corners down to the middle of the cells.
CELL_WIDTH = 0.125
CELL_HEIGHT = 0.13
LOWERED = 0.005
# An eye without contrast is no eye: grey levels.
LEAST_SPREAD = 1


def eye_patch(picture: Picture, left: Values, right: Values) -> tuple[float, ...]:
    """Row by row, with mean 0 and standard deviation 1; `left` and `right` are the corners in the picture."""
    across = right - left
    down = np.array([-across[1], across[0]])
    middle = (left + right) / 2 + LOWERED * down
    u, v = steps(COLUMNS, CELL_WIDTH)[None, :], steps(ROWS, CELL_HEIGHT)[:, None]
    x = middle[0] + u * across[0] + v * down[0]
    y = middle[1] + u * across[1] + v * down[1]
    light = sampled(picture, x, y) @ LUMINANCE
    cells = light.reshape(ROWS, POINTS, COLUMNS, POINTS).mean(axis=(1, 3)).ravel()
    spread = max(float(cells.std()), LEAST_SPREAD)
    return tuple(((cells - cells.mean()) / spread).tolist())


def steps(cells: int, size: float) -> Values:
    """Where the points lie along one side, about its middle."""
    count = cells * POINTS
    return (np.arange(count) - (count - 1) / 2) * size / POINTS
