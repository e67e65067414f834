"""How long what a program prints takes to whoever watches: it prints the machine's clock, ten times a
second."""

import time
from collections.abc import Iterator

from bench.runner.hello import in_words
from runner.engine import run
from runner.protocol import Case, Event, File, Limits, Output, RunRequest, Terminal

PROGRAM = """
import os, time
for _ in range(100):
    os.write(1, b"%f\\n" % time.monotonic())
    time.sleep(0.05)
"""


def rows() -> Iterator[str]:
    yield "| printed to | until it is told, p50 / p95 |"
    yield "|---|---|"
    yield f"| a pipe | {in_words(delays(None))} |"
    yield f"| a terminal | {in_words(delays(Terminal()))} |"


def delays(terminal: Terminal | None) -> list[float]:
    """Milliseconds."""
    told: list[float] = []

    def hear(event: Event) -> None:
        if isinstance(event, Output):
            told.extend((time.monotonic() - float(line)) * 1000 for line in event.text.split())

    run(
        RunRequest(
            id="bench",
            language="python",
            files=[File("main.py", PROGRAM)],
            entry="main.py",
            cases=[Case(name="")],
            limits=Limits(cpu_ms=10_000),
            interactive=terminal is not None,
            terminal=terminal,
        ),
        hear,
    )
    return told
