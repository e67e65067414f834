"""Writes TensorFlow.js graph models of a few nodes, for the converter to read."""

import base64
import json
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from models.convert.graph_converter import convert_graph

Array = NDArray[Any]
Node = dict[str, Any]
STRIDES = {"list": {"i": ["1", "1", "1", "1"]}}


def coded(word: str) -> str:
    return base64.b64encode(word.encode()).decode()


def node(kind: str, *inputs: str, name: str = "answer", **attributes: Any) -> Node:
    return {"name": name, "op": kind, "input": list(inputs), "attr": attributes}


def convolution(
    *inputs: str,
    kind: str = "_FusedConv2D",
    stride: int = 1,
    fused: tuple[str, ...] = (),
    name: str = "answer",
) -> Node:
    strides = {"list": {"i": ["1", str(stride), str(stride), "1"]}}
    return node(
        kind,
        *inputs,
        name=name,
        strides=strides,
        dilations=STRIDES,
        padding={"s": coded("SAME")},
        fused_ops={"list": {"s": [coded(word) for word in fused]}},
    )


def small_graph(
    size: int, channels: int, nodes: list[Node], constants: dict[str, Array]
) -> tuple[bytes, bytes]:
    shape = {"shape": {"dim": [{"size": str(k)} for k in (1, size, size, channels)]}}
    placed = [node("Placeholder", name="picture", shape=shape)]
    placed += [node("Const", name=name) for name in constants]
    entries = [weight_entry(name, values) for name, values in constants.items()]
    content = {
        "modelTopology": {"node": nodes + placed},
        "weightsManifest": [{"paths": ["weights.bin"], "weights": entries}],
    }
    return json.dumps(content).encode(), b"".join(values.tobytes() for values in constants.values())


def weight_entry(name: str, values: Array) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": name, "shape": list(values.shape), "dtype": str(values.dtype)}
    if values.dtype == np.float16:
        entry |= {"dtype": "float32", "quantization": {"dtype": "float16", "original_dtype": "float32"}}
    return entry


def graph_answer(
    picture: Array,
    nodes: list[Node],
    constants: dict[str, Array],
    shape: list[int],
    size: int = 8,
    widths: dict[str, str] | None = None,
) -> Array:
    """What the node `answer` gives after the conversion; the model was drawn for pictures of `size`."""
    file = convert_graph(*small_graph(size, picture.shape[3], nodes, constants), "answer", shape, widths)
    session = onnxruntime.InferenceSession(file, providers=["CPUExecutionProvider"])
    answer: Array = session.run(None, {"picture": picture})[0]
    return answer
