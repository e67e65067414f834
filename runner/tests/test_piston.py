"""The second engine, against a server that speaks its protocol: the same verdicts, and what a bad server
comes to."""

import json
import socket
from collections.abc import Iterator
from threading import Thread

import msgspec
import pytest

from runner.engine import run
from runner.engines.piston import PistonEngine, chosen
from runner.engines.piston_api import Api, Runtime, Stage
from runner.protocol import (
    Calls,
    Case,
    Checker,
    Event,
    File,
    Finished,
    Interactor,
    Language,
    Limits,
    Output,
    RunRequest,
    Started,
    Terminal,
)
from runner.sandbox.words import Words
from runner.tests.asking import PLAIN, request, source
from runner.tests.conditions import contained
from runner.tests.piston_server import PistonServer, installed
from runner.tests.test_verdicts import why_absent
from runner.tests.verdicts import cases_of, expected_of, program, verdicts_of

LANGUAGES: list[Language] = ["python", "javascript", "c", "java", "go"]
PYTHON = [Runtime("python", "3.12.0")]
DOUBLES = request("print(2 * int(input()))", [Case(name="four", stdin="4", expected="8")])


@pytest.fixture
def server() -> Iterator[PistonServer]:
    with PistonServer(installed("python")) as server:
        yield server


def by(server: PistonServer, request: RunRequest) -> Finished:
    return run(request, lambda _event: None, engine=PistonEngine(server.url))


def said(stage: Stage) -> tuple[int, bytes]:
    return 200, json.dumps({"run": msgspec.to_builtins(stage), "language": "python"}).encode()


# the verdict suite


@contained
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_program_ends_as_it_is_asked_to(language: Language) -> None:
    if reason := why_absent(language):
        pytest.skip(f"{language} was not tried: {reason}")
    with PistonServer(installed(language)) as server:
        ended = by(server, program(language, "main", cases_of(language)))

    assert {each.name: each.verdict for each in ended.cases} == verdicts_of(language), ended


@contained
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_does_not_compile_is_said_with_its_place(language: Language) -> None:
    if reason := why_absent(language):
        pytest.skip(f"{language} was not tried: {reason}")
    asked = program(language, "broken", PLAIN)
    with PistonServer(installed(language)) as server:
        ended = by(server, asked)

    assert ended.verdict == "CE", ended
    assert (ended.messages[0].file, ended.messages[0].line) == (
        asked.entry,
        expected_of(language).broken.line,
    )


# what it is asked, and what comes of it


@contained
def test_what_is_expected_is_never_sent(server: PistonServer) -> None:
    cases = [Case(name="secret", stdin="4", expected="8"), Case(name="other", stdin="5", expected="1234567")]

    ended = by(server, request("print(2 * int(input()))", cases))

    assert [each.verdict for each in ended.cases] == ["AC", "WA"]
    assert ended.cases[1].differs
    assert len(server.bodies) == 2
    assert not any(b"1234567" in body or b"secret" in body for body in server.bodies)


@contained
def test_a_plain_run_tells_what_it_prints(server: PistonServer) -> None:
    heard: list[Event] = []

    ended = run(request("print('hello')"), heard.append, engine=PistonEngine(server.url))

    started, output, finished = heard
    assert isinstance(started, Started)
    assert isinstance(output, Output)
    assert (output.stream, output.text) == ("stdout", "hello\n")
    assert finished == ended


@contained
def test_a_server_that_allows_less_is_asked_for_less() -> None:
    most = {"run_timeout": 900, "run_cpu_time": 300, "run_memory_limit": 200_000_000}
    with PistonServer(installed("python"), most) as server:
        engine = PistonEngine(server.url)
        first = run(DOUBLES, lambda _event: None, engine=engine)
        before = len(server.bodies)
        second = run(DOUBLES, lambda _event: None, engine=engine)

    assert (first.verdict, second.verdict) == ("AC", "AC")
    assert (before, len(server.bodies)) == (4, 5)
    assert json.loads(server.bodies[-1])["run_cpu_time"] == 300


@contained
def test_a_function_is_called(server: PistonServer) -> None:
    calls = Calls(function="double", parameters={"number": "int"}, returns="int")
    text = "def double(number):\n    return 2 * number\n"
    case = Case(name="four", stdin="[4]", expected="8")

    assert by(server, request(text, [case], judge=calls, entry="solution.py")).verdict == "AC"


