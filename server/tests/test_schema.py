"""One schema describes what the desk answers, what the live plane says and what a report holds."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import pytest
from fairview.config.live import DOWNWARD, PAYLOADS, UPWARD
from fairview.config.schema import REFERENCE, document, references
from fairview.kit.live.hub import encode
from fairview.reports.contracts import ReportDocument

from tests.live_matrix import TOLD
from tests.permission_matrix import mounted_routes
from tests.world import World

SCHEMA = document()
COMPONENTS: dict[str, Any] = SCHEMA["components"]["schemas"]
HIDDEN = {
    "GET /api/reports/{room_session_id}/report.json",
    "GET /api/reports/{room_session_id}/report.pdf",
    "GET /api/reports/{room_session_id}/report.csv",
    "GET /api/reports/{room_session_id}/log.jsonl",
    "GET /api/reports/{room_session_id}/bundle.zip",
    "GET /api/pools/{pool_id}/members.csv",
    "POST /api/pools/{pool_id}/members.csv",
    "GET /api/imports/{import_id}/problems.csv",
    "GET /api/lots/{lot_id}/pool.csv",
    "GET /api/lots/{lot_id}/record.json",
    "GET /api/lots/{lot_id}/comparison.csv",
}
"""Downloads: a browser follows them, no page calls them."""
OF_RUNNERS = {"POST /api/runner/lease", "POST /api/runner/runs/{run_id}/events"}
"""Said in `runner/protocol.py`."""


def test_every_route_of_the_desk_is_described_once() -> None:
    described = {
        f"{method.upper()} {path}" for path, operations in SCHEMA["paths"].items() for method in operations
    }
    assert set(mounted_routes()) - HIDDEN - OF_RUNNERS == described
    names = Counter(
        operation["operationId"]
        for operations in SCHEMA["paths"].values()
        for operation in operations.values()
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_whatever_the_schema_points_to_is_there() -> None:
    assert set(references(SCHEMA)) - set(COMPONENTS) == set()


def test_every_live_message_and_entry_has_its_component() -> None:
    unions: dict[str, Iterable[Any]] = {"Upward": UPWARD, "Downward": DOWNWARD, "Payload": PAYLOADS}
    for union, types in unions.items():
        members = [
            reference["$ref"].removeprefix(REFERENCE) for reference in COMPONENTS[f"Wire{union}"]["oneOf"]
        ]
        tags = [tag for name in members for tag in tags_of(COMPONENTS[name])]
        assert tags == [str(type_.__struct_config__.tag) for type_ in types]


@pytest.mark.parametrize("type_", DOWNWARD, ids=lambda type_: type_.__name__)
def test_a_message_says_exactly_what_its_component_says(type_: type) -> None:
    tag = str(type_.__struct_config__.tag)  # type: ignore[attr-defined]
    sent = msgspec.msgpack.decode(encode(msgspec.convert({"type": tag, **TOLD[tag]}, type_)))
    assert list(differences(sent, COMPONENTS[f"Wire{type_.__name__}"])) == []


def test_a_report_says_exactly_what_its_component_says(world: World) -> None:
    answer = world.browsers["ada"].get(f"/api/reports/{world.held.room_session_id}")
    assert list(differences(json.loads(answer.content), COMPONENTS["WireReportDocument"])) == []
    assert msgspec.json.decode(answer.content, type=ReportDocument).version == 1


def tags_of(component: dict[str, Any]) -> list[str]:
    field = component["properties"].get("type") or component["properties"]["kind"]
    return list(field["enum"])


def differences(value: Any, node: dict[str, Any], at: str = "") -> Iterator[str]:
    """Fields that a value has and its schema has not, or the other way round."""
    if "$ref" in node:
        node = COMPONENTS[node["$ref"].removeprefix(REFERENCE)]
    if choices := [choice for choice in node.get("anyOf", []) if choice.get("type") != "null"]:
        if value is not None:
            yield from min((list(differences(value, choice, at)) for choice in choices), key=len)
    elif "properties" in node:
        for name in sorted((set(value) - set(node["properties"])) | (set(node["required"]) - set(value))):
            yield f"{at}.{name}"
        for name in set(value) & set(node["properties"]):
            yield from differences(value[name], node["properties"][name], f"{at}.{name}")
    elif isinstance(value, list):
        for item in value:
            yield from differences(item, node["items"], f"{at}[]")
