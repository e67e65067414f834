"""The files of the model folder, each checked against the manifest."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from fairview.proctoring.errors import ModelMissing
from fairview.proctoring.vision.pose import CanonicalFace
from fairview.proctoring.vision.reader import FaceModels, Model

SHORT_RANGE_FILE = "face_detection_short_range.onnx"
FULL_RANGE_FILE = "face_detection_full_range_sparse.onnx"
MESH_FILE = "face_landmark_with_attention.onnx"
REFINED_FILE = "refine.json"
CANONICAL_FILE = "face_geometry.json"
MANIFEST = "manifest.json"
VERSION_DIGITS = 12

Runtime = Callable[[bytes], Model]
"""Makes a model out of the bytes of its file."""


@dataclass(frozen=True, eq=False)
class LoadedModels:
    models: FaceModels
    version: str
    """The beginning of the landmark model's hash, as in the browser."""


def load_models(folder: Path, runtime: Runtime) -> LoadedModels:
    """Raises `ModelMissing` for a file that is absent or is not the one that the manifest names."""
    hashes = read_manifest(folder)

    def checked(file: str) -> bytes:
        return read_checked(folder / file, hashes)

    models = FaceModels(
        short_range=runtime(checked(SHORT_RANGE_FILE)),
        full_range=runtime(checked(FULL_RANGE_FILE)),
        mesh=runtime(checked(MESH_FILE)),
        refined=json.loads(checked(REFINED_FILE)),
        canonical=_canonical(checked(CANONICAL_FILE)),
    )
    return LoadedModels(models, hashes[MESH_FILE][:VERSION_DIGITS])


def read_manifest(folder: Path) -> dict[str, str]:
    """The hash of each file. Raises `ModelMissing`."""
    return {entry["file"]: entry["sha256"] for entry in json.loads(_read(folder / MANIFEST))}


def read_checked(path: Path, hashes: dict[str, str]) -> bytes:
    data = _read(path)
    if hashlib.sha256(data).hexdigest() != hashes.get(path.name):
        raise ModelMissing(file=path.name, problem="it is not the file that the manifest names")
    return data


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelMissing(file=path.name, problem=f"{error.strerror}") from None


def _canonical(data: bytes) -> CanonicalFace:
    face = json.loads(data)
    indices, weights = zip(*face["fitted"], strict=True)
    fitted = np.array(indices, np.intp)
    return CanonicalFace(fitted, np.array(face["vertices"])[fitted], np.array(weights))
