"""Each operator of the converter for graph models against its definition written out in numpy."""

import numpy as np
import pytest

from models.convert.graph_converter import convert_graph
from models.convert.graph_model import GraphModel
from models.convert.original import NotConvertible
from models.tests.small_graphs import Array, convolution, graph_answer, node, small_graph

RANDOM = np.random.default_rng(5)
TRUE = {"b": True}
FLOAT = {"type": "DT_FLOAT"}


def some(*shape: int) -> Array:
    return RANDOM.standard_normal(shape).astype(np.float32)


def whole(*values: int) -> Array:
    return np.array(values, np.int32)


def one(value: int) -> Array:
    return np.array(value, np.int32)


def convolved(picture: Array, weight: Array, stride: int, before: int, after: int) -> Array:
    """A plain convolution in NHWC; the weight is [height, width, in, out]."""
    padded = np.pad(picture[0], ((before, after), (before, after), (0, 0)))
    steps = range(0, padded.shape[0] - weight.shape[0] + 1, stride)
    height, width = weight.shape[:2]
    return np.array(
        [
            [
                [np.tensordot(padded[y : y + height, x : x + width], weight, axes=3) for x in steps]
                for y in steps
            ]
        ]
    )


@pytest.mark.parametrize("size", [8, 16])
def test_a_convolution_of_any_size_puts_the_odd_pixel_at_the_end(size: int) -> None:
    picture, weight, bias = some(1, size, size, 3), some(3, 3, 3, 5), some(5)
    nodes = [convolution("picture", "weight", "bias", stride=2, fused=("BiasAdd", "Relu6"))]
    half = size // 2
    answer = graph_answer(picture, nodes, {"weight": weight, "bias": bias}, [1, half, half, 5])
    np.testing.assert_allclose(
        answer, np.clip(convolved(picture, weight, 2, 0, 1) + bias, 0, 6), rtol=1e-4, atol=1e-5
    )


def test_a_depthwise_convolution_keeps_channels_apart() -> None:
    picture, weight = some(1, 8, 8, 4), some(3, 3, 4, 1)
    nodes = [convolution("picture", "weight", kind="DepthwiseConv2dNative")]
    answer = graph_answer(picture, nodes, {"weight": weight}, [1, 8, 8, 4])
    apart = [convolved(picture[..., k : k + 1], weight[:, :, k : k + 1], 1, 1, 1) for k in range(4)]
    np.testing.assert_allclose(answer, np.concatenate(apart, axis=-1), rtol=1e-4, atol=1e-5)


def test_weights_in_half_precision_are_read_exactly() -> None:
    picture, sixth = some(1, 8, 8, 2), np.array(1 / 6, np.float16)
    answer = graph_answer(picture, [node("Mul", "sixth", "picture")], {"sixth": sixth}, [1, 8, 8, 2])
    np.testing.assert_array_equal(answer, picture * np.float32(sixth))


def test_resizing_begins_at_the_corner() -> None:
    picture = some(1, 2, 2, 1)
    nodes = [node("ResizeBilinear", "picture", "size")]
    answer = graph_answer(picture, nodes, {"size": whole(4, 4)}, [1, 4, 4, 1], size=2)
    share = np.array([[1, 0], [0.5, 0.5], [0, 1], [0, 1]])
    np.testing.assert_allclose(answer[0, :, :, 0], share @ picture[0, :, :, 0] @ share.T, atol=1e-6)


def test_a_mean_over_the_picture_scales_its_channels() -> None:
    picture = some(1, 8, 8, 3)
    nodes = [node("Mean", "picture", "axes", name="mean", keep_dims=TRUE), node("Mul", "picture", "mean")]
    answer = graph_answer(picture, nodes, {"axes": whole(1, 2)}, [1, 8, 8, 3])
    np.testing.assert_allclose(
        answer, picture * picture.mean(axis=(1, 2), keepdims=True), rtol=1e-4, atol=1e-6
    )


def test_channels_are_joined_in_order() -> None:
    picture = some(1, 8, 8, 2)
    nodes = [node("Relu", "picture", name="lit"), node("ConcatV2", "picture", "lit", "axis")]
    answer = graph_answer(picture, nodes, {"axis": one(3)}, [1, 8, 8, 4])
    np.testing.assert_array_equal(answer, np.concatenate([picture, np.maximum(picture, 0)], axis=-1))


@pytest.mark.parametrize("size", [8, 12])
def test_the_columns_of_the_highest_points_follow_the_size_of_the_picture(size: int) -> None:
    picture = some(1, size, size, 3)
    constants = {"flat": whole(1, -1), "k": one(4), "channels": one(3), "columns": one(8), "end": one(-1)}
    nodes = [
        node("Reshape", "picture", "flat", name="points"),
        node("TopKV2", "points", "k", name="top"),
        node("FloorDiv", "top:1", "channels", name="pixel"),
        node("FloorMod", "pixel", "columns", name="column"),
        node("Cast", "column", name="as_number", DstT=FLOAT),
        node("ExpandDims", "as_number", "end"),
    ]
    answer = graph_answer(picture, nodes, constants, [1, 4, 1], widths={"columns": "picture"})
    expected = np.argsort(-picture.reshape(-1))[:4] // 3 % size
    np.testing.assert_array_equal(answer.reshape(-1), expected)


@pytest.mark.parametrize("size", [8, 12])
def test_rows_are_gathered_and_cut_in_the_originals_order(size: int) -> None:
    picture = some(1, size, size, 4)
    constants = {"shape": whole(64, 4), "rows": whole(3, 9), "axis": one(0)}
    constants |= {"from": whole(0, 1), "to": whole(0, 3), "step": whole(1, 1)}
    nodes = [
        node("Reshape", "picture", "shape", name="pixels"),
        node("GatherV2", "pixels", "rows", "axis", name="chosen"),
        node("StridedSlice", "chosen", "from", "to", "step", begin_mask={"i": "1"}, end_mask={"i": "1"}),
    ]
    answer = graph_answer(picture, nodes, constants, [2, 2])
    np.testing.assert_array_equal(answer, picture.reshape(-1, 4)[[3, 9], 1:3])


def test_an_unknown_operator_is_named() -> None:
    with pytest.raises(NotConvertible, match="operator Softmax"):
        graph_answer(some(1, 8, 8, 1), [node("Softmax", "picture")], {}, [1, 8, 8, 1])


def test_weights_that_nothing_names_are_refused() -> None:
    topology, weights = small_graph(8, 1, [node("Relu", "picture")], {"unused": some(2)})
    with pytest.raises(NotConvertible, match="4 bytes of weights"):
        GraphModel(topology, weights + bytes(4))


def test_the_same_graph_gives_the_same_bytes() -> None:
    graph = small_graph(8, 1, [node("Relu", "picture")], {})
    assert convert_graph(*graph, "answer", [1, 8, 8, 1]) == convert_graph(*graph, "answer", [1, 8, 8, 1])
