"""A script out of a file, refused with line and field if it is wrong or asks for what nobody can do."""

from pathlib import Path

import yaml

from bench.puppet.studio.language import ClipText, ScriptError, field, line_of, parse
from bench.puppet.studio.reach import problems


def load(path: Path) -> ClipText:
    return loaded(path.read_text(encoding="utf-8"), path.name)


def loaded(text: str, source: str = "script") -> ClipText:
    clip = parse(text, source)
    node = yaml.compose(text, yaml.SafeLoader)
    told = [
        f"{source}, line {line_of(node, where)}: {field(where)}: {reason}" for where, reason in problems(clip)
    ]
    if told:
        raise ScriptError("\n".join(told))
    return clip
