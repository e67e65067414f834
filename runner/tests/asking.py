"""Requests as tests make them: one program of one file."""

from collections.abc import Sequence

from runner.engine import run
from runner.languages.toolchain import toolchains
from runner.protocol import Case, File, Finished, Judge, Language, Limits, Lines, RunRequest, Source

PLAIN = [Case(name="")]
LINES = Lines()
USUAL = Limits()


def request(
    text: str,
    cases: Sequence[Case] = PLAIN,
    *,
    language: Language = "python",
    judge: Judge = LINES,
    entry: str = "",
    limits: Limits = USUAL,
) -> RunRequest:
    entry = entry or toolchains()[language].entry
    return RunRequest(
        id="1",
        language=language,
        files=[File(entry, text)],
        entry=entry,
        cases=list(cases),
        judge=judge,
        limits=limits,
    )


def source(text: str, language: Language = "python") -> Source:
    entry = toolchains()[language].entry
    return Source(language=language, files=[File(entry, text)], entry=entry)


def finished(request: RunRequest) -> Finished:
    return run(request, lambda _event: None)
