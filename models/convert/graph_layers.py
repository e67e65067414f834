"""The operators of a TensorFlow.js graph, one function each."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import tflite

from models.convert.graph_model import GraphModel, Node
from models.convert.layers import padding
from models.convert.original import Array, NotConvertible
from models.convert.plain import PlainGraph

# Axes of a weight: the original's order → ONNX's.
FILTERS_FIRST = (3, 2, 0, 1)
DEPTHWISE_FILTERS_FIRST = (2, 3, 0, 1)
CHANNELS = 3
ROWS_AND_COLUMNS = [1, 2]


@dataclass(frozen=True)
class Seen:
    """A value of the new graph. A feature map travels in NCHW; `size` is its rows and columns in a picture of
    the original's own size, and absent for whatever is no feature map."""

    name: str
    size: tuple[int, int] | None = None


class GraphTranslation:
    """`widths` names the constants that stand for the columns of a feature map, which follow the picture."""

    def __init__(self, original: GraphModel, widths: dict[str, str]) -> None:
        self.original = original
        self.widths = widths
        self.graph = PlainGraph("objects")
        self.values: dict[str, Seen] = {}

    def value(self, name: str) -> Seen:
        if name in self.values:
            return self.values[name]
        if name in self.widths:
            return Seen(self.columns(self.widths[name]))
        constant = self.original.constants[name]
        whole = np.issubdtype(constant.dtype, np.integer)
        return Seen(self.graph.constant(constant.astype(np.int64) if whole else constant))

    def columns(self, map_name: str) -> str:
        size = self.graph.add("Shape", self.picture(map_name).name, start=3, end=4)
        return self.graph.add("Squeeze", size, self.graph.integers([0]))

    def picture(self, name: str) -> Seen:
        value = self.values[name]
        if value.size is None:
            raise NotConvertible(f"{name} is not a feature map")
        return value

    def row_major(self, name: str) -> str:
        value = self.value(name)
        return self.graph.add("Transpose", value.name, perm=[0, 2, 3, 1]) if value.size else value.name

    def constant(self, name: str) -> Array:
        return self.original.constants[name]

    def activated(self, value: str, kind: str) -> str:
        if kind == "Relu6":
            return self.graph.add("Clip", value, self.graph.floats(0), self.graph.floats(6))
        if kind in ("Relu", "Sigmoid"):
            return self.graph.add(kind, value)
        raise NotConvertible(f"activation {kind}")


def convolution(t: GraphTranslation, node: Node) -> Seen:
    return _convolve(t, node, t.constant(node.inputs[1]).transpose(FILTERS_FIRST), groups=1)


def depthwise_convolution(t: GraphTranslation, node: Node) -> Seen:
    weight = t.constant(node.inputs[1]).transpose(DEPTHWISE_FILTERS_FIRST)
    if weight.shape[1] != 1:
        raise NotConvertible(f"{node.kind} with {weight.shape[1]} filters to a channel")
    return _convolve(t, node, weight, groups=weight.shape[0])


def _convolve(t: GraphTranslation, node: Node, weight: Array, groups: int) -> Seen:
    picture, kernel = t.picture(node.inputs[0]), list(weight.shape[2:])
    strides, dilations = node.integers("strides")[1:3], node.integers("dilations")[1:3]
    bias, activations = node.inputs[2:], [kind for kind in node.words("fused_ops") if kind != "BiasAdd"]
    name = t.graph.add(
        "Conv",
        picture.name,
        t.graph.constant(weight),
        *(t.graph.constant(t.constant(b).reshape(-1)) for b in bias),
        kernel_shape=kernel,
        strides=strides,
        dilations=dilations,
        group=groups,
        pads=_pads(node, picture, kernel, strides, dilations),
    )
    for kind in activations:
        name = t.activated(name, kind)
    return Seen(name, _strided(picture, strides))


def max_pool(t: GraphTranslation, node: Node) -> Seen:
    picture = t.picture(node.inputs[0])
    kernel, strides = node.integers("ksize")[1:3], node.integers("strides")[1:3]
    pads = _pads(node, picture, kernel, strides, [1, 1])
    name = t.graph.add("MaxPool", picture.name, kernel_shape=kernel, strides=strides, pads=pads)
    return Seen(name, _strided(picture, strides))


def _pads(
    node: Node, picture: Seen, kernel: list[int], strides: list[int], dilations: list[int]
) -> list[int]:
    kind = node.word("padding")
    is_plain = kernel == [1, 1] or kind == "SAME"
    if not is_plain or node.word("data_format", "NHWC") != "NHWC":
        raise NotConvertible(f"{node.kind} with padding {kind}")
    return padding(tflite.Padding.SAME, list(picture.size or ()), kernel, strides, dilations)


