"""What a run promises to who asked for it: events in order and in time, cases, an end when it is wanted."""

import time
from threading import Thread

import pytest

from runner import machine
from runner.engine import own_engine, run
from runner.engines import own
from runner.machine import this_machine
from runner.protocol import Case, Event, File, Finished, Language, Limits, Output, RunRequest, Started
from runner.sandbox import places
from runner.sandbox.words import Words
from runner.tests.conditions import contained
from runner.tests.probes import children, descriptors, groups

PLAIN = [Case(name="")]


def request(text: str, cases: list[Case] = PLAIN, language: Language = "python", **limits: int) -> RunRequest:
    return RunRequest(
        id="1",
        language=language,
        files=[File("main", text)],
        entry="main",
        cases=cases,
        limits=Limits(**limits),
    )


class Heard:
    """Events with the time at which each came."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.times: list[float] = []

    def __call__(self, event: Event) -> None:
        self.events.append(event)
        self.times.append(time.monotonic())

    def outputs(self) -> list[Output]:
        return [event for event in self.events if isinstance(event, Output)]


@contained
def test_it_is_told_from_start_to_end_in_order() -> None:
    heard = Heard()

    finished = run(request("import sys\nprint('out')\nprint('err', file=sys.stderr)"), heard)

    assert isinstance(heard.events[0], Started)
    assert heard.events[-1] == finished
    for stream, text in (("stdout", "out\n"), ("stderr", "err\n")):
        assert "".join(each.text for each in heard.outputs() if each.stream == stream) == text
    assert (finished.stdout, finished.stderr, finished.exit) == ("out\n", "err\n", 0)


@contained
def test_what_it_prints_is_told_while_it_runs() -> None:
    """The program prints its own clock, which is that of the machine; half of the lines come within 30 ms."""
    program = (
        "import os, time\nfor _ in range(10):\n    os.write(1, b'%f' % time.monotonic())\n    time.sleep(0.1)"
    )
    heard = Heard()

    run(request(program), heard)

    told = zip(heard.events, heard.times, strict=True)
    delays = sorted(came - float(event.text) for event, came in told if isinstance(event, Output))
    assert len(delays) == 10
    assert delays[5] < 0.03


@contained
def test_a_talkative_program_is_told_in_portions() -> None:
    program = "import time\nfor _ in range(300):\n    print('x', end='')\n    time.sleep(0.003)"
    heard = Heard()

    finished = run(request(program), heard)

    seconds = heard.times[-1] - heard.times[0]
    assert len(heard.outputs()) <= 50 * seconds + 3
    assert "".join(each.text for each in heard.outputs()) == finished.stdout == "x" * 300


@contained
def test_a_character_in_two_writes_is_one() -> None:
    program = (
        "import os, time\nfor byte in '🐢'.encode():\n    os.write(1, bytes([byte]))\n    time.sleep(0.08)"
    )
    heard = Heard()

    run(request(program), heard)

    assert "".join(each.text for each in heard.outputs()) == "🐢"


@contained
def test_nobody_wants_it_any_more() -> None:
    words = Words()
    heard = Heard()
    running = Thread(target=lambda: run(request("import time\nprint(1)\ntime.sleep(60)"), heard, words))
    running.start()
    while not heard.outputs():
        time.sleep(0.01)

    asked = time.monotonic()
    words.stop()
    running.join(5)

    assert time.monotonic() - asked < 1
    (finished,) = [event for event in heard.events if isinstance(event, Finished)]
    assert (finished.verdict, finished.stdout) == ("RTE", "1\n")


@contained
def test_all_cases_are_run_and_the_first_that_fails_decides() -> None:
    cases = [
        Case(name="a", stdin="2", expected="4"),
        Case(name="b", stdin="0", expected="1"),
        Case(name="c", stdin="x", expected="1"),
        Case(name="d", stdin="3", expected="9"),
    ]
    heard = Heard()

    finished = run(request("n = int(input())\nprint(n * n)", cases), heard)

    assert [(each.name, each.verdict) for each in finished.cases] == [
        ("a", "AC"),
        ("b", "WA"),
        ("c", "RTE"),
        ("d", "AC"),
    ]
    assert (finished.verdict, finished.stdout) == ("WA", "0\n")
    assert finished.time_ms == max(each.time_ms for each in finished.cases)
    assert finished.memory_kb == max(each.memory_kb for each in finished.cases)
    assert not heard.outputs()
    assert sum(isinstance(event, Started) for event in heard.events) == 1


@contained
def test_cases_know_nothing_of_each_other() -> None:
    program = "import os\nprint(os.path.exists('/tmp/mark'))\nopen('/tmp/mark', 'w').close()"
    cases = [Case(name=name, expected="False") for name in ("a", "b")]

    assert run(request(program, cases), lambda _event: None).verdict == "AC"


@contained
def test_what_does_not_compile_is_not_tried_on_every_case() -> None:
    cases = [Case(name=name, expected="1") for name in "abc"]

    finished = run(request("print(", cases), lambda _event: None)

    assert [each.verdict for each in finished.cases] == ["CE"] * 3
    assert "SyntaxError" in finished.stderr


@contained
def test_a_run_that_makes_no_sense_is_refused_with_a_reason() -> None:
    sound = request("print()")
    for wrong in (
        RunRequest(id="1", language="python", files=sound.files, entry="other", cases=PLAIN),
        RunRequest(id="1", language="python", files=[File("../x", "")], entry="../x", cases=PLAIN),
        RunRequest(id="1", language="python", files=[*sound.files, *sound.files], entry="main", cases=PLAIN),
        RunRequest(id="1", language="python", files=sound.files, entry="main", cases=[]),
    ):
        finished = run(wrong, lambda _event: None)
        assert finished.verdict == "IE"
        assert finished.reason


@contained
def test_too_little_memory_even_to_start_is_said() -> None:
    assert run(request("print()", memory_kb=512), lambda _event: None).verdict in {"MLE", "IE"}


@contained
def test_nothing_is_left_of_fifty_runs() -> None:
    before = descriptors(), children()

    for number in range(50):
        leaves = "import os, time\nif os.fork() == 0:\n    os.setsid()\n    time.sleep(60)"
        run(request(leaves if number % 2 else "while True: pass", cpu_ms=30), lambda _event: None)

    assert (descriptors(), children()) == before
    assert not groups()


@pytest.mark.parametrize("lacking", [["no_memory_limit"], ["no_process_limit"]])
def test_without_limits_nothing_is_run(lacking: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "find", lambda: (None, lacking))
    unlooked = machine.this_machine.__wrapped__
    monkeypatch.setattr(machine, "this_machine", unlooked)
    monkeypatch.setattr(own, "this_machine", unlooked)
    heard = Heard()

    finished = run(request("print()"), heard)

    assert set(lacking) <= set(own_engine().missing())
    assert finished.verdict == "IE"
    assert "cannot contain" in finished.reason
    assert heard.events == [finished]


@pytest.mark.skipif(not this_machine().missing, reason="this machine contains programs")
def test_a_machine_without_containment_refuses() -> None:
    finished = run(request("print()"), lambda _event: None)

    assert finished.verdict == "IE"
    assert "cannot contain" in finished.reason
