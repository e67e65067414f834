"""What the sides said of the frames, against the truth, and what it cost them."""

from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import Any

import numpy as np

from bench.vision.peers.run import Frame, Read
from bench.vision.strata.truths import Moment, moments

# A side's first frames compile and warm up: they are no measure of the rest.
WARM = 5
LOOKS = ("left", "right", "up", "down")
FEWEST = 3

Pair = tuple[Moment, Frame]


def pairs(reads: Iterable[Read]) -> Iterator[Pair]:
    for read in reads:
        yield from zip(moments(read.clip), read.frames, strict=False)


def found(reads: Sequence[Read], side: str) -> float:
    """Of frames with somebody in them, those in which the side has a face."""
    return share(frame[side]["faces"] > 0 for moment, frame in pairs(reads) if moment.presence == "present")


def imagined(reads: Sequence[Read], side: str) -> float:
    return share(frame[side]["faces"] > 0 for moment, frame in pairs(reads) if moment.faces == "0")


def counted(reads: Sequence[Read], side: str) -> float:
    """Of frames with several people, those in which the side has as many faces."""
    told = [(int(moment.faces), frame[side]["faces"]) for moment, frame in pairs(reads) if moment.faces]
    return share(true == said for true, said in told if true > 1)


def apart(reads: Sequence[Read], side: str, look: str) -> float:
    """d′ of the iris ratio between looks at the centre and looks there: the median of the clips."""
    ratio = "irisY" if look in ("up", "down") else "irisX"
    each = [d_prime(ratios(read, side, "centre", ratio), ratios(read, side, look, ratio)) for read in reads]
    return median(value for value in each if value is not None) if any(each) else float("nan")


def ratios(read: Read, side: str, look: str, ratio: str) -> list[float]:
    told = [frame[side].get(ratio) for moment, frame in pairs([read]) if moment.gaze == look]
    return [value for value in told if value is not None]


def d_prime(ones: Sequence[float], others: Sequence[float]) -> float | None:
    if min(len(ones), len(others)) < FEWEST:
        return None
    spread = np.sqrt((np.var(ones, ddof=1) + np.var(others, ddof=1)) / 2)
    return float(abs(np.mean(ones) - np.mean(others)) / spread)


def from_ours(reads: Sequence[Read], side: str) -> float:
    """Median distance of the point between the eyes from ours, in pixels."""
    told = [(frame["ours"].get("at"), frame[side].get("at")) for read in reads for frame in read.frames]
    return median(float(np.hypot(*np.subtract(one, other))) for one, other in told if one and other)


def costs_ms(reads: Sequence[Read], side: str) -> list[float]:
    every = [frame[side] for read in reads for frame in read.frames]
    return [said["endMs"] - said["startMs"] for said in every[WARM:]]


def longest_task_ms(reads: Sequence[Read], side: str, tasks: Sequence[dict[str, Any]]) -> float:
    """Of those that began while the side was at a frame, its first ones left out."""
    spans = [(frame[side]["startMs"], frame[side]["endMs"]) for read in reads for frame in read.frames][WARM:]
    mine = [
        task["duration"]
        for task in tasks
        if any(start <= task["startTime"] + 1 and task["startTime"] < end for start, end in spans)
    ]
    return max(mine, default=0.0)


def share(values: Iterable[bool]) -> float:
    every = list(values)
    return sum(every) / len(every) if every else float("nan")
