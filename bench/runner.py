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
from typing import get_args

from runner.languages.building import ARCHIVE, NotBuilt, Parts, built
from runner.languages.found import Found
from runner.languages.toolchain import Toolchain
from runner.machine import found, this_machine
from runner.protocol import File, Language, Limits
from runner.sandbox.command import ENVIRONMENT
from runner.sandbox.launch import Containment, Program
from runner.sandbox.watch import Input, watch

LIMITS = Limits(cpu_ms=20_000, memory_kb=524_288, processes=96)


def main(rounds: int = 60) -> None:
    if this_machine().missing:
        print(f"Nothing is contained here: {', '.join(this_machine().missing)}")
        return
    print("| hello in | plain, ms p50 / p95 | contained, ms p50 / p95 | ratio of p50 |")
    print("|---|---|---|---|")
    for language in get_args(Language):
        tool = found(language)
        if isinstance(tool, Found):
            print(row(tool, language, rounds))


def row(tool: Found, language: Language, rounds: int) -> str:
    """Compiling is not in it: for both, what is run was made before."""
    containment = this_machine().containment
    assert containment
    toolchain = tool.toolchain
    file = File(toolchain.entry, toolchain.selftest)
    ready = built(containment, tool, Parts([file], toolchain.entry))
    assert not isinstance(ready, NotBuilt)
    program = ready(LIMITS, None)
    with TemporaryDirectory() as folder:
        plain, contained = timed(
            rounds,
            partial(run_plain, unboxed(program, Path(folder)), toolchain, folder),
            partial(run_contained, containment, program, toolchain),
        )
    ratio = median(contained) / median(plain)
    return f"| {toolchain.title} {tool.version} | {in_words(plain)} | {in_words(contained)} | {ratio:.2f} |"


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


def unboxed(program: Program, folder: Path) -> Sequence[str]:
    """What the sandbox runs, without the sandbox."""
    for path, content in program.files.items():
        file = folder / Path(path).name
        file.write_bytes(content)
        file.chmod(0o755)
    argv = [word.replace(ARCHIVE, str(folder / Path(ARCHIVE).name)) for word in program.argv]
    return [word.replace("/driver.py", str(folder / "driver.py")) for word in argv]


def run_plain(command: Sequence[str], toolchain: Toolchain, folder: str) -> None:
    done = subprocess.run(
        command,
        check=True,
        capture_output=True,
        input=toolchain.selftest_stdin.encode(),
        env={**ENVIRONMENT, **toolchain.environment, "HOME": folder},
        cwd=folder,
    )
    assert done.stdout.decode() == toolchain.selftest_prints


def run_contained(containment: Containment, program: Program, toolchain: Toolchain) -> None:
    ended = watch(containment, program, LIMITS, given=Input(stdin=toolchain.selftest_stdin.encode()))
    assert ended.stdout.text == toolchain.selftest_prints, ended


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
