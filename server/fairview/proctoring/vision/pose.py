"""How the head is turned, against a canonical face."""

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from fairview.proctoring.vision.landmarks import Landmarks


@dataclass(frozen=True, eq=False)
class CanonicalFace:
    """The points to fit, in centimetres (x to image right, y up, z to the viewer), with their weights."""

    fitted: NDArray[np.intp]
    vertices: NDArray[np.float64]
    weights: NDArray[np.float64]


class HeadPose(NamedTuple):
    """Degrees. Yaw grows as the nose turns to image right (the person's left), pitch as it rises."""

    yaw: float
    pitch: float
    roll: float


def head_pose(landmarks: Landmarks, face: CanonicalFace) -> HeadPose:
    """The rotation that takes the canonical face onto the landmarks: weighted Procrustes without perspective,
    solved as Horn's quaternion (Horn 1987, "Closed-form solution of absolute orientation using unit
    quaternions")."""
    seen = landmarks[face.fitted] * (1, -1, -1)
    model, seen = (
        points - np.average(points, axis=0, weights=face.weights) for points in (face.vertices, seen)
    )
    turn = rotation_matrix(best_quaternion((model * face.weights[:, None]).T @ seen))
    return HeadPose(
        yaw=math.degrees(math.atan2(turn[0, 2], turn[2, 2])),
        pitch=math.degrees(math.asin(min(max(turn[1, 2], -1), 1))),
        roll=math.degrees(math.atan2(turn[1, 0], turn[0, 0])),
    )


def best_quaternion(s: NDArray[np.float64]) -> NDArray[np.float64]:
    """The eigenvector of Horn's matrix with the largest eigenvalue; `s` is Σ weight · canonical · seenᵀ."""
    (xx, xy, xz), (yx, yy, yz), (zx, zy, zz) = s.tolist()
    horn = np.array(
        [
            [xx + yy + zz, yz - zy, zx - xz, xy - yx],
            [yz - zy, xx - yy - zz, xy + yx, zx + xz],
            [zx - xz, xy + yx, yy - xx - zz, yz + zy],
            [xy - yx, zx + xz, yz + zy, zz - xx - yy],
        ]
    )
    largest: NDArray[np.float64] = np.linalg.eigh(horn).eigenvectors[:, -1]
    return largest


def rotation_matrix(quaternion: NDArray[np.float64]) -> NDArray[np.float64]:
    w, x, y, z = quaternion.tolist()
    return np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
            [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
            [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
        ]
    )
