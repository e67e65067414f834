"""Reads a TensorFlow.js graph model: its nodes in the order they are computed, and its constants."""

import base64
import json
import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from models.convert.original import Array, NotConvertible


@dataclass(frozen=True)
class Node:
    """`inputs` name values: a node, or `node:k` for its output k > 0."""

    name: str
    kind: str
    inputs: list[str]
    attributes: dict[str, Any]

    def integers(self, name: str) -> list[int]:
        return [int(k) for k in self.attributes.get(name, {}).get("list", {}).get("i", [])]

    def words(self, name: str) -> list[str]:
        return [decoded(k) for k in self.attributes.get(name, {}).get("list", {}).get("s", [])]

    def word(self, name: str, default: str = "") -> str:
        return decoded(self.attributes[name]["s"]) if name in self.attributes else default

    def number(self, name: str) -> int:
        return int(self.attributes.get(name, {}).get("i", 0))

    def flag(self, name: str) -> bool:
        return bool(self.attributes.get(name, {}).get("b", False))


class GraphModel:
    def __init__(self, topology: bytes, weights: bytes) -> None:
        content = json.loads(topology)
        self.constants = constants(content["weightsManifest"], weights)
        self._nodes = {node["name"]: read_node(node) for node in content["modelTopology"]["node"]}

    def needed(self, output: str) -> list[Node]:
        """The nodes that the output rests on, each after what it reads; constants left out."""
        ordered: dict[str, Node] = {}
        waiting = [output]
        while waiting:
            node = self._nodes[node_of(waiting[-1])]
            missing = [i for i in node.inputs if not self._is_known(i, ordered)]
            waiting.extend(missing)
            if not missing:
                ordered[node.name] = node
                waiting.pop()
        return list(ordered.values())

    def _is_known(self, value: str, ordered: dict[str, Node]) -> bool:
        return value in self.constants or node_of(value) in ordered


def node_of(value: str) -> str:
    return value.partition(":")[0]


def read_node(content: dict[str, Any]) -> Node:
    inputs = [i.removesuffix(":0") for i in content.get("input", []) if not i.startswith("^")]
    return Node(content["name"], content["op"], inputs, content.get("attr", {}))


def decoded(word: str) -> str:
    return base64.b64decode(word).decode()


def constants(manifest: list[dict[str, Any]], weights: bytes) -> dict[str, Array]:
    """Weights stored as float16 stay float16."""
    found: dict[str, Array] = {}
    start = 0
    for entry in (entry for group in manifest for entry in group["weights"]):
        stored = entry.get("quantization", {})
        if "scale" in stored:
            raise NotConvertible(f"weight {entry['name']} in steps of eight or sixteen bits")
        kind, count = np.dtype(stored.get("dtype", entry["dtype"])), math.prod(entry["shape"])
        found[entry["name"]] = np.frombuffer(weights, kind, count, start).reshape(entry["shape"])
        start += count * kind.itemsize
    if start != len(weights):
        raise NotConvertible(f"{len(weights) - start} bytes of weights that nothing names")
    return found
