"""Writes TensorFlow Lite files of one operator, for the converter to read."""

from collections.abc import Callable
from typing import Any

import flatbuffers
import numpy as np
import onnxruntime
import tflite
from flatbuffers import flexbuffers
from numpy.typing import NDArray

from models.convert.converter import convert

Array = NDArray[Any]
Options = Callable[[flatbuffers.Builder], int]
TYPES = {
    "float32": tflite.TensorType.FLOAT32,
    "float16": tflite.TensorType.FLOAT16,
    "int32": tflite.TensorType.INT32,
}


def converted_answer(
    operator: str,
    inputs: list[Array],
    output_shape: list[int],
    constants: list[Array] | None = None,
    options: tuple[int, Options] | None = None,
    custom: dict[str, Any] | None = None,
) -> Array:
    """What one operator answers after its conversion; constants follow the inputs."""
    file = small_model(operator, inputs, output_shape, constants or [], options, custom)
    session = onnxruntime.InferenceSession(convert(file), providers=["CPUExecutionProvider"])
    named = {entry.name: values for entry, values in zip(session.get_inputs(), inputs, strict=True)}
    answer: Array = session.run(None, named)[0]
    return answer


def small_model(
    operator: str,
    inputs: list[Array],
    output_shape: list[int],
    constants: list[Array],
    options: tuple[int, Options] | None = None,
    custom: dict[str, Any] | None = None,
) -> bytes:
    b = flatbuffers.Builder(1024)
    buffers = [_buffer(b, None)] + [_buffer(b, values) for values in constants]
    shapes = [*(list(v.shape) for v in inputs), *(list(v.shape) for v in constants), output_shape]
    kinds = [*(str(v.dtype) for v in inputs), *(str(v.dtype) for v in constants), "float32"]
    places = [0] * len(inputs) + list(range(1, len(constants) + 1)) + [0]
    tensors = [
        _tensor(b, f"tensor_{k}", *each) for k, each in enumerate(zip(shapes, kinds, places, strict=True))
    ]
    read, written = list(range(len(tensors) - 1)), [len(tensors) - 1]
    call = _operator(b, read, written, options, custom)
    tensor_list = _offsets(b, tflite.SubGraphStartTensorsVector, tensors)
    call_list = _offsets(b, tflite.SubGraphStartOperatorsVector, [call])
    entries = b.CreateNumpyVector(np.arange(len(inputs), dtype=np.int32))
    results = b.CreateNumpyVector(np.array(written, np.int32))
    tflite.SubGraphStart(b)
    tflite.SubGraphAddTensors(b, tensor_list)
    tflite.SubGraphAddInputs(b, entries)
    tflite.SubGraphAddOutputs(b, results)
    tflite.SubGraphAddOperators(b, call_list)
    graphs = _offsets(b, tflite.ModelStartSubgraphsVector, [tflite.SubGraphEnd(b)])
    codes = _offsets(b, tflite.ModelStartOperatorCodesVector, [_code(b, operator, custom is not None)])
    buffer_list = _offsets(b, tflite.ModelStartBuffersVector, buffers)
    tflite.ModelStart(b)
    tflite.ModelAddVersion(b, 3)
    tflite.ModelAddOperatorCodes(b, codes)
    tflite.ModelAddSubgraphs(b, graphs)
    tflite.ModelAddBuffers(b, buffer_list)
    b.Finish(tflite.ModelEnd(b), file_identifier=b"TFL3")
    return bytes(b.Output())


def _buffer(b: flatbuffers.Builder, values: Array | None) -> int:
    data = b.CreateNumpyVector(np.frombuffer(values.tobytes(), np.uint8)) if values is not None else None
    tflite.BufferStart(b)
    if data is not None:
        tflite.BufferAddData(b, data)
    return int(tflite.BufferEnd(b))


def _tensor(b: flatbuffers.Builder, name: str, shape: list[int], kind: str, buffer: int) -> int:
    label, sizes = b.CreateString(name), b.CreateNumpyVector(np.array(shape, np.int32))
    tflite.TensorStart(b)
    tflite.TensorAddName(b, label)
    tflite.TensorAddShape(b, sizes)
    tflite.TensorAddType(b, TYPES[kind])
    tflite.TensorAddBuffer(b, buffer)
    return int(tflite.TensorEnd(b))


def _operator(
    b: flatbuffers.Builder,
    read: list[int],
    written: list[int],
    options: tuple[int, Options] | None,
    custom: dict[str, Any] | None,
) -> int:
    inputs = b.CreateNumpyVector(np.array(read, np.int32))
    outputs = b.CreateNumpyVector(np.array(written, np.int32))
    table = options[1](b) if options else None
    blob = (
        b.CreateNumpyVector(np.frombuffer(flexbuffers.Dumps(custom), np.uint8))
        if custom is not None
        else None
    )
    tflite.OperatorStart(b)
    tflite.OperatorAddInputs(b, inputs)
    tflite.OperatorAddOutputs(b, outputs)
    if options:
        tflite.OperatorAddBuiltinOptionsType(b, options[0])
        tflite.OperatorAddBuiltinOptions(b, table)
    if blob is not None:
        tflite.OperatorAddCustomOptions(b, blob)
    return int(tflite.OperatorEnd(b))


def _code(b: flatbuffers.Builder, operator: str, is_custom: bool) -> int:
    name = b.CreateString(operator) if is_custom else None
    code = tflite.BuiltinOperator.CUSTOM if is_custom else getattr(tflite.BuiltinOperator, operator)
    tflite.OperatorCodeStart(b)
    tflite.OperatorCodeAddDeprecatedBuiltinCode(b, min(code, 127))
    tflite.OperatorCodeAddBuiltinCode(b, code)
    if name is not None:
        tflite.OperatorCodeAddCustomCode(b, name)
    return int(tflite.OperatorCodeEnd(b))


def _offsets(b: flatbuffers.Builder, start: Callable[..., Any], items: list[int]) -> int:
    start(b, len(items))
    for item in reversed(items):
        b.PrependUOffsetTRelative(item)
    return int(b.EndVector())
