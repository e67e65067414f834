"""The attention model's own operators: the coarse landmarks choose the regions (lips, eyes) that are refined.

A region's 4×4 matrix takes the pixels of its 16×16 crop to pixels of the feature map; the refined points come
back through the same matrix. Only its first two rows and columns 0, 1 and 3 carry anything.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from models.convert.original import NotConvertible, Operator, Original
from models.convert.plain import PlainGraph
from models.convert.translation import Translation, Value


@dataclass(frozen=True)
class Column:
    """A column of numbers in the graph that can be written like arithmetic."""

    graph: PlainGraph
    name: str

    def __add__(self, other: "Column") -> "Column":
        return self._with("Add", other)

    def __sub__(self, other: "Column") -> "Column":
        return self._with("Sub", other)

    def __mul__(self, other: "Column | float") -> "Column":
        if isinstance(other, Column):
            return self._with("Mul", other)
        return self._with("Mul", Column(self.graph, self.graph.floats(other)))

    def __truediv__(self, other: "Column") -> "Column":
        return self._with("Div", other)

    def __neg__(self) -> "Column":
        return Column(self.graph, self.graph.add("Neg", self.name))

    def square_root(self) -> "Column":
        return Column(self.graph, self.graph.add("Sqrt", self.name))

    def extremes(self) -> "tuple[Column, Column]":
        low, high = (self.graph.add(op, self.name, axes=[1], keepdims=1) for op in ("ReduceMin", "ReduceMax"))
        return Column(self.graph, low), Column(self.graph, high)

    def _with(self, operator: str, other: "Column") -> "Column":
        return Column(self.graph, self.graph.add(operator, self.name, other.name))


def region_matrix(t: Translation, op: Operator) -> Value:
    """The rotated box around some landmarks. Cosine and sine come from the line between two of them."""
    options = op.custom_options()
    if options["target_rotation_radians"]:
        raise NotConvertible("a region with a rotation of its own")
    landmarks = t.row_major(op.inputs[0])

    def coordinates(points: list[int]) -> tuple[Column, Column]:
        picked = t.graph.add("Gather", landmarks, t.graph.integers(points), axis=1)
        return Column(t.graph, t.graph.cut(picked, 2, 0, 1)), Column(t.graph, t.graph.cut(picked, 2, 1, 2))

    left_x, left_y = coordinates([options["left_rotation_idx"]])
    right_x, right_y = coordinates([options["right_rotation_idx"]])
    across, down = right_x - left_x, right_y - left_y
    length = (across * across + down * down).square_root()
    cosine, sine = across / length, -(down / length)

    x, y = coordinates(options["subset_idxs"])
    low_x, high_x = (x * cosine - y * sine).extremes()
    low_y, high_y = (x * sine + y * cosine).extremes()
    middle_x, middle_y = (low_x + high_x) * 0.5, (low_y + high_y) * 0.5
    width, height = options["output_width"], options["output_height"]
    step_x = (high_x - low_x) * (options["scale_x"] / width)
    step_y = (high_y - low_y) * (options["scale_y"] / height)

    def row(along_x: Column, along_y: Column, centre: Column) -> str:
        offset = centre - (along_x * (width / 2) + along_y * (height / 2))
        nothing = t.graph.floats([[[0.0]]])
        return t.graph.add("Concat", along_x.name, along_y.name, nothing, offset.name, axis=2)

    first = row(cosine * step_x, sine * step_y, middle_x * cosine + middle_y * sine)
    second = row(-(sine * step_x), cosine * step_y, middle_y * cosine - middle_x * sine)
    rest = t.graph.floats([[[0, 0, 1, 0], [0, 0, 0, 1]]])
    return Value(t.graph.add("Concat", first, second, rest, axis=1), "row_major")


def region_crop(t: Translation, op: Operator) -> Value:
    """Bilinear samples at `M·(p + ½) − ½`, and nothing at all where that falls outside the feature map."""
    graph, (picture, matrix) = t.graph, op.inputs
    options = op.custom_options()
    height, width = options["output_height"], options["output_width"]
    _, map_height, map_width, _ = t.original.shape(picture)

    y, x = np.mgrid[0:height, 0:width]
    centres = np.stack([x + 0.5, y + 0.5, 0 * x, 0 * x + 1], axis=-1).reshape(1, -1, 4)
    rows = graph.add("Transpose", graph.cut(t.row_major(matrix), 1, 0, 2), perm=[0, 2, 1])
    at = graph.add("Sub", graph.add("MatMul", graph.floats(centres), rows), graph.floats(0.5))

    last = graph.floats([map_width - 1, map_height - 1])
    unit = graph.add("Sub", graph.add("Div", graph.add("Mul", at, graph.floats(2)), last), graph.floats(1))
    grid = graph.add("Reshape", unit, graph.integers([1, height, width, 2]))
    sampled = graph.add(
        "GridSample", t.picture(picture), grid, mode="bilinear", padding_mode="zeros", align_corners=1
    )

    inside = graph.add("Min", graph.add("Max", at, graph.floats(0)), last)
    moved = graph.add("Abs", graph.add("Sub", inside, at))
    farthest = graph.add("ReduceMax", moved, axes=[2], keepdims=1)
    mask = graph.add("Cast", graph.add("Equal", farthest, graph.floats(0)), to=1)
    shaped = graph.add("Reshape", mask, graph.integers([1, 1, height, width]))
    return Value(graph.add("Mul", sampled, shaped), "nchw")


def points_out_of_region(t: Translation, op: Operator) -> Value:
    points, matrix = op.inputs
    if t.original.shape(points)[-1] != 2:
        raise NotConvertible("points of a region with a depth")
    rows = t.graph.add("Transpose", t.graph.cut(t.row_major(matrix), 1, 0, 2), perm=[0, 2, 1])
    turned = t.graph.add("MatMul", t.row_major(points), t.graph.cut(rows, 1, 0, 2))
    return Value(t.graph.add("Add", turned, t.graph.cut(rows, 1, 3, 4)), "row_major")


REGIONS: dict[str, Callable[[Translation, Operator], Value]] = {
    "Landmarks2TransformMatrix": region_matrix,
    "TransformTensorBilinear": region_crop,
    "TransformLandmarks": points_out_of_region,
}


def refined_points(original: Original) -> dict[str, list[int]]:
    """Which landmarks each refining output replaces, in its order: `{"lips": [61, 146, …], …}`.

    An output refines the landmarks of the region that it was computed from, if it has as many points.
    """
    made_by = {op.output: op for op in original.operators}

    @cache
    def region_of(tensor: int) -> list[int]:
        if tensor not in made_by:
            return []
        op = made_by[tensor]
        if op.kind == "Landmarks2TransformMatrix":
            return list(op.custom_options()["subset_idxs"])
        # A region's crop comes first on the way back, so the first find is the nearest.
        return next((found for found in map(region_of, reversed(op.inputs)) if found), [])

    tables: dict[str, list[int]] = {}
    for tensor in original.outputs:
        points = region_of(tensor)
        if points and original.shape(tensor)[-1] == 2 * len(points):
            tables[original.name(tensor).removeprefix("output_")] = points
    return tables
