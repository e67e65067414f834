"""Faces and their 478 landmarks by the product's own models: what a portrait needs, and what checks a clip.

Regions are (centre x, centre y, side, angle) in pixels and radians.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import cv2
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from bench.puppet.picture import Picture
from models.build import BUILD

Points = NDArray[np.float64]
Region = tuple[float, float, float, float]

CORNERS_AND_IRISES = ((33, 133, 468), (362, 263, 473))
LIDS = ((33, 160, 158, 133, 153, 144), (362, 385, 387, 263, 373, 380))
LANDMARKS, IRIS_POINTS = 468, 5
SURE = 0.5


@dataclass(frozen=True)
class Detector:
    model: str
    size: int
    scores: str
    boxes: str
    grid: tuple[tuple[int, int], ...]  # cells across, anchors per cell
    threshold: float


SHORT_RANGE = Detector(
    "face_detection_short_range", 128, "classificators", "regressors", ((16, 2), (8, 6)), threshold=0.5
)
FULL_RANGE = Detector(
    "face_detection_full_range_sparse", 192, "Identity_1", "Identity", ((48, 1),), threshold=0.6
)


@dataclass(frozen=True, eq=False)
class Face:
    score: float
    box: Points  # left, top, right, bottom
    eyes: Points  # two points

    def region(self) -> Region:
        left, top, right, bottom = self.box
        across = self.eyes[1] - self.eyes[0]
        side = 1.5 * max(right - left, bottom - top)
        return (left + right) / 2, (top + bottom) / 2, side, float(np.arctan2(across[1], across[0]))


def find_faces(picture: Picture, detector: Detector = SHORT_RANGE) -> list[Face]:
    height, width = picture.shape[:2]
    side = float(max(height, width))
    crop, _ = cut(picture, (width / 2, height / 2, side, 0.0), detector.size)
    answers = run(detector.model, crop * 2 - 1)
    scores = sigmoid(answers[detector.scores].reshape(-1))
    chosen = np.flatnonzero(scores > detector.threshold)
    numbers = answers[detector.boxes][0, chosen].astype(np.float64) / detector.size
    places = anchors(detector.grid)[chosen]
    shift = np.array([(width - side) / 2, (height - side) / 2])
    centres = (numbers[:, :2] + places) * side + shift
    halves = numbers[:, 2:4] * side / 2
    eyes = (numbers[:, 4:8].reshape(-1, 2, 2) + places[:, None]) * side + shift
    faces = [
        Face(float(score), np.concatenate([centre - half, centre + half]), pair)
        for score, centre, half, pair in zip(scores[chosen], centres, halves, eyes, strict=True)
    ]
    return merged(faces)


def merged(faces: list[Face], overlap: float = 0.3) -> list[Face]:
    """One face for each group of boxes that overlap: their mean, weighted by score."""
    rest, found = sorted(faces, key=lambda face: -face.score), []
    while rest:
        group = [face for face in rest if face is rest[0] or shared(face.box, rest[0].box) > overlap]
        rest = [face for face in rest if face not in group]
        weights = np.array([face.score for face in group])
        box = np.average([face.box for face in group], axis=0, weights=weights)
        eyes = np.average([face.eyes for face in group], axis=0, weights=weights)
        found.append(Face(group[0].score, box, eyes))
    return found


def shared(one: Points, other: Points) -> float:
    low, high = np.maximum(one[:2], other[:2]), np.minimum(one[2:], other[2:])
    common = np.prod(np.clip(high - low, 0, None))
    return float(common / (np.prod(one[2:] - one[:2]) + np.prod(other[2:] - other[:2]) - common))


def read_face(picture: Picture) -> Points | None:
    """The landmarks of the first face, 478 × (x, y, z) in pixels; z grows away from the viewer."""
    faces = find_faces(picture)
    if not faces:
        return None
    coarse, score = read_landmarks(picture, faces[0].region())
    if score < SURE:
        return None
    return read_landmarks(picture, around(coarse))[0]


def count_faces(picture: Picture) -> int:
    """Boxes of the full-range detector that the landmark model agrees to."""
    return sum(read_landmarks(picture, face.region())[1] > SURE for face in find_faces(picture, FULL_RANGE))


def around(landmarks: Points) -> Region:
    """The region in which the next frame of a tracked face is read."""
    low, high = landmarks[:, :2].min(axis=0), landmarks[:, :2].max(axis=0)
    across = landmarks[263] - landmarks[33]
    centre = (low + high) / 2
    return centre[0], centre[1], 1.5 * float((high - low).max()), float(np.arctan2(across[1], across[0]))


def read_landmarks(picture: Picture, region: Region) -> tuple[Points, float]:
    crop, matrix = cut(picture, region, 192)
    answers = run("face_landmark_with_attention", crop)
    points = answers["output_mesh_identity"].reshape(LANDMARKS, 3).astype(np.float64)
    for name, replaced in refine_tables().items():
        points[replaced, :2] = answers[f"output_{name}"].reshape(-1, 2)
    irises = [answers[f"output_{side}_iris"].reshape(IRIS_POINTS, 2) for side in ("left", "right")]
    points = np.concatenate([points, np.pad(np.concatenate(irises), ((0, 0), (0, 1)))])
    points[:, :2] = points[:, :2] @ matrix[:, :2].T + matrix[:, 2]
    points[:, 2] *= region[2] / 192
    return points, float(sigmoid(answers["conv_faceflag"]).item())


def cut(picture: Picture, region: Region, size: int) -> tuple[NDArray[np.float32], Points]:
    """A region as `size`² values 0..1, and the matrix from its pixels to the picture's."""
    x, y, side, angle = region
    step = side / size
    turn = step * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    corner = np.array([x, y]) - turn @ [size / 2, size / 2]
    matrix = np.column_stack([turn, corner])
    crop = cv2.warpAffine(picture, matrix, (size, size), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
    return crop.astype(np.float32) / 255, matrix


def gaze_ratios(landmarks: Points) -> tuple[float, float]:
    """The irises' place along and off the line between the eye corners, in eye widths, mean of both eyes."""
    along, off = [], []
    for left, right, iris in CORNERS_AND_IRISES:
        line = landmarks[right, :2] - landmarks[left, :2]
        offset = landmarks[iris, :2] - landmarks[left, :2]
        along.append(offset @ line / (line @ line))
        off.append((line[0] * offset[1] - line[1] * offset[0]) / (line @ line))
    return float(np.mean(along)), float(np.mean(off))


def eyes_open(landmarks: Points) -> float:
    """Mean aspect ratio of the eyes."""
    ratios = []
    for outer, upper_1, upper_2, inner, lower_2, lower_1 in LIDS:
        gaps = [(upper_1, lower_1), (upper_2, lower_2)]
        heights = [np.linalg.norm(landmarks[a, :2] - landmarks[b, :2]) for a, b in gaps]
        ratios.append(np.mean(heights) / np.linalg.norm(landmarks[outer, :2] - landmarks[inner, :2]))
    return float(np.mean(ratios))


def head_pose(landmarks: Points) -> tuple[float, float, float]:
    """Yaw, pitch, roll by weighted Procrustes against the canonical face; good for differences."""
    vertices, fitted, weights = canonical_face()
    weights = (weights / weights.sum())[:, None]
    seen, wanted = landmarks[fitted] * [1, -1, -1], vertices[fitted]
    seen, wanted = seen - (weights * seen).sum(axis=0), wanted - (weights * wanted).sum(axis=0)
    u, _, v = np.linalg.svd((seen * weights).T @ wanted)
    turn = u @ np.diag([1, 1, np.sign(np.linalg.det(u @ v))]) @ v
    nose, side = turn[:, 2], turn[:, 0]
    yaw, roll = np.arctan2(nose[0], nose[2]), np.arctan2(side[1], side[0])
    return float(np.degrees(yaw)), float(np.degrees(np.arcsin(nose[1]))), float(np.degrees(roll))


@cache
def anchors(grid: tuple[tuple[int, int], ...]) -> Points:
    """The centres of the detector's anchors, 0..1, cell by cell, row by row."""
    centres: list[Points] = []
    for cells, repeats in grid:
        y, x = np.mgrid[0:cells, 0:cells]
        places = (np.stack([x, y], axis=-1).reshape(-1, 2) + 0.5) / cells
        centres.append(np.repeat(places, repeats, axis=0))
    return np.concatenate(centres)


@cache
def session(model: str) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(
        str(BUILD / f"{model}.onnx"), options, providers=["CPUExecutionProvider"]
    )


def run(model: str, values: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
    loaded = session(model)
    outputs = loaded.run(None, {loaded.get_inputs()[0].name: values[None]})
    return dict(zip((output.name for output in loaded.get_outputs()), outputs, strict=True))


@cache
def refine_tables() -> dict[str, list[int]]:
    tables: dict[str, list[int]] = json.loads((BUILD / "refine.json").read_text())
    return tables


@cache
def canonical_face() -> tuple[Points, NDArray[np.int64], Points]:
    face = json.loads((BUILD / "face_geometry.json").read_text())
    fitted = np.array(face["fitted"])
    return np.array(face["vertices"]), fitted[:, 0].astype(int), fitted[:, 1]


def sigmoid(values: NDArray[Any]) -> NDArray[Any]:
    squashed: NDArray[Any] = 1 / (1 + np.exp(-np.clip(values, -80, 80)))
    return squashed