@contained
def test_a_checker_runs_here(server: PistonServer) -> None:
    checker = Checker(source("raise SystemExit(open('output').read() != open('expected').read() + '\\n')"))

    assert by(server, msgspec.structs.replace(DOUBLES, judge=checker)).verdict == "AC"
    assert not any(b"expected" in body for body in server.bodies)


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (msgspec.structs.replace(DOUBLES, judge=Interactor(source("print(1)"))), "Nobody can talk"),
        (msgspec.structs.replace(DOUBLES, interactive=True), "Nobody can talk"),
        (msgspec.structs.replace(DOUBLES, terminal=Terminal()), "Nobody can talk"),
        (msgspec.structs.replace(DOUBLES, language="sql"), "cannot run sql"),
        (msgspec.structs.replace(DOUBLES, cases=[]), "no case"),
    ],
)
def test_what_it_cannot_do_it_says(asked: RunRequest, reason: str) -> None:
    with PistonServer(PYTHON) as server:
        ended = by(server, asked)

    assert ended.verdict == "IE"
    assert reason in ended.reason
    assert not server.bodies


@pytest.mark.parametrize(
    ("stage", "verdict"),
    [
        (Stage(stdout="8\n", code=0), "AC"),
        (Stage(stdout="9\n", code=0), "WA"),
        (Stage(stdout="8\n", code=1, status="RE"), "RTE"),
        (Stage(signal="SIGSEGV", status="SG"), "RTE"),
        (Stage(signal="SIGKILL", status="TO"), "TLE"),
        (Stage(signal="SIGKILL", status="OL", stdout="8"), "OLE"),
        (Stage(signal="SIGKILL", status="EL"), "OLE"),
        (Stage(signal="SIGKILL", status="SG", memory=268_000_000), "MLE"),
        (Stage(signal="SIGKILL", status="SG", memory=9_000_000), "RTE"),
        (Stage(signal="SIGKILL"), "MLE"),
        (Stage(stderr="Traceback …\nMemoryError\n", code=1), "MLE"),
        (Stage(stderr='  File "main.py", line 1\n    print(\n         ^\nSyntaxError: …\n', code=1), "CE"),
        (Stage(stderr='Traceback …\n  File "main.py", line 2\nSyntaxError: …\n', code=1), "RTE"),
        (Stage(status="XX", message="no box is free"), "IE"),
        (Stage(), "IE"),
    ],
)
def test_how_it_ended_is_read_from_what_the_server_tells(stage: Stage, verdict: str) -> None:
    with PistonServer(PYTHON) as server:
        server.answers = [said(stage), said(stage)]
        ended = by(server, DOUBLES)

    assert ended.verdict == verdict, ended
    if verdict == "IE":
        assert len(server.bodies) == 2
        assert ended.reason


@pytest.mark.parametrize(
    ("language", "stage", "place"),
    [
        ("c", Stage(stderr="main.c.c:4:24: error: expected ‘;’\n", code=1), ("main.c", 4, 24)),
        ("typescript", Stage(stdout="main.ts.ts(5,18): error TS2345: no\n", code=2), ("main.ts", 5, 18)),
        ("c", Stage(stderr="/box/submission/main.c:2: error: no\n", signal="SIGKILL"), ("main.c", 2, 0)),
    ],
)
def test_files_are_named_as_they_were_given(
    language: Language, stage: Stage, place: tuple[str, int, int]
) -> None:
    told = msgspec.to_builtins(stage)
    with PistonServer([Runtime(language, "1.0.0")]) as server:
        server.answers = [(200, json.dumps({"compile": told, "run": told}).encode())]
        ended = by(server, request("", [*PLAIN, Case(name="other")], language=language))

    assert [each.verdict for each in ended.cases] == ["CE", "CE"]
    assert [(each.file, each.line, each.column) for each in ended.messages] == [place]
    assert len(server.bodies) == 1


def test_a_program_of_several_files_is_refused_where_the_server_takes_one() -> None:
    asked = request('#include "other.h"', language="c")
    files = [*asked.files, File("other.h", "")]
    with PistonServer([Runtime("c", "10.2.0")]) as server:
        ended = by(server, msgspec.structs.replace(asked, files=files))

    assert ended.verdict == "IE"
    assert "in one file" in ended.reason


