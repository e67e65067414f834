"""The ONNX graph that is being written: nodes in order, each constant stored once."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

OPSET, IR_VERSION = 17, 8


class PlainGraph:
    def __init__(self, name: str = "face") -> None:
        self._name = name
        self._casts: list[Any] = []
        self._nodes: list[Any] = []
        self._weights: list[Any] = []
        self._known: dict[tuple[str, tuple[int, ...], bytes], str] = {}
        self._inputs: list[Any] = []
        self._outputs: list[Any] = []
        self._names = 0

    def add(self, operator: str, *inputs: str, **attributes: Any) -> str:
        output = self._new_name(operator)
        self._nodes.append(helper.make_node(operator, list(inputs), [output], **attributes))
        return output

    def add_pair(self, operator: str, *inputs: str, **attributes: Any) -> tuple[str, str]:
        outputs = self._new_name(operator), self._new_name(operator)
        self._nodes.append(helper.make_node(operator, list(inputs), outputs, **attributes))
        return outputs

    def constant(self, values: NDArray[Any]) -> str:
        """The name under which the values are read; float16 values are read as float32."""
        values = np.asarray(values, order="C")
        key = (values.dtype.str, values.shape, values.tobytes())
        if key not in self._known:
            self._known[key] = self._store(values)
        return self._known[key]

    def floats(self, values: Any) -> str:
        return self.constant(np.array(values, np.float32))

    def integers(self, values: Any) -> str:
        return self.constant(np.array(values, np.int64))

    def _store(self, values: NDArray[Any]) -> str:
        name = self._new_name("weight")
        self._weights.append(numpy_helper.from_array(values, name))
        if values.dtype != np.float16:
            return name
        read = self._new_name("cast")
        self._casts.append(helper.make_node("Cast", [name], [read], to=TensorProto.FLOAT))
        return read

    def cut(self, value: str, axis: int, start: int, end: int) -> str:
        return self.add("Slice", value, *(self.integers([k]) for k in (start, end, axis)))

    def input(self, name: str, shape: Sequence[int | str]) -> str:
        """A dimension that has a name instead of a number may be of any length."""
        self._inputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))
        return name

    def output(self, name: str, shape: list[int], value: str) -> None:
        self._nodes.append(helper.make_node("Identity", [value], [name]))
        self._outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))

    def serialized(self) -> bytes:
        nodes = self._casts + self._nodes
        graph = helper.make_graph(nodes, self._name, self._inputs, self._outputs, self._weights)
        opsets = [helper.make_opsetid("", OPSET)]
        model = helper.make_model(
            graph, opset_imports=opsets, ir_version=IR_VERSION, producer_name="fairview"
        )
        onnx.checker.check_model(model, full_check=True)
        data: bytes = model.SerializeToString(deterministic=True)
        return data

    def _new_name(self, hint: str) -> str:
        self._names += 1
        return f"{hint.lower()}_{self._names}"
