"""Programs as data: a folder for each, with its main file and what to expect of it. A hostile one more is a
folder more."""

import time
from pathlib import Path

import msgspec
import pytest

from runner.engine import run
from runner.languages.toolchain import toolchains
from runner.protocol import Case, File, Finished, Language, Limits, RunRequest, Verdict
from runner.tests.conditions import contained

PROGRAMS = Path(__file__).parents[1] / "testsuite"
LANGUAGES: dict[str, Language] = {toolchain.ending: language for language, toolchain in toolchains().items()}


class Expectation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `case.yml` holds. Where verdicts are several, the machine decides which comes first; each of
    them is an end."""

    verdict: Verdict | list[Verdict]
    stdin: str = ""
    stdin_bytes: int = 0
    expected: str | None = None
    files: dict[str, str] = {}
    limits: Limits = Limits()
    exit: int | None = None
    signal: int | None = None
    prints: str = ""
    never: str | None = None
    all_lines_end: str | None = None
    complains: str = ""
    stdout_bytes: int | None = None
    stderr_bytes: int | None = None
    within_ms: int = 15_000


def program(folder: Path) -> tuple[RunRequest, Expectation]:
    expectation = msgspec.yaml.decode((folder / "case.yml").read_bytes(), type=Expectation)
    (main,) = (file for file in folder.iterdir() if file.name != "case.yml")
    files = [File(main.name, main.read_text(encoding="utf-8"))]
    files += [File(name, text) for name, text in expectation.files.items()]
    stdin = expectation.stdin or "x" * expectation.stdin_bytes
    request = RunRequest(
        id=folder.name,
        language=LANGUAGES[main.suffix],
        files=files,
        entry=main.name,
        cases=[Case(name="", stdin=stdin, expected=expectation.expected)],
        limits=expectation.limits,
    )
    return request, expectation


@contained
@pytest.mark.parametrize("name", sorted(folder.name for folder in PROGRAMS.iterdir()))
def test_it_ends_as_expected(name: str) -> None:
    request, expectation = program(PROGRAMS / name)
    began = time.monotonic()

    finished = run(request, lambda _event: None)

    took_ms = (time.monotonic() - began) * 1000
    verdicts = expectation.verdict if isinstance(expectation.verdict, list) else [expectation.verdict]
    assert finished.verdict in verdicts, finished
    assert_as_expected(finished, expectation)
    assert took_ms < expectation.within_ms
    assert finished.memory_kb <= request.limits.memory_kb


def assert_as_expected(finished: Finished, expectation: Expectation) -> None:
    if expectation.exit is not None:
        assert finished.exit == expectation.exit
    if expectation.signal is not None:
        assert finished.signal == expectation.signal
    if expectation.never is not None:
        assert expectation.never not in finished.stdout
    if expectation.all_lines_end is not None:
        lines = finished.stdout.splitlines()
        assert lines
        assert [line for line in lines if not line.endswith(expectation.all_lines_end)] == []
    assert expectation.prints in finished.stdout
    assert expectation.complains in finished.stderr
    for text, size in (
        (finished.stdout, expectation.stdout_bytes),
        (finished.stderr, expectation.stderr_bytes),
    ):
        assert size is None or len(text.encode()) == size
