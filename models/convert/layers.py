"""The builtin operators of the face models, one function each."""

from collections.abc import Callable
from typing import Any

import tflite

from models.convert.original import NotConvertible, Operator
from models.convert.translation import Translation, Value

# Axes of a weight: the original's order → ONNX's.
FILTERS_FIRST = (0, 3, 1, 2)
DEPTHWISE_FILTERS_FIRST = (3, 0, 1, 2)


def convolution(t: Translation, op: Operator) -> Value:
    return _convolve(t, op, op.options(tflite.Conv2DOptions), FILTERS_FIRST, groups=1)


def depthwise_convolution(t: Translation, op: Operator) -> Value:
    channels = t.original.shape(op.inputs[0])[3]
    return _convolve(
        t, op, op.options(tflite.DepthwiseConv2DOptions), DEPTHWISE_FILTERS_FIRST, groups=channels
    )


def _convolve(t: Translation, op: Operator, options: Any, axes: tuple[int, ...], groups: int) -> Value:
    picture, weight, *bias = op.inputs
    kernel = t.original.shape(weight)[1:3]
    strides = [options.StrideH(), options.StrideW()]
    dilations = [options.DilationHFactor(), options.DilationWFactor()]
    name = t.graph.add(
        "Conv",
        t.picture(picture),
        t.weight(weight, axes),
        *(t.weight(b) for b in bias),
        kernel_shape=kernel,
        strides=strides,
        dilations=dilations,
        group=groups,
        pads=padding(options.Padding(), t.original.shape(picture)[1:3], kernel, strides, dilations),
    )
    return Value(t.activated(name, options.FusedActivationFunction()), "nchw")


def max_pool(t: Translation, op: Operator) -> Value:
    options = op.options(tflite.Pool2DOptions)
    kernel = [options.FilterHeight(), options.FilterWidth()]
    strides = [options.StrideH(), options.StrideW()]
    pads = padding(options.Padding(), t.original.shape(op.inputs[0])[1:3], kernel, strides, [1, 1])
    name = t.graph.add("MaxPool", t.picture(op.inputs[0]), kernel_shape=kernel, strides=strides, pads=pads)
    return Value(t.activated(name, options.FusedActivationFunction()), "nchw")


def padding(
    kind: int, size: list[int], kernel: list[int], strides: list[int], dilations: list[int]
) -> list[int]:
    """ONNX pads (starts, then ends). SAME puts the odd pixel at the end."""
    if kind == tflite.Padding.VALID:
        return [0, 0, 0, 0]
    starts, ends = [], []
    for length, k, stride, dilation in zip(size, kernel, strides, dilations, strict=True):
        steps = -(-length // stride)
        total = max((steps - 1) * stride + (k - 1) * dilation + 1 - length, 0)
        starts.append(total // 2)
        ends.append(total - total // 2)
    return starts + ends


def add(t: Translation, op: Operator) -> Value:
    return _elementwise(t, op, "Add", op.options(tflite.AddOptions))


def multiply(t: Translation, op: Operator) -> Value:
    return _elementwise(t, op, "Mul", op.options(tflite.MulOptions))


def _elementwise(t: Translation, op: Operator, operator: str, options: Any) -> Value:
    layout = t.alike(op)
    name = t.graph.add(operator, *(t.value(tensor).name for tensor in op.inputs))
    return Value(t.activated(name, options.FusedActivationFunction()), layout)


def relu(t: Translation, op: Operator) -> Value:
    value = t.value(op.inputs[0])
    return Value(t.graph.add("Relu", value.name), value.layout)


def prelu(t: Translation, op: Operator) -> Value:
    picture, slope = op.inputs
    if t.original.shape(slope)[:2] != [1, 1]:
        raise NotConvertible("PRELU with slopes that differ between pixels")
    return Value(t.graph.add("PRelu", t.picture(picture), t.weight(slope, shape=(-1, 1, 1))), "nchw")


def pad(t: Translation, op: Operator) -> Value:
    picture, amounts = op.inputs
    per_axis = t.constants[amounts][[0, 3, 1, 2]]
    pads = t.graph.integers(per_axis.T.reshape(-1))
    return Value(t.graph.add("Pad", t.picture(picture), pads, t.graph.floats(0)), "nchw")


def resize_bilinear(t: Translation, op: Operator) -> Value:
    options = op.options(tflite.ResizeBilinearOptions)
    mode = "half_pixel" if options.HalfPixelCenters() else "asymmetric"
    if options.AlignCorners():
        mode = "align_corners"
    before, after = t.original.shape(op.inputs[0]), t.original.shape(op.output)
    scales = t.graph.floats([1, 1, after[1] / before[1], after[2] / before[2]])
    name = t.graph.add(
        "Resize", t.picture(op.inputs[0]), "", scales, mode="linear", coordinate_transformation_mode=mode
    )
    return Value(name, "nchw")


def depth_to_space(t: Translation, op: Operator) -> Value:
    size = op.options(tflite.DepthToSpaceOptions).BlockSize()
    return Value(t.graph.add("DepthToSpace", t.picture(op.inputs[0]), blocksize=size, mode="DCR"), "nchw")


def reshape(t: Translation, op: Operator) -> Value:
    shape = t.graph.integers(t.original.shape(op.output))
    return Value(t.graph.add("Reshape", t.row_major(op.inputs[0]), shape), "row_major")


def concatenation(t: Translation, op: Operator) -> Value:
    axis = op.options(tflite.ConcatenationOptions).Axis()
    return Value(
        t.graph.add("Concat", *(t.row_major(tensor) for tensor in op.inputs), axis=axis), "row_major"
    )


def whole_slice(t: Translation, op: Operator) -> Value:
    if t.original.shape(op.inputs[0]) != t.original.shape(op.output):
        raise NotConvertible("STRIDED_SLICE that leaves something out")
    return Value(t.row_major(op.inputs[0]), "row_major")


LAYERS: dict[str, Callable[[Translation, Operator], Value]] = {
    "CONV_2D": convolution,
    "DEPTHWISE_CONV_2D": depthwise_convolution,
    "MAX_POOL_2D": max_pool,
    "ADD": add,
    "MUL": multiply,
    "RELU": relu,
    "PRELU": prelu,
    "PAD": pad,
    "RESIZE_BILINEAR": resize_bilinear,
    "DEPTH_TO_SPACE": depth_to_space,
    "RESHAPE": reshape,
    "CONCATENATION": concatenation,
    "STRIDED_SLICE": whole_slice,
}
