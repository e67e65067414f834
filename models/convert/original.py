"""Reads a TensorFlow Lite file: its tensors, constants and operators, in its own (row-major, NHWC) layout."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import tflite
from flatbuffers import flexbuffers
from numpy.typing import NDArray

Array = NDArray[Any]

OPERATORS = {code: name for name, code in vars(tflite.BuiltinOperator).items() if isinstance(code, int)}
TYPES = {
    tflite.TensorType.FLOAT32: np.float32,
    tflite.TensorType.FLOAT16: np.float16,
    tflite.TensorType.INT32: np.int32,
    tflite.TensorType.INT64: np.int64,
}
DENSE, COMPRESSED = 0, 1
INDEX_VECTORS = {1: tflite.Int32Vector, 2: tflite.Uint16Vector, 3: tflite.Uint8Vector}


class NotConvertible(Exception):
    """The file holds something that this converter does not know."""


@dataclass(frozen=True)
class Operator:
    kind: str
    inputs: list[int]
    output: int
    table: Any

    def options(self, cls: Any) -> Any:
        read, options = self.table.BuiltinOptions(), cls()
        options.Init(read.Bytes, read.Pos)
        return options

    def custom_options(self) -> dict[str, Any]:
        read: dict[str, Any] = flexbuffers.Loads(bytes(self.table.CustomOptionsAsNumpy()))
        return read


class Original:
    def __init__(self, data: bytes) -> None:
        self.model = tflite.Model.GetRootAsModel(data, 0)
        self.graph = self.model.Subgraphs(0)
        self.inputs = [self.graph.Inputs(k) for k in range(self.graph.InputsLength())]
        self.outputs = [self.graph.Outputs(k) for k in range(self.graph.OutputsLength())]

    def name(self, tensor: int) -> str:
        return str(self.graph.Tensors(tensor).Name().decode())

    def shape(self, tensor: int) -> list[int]:
        table = self.graph.Tensors(tensor)
        return [table.Shape(k) for k in range(table.ShapeLength())]

    @cached_property
    def operators(self) -> list[Operator]:
        return [self._operator(self.graph.Operators(k)) for k in range(self.graph.OperatorsLength())]

    def _operator(self, table: Any) -> Operator:
        code = self.model.OperatorCodes(table.OpcodeIndex())
        kind = OPERATORS[max(code.BuiltinCode(), code.DeprecatedBuiltinCode())]
        if kind == "CUSTOM":
            kind = code.CustomCode().decode()
        if table.OutputsLength() != 1:
            raise NotConvertible(f"{kind} with {table.OutputsLength()} outputs")
        inputs = [table.Inputs(k) for k in range(table.InputsLength())]
        return Operator(kind, [i for i in inputs if i >= 0], table.Outputs(0), table)

    def constants(self) -> dict[int, Array]:
        found: dict[int, Array] = {}
        for index in range(self.graph.TensorsLength()):
            table = self.graph.Tensors(index)
            buffer = self.model.Buffers(table.Buffer())
            if buffer.DataLength():
                values = buffer.DataAsNumpy().view(TYPES[table.Type()])
                shape = self.shape(index)
                found[index] = (
                    values.reshape(shape) if table.Sparsity() is None else densified(table, shape, values)
                )
        return found


def densified(table: Any, shape: list[int], values: Array) -> Array:
    """A weight stored with its last axis compressed (CSR) and the others dense, written out in full."""
    sparsity = table.Sparsity()
    formats = [sparsity.DimMetadata(k).Format() for k in range(sparsity.DimMetadataLength())]
    in_order = sparsity.TraversalOrderAsNumpy().tolist() == list(range(len(shape)))
    if not in_order or sparsity.BlockMapLength() or formats != [DENSE] * (len(shape) - 1) + [COMPRESSED]:
        raise NotConvertible(f"sparse weight {table.Name()!r} in an unknown form")
    last = sparsity.DimMetadata(len(shape) - 1)
    segments = index_vector(last.ArraySegmentsType(), last.ArraySegments())
    columns = index_vector(last.ArrayIndicesType(), last.ArrayIndices())
    full: Array = np.zeros((int(np.prod(shape[:-1])), shape[-1]), values.dtype)
    rows = np.repeat(np.arange(len(full)), np.diff(segments))
    full[rows, columns] = values
    return full.reshape(shape)


def index_vector(kind: int, table: Any) -> NDArray[np.int64]:
    vector = INDEX_VECTORS[kind]()
    vector.Init(table.Bytes, table.Pos)
    indices: NDArray[np.int64] = vector.ValuesAsNumpy().astype(np.int64)
    return indices
