"""Judges that are programs themselves: a checker looks at what was printed, an interactor talks while it
is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Event as Flag
from threading import Thread

from msgspec import structs

from runner.judging.verdicts import Judged, failure_of
from runner.languages.building import NotBuilt, Parts, built, with_grants
from runner.languages.said import ended_as_said, is_uncaught
from runner.languages.toolchain import Toolchain
from runner.machine import found
from runner.protocol import Case, Limits, Source, Verdict
from runner.sandbox.command import BOX
from runner.sandbox.launch import Containment, Program
from runner.sandbox.watch import Audience, Ended, Input, watch
from runner.sandbox.words import Words

JUDGING = Limits(cpu_ms=10_000, memory_kb=524_288, processes=64)
SAYS: dict[int, Verdict] = {0: "AC", 1: "WA"}
"""What a judge leaves with."""
NOTE_CHARS = 1_000


class JudgeFailed(Exception):
    """The program that judges could not be made ready; the message says why."""


@dataclass(frozen=True)
class ProgramJudge:
    """A judge that is ready to run."""

    containment: Containment
    program: Program
    toolchain: Toolchain
    limits: Limits

    def knowing(self, **known: str) -> Program:
        """It finds these as files beside it."""
        files = {f"{BOX}/{name}": text.encode("utf-8", "replace") for name, text in known.items()}
        return replace(self.program, files={**self.program.files, **files})

    def verdict(self, judging: Ended) -> Verdict | None:
        """None if it did not come to one."""
        if judging.how != "exited" or judging.exit is None or is_uncaught(self.toolchain, judging):
            return None
        return SAYS.get(judging.exit)


def ready_judge(containment: Containment, source: Source) -> ProgramJudge:
    """Raises `JudgeFailed`."""
    tool = found(source.language)
    if isinstance(tool, str):
        raise JudgeFailed(f"The judge of this exercise is in {source.language}, which cannot be run: {tool}.")
    ready = built(containment, tool, Parts(source.files, source.entry))
    if isinstance(ready, NotBuilt):
        raise JudgeFailed(f"The judge of this exercise does not compile: {ready.ended.stderr.text[:1000]}")
    limits = with_grants(tool.toolchain.grants, JUDGING)
    return ProgramJudge(containment, ready(limits, None), tool.toolchain, limits)


def checked(judge: ProgramJudge, case: Case, ended: Ended) -> Judged:
    """In a sandbox of its own, after the program has ended well. What it has to say goes to its stdout."""
    if failure := failure_of(ended):
        return Judged(case=case, ended=ended, verdict=failure)
    given = judge.knowing(input=case.stdin, expected=case.expected or "", output=ended.stdout.text)
    judging = watch(judge.containment, given, judge.limits)
    return as_judged(judge, case, ended, judging, note=judging.stdout.text)


def as_judged(judge: ProgramJudge, case: Case, ended: Ended, judging: Ended, note: str) -> Judged:
    if verdict := judge.verdict(judging):
        return Judged(case=case, ended=ended, verdict=verdict, note=note.strip()[:NOTE_CHARS])
    told = judging.stderr.text.strip() or judging.complaint or judging.how
    reason = f"The judge of this exercise failed: {told[-NOTE_CHARS:]}"
    return Judged(case=case, ended=ended, verdict="IE", reason=reason)


@dataclass(frozen=True)
class Contestant:
    """The program that is judged while it runs."""

    program: Program
    limits: Limits
    words: Words
    toolchain: Toolchain


def talked_with(
    judge: ProgramJudge, case: Case, contestant: Contestant, on_started: Callable[[], None]
) -> Judged:
    """Both run at once, and each reads what the other prints. What the judge has to say of it goes to its
    stderr. One that has made up its mind leaves, and the program reads the end of its input: how it ends
    then counts only where the judge was content."""
    to_judge = Words(under=contestant.words)
    talk = Talk(judge, case, to_judge, contestant)
    thread = Thread(target=talk.judge)
    thread.start()
    ended = watch(
        judge.containment,
        contestant.program,
        contestant.limits,
        given=Input(stays_open=True),
        words=contestant.words,
        audience=Audience(on_started=on_started, on_bytes=to_judge.feed),
    )
    ended = ended_as_said(contestant.toolchain, ended)
    talk.program_has_left.set()
    to_judge.end_input()
    thread.join()
    assert talk.judging
    failure = failure_of(ended)
    verdict = judge.verdict(talk.judging)
    # of one that prints without end the judge reads as much however fast the two are
    has_judged = verdict == "WA" if failure == "OLE" else talk.judge_left_first and verdict != "AC"
    if failure and not has_judged:
        return Judged(case=case, ended=ended, verdict=failure)
    return as_judged(judge, case, ended, talk.judging, note=talk.judging.stderr.text)


class Talk:
    """The judge's side of it, in a thread of its own."""

    def __init__(self, judge: ProgramJudge, case: Case, words: Words, contestant: Contestant) -> None:
        self._judge, self._case, self._words, self._contestant = judge, case, words, contestant
        self.program_has_left = Flag()
        self.judging: Ended | None = None
        self.judge_left_first = False

    def judge(self) -> None:
        case, judge, to_program = self._case, self._judge, self._contestant.words
        self.judging = watch(
            judge.containment,
            judge.knowing(input=case.stdin, expected=case.expected or ""),
            structs.replace(judge.limits, cpu_ms=judge.limits.cpu_ms + 3 * self._contestant.limits.cpu_ms),
            given=Input(stays_open=True),
            words=self._words,
            audience=Audience(on_bytes=to_program.feed),
        )
        self.judge_left_first = not self.program_has_left.is_set()
        to_program.end_input()
