"""Both twins over the clips."""

import time
from collections.abc import Callable, Sequence

from bench.vision.strata.agreement import Agreement
from bench.vision.strata.browser_side import opened
from bench.vision.strata.clips import Clip
from bench.vision.strata.python_side import said_in_python
from bench.vision.strata.results import Results, Side
from bench.vision.strata.said import Said, already
from bench.vision.strata.score import scored
from bench.vision.strata.things import thing_clips, things_said

EVERY = 20


def so_far(every: Sequence[Clip]) -> Results:
    """Of the clips that the twins have read in earlier runs, each its own."""
    python, browser = (already(side, every) for side in ("python", "browser"))
    both = [clip for clip in every if clip.name in python and clip.name in browser]
    agreement = Agreement()
    for clip in both:
        agreement.add(clip.name, python[clip.name], browser[clip.name])
    things = already("python", thing_clips(), "things")
    told = [(clip, things[clip.name]) for clip in thing_clips() if clip.name in things]
    sides = [
        side(name, [clip for clip in every if clip.name in found], found, 0)
        for name, found in (("Python", python), ("browser", browser))
    ]
    return Results(
        [clip for clip in every if clip.name in {**python, **browser}], sides, agreement, told, len(every)
    )


def run(every: Sequence[Clip], *, with_browser: bool) -> Results:
    python, python_s = told(every, said_in_python, "Python")
    names = {clip.name for clip in every}
    things = [(clip, things_said(clip, python[clip.name])) for clip in thing_clips() if clip.name in names]
    sides = [side("Python", every, python, python_s)]
    agreement = Agreement()
    if with_browser:
        with opened() as page:
            browser, browser_s = told(every, page.said, "browser")
        sides.append(side("browser", every, browser, browser_s))
        for clip in every:
            agreement.add(clip.name, python[clip.name], browser[clip.name])
    return Results(every, sides, agreement, things, len(every))


def told(every: Sequence[Clip], say: Callable[[Clip], Said], name: str) -> tuple[dict[str, Said], float]:
    started, found = time.monotonic(), {}
    for number, clip in enumerate(every, 1):
        found[clip.name] = say(clip)
        if number % EVERY == 0 or number == len(every):
            print(f"{name}: {number} of {len(every)} clips, {time.monotonic() - started:.0f} s", flush=True)
    return found, time.monotonic() - started


def side(name: str, every: Sequence[Clip], found: dict[str, Said], seconds: float) -> Side:
    return Side(name, [scored(clip, found[clip.name]) for clip in every], found, seconds)