def test_the_newest_of_each_language_is_taken_and_others_are_left() -> None:
    runtimes = [
        Runtime("python2", "2.7.18", ["py2"]),
        Runtime("python", "3.9.4", ["py"]),
        Runtime("python", "3.12.0", ["py"]),
        Runtime("javascript", "1.32.3", ["deno-js"], "deno"),
        Runtime("javascript", "18.15.0", ["js"], "node"),
        Runtime("c++", "10.2.0", ["cpp"], "gcc"),
        Runtime("brainfuck", "2.7.3"),
    ]

    taken = {language: runtime.version for language, runtime in chosen(runtimes).items()}

    assert taken == {"python": "3.12.0", "javascript": "18.15.0", "cpp": "10.2.0"}


@pytest.mark.parametrize(
    ("url", "api"),
    [
        ("http://127.0.0.1:2000", "http://127.0.0.1:2000/api/v2"),
        ("http://127.0.0.1:2000/", "http://127.0.0.1:2000/api/v2"),
        ("https://example.org/api/v2/piston/", "https://example.org/api/v2/piston"),
    ],
)
def test_where_its_api_is(url: str, api: str) -> None:
    assert Api(url).url == api


# bad servers


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((500, b""), "it answers 500"),
        ((502, b"<html>Bad gateway</html>"), "it answers 502"),
        ((301, b""), "it answers 301"),
        ((400, b'{"message": "python-3.12.0 runtime is unknown"}'), "runtime is unknown"),
        ((429, b'{"message": "Requests limited to 1 per 200ms"}'), "at this rate (429)"),
        ((200, b"<html>Welcome</html>"), "cannot be understood"),
        ((200, b""), "cannot be understood"),
        ((200, b'{"run": 1}'), "cannot be understood"),
        ((200, b"{}"), "does not say how the program ended"),
    ],
)
def test_a_server_that_fails_is_nobodys_fault_and_is_asked_once_more(
    answer: tuple[int, bytes], reason: str
) -> None:
    with PistonServer(PYTHON) as server:
        server.answers = [answer] * 10
        ended = by(server, DOUBLES)

    assert (ended.verdict, ended.incident != "") == ("IE", True)
    assert reason in ended.reason
    assert len(server.bodies) == (4 if answer[0] == 429 else 2)


@pytest.mark.parametrize("answer", [(500, b""), (429, b""), (200, b"?")])
def test_a_server_that_fails_once_is_forgiven(answer: tuple[int, bytes]) -> None:
    with PistonServer(PYTHON) as server:
        server.answers = [answer, said(Stage(stdout="8\n", code=0))]

        assert by(server, DOUBLES).verdict == "AC"


def test_a_server_that_allows_nothing_is_not_asked_for_ever() -> None:
    with PistonServer(PYTHON) as server:
        server.answers = [(400, b'{"message": "run_timeout cannot exceed the configured limit of 0"}')] * 50
        ended = by(server, DOUBLES)

    assert ended.verdict == "IE"
    assert len(server.bodies) <= 12


def test_a_server_that_is_away_is_said_to_be() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        engine = PistonEngine(f"http://127.0.0.1:{nobody.getsockname()[1]}")
        ended = run(DOUBLES, lambda _event: None, engine=engine)

    assert ended.verdict == "IE"
    assert "cannot be reached" in ended.reason
    assert "cannot be reached" in engine.missing()["no_piston"]
    assert not engine.offers()


def test_a_server_that_never_answers_is_waited_for_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("runner.engines.piston_api.ANSWERS_WITHIN_S", 0.2)
    with PistonServer(PYTHON) as server:
        server.silent.set()
        ended = by(server, msgspec.structs.replace(DOUBLES, limits=Limits(cpu_ms=10, wall_ms=100)))

    assert ended.verdict == "IE"
    assert "does not answer" in ended.reason
    assert len(server.bodies) == 2


def test_nobody_who_stops_waits_for_the_server() -> None:
    words = Words()
    heard: list[Event] = []
    with PistonServer(PYTHON) as server:
        server.silent.set()
        engine = PistonEngine(server.url)
        running = Thread(target=lambda: run(DOUBLES, heard.append, words, engine))
        running.start()
        assert server.is_asked.wait(20)
        words.stop()
        running.join(20)

    (finished,) = heard
    assert isinstance(finished, Finished)
    assert finished.verdict == "RTE"
