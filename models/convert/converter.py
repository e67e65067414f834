"""The door of the converter."""

from models.convert.layers import LAYERS
from models.convert.original import NotConvertible, Original
from models.convert.regions import REGIONS
from models.convert.translation import Translation, Value

STORAGE = {"DEQUANTIZE", "DENSIFY"}  # how a constant is stored, which the reader has already undone
PICTURE_AXES = 4
TRANSLATORS = LAYERS | REGIONS


def convert(data: bytes) -> bytes:
    """A TensorFlow Lite file as an ONNX file. Raises `NotConvertible`."""
    original = Original(data)
    t = Translation(original)
    for tensor in original.inputs:
        shape = original.shape(tensor)
        name = t.graph.input(original.name(tensor), shape)
        t.values[tensor] = Value(name, "row_major")
        if len(shape) == PICTURE_AXES:
            t.values[tensor] = Value(t.graph.add("Transpose", name, perm=[0, 3, 1, 2]), "nchw")
    for op in original.operators:
        if op.kind in STORAGE:
            t.constants[op.output] = t.constants[op.inputs[0]]
        elif op.kind in TRANSLATORS:
            t.values[op.output] = TRANSLATORS[op.kind](t, op)
        else:
            raise NotConvertible(f"operator {op.kind}")
    for tensor in original.outputs:
        t.graph.output(original.name(tensor), original.shape(tensor), t.row_major(tensor))
    return t.graph.serialized()
