"""The door for those who run a program in this very process: cases in, events on the way, a verdict out."""

import re
from collections.abc import Callable
from threading import Event as Flag

from runner.judge import Judged, summed_up, verdict_of
from runner.languages import DRIVER, TOOLCHAINS, Interpreter, Toolchain
from runner.launch import Containment, Program
from runner.machine import REMEDIES, this_machine
from runner.protocol import Case, Event, Finished, Output, RunRequest, Started, Stream
from runner.sandbox import BOX
from runner.watch import Audience, watch

FILE_NAME = re.compile(r"[\w][\w.-]{0,99}", re.ASCII)


def run(request: RunRequest, on_event: Callable[[Event], None], stop: Flag | None = None) -> Finished:
    """Run the program on each of its cases, one after the other, each in a sandbox of its own, and return
    when nothing of it is left. Everything is told as an event, the end too. `stop`, once set, ends it within
    hundredths of a second with RTE. Nothing is raised that a request could cause: what cannot be run is IE.
    """
    finished = refusal(request) or Run(request, on_event, stop or Flag()).finished()
    on_event(finished)
    return finished


def refusal(request: RunRequest) -> Finished | None:
    """Why it cannot be run at all."""
    machine = this_machine()
    if machine.missing:
        lacking = "; ".join(f"{machine.details[code]}: {REMEDIES[code]}" for code in machine.missing)
        return failed(f"This machine cannot contain programs, so none is run. {lacking}")
    if request.language not in machine.interpreters:
        return failed(f"This machine has no {TOOLCHAINS[request.language].title}.")
    names = [file.name for file in request.files]
    if not request.cases:
        return failed("There is no case to run the program on.")
    if request.entry not in names or len(set(names)) < len(names):
        return failed("The files of the program must differ in name, and one must be the entry.")
    if wrong := [name for name in names if not FILE_NAME.fullmatch(name)]:
        return failed(f"A file cannot be called {wrong[0]!r}: letters, digits, dots, dashes only.")
    return None


def failed(reason: str) -> Finished:
    return Finished(verdict="IE", cases=[], time_ms=0, memory_kb=0, stdout="", stderr="", reason=reason)


class Run:
    def __init__(self, request: RunRequest, on_event: Callable[[Event], None], stop: Flag) -> None:
        machine = this_machine()
        assert machine.containment
        self.containment: Containment = machine.containment
        self.interpreter: Interpreter = machine.interpreters[request.language]
        self.toolchain: Toolchain = TOOLCHAINS[request.language]
        self.request, self.on_event, self.stop = request, on_event, stop
        self.is_plain = len(request.cases) == 1 and not request.cases[0].name
        self.has_started = False

    def finished(self) -> Finished:
        judged: list[Judged] = []
        for case in self.request.cases:
            judged.append(self.judge(case))
            if self.stop.is_set():
                break
            if len(judged) == 1 and judged[0].verdict == "RTE" and not self.compiles():
                judged = [Judged(each, judged[0].ended, "CE") for each in self.request.cases]
                break
        return summed_up(judged)

    def judge(self, case: Case) -> Judged:
        ended = watch(
            self.containment,
            self.program(self.toolchain.run),
            self.request.limits,
            stdin=case.stdin.encode("utf-8", "replace"),
            stop=self.stop,
            audience=Audience(self.on_started, self.on_output if self.is_plain else None),
        )
        return Judged(case, ended, verdict_of(ended, case.expected))

    def compiles(self) -> bool:
        """Asked in a sandbox too: a compiler reads what the candidate wrote."""
        if not self.toolchain.check:
            return True
        ended = watch(
            self.containment, self.program(self.toolchain.check), self.request.limits, stop=self.stop
        )
        return ended.how != "exited" or ended.exit == 0

    def program(self, command: tuple[str, ...]) -> Program:
        files = {f"{BOX}/{file.name}": file.text.encode("utf-8", "replace") for file in self.request.files}
        if self.toolchain.driver:
            files[DRIVER] = self.toolchain.driver.read_bytes()
        arguments = [word.format(entry=f"{BOX}/{self.request.entry}") for word in command]
        return Program(
            argv=[str(self.interpreter.path), *arguments], files=files, folders=self.interpreter.folders
        )

    def on_started(self) -> None:
        if not self.has_started:
            self.has_started = True
            self.on_event(Started())

    def on_output(self, stream: Stream, text: str, at_ms: int) -> None:
        self.on_event(Output(stream=stream, text=text, at_ms=at_ms))
