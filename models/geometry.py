"""The canonical face: 468 vertices in centimetres (x to the right of the picture, y up, z to the viewer), its
triangles, and the weighted landmarks by which a head pose is fitted (Procrustes).

Read from MediaPipe's `GeometryPipelineMetadata`: mesh = field 1 {vertices = 3, five floats each: x y z u v;
triangles = 4}, fitted landmark = field 2 {index = 1, weight = 2}.
"""

import json

from models.protobuf import fields, floats, integers

PACKED_NAME = "geometry_pipeline_metadata_landmarks.binarypb"
VERTICES = 468


def canonical_face(metadata: bytes) -> dict[str, list[object]]:
    vertices: list[float] = []
    corners: list[int] = []
    fitted: list[object] = []
    for number, value in fields(metadata):
        if number == 1 and isinstance(value, bytes):
            for inner, content in fields(value):
                if inner == 3:
                    vertices.extend(floats(content))
                elif inner == 4:
                    corners.extend(integers(content))
        elif number == 2 and isinstance(value, bytes):
            reference = dict(fields(value))
            index = integers(reference.get(1, 0))[0]
            fitted.append([index, shortest(floats(reference[2])[0])])
    if len(vertices) != VERTICES * 5:
        raise ValueError(f"the canonical face has {len(vertices) / 5:g} vertices, expected {VERTICES}")
    return {
        "vertices": [[shortest(v) for v in vertices[k : k + 3]] for k in range(0, len(vertices), 5)],
        "triangles": [corners[k : k + 3] for k in range(0, len(corners), 3)],
        "fitted": fitted,
    }


def shortest(value: float) -> float:
    """The decimal that the 32-bit float was written from."""
    return float(f"{value:.7g}")


def packed_file(assets: bytes, loader: str, name: str = PACKED_NAME) -> bytes:
    """One file out of a packed assets blob; its loader script lists where each begins and ends."""
    listing, _ = json.JSONDecoder().raw_decode(loader, loader.index('{"files"'))
    for entry in listing["files"]:
        if entry["filename"].endswith(name):
            return assets[entry["start"] : entry["end"]]
    raise ValueError(f"no {name} among the packed assets")
