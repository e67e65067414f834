"""The bank of exercises: folders of `exercises/`, one for each version of an exercise. Pure.

`exercise.yaml` says what it is, `statement.md` what is asked (Markdown), `starter.*` what the candidate
begins with, `solution.*` one right answer, `tests.yaml` the visible `examples` and the `hidden` cases. A
published version never changes, for reports refer to it: a correction is a new folder with the next number.
Solutions and hidden cases are never shown to a candidate.
"""

from functools import cache
from pathlib import Path
from typing import Literal, TypeVar, get_args

import msgspec
import yaml

from fairview.coding.errors import ExerciseUnknown
from runner.protocol import Case, Language

Level = Literal["warm-up", "easy", "medium"]

EXERCISES = Path(__file__).parent / "exercises"
FILES: dict[Language, str] = {
    "python": "solution.py",
    "javascript": "solution.js",
    "typescript": "solution.ts",
    "java": "Main.java",
    "c": "solution.c",
    "cpp": "solution.cpp",
    "csharp": "Main.cs",
    "go": "solution.go",
    "rust": "solution.rs",
    "kotlin": "Main.kt",
    "ruby": "solution.rb",
    "php": "solution.php",
    "bash": "solution.sh",
    "sql": "solution.sql",
}
"""What a candidate's file is called when it is run."""

Shape = TypeVar("Shape")


class Code(msgspec.Struct, frozen=True):
    """An exercise in one language."""

    starter: str
    solution: str


class Exercise(msgspec.Struct, frozen=True, kw_only=True):
    slug: str
    version: int
    title: str
    level: Level
    minutes: int
    statement: str
    code: dict[Language, Code]
    """In the order in which the languages are offered; the first is the one to begin with."""
    examples: list[Case]
    hidden: list[Case]

    @property
    def languages(self) -> list[Language]:
        return list(self.code)


class Heading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `exercise.yaml` holds."""

    slug: str
    version: int
    title: str
    level: Level
    minutes: int
    languages: list[Language]


class Cases(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `tests.yaml` holds."""

    examples: list[Case]
    hidden: list[Case]


def all_exercises() -> list[Exercise]:
    """The newest version of each, the easiest first."""
    newest = {slug: exercise for (slug, _), exercise in sorted(_bank().items())}
    levels = get_args(Level)
    return sorted(newest.values(), key=lambda each: (levels.index(each.level), each.title))


def get_exercise(slug: str, version: int | None = None) -> Exercise:
    """That version, or the newest one. Raises `ExerciseUnknown`."""
    found = [
        exercise
        for (name, number), exercise in sorted(_bank().items())
        if name == slug and version in {None, number}
    ]
    if not found:
        raise ExerciseUnknown(exercise=slug if version is None else f"{slug}@{version}")
    return found[-1]


@cache
def _bank() -> dict[tuple[str, int], Exercise]:
    exercises = [load_exercise(file.parent) for file in EXERCISES.glob("*/exercise.yaml")]
    return {(exercise.slug, exercise.version): exercise for exercise in exercises}


def load_exercise(folder: Path) -> Exercise:
    """Raises `msgspec.ValidationError` or `OSError` for a folder that is not an exercise."""
    heading = _read(folder / "exercise.yaml", Heading)
    tests = _read(folder / "tests.yaml", Cases)
    return Exercise(
        slug=heading.slug,
        version=heading.version,
        title=heading.title,
        level=heading.level,
        minutes=heading.minutes,
        statement=_text(folder / "statement.md"),
        code={language: _code(folder, Path(FILES[language]).suffix) for language in heading.languages},
        examples=tests.examples,
        hidden=tests.hidden,
    )


def _code(folder: Path, ending: str) -> Code:
    return Code(_text(folder / f"starter{ending}"), _text(folder / f"solution{ending}"))


def _read(file: Path, shape: type[Shape]) -> Shape:
    return msgspec.convert(yaml.safe_load(_text(file)), shape)


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
