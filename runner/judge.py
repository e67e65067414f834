"""From how a program ended to a verdict, and from the verdicts of all cases to that of the run."""

from collections.abc import Sequence
from dataclasses import dataclass
from signal import SIGXCPU

from runner.protocol import Case, CaseResult, Finished, Verdict
from runner.watch import Ended, How

AT_A_LIMIT: dict[How, Verdict] = {
    "time": "TLE",
    "memory": "MLE",
    "output": "OLE",
    "stopped": "RTE",
    "broken": "IE",
}


@dataclass(frozen=True)
class Judged:
    case: Case
    ended: Ended
    verdict: Verdict


def verdict_of(ended: Ended, expected: str | None) -> Verdict:
    """What one case comes to. An exit other than 0 counts before the output does."""
    if ended.how != "exited":
        return AT_A_LIMIT[ended.how]
    if ended.signal == SIGXCPU:
        return "TLE"
    if ended.exit != 0:
        return "RTE"
    return "AC" if expected is None or is_same_output(ended.stdout.text, expected) else "WA"


def is_same_output(printed: str, expected: str) -> bool:
    """White space at the end of a line and empty lines at the end do not count."""
    return significant(printed) == significant(expected)


def significant(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip().split("\n")]


def summed_up(judged: Sequence[Judged]) -> Finished:
    """`judged` has at least one."""
    decisive = next((each for each in judged if each.verdict != "AC"), judged[0])
    ended = decisive.ended
    return Finished(
        verdict=decisive.verdict,
        cases=[
            CaseResult(
                name=each.case.name,
                verdict=each.verdict,
                time_ms=each.ended.time_ms,
                memory_kb=each.ended.memory_kb,
            )
            for each in judged
        ],
        time_ms=max(each.ended.time_ms for each in judged),
        memory_kb=max(each.ended.memory_kb for each in judged),
        stdout=ended.stdout.text,
        stderr=ended.stderr.text,
        exit=ended.exit,
        signal=ended.signal,
        truncated=ended.stdout.has_overflowed or ended.stderr.has_overflowed,
        reason=f"The sandbox failed: {ended.complaint.strip()}" if decisive.verdict == "IE" else "",
    )
