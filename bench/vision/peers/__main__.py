"""`python -m bench.vision.peers` reads every few of the catalogue's clips with our pipeline, MediaPipe
FaceMesh, Human and WebGazer: the same frames in one page, one side after the other. It writes
`bench/vision/peers.md`.

`--timed-only` takes a handful of clips and tells what a frame costs and each side's memory.
`--accuracy-only` leaves memory out. `--every N` takes every Nth clip, `--dry` writes nothing.
"""

import argparse
import math
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.vision.peers import score
from bench.vision.peers.run import EVERY, SIDES, Read, memory_mb, peers_page
from bench.vision.strata.clips import Clip, clips
from bench.vision.strata.table import markdown

HERE = Path(__file__).parents[1]
TIMED = "skin-own"
NAMES = {"ours": "ours (worker)", "faceMesh": "FaceMesh", "human": "Human", "webGazer": "WebGazer's tracker"}
WITHOUT = """
coco-ssd and blazeface (npm `@tensorflow-models/coco-ssd` 2.2.3, `@tensorflow-models/blazeface` 0.1.0) carry
no weights: both fetch them from a hub when they are loaded, and no hub can be reached from the machines that
this is measured on. Human's own detector is a BlazeFace.
"""


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench.vision.peers",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--timed-only", action="store_true")
    only.add_argument("--accuracy-only", action="store_true")
    parser.add_argument("--every", type=int, default=EVERY, metavar="N")
    parser.add_argument("--dry", action="store_true")
    chosen = parser.parse_args()
    every = clips(TIMED) if chosen.timed_only else clips()[:: chosen.every]
    reads, ready, tasks = read_all(every)
    frames = sum(len(read.frames) for read in reads)
    parts = [f"# Beside the peers\n\n{len(reads)} clips of the catalogue, {frames} frames.\n"]
    if not chosen.timed_only:
        parts.append(accuracy(reads))
    memory = {} if chosen.accuracy_only else {side: memory_mb(side, every[0]) for side in SIDES}
    parts += [costs(reads, ready, tasks, memory), WITHOUT]
    text = "\n".join(parts)
    print(text)
    if not chosen.dry and not chosen.timed_only:
        (HERE / "peers.md").write_text(text, encoding="utf-8")


def read_all(every: Sequence[Clip]) -> tuple[list[Read], dict[str, float], list[dict[str, Any]]]:
    with peers_page() as page:
        ready = page.open(SIDES)
        reads = []
        for clip in every:
            reads.append(page.read(clip, SIDES))
            print(f"{len(reads)} of {len(every)}: {clip.name}", flush=True)
        return reads, ready, page.long_tasks()


def accuracy(reads: Sequence[Read]) -> str:
    head = ("", "face found", "found in empty rooms", "several counted", *D_PRIMES, "eyes from ours")
    return f"## Accuracy\n\n{markdown(head, [accuracy_row(reads, side) for side in SIDES])}\n"


D_PRIMES = tuple(f"d′ centre, {look}" for look in score.LOOKS)


def accuracy_row(reads: Sequence[Read], side: str) -> list[str]:
    shares = [part(reads, side) for part in (score.found, score.imagined, score.counted)]
    row = [NAMES[side], *(number(value, ".3f") for value in shares)]
    if side == "webGazer":
        return [*row, *("–" for _ in score.LOOKS), "–"]
    d_primes = [number(score.apart(reads, side, look), ".1f") for look in score.LOOKS]
    return [*row, *d_primes, "" if side == "ours" else f"{score.from_ours(reads, side):.2f} px"]


def number(value: float, form: str) -> str:
    return "–" if math.isnan(value) else format(value, form)


def costs(
    reads: Sequence[Read],
    ready: dict[str, float],
    tasks: list[dict[str, Any]],
    memory: dict[str, float],
) -> str:
    rows = []
    for side in SIDES:
        p50, p95 = np.percentile(score.costs_ms(reads, side), (50, 95))
        longest = score.longest_task_ms(reads, side, tasks)
        held = f"{memory[side]:.0f} MB" if side in memory else "–"
        row = [
            NAMES[side],
            f"{ready[side] / 1000:.1f} s",
            f"{p50:.1f}",
            f"{p95:.1f}",
            f"{longest:.0f} ms",
            held,
        ]
        rows.append(row)
    head = ("", "ready after", "ms a frame, p50", "p95", "longest task on the page", "memory of the page")
    load = f"Load average of the last minutes {os.getloadavg()[1]:.1f}, on {os.cpu_count()} cores."
    return f"## Costs\n\n{markdown(head, rows)}\n\n{load}\n"


if __name__ == "__main__":
    main()
