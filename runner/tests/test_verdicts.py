"""What a program comes to, in every language that this machine has."""

import re
from pathlib import Path
from typing import get_args

import pytest

from runner import machine
from runner.engine import run
from runner.languages.found import Absent, Found, tool
from runner.languages.toolchain import toolchains
from runner.protocol import Case, Finished, Language, RunRequest
from runner.tests.conditions import contained
from runner.tests.verdicts import cases_of, expected_of, program, verdicts_of

ROOT = Path(__file__).parents[2]
LANGUAGES: tuple[Language, ...] = get_args(Language)


def why_absent(language: Language) -> str:
    """Empty where the tools of the language are there."""
    toolchain = toolchains()[language]
    try:
        for candidates in toolchain.needs.values():
            tool(toolchain, candidates)
    except Absent as reason:
        return str(reason)
    return ""


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    """One whose tools are there: then it must run, too."""
    language: Language = request.param
    if reason := why_absent(language):
        pytest.skip(f"{language} was not tried: {reason}")
    found = machine.found(language)
    assert isinstance(found, Found), found
    return language


def finished(request: RunRequest) -> Finished:
    return run(request, lambda _event: None)


@contained
def test_a_program_ends_as_it_is_asked_to(language: Language) -> None:
    ended = finished(program(language, "main", cases_of(language)))

    assert {each.name: each.verdict for each in ended.cases} == verdicts_of(language), ended


@contained
def test_what_does_not_compile_is_said_with_its_place(language: Language) -> None:
    request = program(language, "broken", [Case(name="")])

    ended = finished(request)

    expected = expected_of(language).broken
    assert ended.verdict == "CE", ended
    assert ended.messages, ended
    assert ended.messages[0].text
    assert (ended.messages[0].file, ended.messages[0].line) == (request.entry, expected.line)
    assert ended.messages[0].column == expected.column


def test_at_least_ten_languages_were_tried() -> None:
    """Where those are installed that `tools/languages` installs."""
    listed = re.search(r"^commands=\((.*)\)$", (ROOT / "tools/languages").read_text(), re.MULTILINE)
    assert listed
    if missing := [name for name in listed[1].split() if not Path("/usr/bin", name).exists()]:
        pytest.skip(f"languages were left out; /usr/bin lacks {', '.join(missing)}")
    assert sum(not why_absent(language) for language in LANGUAGES) >= 10
