"""Judges that are programs: whoever they find wrong is wrong, and their own faults are nobody else's."""

import pytest
from msgspec import structs

from runner.judging import programs
from runner.protocol import Case, Checker, Finished, Interactor, Language, Limits
from runner.tests.asking import finished, request, source
from runner.tests.conditions import contained

SQUARE_ROOT = """
number, root = float(open("input").read()), float(open("output").read())
print("off by", abs(root * root - number))
raise SystemExit(abs(root * root - number) > 1e-6)
"""
HIGHER_OR_LOWER = """
import sys

secret = int(open("expected").read())
for question in range(20):
    guess = int(input())
    print("higher" if guess < secret else "lower" if guess > secret else "right", flush=True)
    if guess == secret:
        print("found in", question + 1, file=sys.stderr)
        raise SystemExit(0)
print("never found", file=sys.stderr)
raise SystemExit(1)
"""
BISECTS = """
low, high = 0, 1000
while True:
    guess = (low + high) // 2
    print(guess, flush=True)
    answer = input()
    if answer == "right":
        break
    low, high = (guess + 1, high) if answer == "higher" else (low, guess - 1)
"""
SHORT = Limits(cpu_ms=500)


@pytest.fixture(autouse=True)
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    """With judges: programs of tests are quick, or never end."""
    monkeypatch.setattr(programs, "JUDGING", structs.replace(programs.JUDGING, cpu_ms=400))


def checked(program: str, checker: str, language: Language = "python") -> Finished:
    case = Case(name="two", stdin="2", expected="1.41421356")
    return finished(request(program, [case], judge=Checker(source(checker, language)), limits=SHORT))


def talked(program: str, interactor: str) -> Finished:
    case = Case(name="secret", expected="700")
    return finished(request(program, [case], judge=Interactor(source(interactor)), limits=SHORT))


# checkers


@contained
@pytest.mark.parametrize(
    ("program", "verdict"),
    [("print(float(input()) ** 0.5)", "AC"), ("print(-float(input()) ** 0.5)", "AC"), ("print(1.4)", "WA")],
)
def test_a_checker_decides_what_is_right(program: str, verdict: str) -> None:
    ended = checked(program, SQUARE_ROOT)

    assert ended.verdict == verdict, ended
    assert ended.cases[0].note.startswith("off by")


@contained
def test_a_checker_is_not_asked_of_a_program_that_failed() -> None:
    assert checked("print(1.4)\nraise SystemExit(3)", "raise SystemExit(0)").verdict == "RTE"
    assert checked("while True: pass", "raise SystemExit(0)").verdict == "TLE"


@contained
def test_a_checker_may_be_in_a_language_that_compiles() -> None:
    program = """
    #include <cmath>
    #include <fstream>
    int main() {
      double number, root;
      std::ifstream("input") >> number;
      std::ifstream("output") >> root;
      return std::abs(root * root - number) > 1e-6;
    }
    """
    assert checked("print(2 ** 0.5)", program, "cpp").verdict == "AC"
    assert checked("print(2)", program, "cpp").verdict == "WA"


@contained
@pytest.mark.parametrize(
    "checker",
    [
        "raise SystemExit(2)",
        "import os\nos.abort()",
        "print(1 / 0)",
        "int(open('output').read())",
        "while True: pass",
        "while True: print('x' * 1000)",
        "print(",
    ],
)
def test_a_checker_that_fails_is_nobodys_wrong_answer(checker: str) -> None:
    ended = checked("print('no number')", checker)

    assert (ended.verdict, ended.incident != "") == ("IE", True), ended
    assert ended.reason.startswith("The judge of this exercise failed: ")


@contained
def test_an_error_that_nobody_caught_is_told_of_where_a_judge_failed() -> None:
    assert "ZeroDivisionError" in checked("print(1)", "1 / 0").reason


@contained
def test_a_checker_that_does_not_compile_is_said() -> None:
    ended = checked("print(1)", "int main() { return wrong; }", "cpp")

    assert ended.verdict == "IE"
    assert "does not compile" in ended.reason
    assert "wrong" in ended.reason


@contained
def test_what_a_checker_knows_a_program_does_not() -> None:
    program = "import os\nprint([each for each in os.listdir('.') if each != 'main.py'] + os.listdir('/tmp'))"
    ended = checked(program, "print(open('output').read())\nraise SystemExit(1)")

    assert ended.cases[0].note == "[]"


# interactors


@contained
def test_a_program_and_its_judge_talk() -> None:
    ended = talked(BISECTS, HIGHER_OR_LOWER)

    assert ended.verdict == "AC", ended
    assert ended.cases[0].note.startswith("found in")


@contained
@pytest.mark.parametrize(
    ("program", "verdict"),
    [
        ("while True:\n    print(1, flush=True)\n    input()", "WA"),
        ("input()", "TLE"),
        ("while True: pass", "TLE"),
        ("while True: print(1)", "WA"),
        ("print(500, flush=True)\nraise SystemExit(3)", "RTE"),
        ("print(500, flush=True)\nprint(1 / 0)", "RTE"),
        ("held = [' ' * 10**9]", "MLE"),
    ],
    ids=["never finds it", "waits", "spins", "does not listen", "leaves", "fails", "is hungry"],
)
def test_a_program_that_is_wrong(program: str, verdict: str) -> None:
    assert talked(program, HIGHER_OR_LOWER).verdict == verdict


@contained
@pytest.mark.parametrize("interactor", ["raise SystemExit(1)", "input()\nraise SystemExit(1)"])
def test_a_judge_that_leaves_first_has_judged(interactor: str) -> None:
    assert talked("while True:\n    print(1, flush=True)\n    input()", interactor).verdict == "WA"


@contained
def test_a_program_that_fails_after_its_judge_was_content_has_failed() -> None:
    assert talked("print(1, flush=True)\ninput()", "input()").verdict == "RTE"


@contained
@pytest.mark.parametrize(
    "interactor", ["raise SystemExit(2)", "input()\nprint(1 / 0)", "import os\ninput()\nos.abort()"]
)
@pytest.mark.parametrize("program", ["print(1, flush=True)\ninput()", "print(1)"])
def test_a_judge_that_crashes_is_nobodys_fault(interactor: str, program: str) -> None:
    assert talked(program, interactor).verdict == "IE"


@contained
def test_a_judge_that_never_ends_is_nobodys_fault() -> None:
    ended = talked("print(1)", "while True: pass")

    assert ended.verdict == "IE", ended
