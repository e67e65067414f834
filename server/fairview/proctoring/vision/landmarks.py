"""468 points of the face and 5 of each iris, out of the attention model's numbers."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from fairview.proctoring.vision.contracts import Values
from fairview.proctoring.vision.geometry import Affine, Box, Point, Region, region_around

Landmarks = NDArray[np.float64]
"""478 × (x, y, z): x and y in picture pixels, z in the same unit (smaller = nearer)."""
RefinedPoints = Mapping[str, Sequence[int]]
"""Which points of the mesh each refining output of the model replaces."""

MESH_SIZE = 192
FACE_FLAG = "conv_faceflag"
MESH_OUTPUT = "output_mesh_identity"
MESH_POINTS = 468
IRIS_POINTS = 5
IRIS_OUTPUTS = ("output_left_iris", "output_right_iris")
# Outer corners of the eyes, image left first.
OUTER_CORNERS = (33, 263)
TRACKING_MARGIN = 1.5


def decode_landmarks(outputs: Mapping[str, Values], refined: RefinedPoints, to_picture: Affine) -> Landmarks:
    """From crop pixels to the picture."""
    mesh = outputs[MESH_OUTPUT].reshape(MESH_POINTS, 3).astype(np.float64)
    for part, points in refined.items():
        mesh[points, :2] = outputs[f"output_{part}"].reshape(-1, 2)
    irises = [np.pad(outputs[name].reshape(IRIS_POINTS, 2), ((0, 0), (0, 1))) for name in IRIS_OUTPUTS]
    landmarks: Landmarks = np.concatenate([mesh, *irises])
    a, b, c, d, e, f = to_picture
    landmarks[:, :2] = landmarks[:, :2] @ np.array([[a, d], [b, e]]) + (c, f)
    landmarks[:, 2] *= math.hypot(a, d)
    return landmarks


def box_of(landmarks: Landmarks) -> Box:
    left, top = landmarks[:, :2].min(axis=0).tolist()
    right, bottom = landmarks[:, :2].max(axis=0).tolist()
    return Box(left, top, right - left, bottom - top)


def region_of_landmarks(landmarks: Landmarks) -> Region:
    """Where the same face will be in the next frame."""
    left, right = (Point(*landmarks[corner, :2].tolist()) for corner in OUTER_CORNERS)
    return region_around(box_of(landmarks), left, right, TRACKING_MARGIN)
