"""The catalogue of clips: a table of factors (`catalogue.yaml`), multiplied out."""

import itertools
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from bench.puppet.studio.language import ClipText, ScriptError, checked

TABLE = Path(__file__).parent / "catalogue.yaml"


def catalogue(table: Path = TABLE) -> dict[str, ClipText]:
    """Clips by name, in the table's order."""
    text = yaml.safe_load(table.read_text(encoding="utf-8"))
    clips: dict[str, ClipText] = {}
    for stratum in text["strata"]:
        for clip in clips_of(stratum, text, table.name):
            if clip.name in clips:
                raise ScriptError(f"{table.name}: {clip.name} is there twice")
            clips[clip.name] = clip
    return clips


def clips_of(stratum: dict[str, Any], text: dict[str, Any], source: str) -> Iterator[ClipText]:
    fields = list(stratum["vary"])
    for values in itertools.product(*stratum["vary"].values()):
        chosen = dict(zip(fields, values, strict=True))
        label = "-".join([stratum["stratum"], *(words(field, value) for field, value in chosen.items())])
        written: dict[str, Any] = {
            **text["defaults"],
            **stratum.get("of", {}),
            "name": label,
            "seed": zlib.crc32(label.encode()) % 10000 + 1,
            "stratum": {
                "name": stratum["stratum"],
                **{field: plain(value) for field, value in chosen.items()},
            },
            "scenes": [dict(scene) for scene in text["scenes"][stratum["scenes"]]],
        }
        for field, value in chosen.items():
            put(written, field, value)
        yield checked(written, f"{source}, {label}")


def put(written: dict[str, Any], field: str, value: Any) -> None:
    """`scene.light` goes into every scene, `quality.jpeg` into the quality."""
    group, _, rest = field.partition(".")
    if group == "scene":
        for scene in written["scenes"]:
            scene[rest] = value
    elif rest:
        written[group] = {**written.get(group, {}), rest: value}
    else:
        written[field] = value


def words(field: str, value: Any) -> str:
    """Short and fit for a file's name: `light0.25`, `look_at-500_540`, `collins`."""
    if isinstance(value, str):
        return value if field != "scene.phone" else f"phone_{value}"
    name = field.rpartition(".")[2]
    if isinstance(value, bool):
        return name if value else f"not_{name}"
    return name + (
        f"{value:g}" if isinstance(value, int | float) else "_".join(f"{part:g}" for part in value)
    )


def plain(value: Any) -> str | int | float | bool:
    return " ".join(f"{part:g}" for part in value) if isinstance(value, list) else value
