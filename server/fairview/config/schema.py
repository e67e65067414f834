"""One schema for the browser: the desk's OpenAPI document, with live messages and reports as components.

`make types` generates `web/src/api/schema.gen.ts` from it; `make check` fails when that is stale.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from fairview.config.api import api
from fairview.config.live import DOWNWARD, PAYLOADS, UPWARD
from fairview.evidence.contracts import SealedSession
from fairview.reports.contracts import ReportDocument

PREFIX = "Wire"
REFERENCE = "#/components/schemas/"


def document() -> dict[str, Any]:
    """The whole schema as plain data."""
    schema: dict[str, Any] = dict(api.get_openapi_schema())
    components: dict[str, Any] = schema.setdefault("components", {}).setdefault("schemas", {})
    unions: dict[str, Iterable[type]] = {"Upward": UPWARD, "Payload": PAYLOADS, "Downward": DOWNWARD}
    for union, types in unions.items():
        described = describe(types)
        components.update(described)
        components[f"{PREFIX}{union}"] = {
            "oneOf": [{"$ref": f"{REFERENCE}{name_of(type_)}"} for type_ in types]
        }
    documents: list[type] = [ReportDocument, SealedSession]
    components.update(describe(documents))
    sent: list[type] = [*DOWNWARD, *documents]
    state_everything(components, [name_of(type_) for type_ in sent])
    return schema


def name_of(type_: type) -> str:
    return f"{PREFIX}{type_.__name__}"


def describe(types: Iterable[type]) -> dict[str, Any]:
    """JSON Schema components of message types and all that they contain."""
    _, components = msgspec.json.schema_components(types, ref_template=f"{REFERENCE}{PREFIX}{{name}}")
    return {f"{PREFIX}{name}": component for name, component in components.items()}


def state_everything(components: dict[str, Any], names: list[str]) -> None:
    """Mark every field of what the server sends as present: it writes its defaults out. Only what is `UNSET`
    unless said, and so has no default to write, stays optional."""
    for name in names:
        component = components[name]
        fields = component.get("properties", {})
        present = [one for one in fields if one in component["required"] or "default" in fields[one]]
        if not fields or set(component["required"]) == set(present):
            continue
        component["required"] = present
        state_everything(components, references(component))


def references(node: Any) -> list[str]:
    """Names of the components that a schema node points to."""
    if isinstance(node, dict):
        found = [str(node["$ref"]).removeprefix(REFERENCE)] if "$ref" in node else []
        return found + [name for value in node.values() for name in references(value)]
    if isinstance(node, list):
        return [name for value in node for name in references(value)]
    return []
