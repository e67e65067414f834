"""Writes object detectors of one node, which answer the same whatever the picture shows."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

LABELS = ["person", "cell phone", "open book"]
ROWS = [[40, 40, 80, 60, 0.9, 1], [100, 20, 140, 60, 0.6, 2], [0, 0, 90, 90, 0.95, 0]]


def constant_model(answer: Any, shape: Sequence[int | str], kind: int = TensorProto.FLOAT) -> bytes:
    values = np.array(answer, np.float32)
    given = helper.make_tensor_value_info("images", kind, list(shape))
    result = helper.make_tensor_value_info("boxes", TensorProto.FLOAT, list(values.shape))
    node = helper.make_node("Constant", [], ["boxes"], value=numpy_helper.from_array(values))
    return as_file([node], given, result)


def as_file(nodes: list[Any], given: Any, result: Any) -> bytes:
    graph = helper.make_graph(nodes, "tiny", [given], [result])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    data: bytes = model.SerializeToString()
    return data


def description(**changes: Any) -> dict[str, Any]:
    """Of a detector that answers rows6 to pictures of 160 × 96. `input__layout=…` changes an inner word."""
    content: dict[str, Any] = {
        "format": "fairview-detector/1",
        "name": "tiny",
        "version": "1",
        "file": "tiny.onnx",
        "licence": "MIT",
        "input": {"name": "images", "layout": "nchw", "size": [160, 96], "colour": "rgb"},
        "output": {"name": "boxes", "kind": "rows6"},
        "labels": LABELS,
        "counts_as": {"cell phone": "phone", "open book": "book"},
        "thresholds": {"phone": 0.5, "book": 0.5},
    }
    for name, value in changes.items():
        outer, _, inner = name.partition("__")
        if inner:
            content[outer] = {**content[outer], inner: value}
        else:
            content[outer] = value
    return content


def write_detector(folder: Path, data: bytes | None = None, **changes: Any) -> Path:
    """Lays tiny.onnx and tiny.json into the folder and returns the first."""
    data = constant_model([ROWS], [1, 3, 96, 160]) if data is None else data
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "tiny.onnx"
    file.write_bytes(data)
    content = {"sha256": hashlib.sha256(data).hexdigest(), **description(**changes)}
    file.with_suffix(".json").write_text(json.dumps(content))
    return file


def yolo8(rows: list[list[float]]) -> NDArray[np.float32]:
    return np.array(rows, np.float32).T[None]
