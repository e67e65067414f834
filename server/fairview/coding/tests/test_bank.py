"""Every exercise of the bank is sound: its solution solves it, its starter does not."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from fairview.coding.bank import EXERCISES, Exercise, all_exercises, get_exercise, load_exercise
from fairview.coding.errors import ExerciseUnknown
from runner.protocol import Case, Language

TEN_SECONDS = 10

BANK = [load_exercise(file.parent) for file in sorted(EXERCISES.glob("*/exercise.yaml"))]
PROGRAMS = [
    pytest.param(exercise, language, id=f"{exercise.slug}-{exercise.version}-{language}")
    for exercise in BANK
    for language in exercise.languages
]


def printed(language: Language, program: str, case: Case, folder: Path) -> str:
    if language == "sql":
        return rows_of(program, case)
    command = [sys.executable] if language == "python" else ["node"]
    file = folder / f"main.{'py' if language == 'python' else 'js'}"
    file.write_text(program, encoding="utf-8")
    return subprocess.run(
        [*command, str(file)],
        check=False,
        input=case.stdin,
        capture_output=True,
        text=True,
        timeout=TEN_SECONDS,
    ).stdout


def rows_of(query: str, case: Case) -> str:
    with sqlite3.connect(":memory:") as database:
        database.executescript(case.stdin)
        return "".join("\t".join(map(str, row)) + "\n" for row in database.execute(query))


def failed(exercise: Exercise, language: Language, program: str, folder: Path) -> list[str]:
    cases = [*exercise.examples, *exercise.hidden]
    return [case.name for case in cases if printed(language, program, case, folder) != case.expected]


@pytest.mark.parametrize(("exercise", "language"), PROGRAMS)
def test_the_solution_passes_every_case(exercise: Exercise, language: Language, tmp_path: Path) -> None:
    assert not failed(exercise, language, exercise.code[language].solution, tmp_path)


@pytest.mark.parametrize(("exercise", "language"), PROGRAMS)
def test_the_starter_leaves_something_to_do(exercise: Exercise, language: Language, tmp_path: Path) -> None:
    assert failed(exercise, language, exercise.code[language].starter, tmp_path)


@pytest.mark.parametrize("exercise", BANK, ids=lambda exercise: exercise.slug)
def test_an_exercise_is_complete(exercise: Exercise) -> None:
    names = [case.name for case in [*exercise.examples, *exercise.hidden]]
    assert len(exercise.examples) == 3
    assert 6 <= len(exercise.hidden) <= 12
    assert len(set(names)) == len(names)
    assert all(case.expected for case in [*exercise.examples, *exercise.hidden])
    assert 5 <= exercise.minutes <= 60
    for part in ("## Input", "## Output", "## Example", "## What is judged"):
        assert part in exercise.statement


@pytest.mark.parametrize("exercise", BANK, ids=lambda exercise: exercise.slug)
def test_the_statement_shows_the_first_example(exercise: Exercise) -> None:
    example = exercise.examples[0]
    assert f"```\n{example.stdin}```" in exercise.statement or "sql" in exercise.code
    assert f"```\n{example.expected}```" in exercise.statement


def test_a_folder_is_named_after_its_exercise() -> None:
    folders = {folder.name for folder in EXERCISES.iterdir()}
    assert folders == {f"{exercise.slug}-{exercise.version}" for exercise in BANK}


def test_the_bank_goes_from_easy_to_hard() -> None:
    levels = [exercise.level for exercise in all_exercises()]
    assert levels == sorted(levels, key=["warm-up", "easy", "medium"].index)


def test_an_exercise_is_found_by_name_and_version() -> None:
    newest = get_exercise("tide-window")
    assert get_exercise("tide-window", newest.version) == newest


@pytest.mark.parametrize(("slug", "version"), [("tide-window", 99), ("no-such-exercise", None)])
def test_an_unknown_exercise_is_said_to_be_unknown(slug: str, version: int | None) -> None:
    with pytest.raises(ExerciseUnknown, match=slug):
        get_exercise(slug, version)


@pytest.mark.parametrize("language", ["python", "javascript"])
def test_what_is_to_debug_looks_right_at_first(language: Language, tmp_path: Path) -> None:
    exercise = get_exercise("desk-cover")
    wrong = failed(exercise, language, exercise.code[language].starter, tmp_path)
    hidden = {case.name for case in exercise.hidden}
    assert exercise.examples[0].name not in wrong
    assert len(hidden & set(wrong)) >= 3


@pytest.mark.parametrize(
    ("right", "mistake"),
    [
        ("sorted(shifts)", "sorted(shifts, key=lambda shift: shift[1])"),
        ("next_start > end", "next_start >= end"),
        ("max(end, next_end)", "next_end"),
    ],
)
def test_each_mistake_alone_is_found_by_a_hidden_test(right: str, mistake: str, tmp_path: Path) -> None:
    exercise = get_exercise("desk-cover")
    assert mistake in exercise.code["python"].starter
    program = exercise.code["python"].solution.replace(right, mistake)
    assert set(failed(exercise, "python", program, tmp_path)) & {case.name for case in exercise.hidden}
