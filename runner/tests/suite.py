"""Programs as data: a folder of `testsuite` for each, with its sources and what to expect of it. A hostile
one more is a folder more."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from runner.languages.toolchain import toolchains
from runner.protocol import Case, File, Finished, Language, Limits, RunRequest, Terminal, Verdict

PROGRAMS = Path(__file__).parents[1] / "testsuite"
NAMES = sorted(folder.name for folder in PROGRAMS.iterdir())
LANGUAGES: dict[str, Language] = {toolchain.ending: language for language, toolchain in toolchains().items()}
CANARY = "/tmp/canary"
"""In a program: a folder of the host, wherever that is this time."""


class Expectation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `case.yml` holds. Where verdicts are several, the machine decides which comes first; each of
    them is an end."""

    attacks: str = ""
    """Of a hostile program: what it goes for."""
    verdict: Verdict | list[Verdict]
    entry: str = ""
    """Of several sources, the main one; its ending names the language."""
    stdin: str = ""
    stdin_bytes: int = 0
    expected: str | None = None
    files: dict[str, str] = {}
    """Sources that no folder could hold under their name."""
    limits: Limits = Limits()
    terminal: bool = False
    exit: int | None = None
    signal: int | None = None
    prints: str = ""
    never: str | None = None
    """Neither printed nor complained."""
    all_lines_end: str | None = None
    complains: str = ""
    reason: str = ""
    stdout_bytes: int | None = None
    stderr_bytes: int | None = None
    within_ms: int = 60_000

    @property
    def verdicts(self) -> list[Verdict]:
        return self.verdict if isinstance(self.verdict, list) else [self.verdict]


@dataclass(frozen=True)
class Program:
    name: str
    request: RunRequest
    expectation: Expectation


def program(name: str, canary: Path = Path(CANARY)) -> Program:
    def text(file: Path) -> str:
        return file.read_text(encoding="utf-8").replace(CANARY, str(canary))

    folder = PROGRAMS / name
    expectation = msgspec.yaml.decode(text(folder / "case.yml"), type=Expectation)
    sources = sorted(file for file in folder.iterdir() if file.name != "case.yml")
    files = [File(file.name, text(file)) for file in sources]
    entry = expectation.entry or files[0].name
    files += [File(name, text) for name, text in expectation.files.items()]
    stdin = expectation.stdin or "x" * expectation.stdin_bytes
    request = RunRequest(
        id=name,
        language=LANGUAGES[Path(entry).suffix],
        files=files,
        entry=entry,
        cases=[Case(name="", stdin=stdin, expected=expectation.expected)],
        limits=expectation.limits,
        interactive=expectation.terminal,
        terminal=Terminal() if expectation.terminal else None,
    )
    return Program(name, request, expectation)


def assert_as_expected(finished: Finished, expectation: Expectation) -> None:
    assert finished.verdict in expectation.verdicts, finished
    if expectation.exit is not None:
        assert finished.exit == expectation.exit
    if expectation.signal is not None:
        assert finished.signal == expectation.signal
    if expectation.never is not None:
        assert expectation.never not in finished.stdout + finished.stderr
    if expectation.all_lines_end is not None:
        lines = finished.stdout.splitlines()
        assert lines
        assert [line for line in lines if not line.endswith(expectation.all_lines_end)] == []
    assert expectation.prints in finished.stdout
    assert expectation.complains in finished.stderr
    assert expectation.reason in finished.reason
    for text, size in (
        (finished.stdout, expectation.stdout_bytes),
        (finished.stderr, expectation.stderr_bytes),
    ):
        assert size is None or len(text.encode()) == size
