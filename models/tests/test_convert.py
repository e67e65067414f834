"""Each operator of the converter against its definition written out in numpy."""

from collections.abc import Callable
from typing import Any

import flatbuffers
import numpy as np
import pytest
import tflite

from models.convert.original import NotConvertible
from models.tests.small_models import Array, converted_answer

RANDOM = np.random.default_rng(7)


def some(*shape: int) -> Array:
    return RANDOM.standard_normal(shape).astype(np.float32)


def options(kind: str, **fields: Any) -> tuple[int, Callable[[flatbuffers.Builder], int]]:
    def write(b: flatbuffers.Builder) -> int:
        getattr(tflite, f"{kind}Start")(b)
        for name, value in fields.items():
            getattr(tflite, f"{kind}Add{name}")(b, value)
        return int(getattr(tflite, f"{kind}End")(b))

    return getattr(tflite.BuiltinOptions, kind), write


def convolved(picture: Array, weight: Array, stride: int, before: int, after: int) -> Array:
    """A plain convolution in NHWC; the weight is [out, height, width, in]."""
    padded = np.pad(picture[0], ((before, after), (before, after), (0, 0)))
    size = weight.shape[1]
    steps = range(0, padded.shape[0] - size + 1, stride)
    rows = [[np.tensordot(weight, padded[y : y + size, x : x + size], axes=3) for x in steps] for y in steps]
    return np.array(rows)[None]


def test_a_strided_convolution_puts_the_odd_pixel_at_the_end() -> None:
    picture, weight, bias = some(1, 8, 8, 3), some(5, 3, 3, 3), some(5)
    same = options("Conv2DOptions", Padding=tflite.Padding.SAME, StrideH=2, StrideW=2)
    answer = converted_answer("CONV_2D", [picture], [1, 4, 4, 5], [weight, bias], same)
    expected = convolved(picture, weight, stride=2, before=0, after=1) + bias
    np.testing.assert_allclose(answer, expected, atol=1e-5)


def test_a_fused_activation_is_applied() -> None:
    picture, weight, bias = some(1, 4, 4, 2), some(2, 1, 1, 2) * 9, some(2)
    valid = options(
        "Conv2DOptions",
        Padding=tflite.Padding.VALID,
        StrideH=1,
        StrideW=1,
        FusedActivationFunction=tflite.ActivationFunctionType.RELU6,
    )
    answer = converted_answer("CONV_2D", [picture], [1, 4, 4, 2], [weight, bias], valid)
    np.testing.assert_allclose(answer, np.clip(convolved(picture, weight, 1, 0, 0) + bias, 0, 6), atol=1e-5)


def test_a_depthwise_convolution_keeps_channels_apart() -> None:
    picture, weight = some(1, 6, 6, 4), some(1, 3, 3, 4)
    same = options("DepthwiseConv2DOptions", Padding=tflite.Padding.SAME, StrideH=1, StrideW=1)
    answer = converted_answer("DEPTHWISE_CONV_2D", [picture], [1, 6, 6, 4], [weight], same)
    apart = [convolved(picture[..., k : k + 1], weight[..., k : k + 1], 1, 1, 1) for k in range(4)]
    np.testing.assert_allclose(answer, np.concatenate(apart, axis=-1), atol=1e-5)


def test_weights_in_half_precision_are_read_exactly() -> None:
    picture, slope = some(1, 3, 3, 4), some(1, 1, 4).astype(np.float16)
    answer = converted_answer("PRELU", [picture], [1, 3, 3, 4], [slope])
    np.testing.assert_allclose(answer, np.where(picture > 0, picture, picture * slope.astype(np.float32)))


def test_padding_of_channels_lands_on_channels() -> None:
    picture, amounts = some(1, 2, 3, 4), np.array([[0, 0], [1, 0], [0, 2], [0, 3]], np.int32)
    answer = converted_answer("PAD", [picture], [1, 3, 5, 7], [amounts])
    np.testing.assert_array_equal(answer, np.pad(picture, amounts.tolist()))


def test_max_pool_takes_the_largest() -> None:
    picture = some(1, 4, 4, 2)
    pool = options(
        "Pool2DOptions", Padding=tflite.Padding.SAME, StrideH=2, StrideW=2, FilterHeight=2, FilterWidth=2
    )
    answer = converted_answer("MAX_POOL_2D", [picture], [1, 2, 2, 2], options=pool)
    np.testing.assert_array_equal(answer, picture.reshape(1, 2, 2, 2, 2, 2).max(axis=(2, 4)))


def test_resizing_samples_at_pixel_centres() -> None:
    picture, size = some(1, 2, 2, 1), np.array([4, 4], np.int32)
    half = options("ResizeBilinearOptions", HalfPixelCenters=True)
    answer = converted_answer("RESIZE_BILINEAR", [picture], [1, 4, 4, 1], [size], half)
    share = np.array([[1, 0], [0.75, 0.25], [0.25, 0.75], [0, 1]])
    np.testing.assert_allclose(answer[0, :, :, 0], share @ picture[0, :, :, 0] @ share.T, atol=1e-6)


def test_depth_becomes_space_in_the_originals_order() -> None:
    picture = some(1, 2, 2, 8)
    answer = converted_answer(
        "DEPTH_TO_SPACE", [picture], [1, 4, 4, 2], options=options("DepthToSpaceOptions", BlockSize=2)
    )
    expected = picture.reshape(2, 2, 2, 2, 2).transpose(0, 2, 1, 3, 4).reshape(1, 4, 4, 2)
    np.testing.assert_array_equal(answer, expected)


def test_reshaping_reads_the_originals_order_of_elements() -> None:
    picture = some(1, 2, 3, 4)
    answer = converted_answer("RESHAPE", [picture], [1, 6, 4], [np.array([1, 6, 4], np.int32)])
    np.testing.assert_array_equal(answer, picture.reshape(1, 6, 4))


def test_an_unknown_operator_is_named() -> None:
    with pytest.raises(NotConvertible, match="operator SOFTMAX"):
        converted_answer("SOFTMAX", [some(1, 2, 2, 2)], [1, 2, 2, 2])
