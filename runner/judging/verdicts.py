"""From how a program ended to a verdict, and from the verdicts of all cases to that of the run."""

from collections.abc import Sequence
from dataclasses import dataclass
from signal import SIGXCPU

from msgspec import structs

from runner.judging.compare import Comparer, difference
from runner.protocol import Case, CaseResult, Difference, Finished, Message, Verdict
from runner.sandbox.watch import Ended, How

AT_A_LIMIT: dict[How, Verdict] = {
    "time": "TLE",
    "memory": "MLE",
    "output": "OLE",
    "stopped": "RTE",
    "broken": "IE",
}
COMPILER_AT_A_LIMIT: dict[How, str] = {
    "time": "it took too long",
    "memory": "it needed too much memory",
    "output": "what it said, or made, was too much",
}


@dataclass(frozen=True, kw_only=True)
class Judged:
    case: Case
    ended: Ended
    verdict: Verdict
    differs: Difference | None = None
    note: str = ""
    reason: str = ""
    """Of IE, where it was not the sandbox that failed."""


def compared(judge: Comparer, case: Case, ended: Ended) -> Judged:
    """What one case comes to. An exit other than 0 counts before the output does."""
    failure = failure_of(ended)
    if failure or case.expected is None:
        return Judged(case=case, ended=ended, verdict=failure or "AC")
    differs = difference(judge, ended.stdout.text, case.expected)
    return Judged(case=case, ended=ended, verdict="WA" if differs else "AC", differs=differs)


def failure_of(ended: Ended) -> Verdict | None:
    """None if the program ended well, whatever it printed."""
    if ended.how != "exited":
        return AT_A_LIMIT[ended.how]
    if ended.signal == SIGXCPU:
        return "TLE"
    return None if ended.exit == 0 else "RTE"


def not_compiled(cases: Sequence[Case], ended: Ended, messages: list[Message]) -> Finished:
    """A compiler that takes too long or too much has met a program that asks for it, and cannot say so."""
    judged = [Judged(case=case, ended=ended, verdict="CE") for case in cases]
    finished = summed_up(judged, messages)
    if ended.how not in COMPILER_AT_A_LIMIT:
        return finished
    said = f"{finished.stderr}\nThe compiler was ended: {COMPILER_AT_A_LIMIT[ended.how]}.\n"
    return structs.replace(finished, stderr=said.lstrip())


def summed_up(judged: Sequence[Judged], messages: Sequence[Message] = ()) -> Finished:
    """`judged` has at least one."""
    decisive = next((each for each in judged if each.verdict != "AC"), judged[0])
    ended = decisive.ended
    is_about_compiling = decisive.verdict == "CE"
    return Finished(
        verdict=decisive.verdict,
        cases=[result(each) for each in judged],
        time_ms=max(each.ended.time_ms for each in judged),
        wall_ms=max(each.ended.wall_ms for each in judged),
        memory_kb=max(each.ended.memory_kb for each in judged),
        stdout="" if is_about_compiling else ended.stdout.text,
        stderr=ended.stderr.text,
        exit=ended.exit,
        signal=ended.signal,
        truncated=ended.stdout.has_overflowed or ended.stderr.has_overflowed,
        reason=reason_of(decisive) if decisive.verdict == "IE" else "",
        messages=list(messages),
    )


def reason_of(judged: Judged) -> str:
    return judged.reason or f"The sandbox failed: {judged.ended.complaint.strip()}"


def result(judged: Judged) -> CaseResult:
    return CaseResult(
        name=judged.case.name,
        verdict=judged.verdict,
        time_ms=judged.ended.time_ms,
        wall_ms=judged.ended.wall_ms,
        memory_kb=judged.ended.memory_kb,
        differs=judged.differs,
        note=judged.note,
    )
