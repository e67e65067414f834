"""The door of the converter for TensorFlow.js graph models."""

from models.convert.graph_layers import LAYERS, GraphTranslation, Seen
from models.convert.graph_model import GraphModel, Node
from models.convert.original import NotConvertible


def convert_graph(
    topology: bytes, weights: bytes, output: str, shape: list[int], widths: dict[str, str] | None = None
) -> bytes:
    """One output of a graph model, of this shape, as an ONNX file for pictures of any size that the strides
    divide. `widths`: constants that hold the columns of a feature map → its name. Raises `NotConvertible`."""
    original = GraphModel(topology, weights)
    t = GraphTranslation(original, widths or {})
    for node in original.needed(output):
        if node.kind == "Placeholder":
            t.values[node.name] = picture(t, node)
        elif node.kind in LAYERS:
            t.values[node.name] = LAYERS[node.kind](t, node)
        else:
            raise NotConvertible(f"operator {node.kind}")
    t.graph.output(output, shape, t.row_major(output))
    return t.graph.serialized()


def picture(t: GraphTranslation, node: Node) -> Seen:
    batch, rows, columns, channels = (int(d["size"]) for d in node.attributes["shape"]["shape"]["dim"])
    name = t.graph.input(node.name, [batch, "rows", "columns", channels])
    return Seen(t.graph.add("Transpose", name, perm=[0, 3, 1, 2]), (rows, columns))
