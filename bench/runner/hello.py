"""What the sandbox adds to a start: a program that says hello, contained and plain, one after the other.

Both are timed from the call to the first byte that comes back, and to the end of everything: for the sandbox,
until process, group and files are gone again. Compiling is in neither: what is run was made before."""

import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import get_args

from runner.languages.building import ARCHIVE, NotBuilt, Parts, built
from runner.languages.found import Found
from runner.machine import found, this_machine
from runner.protocol import File, Language, Limits
from runner.sandbox.command import ENVIRONMENT
from runner.sandbox.launch import Program
from runner.sandbox.watch import Audience, Input, watch

LIMITS = Limits(cpu_ms=20_000, memory_kb=524_288, processes=96)
HEAD = (
    "| hello in | first byte, plain p50 / p95 | contained | ratio of p50 | to the end | contained | ratio |"
)

Times = tuple[float, float]
"""To the first byte and to the end, in milliseconds."""


def rows(rounds: int) -> Iterator[str]:
    yield HEAD
    yield "|---" * 7 + "|"
    for language in get_args(Language):
        tool = found(language)
        if isinstance(tool, Found):
            yield row(tool, rounds)


def row(tool: Found, rounds: int) -> str:
    with TemporaryDirectory() as folder:
        program = made(tool)
        plain, contained = timed(
            rounds,
            partial(run_plain, tool, unboxed(program, Path(folder)), folder),
            partial(run_contained, tool, program),
        )
    first, last = ([side[at] for side in plain] for at in (0, 1))
    first_in, last_in = ([side[at] for side in contained] for at in (0, 1))
    return (
        f"| {tool.toolchain.title} {tool.version} | {in_words(first)} | {in_words(first_in)} | "
        f"**{median(first_in) / median(first):.2f}** | {in_words(last)} | {in_words(last_in)} | "
        f"{median(last_in) / median(last):.2f} |"
    )


def made(tool: Found) -> Program:
    containment = this_machine().containment
    assert containment
    file = File(tool.toolchain.entry, tool.toolchain.selftest)
    ready = built(containment, tool, Parts([file], tool.toolchain.entry))
    assert not isinstance(ready, NotBuilt)
    return ready(LIMITS, None)


def timed(rounds: int, *acts: Callable[[], Times]) -> list[list[Times]]:
    """Each act in turn, so that what else the machine does falls on all of them. The first round warms."""
    times: list[list[Times]] = [[] for _ in acts]
    for _ in range(rounds + 1):
        for act, took in zip(acts, times, strict=True):
            took.append(act())
    return [took[1:] for took in times]


def in_words(times: Sequence[float]) -> str:
    return f"{median(times):.1f} / {quantiles(times, n=20)[-1]:.1f} ms"


def unboxed(program: Program, folder: Path) -> Sequence[str]:
    """What the sandbox runs, without the sandbox."""
    known = {ARCHIVE: str(folder / Path(ARCHIVE).name)}
    for path, content in program.files.items():
        file = folder / Path(path).name
        file.write_bytes(content)
        file.chmod(0o755)
        known[path] = str(file)
    argv = [known.get(word, word) for word in program.argv]
    return [word.replace(ARCHIVE, known[ARCHIVE]) for word in argv]


def run_plain(tool: Found, command: Sequence[str], folder: str) -> Times:
    began = time.perf_counter()
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**ENVIRONMENT, **tool.environment, "HOME": folder},
        cwd=folder,
        bufsize=0,
    ) as process:
        assert process.stdin and process.stdout
        process.stdin.write(tool.toolchain.selftest_stdin.encode())
        process.stdin.close()
        printed = process.stdout.read(1)
        first = time.perf_counter()
        printed += process.stdout.read()
    assert printed.decode() == tool.toolchain.selftest_prints
    return (first - began) * 1000, (time.perf_counter() - began) * 1000


def run_contained(tool: Found, program: Program) -> Times:
    containment = this_machine().containment
    assert containment
    heard: list[float] = []
    began = time.perf_counter()
    ended = watch(
        containment,
        program,
        LIMITS,
        given=Input(stdin=tool.toolchain.selftest_stdin.encode()),
        audience=Audience(on_bytes=lambda _bytes: heard.append(time.perf_counter())),
    )
    assert ended.stdout.text == tool.toolchain.selftest_prints, ended
    return (heard[0] - began) * 1000, (time.perf_counter() - began) * 1000
