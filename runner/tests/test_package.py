"""The runner is a program of its own: what it imports must be there on a machine without Fairview."""

import ast
from collections.abc import Iterator
from pathlib import Path

RUNNER = Path(__file__).parents[1]


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def test_it_imports_nothing_of_the_product() -> None:
    files = [*RUNNER.glob("*.py"), *(RUNNER / "drivers").glob("*.py")]
    names = {name for file in files for name in imported(file)}
    assert not names & {"fairview", "django", "ninja", "starlette"}
