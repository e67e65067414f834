"""`strata.md` and the numbers beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from bench.vision.strata.agreement import PIXEL_STEP, SCORE_STEP, Agreement
from bench.vision.strata.clips import Clip
from bench.vision.strata.factors import FACTORS, Factor
from bench.vision.strata.honest import POLICY, Honest, honest
from bench.vision.strata.results import Results, Side
from bench.vision.strata.said import Said
from bench.vision.strata.score import AXES, DRAWS, Share, share
from bench.vision.strata.table import (
    FALLS_SHORT,
    STRATUM_HEAD,
    WHOLE,
    WITHIN,
    cell,
    delay_rows,
    markdown,
    stratum_rows,
    whole_rows,
)
from bench.vision.strata.things import found
from bench.vision.strata.truths import EDGE_DEG

HONEST = "honest"
# Of so many observed without one: nothing seen is not never.
THREE = 3

OPENING = """# Both twins against the truth

{clips} of the {asked} clips of the puppet's catalogue, {frames} frames, read by the Python twin, by the
product's own worker in Chromium, or by both, from the same pixels. `README.md` says how. In brackets: what 95
of 100 draws of clips give ({draws} draws). Shares are of frames, as the statements tile them, however late
these were made; frames in which eyes jump or people walk are not counted, nor looks beside the screen by
less than {edge}°. Without a neutral the product says nothing of looks, and that counts as missed.
"""


def paper(results: Results) -> str:
    parts = [opening(results), twins(results.agreement)]
    parts += [part for side in results.sides for part in whole(side)]
    parts += [things(results.things), *(alarms(side) for side in results.sides)]
    parts += strata(results.sides[-1])
    return "\n".join(parts)


def opening(results: Results) -> str:
    frames = sum(len(clip.times_ms) for clip in results.clips)
    told = {"clips": len(results.clips), "asked": results.asked, "frames": frames}
    return OPENING.format(**told, draws=DRAWS, edge=EDGE_DEG)


def twins(agreement: Agreement) -> str:
    worst = sorted(agreement.worst.items(), key=lambda pair: -pair[1])[:5]
    told = ", ".join(f"{name} {apart:.3f} px" for name, apart in worst)
    rows = [
        ["frames read by both", f"{agreement.frames}"],
        ["another number of people, or a face in one alone", f"{agreement.otherwise}"],
        [f"further apart than {PIXEL_STEP} px", f"{agreement.pixels}"],
        [f"further apart than {SCORE_STEP} in score", f"{agreement.scores}"],
        ["clips with another statement", f"{agreement.other_statements} of {agreement.clips}"],
        ["furthest apart", told],
    ]
    return f"## The twins side by side\n\n{markdown(('', ''), rows)}\n"


def whole(side: Side) -> Iterator[str]:
    head = ("true", "frames", "recall", "precision")
    title = f"All clips, {side.name} ({len(side.scored)} clips)"
    yield f"## {title}\n\n{markdown(head, whole_rows(side.scored))}\n"
    changes = ("a change of", "happened", "said before the next", "delay p50", "p95")
    yield f"{markdown(changes, delay_rows(side.scored))}\n"


def things(told: Sequence[tuple[Clip, Said]]) -> str:
    rows = [[one.kind, cell(one.recall), cell(one.false)] for one in found(told)]
    head = ("", "clips that show it, said", "clips that do not, said all the same")
    title = f"Things, Python ({len(told)} clips), by votes of 3 of 6 frames, 2 a second"
    return f"## {title}\n\n{markdown(head, rows)}\n"


def honest_of(side: Side) -> Honest:
    calm = [one.clip for one in side.scored if one.clip.script.stratum["name"] == HONEST]
    return honest([(clip, side.said[clip.name]) for clip in calm])


def alarms(side: Side) -> str:
    seen = honest_of(side)
    if not seen.hours:
        return ""
    per_hour = sum(seen.incidents.values()) / seen.hours
    rows = [
        ["incidents by the rules", f"{sum(seen.incidents.values())} ({per_hour:.0f} an hour)"],
        ["of them", ", ".join(f"{rule} {times}" for rule, times in seen.incidents.items()) or "–"],
        ["at most, if none was seen (95 %)", f"{THREE / seen.hours:.0f} an hour"],
        ["said to look away", f"{seen.away_seconds:.1f} s of {seen.hours * 3600:.0f} s"],
        ["eyes said to be shut (blinks are not)", f"{seen.closed_seconds:.1f} s"],
        ["said to have company", f"{seen.others_seconds:.1f} s"],
    ]
    return f"## Honest people, {side.name}, {POLICY}\n\n{markdown(('', ''), rows)}\n"


def strata(side: Side) -> Iterator[str]:
    yield (
        f"## Strata, {side.name}\n\nRecall, as above: of looks away, those said to go where they go. "
        f"{FALLS_SHORT}: more than {WITHIN} below the best of the same factor.\n"
    )
    for factor in FACTORS:
        groups = factor.groups(side.scored)
        if groups:
            note = f" ({factor.note})" if factor.note else ""
            yield f"### {factor.title}{note}\n\n{markdown(STRATUM_HEAD, stratum_rows(groups))}\n"


def numbers(results: Results) -> dict[str, Any]:
    """The same for programs."""
    agreement = asdict(results.agreement)
    return {
        "clips": len(results.clips),
        "of": results.asked,
        "twins": {name: agreement[name] for name in agreement if name != "worst"},
        "sides": {side.name: side_numbers(side) for side in results.sides},
        "things": [asdict(one) for one in found(results.things)],
    }


def side_numbers(side: Side) -> dict[str, Any]:
    parts = [f"{name}: {part}" for _, name in WHOLE for part in ("recall", "precision")]
    return {
        "clips": len(side.scored),
        "seconds": round(side.seconds),
        "all": {measure: plain(share(side.scored, measure)) for measure in [*parts, "faces: exact"]},
        "honest": asdict(honest_of(side)),
        "strata": {factor.title: stratum_numbers(factor, side) for factor in FACTORS},
    }


def stratum_numbers(factor: Factor, side: Side) -> dict[str, Any]:
    return {
        value: {
            "clips": len(every),
            "neutral": sum(one.has_neutral for one in every),
            **{name: plain(share(every, f"{name}: recall")) for name in ("present", *AXES, "centre")},
        }
        for value, every in factor.groups(side.scored).items()
    }


def plain(found: Share | None) -> dict[str, float] | None:
    return {name: round(number, 4) for name, number in asdict(found).items()} if found else None
