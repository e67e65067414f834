"""The models that set-up built, each held against the manifest."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Model:
    name: str
    file: str
    version: str
    source: str
    licence: str
    sha256: str
    bytes: int
    ok: bool
    state: str


def stock(models: Path) -> list[Model]:
    """Empty before set-up."""
    manifest = models / MANIFEST
    if not manifest.exists():
        return []
    return [looked_at(entry, models) for entry in json.loads(manifest.read_text(encoding="utf-8"))]


def looked_at(entry: dict[str, str | int], folder: Path) -> Model:
    state = state_of(folder / str(entry["file"]), str(entry["sha256"]))
    return Model(
        name=str(entry["name"]),
        file=str(entry["file"]),
        version=str(entry["version"]),
        source=str(entry["source"]),
        licence=str(entry["licence"]),
        sha256=str(entry["sha256"]),
        bytes=int(entry["bytes"]),
        ok=state == "in place",
        state=state,
    )


def state_of(path: Path, sha256: str) -> str:
    if not path.exists():
        return "missing: run `make setup`"
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        return "not the file that set-up built: run `make setup`"
    return "in place"
