"""`fairview code run`, with real programs in the real sandbox."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from fairview.coding.bank import FILES, all_exercises
from fairview.coding.commands import code
from runner.protocol import Language
from runner.tests.conditions import contained

FIELDS = [
    "verdict",
    "stdout",
    "stderr",
    "time_ms",
    "memory_kb",
    "exit",
    "signal",
    "truncated",
    "cases",
    "wall_ms",
    "messages",
    "reason",
    "incident",
]


FAIRVIEW = Path(sys.executable).with_name("fairview")


def run(*arguments: object) -> Any:
    return CliRunner().invoke(code, ["run", *map(str, arguments)])


def written(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


@contained
def test_one_run_has_the_documented_fields(tmp_path: Path) -> None:
    files = written(tmp_path, main_py="print(input())", stdin_txt="hello")
    result = run("--lang", "python", "--file", files / "main.py", "--stdin", files / "stdin.txt", "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 0
    assert list(told) == FIELDS
    assert (told["verdict"], told["stdout"], told["exit"]) == ("AC", "hello\n", 0)
    assert told["cases"] == [
        {
            "name": "",
            "verdict": "AC",
            "time_ms": told["time_ms"],
            "memory_kb": told["memory_kb"],
            "wall_ms": told["wall_ms"],
            "differs": None,
            "note": "",
        }
    ]


@contained
def test_a_folder_of_cases_is_run_in_order(tmp_path: Path) -> None:
    program = written(tmp_path, main_js="console.log(2 * require('fs').readFileSync(0))")
    cases = written(tmp_path / "cases", b_in="3", b_out="7", a_in="2", a_out="4\n\n")
    arguments = ("--lang", "javascript", "--file", program / "main.js", "--tests", cases)
    told = json.loads(run(*arguments, "--json").stdout)
    assert [(case["name"], case["verdict"]) for case in told["cases"]] == [("a", "AC"), ("b", "WA")]
    assert (told["verdict"], told["stdout"]) == ("WA", "6\n")
    in_words = run(*arguments)
    assert in_words.exit_code == 1
    assert [line.split()[:2] for line in in_words.stderr.splitlines()[:2]] == [["AC", "a"], ["WA", "b"]]


@contained
def test_what_a_program_prints_is_shown_and_then_the_verdict(tmp_path: Path) -> None:
    program = written(tmp_path, main_py="print('out')\nraise SystemExit('err')")
    result = run("--lang", "python", "--file", program / "main.py")
    assert result.exit_code == 1
    assert result.stdout == "out\n"
    assert result.stderr.startswith("err\nRTE  ")


def test_a_call_that_makes_no_sense_is_refused(tmp_path: Path) -> None:
    files = written(tmp_path, main_py="", x_in="", y_in="", y_out="")
    program = ("--lang", "python", "--file", files / "main.py")
    (tmp_path / "latin.py").write_bytes(b"# \xe9")
    empty = written(tmp_path / "empty")
    assert run("--lang", "cobol", "--file", files / "main.py").exit_code == 2
    assert run(*program, "--stdin", files / "x.in", "--tests", files).exit_code == 2
    for arguments, sentence in (
        ((*program, "--tests", files), "x has only one of its files"),
        ((*program, "--tests", empty), "There is no case in"),
        (("--lang", "python", "--file", tmp_path / "latin.py"), "is not UTF-8 text"),
    ):
        result = run(*arguments)
        assert result.exit_code == 1
        assert sentence in result.stderr


@contained
@pytest.mark.parametrize("exercise", all_exercises(), ids=lambda exercise: exercise.slug)
def test_the_bank_is_solved_in_the_sandbox_too(exercise: Any, tmp_path: Path) -> None:
    cases = tmp_path / "cases"
    for case in [*exercise.examples, *exercise.hidden]:
        written(cases, **{f"{case.name}_in": case.stdin, f"{case.name}_out": case.expected})
    language: Language
    for language, both in exercise.code.items():
        program = tmp_path / FILES[language]
        program.write_text(both.solution, encoding="utf-8")
        told = json.loads(run("--lang", language, "--file", program, "--tests", cases, "--json").stdout)
        assert told["verdict"] == "AC", told


@contained
def test_what_is_typed_is_read_while_it_runs(tmp_path: Path) -> None:
    program = written(tmp_path, main_py="print('hello', input())\nprint(input())") / "main.py"
    command = [str(FAIRVIEW), "code", "run", "--lang", "python", "--file", str(program), "--interactive"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as process:
        assert process.stdin and process.stdout
        process.stdin.write(b"Ada\n")
        assert process.stdout.readline() == b"hello Ada\n"
        process.stdin.write(b"and on\n")
        assert process.stdout.readline() == b"and on\n"
        assert process.wait(20) == 0


@contained
def test_at_a_terminal_the_program_finds_one(tmp_path: Path) -> None:
    program = (
        written(tmp_path, main_py="import sys\nprint(sys.stdin.isatty(), input('name? '), sep=' ')")
        / "main.py"
    )
    ours, theirs = pty.openpty()
    command = [str(FAIRVIEW), "code", "run", "--lang", "python", "--file", str(program), "--terminal"]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        while b"name? " not in shown:
            shown += os.read(ours, 1000)
        os.write(ours, b"Ada\r")
        while b"AC" not in shown:
            shown += os.read(ours, 1000)
        assert process.wait(20) == 0
    os.close(ours)
    assert b"name? Ada\nTrue Ada\n" in shown.replace(b"\r", b"")


@contained
def test_a_folder_of_cases_says_who_judges(tmp_path: Path) -> None:
    program = written(tmp_path, main_py="def times(a: int, b: int) -> int:\n    return a * b") / "main.py"
    cases = written(tmp_path / "cases", a_in="[2, 3]", a_out="6", b_in="[2, 4]", b_out="9")
    judge = cases / "judge.yaml"

    judge.write_text("type: calls\nfunction: times\nparameters: {a: int, b: int}\nreturns: int")
    result = run("--lang", "python", "--file", program, "--tests", cases, "--json")
    assert [case["verdict"] for case in json.loads(result.stdout)["cases"]] == ["AC", "WA"]

    judge.write_text("type: program\nlanguage: python\nfile: checker.py")
    (cases / "checker.py").write_text("print('any answer will do')")
    result = run("--lang", "python", "--file", program, "--tests", cases, "--json")
    assert {case["note"] for case in json.loads(result.stdout)["cases"]} == {"any answer will do"}

    judge.write_text("type: oracle")
    result = run("--lang", "python", "--file", program, "--tests", cases)
    assert result.exit_code == 1
    assert "judge.yaml" in result.stderr
