"""The programs of `verdicts/`: in every language one that does as the first line of its stdin asks, and one
that does not compile."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from runner.languages.toolchain import toolchains
from runner.protocol import Case, Exact, File, Language, Limits, RunRequest, Verdict

VERDICTS = Path(__file__).parents[1] / "verdicts"
LIMITS = Limits(cpu_ms=1_500, memory_kb=131_072)


class Asked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Of `cases.yml`: what follows the word on stdin, and what comes of it."""

    verdict: Verdict
    rest: str = ""
    numbers: int = 0
    """So many numbers from 0 on follow, one a line."""
    expected: str | None = None


class Place(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    line: int
    column: int = 0


class Expected(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Of a language's `expected.yml`: what it does otherwise than the others."""

    broken: Place
    """Where its first message is about."""
    verdicts: dict[str, Verdict] = {}
    without: list[str] = []
    stdin: str = "{word}\n{rest}"


def asked() -> Mapping[str, Asked]:
    return msgspec.yaml.decode((VERDICTS / "cases.yml").read_bytes(), type=dict[str, Asked])


def expected_of(language: Language) -> Expected:
    return msgspec.yaml.decode((VERDICTS / language / "expected.yml").read_bytes(), type=Expected)


def verdicts_of(language: Language) -> dict[str, Verdict]:
    expected = expected_of(language)
    usual = {word: each.verdict for word, each in asked().items() if word not in expected.without}
    return usual | expected.verdicts


def cases_of(language: Language) -> list[Case]:
    expected = expected_of(language)
    return [case(word, each, expected) for word, each in asked().items() if word not in expected.without]


def case(word: str, asked: Asked, expected: Expected) -> Case:
    rest = asked.rest + "".join(f"{number}\n" for number in range(asked.numbers))
    stdin = expected.stdin.replace("{word}", word).replace("{rest}", rest)
    return Case(name=word, stdin=stdin, expected=asked.expected)


def program(language: Language, stem: str, cases: list[Case]) -> RunRequest:
    """The file of the language's folder that begins so, whatever its case."""
    (file,) = (
        file
        for file in (VERDICTS / language).glob(f"*{toolchains()[language].ending}")
        if file.stem.lower() == stem
    )
    return RunRequest(
        id=f"{language}-{stem}",
        language=language,
        files=[File(file.name, file.read_text(encoding="utf-8"))],
        entry=file.name,
        cases=cases,
        limits=LIMITS,
        judge=Exact(),
    )
