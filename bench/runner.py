"""What the sandbox costs: a program that says hello, contained and plain, one after the other.

    python -m bench.runner [ROUNDS]

Both are timed from the call to the last byte and the end of everything: for the sandbox, until process, group
and files are gone again. `bench/runner.md` keeps the table.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from runner.engine import run
from runner.languages import DRIVER, TOOLCHAINS
from runner.machine import this_machine
from runner.protocol import Case, File, Language, RunRequest
from runner.sandbox import ENVIRONMENT

HELLO: dict[Language, str] = {
    "python": "print('hello')",
    "javascript": "console.log('hello')",
    "sql": "SELECT 'hello';",
}


def main(rounds: int = 100) -> None:
    if this_machine().missing:
        print(f"Nothing is contained here: {', '.join(this_machine().missing)}")
        return
    print("| hello in | plain, ms p50 / p95 | contained, ms p50 / p95 | ratio of p50 |")
    print("|---|---|---|---|")
    for language, text in HELLO.items():
        with TemporaryDirectory() as folder:
            plain, contained = timed(
                rounds,
                partial(run_plain, command_for(language, text, Path(folder))),
                partial(run_contained, request_for(language, text)),
            )
        interpreter = this_machine().interpreters[language]
        title = f"{TOOLCHAINS[language].title} {interpreter.version}"
        ratio = median(contained) / median(plain)
        print(f"| {title} | {in_words(plain)} | {in_words(contained)} | {ratio:.2f} |")


def timed(rounds: int, *acts: Callable[[], None]) -> list[list[float]]:
    """Milliseconds of each act, in turn, so that what else the machine does falls on all of them."""
    times: list[list[float]] = [[] for _ in acts]
    for _ in range(rounds + 1):
        for act, took in zip(acts, times, strict=True):
            began = time.perf_counter()
            act()
            took.append((time.perf_counter() - began) * 1000)
    return [took[1:] for took in times]


def in_words(times: Sequence[float]) -> str:
    return f"{median(times):.1f} / {quantiles(times, n=20)[-1]:.1f}"


def command_for(language: Language, text: str, folder: Path) -> list[str]:
    """What the sandbox runs, without the sandbox."""
    toolchain = TOOLCHAINS[language]
    program = folder / toolchain.entry
    program.write_text(text, encoding="utf-8")
    known = {DRIVER: str(toolchain.driver), "{entry}": str(program)}
    return [
        str(this_machine().interpreters[language].path),
        *(known.get(word, word) for word in toolchain.run),
    ]


def run_plain(command: Sequence[str]) -> None:
    done = subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL, env=ENVIRONMENT)
    assert done.stdout == b"hello\n"


def request_for(language: Language, text: str) -> RunRequest:
    entry = TOOLCHAINS[language].entry
    cases = [Case(name="", expected="hello")]
    return RunRequest(id="bench", language=language, files=[File(entry, text)], entry=entry, cases=cases)


def run_contained(request: RunRequest) -> None:
    finished = run(request, lambda _event: None)
    assert finished.verdict == "AC", finished


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