def _strided(picture: Seen, strides: list[int]) -> tuple[int, int]:
    rows, columns = picture.size or (0, 0)
    return -(-rows // strides[0]), -(-columns // strides[1])


def mean(t: GraphTranslation, node: Node) -> Seen:
    if t.constant(node.inputs[1]).tolist() != ROWS_AND_COLUMNS or not node.flag("keep_dims"):
        raise NotConvertible("Mean over anything but rows and columns")
    return Seen(t.graph.add("GlobalAveragePool", t.picture(node.inputs[0]).name), (1, 1))


def resize_bilinear(t: GraphTranslation, node: Node) -> Seen:
    picture = t.picture(node.inputs[0])
    rows, columns = (int(k) for k in t.constant(node.inputs[1]))
    if node.flag("align_corners") or node.flag("half_pixel_centers"):
        raise NotConvertible("ResizeBilinear that does not begin at the corner of the first pixel")
    before = picture.size or (1, 1)
    scales = t.graph.floats([1, 1, rows / before[0], columns / before[1]])
    name = t.graph.add(
        "Resize", picture.name, "", scales, mode="linear", coordinate_transformation_mode="asymmetric"
    )
    return Seen(name, (rows, columns))


def concatenation(t: GraphTranslation, node: Node) -> Seen:
    *parts, axis_name = node.inputs
    axis = int(t.constant(axis_name))
    if t.value(parts[0]).size and axis in (CHANNELS, -1):
        return Seen(
            t.graph.add("Concat", *(t.picture(p).name for p in parts), axis=1), t.picture(parts[0]).size
        )
    return Seen(t.graph.add("Concat", *(t.row_major(part) for part in parts), axis=axis))


def reshape(t: GraphTranslation, node: Node) -> Seen:
    """What is made of a feature map has as many rows as the picture gives it."""
    shape = t.constant(node.inputs[1]).tolist()
    if t.value(node.inputs[0]).size and -1 not in shape:
        shape[0] = -1
    return Seen(t.graph.add("Reshape", t.row_major(node.inputs[0]), t.graph.integers(shape)))


def expand_dims(t: GraphTranslation, node: Node) -> Seen:
    axes = t.graph.integers([int(t.constant(node.inputs[1]))])
    return Seen(t.graph.add("Unsqueeze", t.row_major(node.inputs[0]), axes))


def top_k(t: GraphTranslation, node: Node) -> Seen:
    """The places are the second output."""
    count = t.graph.integers([int(t.constant(node.inputs[1]))])
    largest, places = t.graph.add_pair("TopK", t.row_major(node.inputs[0]), count)
    t.values[f"{node.name}:1"] = Seen(places)
    return Seen(largest)


def gather(t: GraphTranslation, node: Node) -> Seen:
    rows, places, axis = node.inputs
    return Seen(t.graph.add("Gather", t.row_major(rows), t.row_major(places), axis=int(t.constant(axis))))


def strided_slice(t: GraphTranslation, node: Node) -> Seen:
    if any(node.number(f"{kind}_mask") for kind in ("ellipsis", "new_axis", "shrink_axis")):
        raise NotConvertible("StridedSlice that changes the number of axes")
    begins, ends, steps = (t.constant(name).astype(np.int64).copy() for name in node.inputs[1:])
    axes = np.arange(len(begins))
    begins[(node.number("begin_mask") >> axes) & 1 == 1] = 0
    ends[(node.number("end_mask") >> axes) & 1 == 1] = np.iinfo(np.int64).max
    return Seen(
        t.graph.add(
            "Slice", t.row_major(node.inputs[0]), *(t.graph.integers(k) for k in (begins, ends, axes, steps))
        )
    )


def cast(t: GraphTranslation, node: Node) -> Seen:
    if node.attributes["DstT"]["type"] != "DT_FLOAT":
        raise NotConvertible(f"Cast to {node.attributes['DstT']['type']}")
    value = t.value(node.inputs[0])
    return Seen(t.graph.add("Cast", value.name, to=1), value.size)


def same(t: GraphTranslation, node: Node) -> Seen:
    return t.value(node.inputs[0])


def activation(t: GraphTranslation, node: Node) -> Seen:
    value = t.value(node.inputs[0])
    return Seen(t.activated(value.name, node.kind), value.size)


def elementwise(operator: str) -> Callable[[GraphTranslation, Node], Seen]:
    """Of two feature maps, of two other values, or of either with a single number."""

    def translate(t: GraphTranslation, node: Node) -> Seen:
        values = [t.value(name) for name in node.inputs]
        several = [v for v, name in zip(values, node.inputs, strict=True) if not _is_number(t, name)]
        if len({value.size is None for value in several}) != 1:
            raise NotConvertible(f"{node.kind} mixes layouts")
        sizes = [value.size for value in several if value.size]
        return Seen(t.graph.add(operator, *(value.name for value in values)), max(sizes, default=None))

    return translate


def _is_number(t: GraphTranslation, name: str) -> bool:
    return name in t.original.constants and t.constant(name).ndim == 0


LAYERS: dict[str, Callable[[GraphTranslation, Node], Seen]] = {
    "Conv2D": convolution,
    "_FusedConv2D": convolution,
    "DepthwiseConv2dNative": depthwise_convolution,
    "FusedDepthwiseConv2dNative": depthwise_convolution,
    "MaxPool": max_pool,
    "Mean": mean,
    "ResizeBilinear": resize_bilinear,
    "ConcatV2": concatenation,
    "Reshape": reshape,
    "ExpandDims": expand_dims,
    "TopKV2": top_k,
    "GatherV2": gather,
    "StridedSlice": strided_slice,
    "Cast": cast,
    "Identity": same,
    "Relu": activation,
    "Relu6": activation,
    "Sigmoid": activation,
    "Add": elementwise("Add"),
    "Sub": elementwise("Sub"),
    "Mul": elementwise("Mul"),
    "Equal": elementwise("Equal"),
    # Of places in a list, which are never negative.
    "FloorDiv": elementwise("Div"),
    "FloorMod": elementwise("Mod"),
}
