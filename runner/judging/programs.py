"""Judges that are programs themselves: a checker looks at what was printed, an interactor talks while it
is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Thread

from msgspec import structs

from runner.judging.verdicts import Judged, failure_of
from runner.languages.said import ended_as_said
from runner.languages.toolchain import Toolchain
from runner.protocol import Case, Limits, Verdict
from runner.sandbox.command import BOX
from runner.sandbox.launch import Containment, Program
from runner.sandbox.watch import Audience, Ended, Input, watch
from runner.sandbox.words import Words

JUDGING = Limits(cpu_ms=10_000, memory_kb=524_288, processes=64)
SAYS: dict[int, Verdict] = {0: "AC", 1: "WA"}
"""What a judge leaves with."""
NOTE_CHARS = 1_000
BROKEN = "The judge of this exercise failed"


@dataclass(frozen=True)
class ProgramJudge:
    """A judge that is ready to run."""

    containment: Containment
    program: Program

    def knowing(self, **known: str) -> Program:
        """It finds these as files beside it."""
        files = {f"{BOX}/{name}": text.encode("utf-8", "replace") for name, text in known.items()}
        return replace(self.program, files={**self.program.files, **files})


def checked(judge: ProgramJudge, case: Case, ended: Ended) -> Judged:
    """In a sandbox of its own, after the program has ended well."""
    if failure := failure_of(ended):
        return Judged(case=case, ended=ended, verdict=failure)
    given = judge.knowing(input=case.stdin, expected=case.expected or "", output=ended.stdout.text)
    return as_judged(case, ended, watch(judge.containment, given, JUDGING))


def as_judged(case: Case, ended: Ended, judging: Ended) -> Judged:
    verdict = SAYS.get(judging.exit if judging.exit is not None else -1) if judging.how == "exited" else None
    if verdict:
        return Judged(case=case, ended=ended, verdict=verdict, note=judging.stdout.text.strip()[:NOTE_CHARS])
    told = judging.stderr.text.strip() or judging.complaint or judging.how
    return Judged(
        case=case,
        ended=replace(ended, how="broken", complaint=f"{BROKEN}: {told[:NOTE_CHARS]}"),
        verdict="IE",
    )


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
    stderr. One that has made up its mind leaves, and the program reads the end of its input."""
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
    to_judge.end_input()
    thread.join()
    assert talk.judging
    ended = ended_as_said(contestant.toolchain, ended)
    is_wrong = talk.judging.how == "exited" and talk.judging.exit == 1
    failure = failure_of(ended)
    if failure and not (failure == "RTE" and is_wrong):
        return Judged(case=case, ended=ended, verdict=failure)
    judged = as_judged(case, ended, talk.judging)
    return replace(judged, note=talk.judging.stderr.text.strip()[:NOTE_CHARS])


class Talk:
    """The judge's side of it, in a thread of its own."""

    def __init__(self, judge: ProgramJudge, case: Case, words: Words, contestant: Contestant) -> None:
        self._judge, self._case, self._words, self._contestant = judge, case, words, contestant
        self.judging: Ended | None = None

    def judge(self) -> None:
        case, to_program = self._case, self._contestant.words
        self.judging = watch(
            self._judge.containment,
            self._judge.knowing(input=case.stdin, expected=case.expected or ""),
            structs.replace(JUDGING, cpu_ms=JUDGING.cpu_ms + 3 * self._contestant.limits.cpu_ms),
            given=Input(stays_open=True),
            words=self._words,
            audience=Audience(on_bytes=to_program.feed),
        )
        to_program.end_input()
