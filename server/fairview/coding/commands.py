"""`fairview code`: a program in the sandbox, without a database or a server.

The one place of `coding` that imports more of `runner` than its protocol: here the sandbox is a child of this
very process. The server only ever speaks with runners.
"""

import json
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Literal, cast, get_args

import click
import msgspec

from fairview.coding.at_hand import own_terminal, typing
from runner.engine import run as run_contained
from runner.judging.calls import entry_of
from runner.languages.found import Found
from runner.languages.toolchain import toolchains
from runner.protocol import (
    Calls,
    Case,
    Checker,
    Event,
    File,
    Finished,
    Interactor,
    Judge,
    Language,
    Lines,
    Output,
    RunRequest,
    Source,
)
from runner.sandbox.words import Words

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FIELDS = (
    *("verdict", "stdout", "stderr", "time_ms", "memory_kb", "exit", "signal", "truncated", "cases"),
    *("wall_ms", "messages", "reason", "incident"),
)


class ProgramJudge(msgspec.Struct, frozen=True, tag="program", rename={"as_": "as"}):
    """In `judge.yaml`: a file beside it."""

    language: Language
    file: str
    as_: Literal["checker", "interactor"] = "checker"


@click.group()
def code() -> None:
    """Candidates' programs: run them as an interview would."""


@code.command()
@click.option("--lang", "language", required=True, type=click.Choice(get_args(Language)))
@click.option("--file", "program", required=True, type=FILE, help="The program.")
@click.option("--stdin", type=FILE, help="What the program reads; for SQL, the script that makes the tables.")
@click.option(
    "--tests",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of cases: NAME.in is read, NAME.out is expected.",
)
@click.option("--interactive", is_flag=True, help="The program reads what is typed here, while it runs.")
@click.option("--terminal", is_flag=True, help="The same, and it finds a terminal.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def run(
    language: Language,
    program: Path,
    stdin: Path | None,
    tests: Path | None,
    *,
    interactive: bool,
    terminal: bool,
    as_json: bool,
) -> None:
    """Run a program contained, and print its verdict; the exit is 0 for AC alone.

    Without --tests the program runs once, and what it prints is shown while it runs.
    """
    interactive = interactive or terminal
    if sum(map(bool, (stdin, tests, interactive))) > 1:
        raise click.UsageError("Give one of --stdin, --tests and --interactive.")
    judge = judge_in(tests) if tests else Lines()
    entry = entry_of(language) if isinstance(judge, Calls) else toolchains()[language].entry
    request = RunRequest(
        id="command",
        language=language,
        files=[File(entry, text_of(program))],
        entry=entry,
        cases=cases_in(tests) if tests else [Case(name="", stdin=text_of(stdin) if stdin else "")],
        judge=judge,
        interactive=interactive,
        terminal=own_terminal() if terminal else None,
    )
    words = Words()
    with typing(words, as_keys=terminal) if interactive else nullcontext():
        finished = run_contained(request, ignore if as_json else show, words)
    click.echo(as_document(finished) if as_json else in_words(finished), err=not as_json)
    if finished.reason and as_json:
        click.echo(finished.reason, err=True)
    sys.exit(0 if finished.verdict == "AC" else 1)


@code.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
def languages(as_json: bool) -> None:
    """Say which languages this machine runs, by running a program in each, and why not the others."""
    from runner.machine import forget, found, this_machine

    if missing := this_machine().missing:
        raise click.ClickException(f"Nothing is run here ({', '.join(missing)}): see `fairview doctor`.")
    forget()
    told = [described(language, found(language)) for language in get_args(Language)]
    if as_json:
        click.echo(json.dumps(told))
        return
    for one in told:
        is_there = one["version"] is not None
        click.echo(f"{'✓' if is_there else '✗'} {one['language']:<11} {one['version'] or one['absent']}")


def described(language: Language, tool: Found | str) -> dict[str, str | None]:
    title = toolchains()[language].title
    if isinstance(tool, str):
        return {"language": language, "title": title, "version": None, "absent": tool}
    return {"language": language, "title": title, "version": tool.version, "absent": None}


def text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise click.ClickException(f"{file} is not UTF-8 text.") from None


def cases_in(folder: Path) -> list[Case]:
    """Pairs NAME.in and NAME.out, in the order of their names."""
    inputs = sorted(folder.glob("*.in"))
    if not inputs:
        raise click.ClickException(f"There is no case in {folder}: it takes NAME.in and NAME.out.")
    alone = {file.stem for file in inputs} ^ {file.stem for file in folder.glob("*.out")}
    if alone:
        raise click.ClickException(f"In {folder}, {min(alone)} has only one of its files, .in and .out.")
    return [
        Case(name=file.stem, stdin=text_of(file), expected=text_of(file.with_suffix(".out")))
        for file in inputs
    ]


def judge_in(folder: Path) -> Judge:
    """What `judge.yaml` of the folder says, if there is one."""
    file = folder / "judge.yaml"
    if not file.exists():
        return Lines()
    try:
        described = msgspec.yaml.decode(file.read_bytes(), type=Judge | ProgramJudge)
    except msgspec.DecodeError as error:
        raise click.ClickException(f"{file}: {error}") from None
    if not isinstance(described, ProgramJudge):
        return cast(Judge, described)
    source = Source(
        language=described.language,
        files=[File(described.file, text_of(folder / described.file))],
        entry=described.file,
    )
    return Checker(source) if described.as_ == "checker" else Interactor(source)


def ignore(_event: Event) -> None:
    """With --json, everything is said at the end."""


def show(event: Event) -> None:
    if isinstance(event, Output):
        click.echo(event.text, nl=False, err=event.stream == "stderr")


def as_document(finished: Finished) -> str:
    told = msgspec.to_builtins(finished)
    return msgspec.json.encode({name: told[name] for name in FIELDS}).decode()


def in_words(finished: Finished) -> str:
    lines = [
        f"{case.verdict}  {case.name}  {case.time_ms} ms  {case.memory_kb / 1024:.1f} MB"
        for case in finished.cases
        if case.name
    ]
    total = f"{finished.verdict}  {finished.time_ms} ms  {finished.memory_kb / 1024:.1f} MB"
    return "\n".join([*lines, finished.reason or total])
