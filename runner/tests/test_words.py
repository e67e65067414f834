"""What is said to a program while it runs: lines of input, the size of its terminal, that nobody wants it."""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from threading import Thread

import pytest
from msgspec.structs import replace

from runner.engine import run
from runner.protocol import (
    Case,
    Event,
    Finished,
    Language,
    Output,
    Resize,
    RunRequest,
    Stdin,
    Terminal,
)
from runner.sandbox.words import Words
from runner.tests.asking import request
from runner.tests.conditions import contained


class Talk:
    """With a program that runs in a thread of its own."""

    def __init__(self, request: RunRequest) -> None:
        self.words = Words()
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._printed = ""
        self.running = Thread(target=lambda: run(request, self._events.put, self.words))

    def say(self, text: str, *, ends: bool = False) -> None:
        self.words.say(Stdin(text=text, ends=ends))

    def read_until(self, text: str) -> str:
        """All that it has printed, as soon as that ends so."""
        while not self._printed.endswith(text):
            event = self._events.get(timeout=20)
            assert not isinstance(event, Finished), event
            self._printed += event.text if isinstance(event, Output) else ""
        return self._printed

    def end(self) -> Finished:
        while not isinstance(event := self._events.get(timeout=20), Finished):
            pass
        return event


@contextmanager
def talk(
    text: str, *, language: Language = "python", terminal: Terminal | None = None, stdin: str = ""
) -> Iterator[Talk]:
    asked = request(text, [Case(name="", stdin=stdin)], language=language)
    talk = Talk(replace(asked, interactive=True, terminal=terminal))
    talk.running.start()
    try:
        yield talk
    finally:
        talk.words.stop()
        talk.running.join(20)


ADDS_UP = """
total = 0
while True:
    try:
        total += int(input("? "))
    except EOFError:
        break
    print(total)
print("in all", total)
"""


@contained
def test_line_by_line() -> None:
    with talk(ADDS_UP) as program:
        program.read_until("? ")
        program.say("4\n")
        program.read_until("4\n? ")
        program.say("5\n")
        program.read_until("9\n? ")
        program.say("", ends=True)
        ended = program.end()

    assert ended.verdict == "AC", ended
    assert ended.stdout == "? 4\n? 9\n? in all 9\n"


@contained
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("javascript", "process.stdin.on('data', (each) => process.stdout.write('heard ' + each))"),
        ("ruby", '$stdout.sync = true\nwhile (line = gets)\n  puts "heard #{line}"\nend'),
        ("bash", 'while read -r line; do echo "heard $line"; done'),
        (
            "c",
            "#include <stdio.h>\nint main(void) {\n  char line[99];\n  setlinebuf(stdout);\n"
            '  while (fgets(line, 99, stdin)) printf("heard %s", line);\n  return 0;\n}\n',
        ),
    ],
)
def test_line_by_line_in_other_languages(language: Language, text: str) -> None:
    with talk(text, language=language) as program:
        program.say("one\n")
        program.read_until("heard one\n")
        program.say("zwei ✓\n")
        program.read_until("heard zwei ✓\n")
        program.say("", ends=True)
        assert program.end().verdict == "AC"


@contained
def test_what_was_given_comes_before_what_is_said() -> None:
    with talk("print([input(), input()])", stdin="given\n") as program:
        program.say("said\n")

        assert program.end().stdout == "['given', 'said']\n"


@contained
def test_the_end_may_come_with_the_last_words() -> None:
    with talk("import sys\nprint(sys.stdin.read())") as program:
        program.say("all of it", ends=True)

        assert program.end().stdout == "all of it\n"


@contained
def test_words_that_nobody_reads_do_no_harm() -> None:
    with talk("import time\ntime.sleep(0.2)\nprint('done')") as program:
        for _ in range(20):
            program.say("x" * 50_000)
        ended = program.end()
        program.say("too late\n")

    assert (ended.verdict, ended.stdout) == ("AC", "done\n")


@contained
@pytest.mark.parametrize("terminal", [None, Terminal()])
def test_it_ends_at_once_when_nobody_wants_it(terminal: Terminal | None) -> None:
    with talk("print('ready')\nwhile True: input()", terminal=terminal) as program:
        program.read_until("ready\r\n" if terminal else "ready\n")
        program.words.stop()
        ended = program.end()

    assert ended.verdict == "RTE"
    assert "ready" in ended.stdout


# terminals


@contained
def test_a_terminal_is_one_of_the_size_that_was_asked_for() -> None:
    text = (
        "import os, sys\nprint([each.isatty() for each in (sys.stdin, sys.stdout, sys.stderr)])\n"
        "print(*os.get_terminal_size())"
    )
    with talk(text, terminal=Terminal(columns=100, rows=30)) as program:
        ended = program.end()

    assert ended.stdout == "[True, True, True]\r\n100 30\r\n", ended


@contained
def test_a_program_hears_of_another_size() -> None:
    text = """
import os, signal
resized = []
signal.signal(signal.SIGWINCH, lambda *_: resized.append(os.get_terminal_size()))
print("ready", flush=True)
while not resized:
    signal.pause()
print(*resized[-1])
"""
    with talk(text, terminal=Terminal()) as program:
        program.read_until("ready\r\n")
        program.words.say(Resize(columns=132, rows=50))
        ended = program.end()

    assert ended.stdout == "ready\r\n132 50\r\n", ended


@contained
def test_a_terminal_echoes_and_knows_the_end_of_input() -> None:
    with talk(ADDS_UP, terminal=Terminal()) as program:
        program.read_until("? ")
        program.say("4\n")
        program.read_until("? 4\r\n4\r\n? ")
        program.say("", ends=True)
        ended = program.end()

    assert ended.verdict == "AC", ended
    assert ended.stdout.endswith("in all 4\r\n")


@contained
def test_an_interrupt_typed_at_a_terminal_ends_it() -> None:
    with talk("print('ready')\nwhile True: pass", terminal=Terminal()) as program:
        program.read_until("ready\r\n")
        program.say("\x03")
        ended = program.end()

    assert ended.verdict == "RTE"
    assert "KeyboardInterrupt" in ended.stdout


@contained
def test_what_it_says_of_errors_is_on_its_terminal() -> None:
    with talk("print(1 / 0)", terminal=Terminal()) as program:
        ended = program.end()

    assert ended.verdict == "RTE"
    assert "ZeroDivisionError" in ended.stdout
    assert ended.stderr == ""


# words themselves


def test_words_are_heard_in_order_and_once() -> None:
    words = Words()
    words.say(Stdin(text="a"))
    words.feed(b"\xff")
    words.end_input()

    assert words.heard() == [Stdin(text="a"), b"\xff", Stdin(ends=True)]
    assert words.heard() == []


def test_those_under_others_end_with_them_and_hear_nothing_else() -> None:
    words = Words()
    under = Words(under=words)
    words.say(Stdin(text="a"))
    assert under.heard() == []
    assert not under.is_stopped

    words.stop()

    assert under.is_stopped
    assert Words(under=under).is_stopped
