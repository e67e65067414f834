"""What a translated operator reads and leaves behind: values with their layout, weights, activations."""

from dataclasses import dataclass
from typing import Literal

import tflite

from models.convert.original import NotConvertible, Operator, Original
from models.convert.plain import PlainGraph

Layout = Literal["nchw", "row_major"]


@dataclass(frozen=True)
class Value:
    name: str
    layout: Layout


class Translation:
    def __init__(self, original: Original) -> None:
        self.original = original
        self.graph = PlainGraph()
        self.constants = original.constants()
        self.values: dict[int, Value] = {}

    def value(self, tensor: int) -> Value:
        return self.values[tensor] if tensor in self.values else Value(self.weight(tensor), "row_major")

    def picture(self, tensor: int) -> str:
        """The name of a feature map in NCHW."""
        value = self.values[tensor]
        if value.layout != "nchw":
            raise NotConvertible(f"{self.original.name(tensor)} is not a feature map")
        return value.name

    def row_major(self, tensor: int) -> str:
        """The name of a value in the original's own order of elements."""
        value = self.value(tensor)
        if value.layout == "row_major":
            return value.name
        return self.graph.add("Transpose", value.name, perm=[0, 2, 3, 1])

    def weight(
        self, tensor: int, axes: tuple[int, ...] | None = None, shape: tuple[int, ...] | None = None
    ) -> str:
        values = self.constants[tensor]
        values = values.transpose(axes) if axes else values
        return self.graph.constant(values.reshape(shape) if shape else values)

    def activated(self, value: str, activation: int) -> str:
        kinds = tflite.ActivationFunctionType
        if activation == kinds.NONE:
            return value
        if activation == kinds.RELU:
            return self.graph.add("Relu", value)
        if activation == kinds.RELU6:
            return self.graph.add("Clip", value, self.graph.floats(0), self.graph.floats(6))
        raise NotConvertible(f"activation {activation}")

    def alike(self, operator: Operator) -> Layout:
        """The layout that both inputs of an element-wise operator share."""
        layouts = {self.value(tensor).layout for tensor in operator.inputs}
        if len(layouts) != 1:
            raise NotConvertible(f"{operator.kind} mixes layouts")
        return layouts.pop()
