"""The engine of this machine: its own compilers and interpreters, in its own sandbox."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import structs

from runner.engines.asked import failed, nonsense_in
from runner.judging.calls import SignatureWrong, harnessed
from runner.judging.programs import Contestant, JudgeFailed, checked, ready_judge, talked_with
from runner.judging.verdicts import AT_A_LIMIT, Judged, compared, not_compiled, summed_up
from runner.languages.building import NotBuilt, Parts, Ready, built, program_of, with_grants
from runner.languages.found import Found
from runner.languages.said import ended_as_said, messages
from runner.machine import REMEDIES, found, offered, this_machine
from runner.protocol import (
    INTERACTIVE_MS,
    Calls,
    Case,
    Checker,
    Event,
    Finished,
    Interactor,
    Limits,
    Offered,
    Output,
    RunRequest,
    Started,
    Stream,
)
from runner.sandbox.launch import Containment, Program
from runner.sandbox.watch import Audience, Ended, Input, watch
from runner.sandbox.words import Words


class OwnEngine:
    name = "sandbox"

    def missing(self) -> Mapping[str, str]:
        return this_machine().lacking

    def offers(self) -> Sequence[Offered]:
        return offered()

    def run(self, request: RunRequest, on_event: Callable[[Event], None], words: Words) -> Finished:
        """Each case in a sandbox of its own, one after the other."""
        try:
            return refusal(request) or Run(request, on_event, words).finished()
        except (SignatureWrong, JudgeFailed) as error:
            return failed(str(error))


def refusal(request: RunRequest) -> Finished | None:
    """Why it cannot be run at all."""
    machine = this_machine()
    if not machine.containment:
        lacking = "; ".join(f"{found}: {REMEDIES[code]}" for code, found in machine.lacking.items())
        return failed(f"This machine cannot contain programs, so none is run. {lacking}")
    if isinstance(tool := found(request.language), str):
        return failed(f"This machine cannot run {request.language}: {tool}.")
    reason = nonsense_in(request)
    return failed(reason) if reason else None


def patient(request: RunRequest) -> Limits:
    """With whom somebody talks may wait for them."""
    if request.interactive and request.limits.wall_ms is None:
        return structs.replace(request.limits, wall_ms=INTERACTIVE_MS)
    return request.limits


class Run:
    def __init__(self, request: RunRequest, on_event: Callable[[Event], None], words: Words) -> None:
        containment, tool = this_machine().containment, found(request.language)
        assert containment and isinstance(tool, Found)
        self.containment: Containment = containment
        self.found: Found = tool
        self.request, self.on_event, self.words = request, on_event, words
        self.limits = with_grants(tool.toolchain.grants, patient(request))
        self.is_plain = len(request.cases) == 1 and not request.cases[0].name
        self.has_started = False

    def finished(self) -> Finished:
        """Raises `SignatureWrong`, `JudgeFailed`."""
        parts = Parts(self.request.files, self.request.entry)
        if isinstance(self.request.judge, Calls):
            parts = harnessed(self.request.language, parts, self.request.judge)
        ready = built(self.containment, self.found, parts, self.words)
        if isinstance(ready, NotBuilt):
            return self.as_not_built(parts, ready.ended)
        judge = self.judge(ready)
        judged: list[Judged] = []
        for case in self.request.cases:
            judged.append(judge(case))
            if self.words.is_stopped:
                break
            if len(judged) == 1 and judged[0].verdict == "RTE" and (complaint := self.complaint_about(parts)):
                return self.as_not_built(parts, complaint)
        return summed_up(judged)

    def as_not_built(self, parts: Parts, ended: Ended) -> Finished:
        if ended.how in {"broken", "stopped"}:
            return summed_up([Judged(case=self.request.cases[0], ended=ended, verdict=AT_A_LIMIT[ended.how])])
        request, toolchain = self.request, self.found.toolchain
        said = messages(toolchain, request.files, request.entry, ended.stderr.text)
        return not_compiled(request.cases, ended, said)

    def complaint_about(self, parts: Parts) -> Ended | None:
        """Of the compiler of a language that is not compiled; in a sandbox too, since it reads what somebody
        wrote."""
        if not self.found.toolchain.check:
            return None
        program = program_of(self.found, parts, self.found.toolchain.check, self.limits)
        ended = watch(self.containment, program, self.limits, words=Words(under=self.words))
        return ended if ended.how == "exited" and ended.exit != 0 else None

    # judging

    def judge(self, ready: Ready) -> Callable[[Case], Judged]:
        """Raises `JudgeFailed`."""
        judge = self.request.judge
        program = ready(self.limits, self.request.terminal)
        match judge:
            case Checker(source):
                checker = ready_judge(self.containment, source)
                return lambda case: checked(checker, case, self.watched(program, case))
            case Interactor(source):
                talker = ready_judge(self.containment, source)
                return lambda case: talked_with(talker, case, self.contestant(program), self.on_started)
            case _:
                return lambda case: compared(judge, case, self.watched(program, case))

    def contestant(self, program: Program) -> Contestant:
        return Contestant(program, self.limits, Words(under=self.words), self.found.toolchain)

    def watched(self, program: Program, case: Case) -> Ended:
        ended = watch(
            self.containment,
            program,
            self.limits,
            given=Input(
                stdin=case.stdin.encode("utf-8", "replace"),
                stays_open=self.is_plain and self.request.interactive,
            ),
            words=self.words if self.is_plain else Words(under=self.words),
            audience=Audience(self.on_started, self.on_output if self.is_plain else None),
        )
        return ended_as_said(self.found.toolchain, ended)

    def on_started(self) -> None:
        if not self.has_started:
            self.has_started = True
            self.on_event(Started())

    def on_output(self, stream: Stream, text: str, at_ms: int) -> None:
        self.on_event(Output(stream=stream, text=text, at_ms=at_ms))
