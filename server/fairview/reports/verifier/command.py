"""`fairview report verify`; without the rest of the program, `python -m fairview.reports.verifier`."""

import dataclasses
import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from fairview.reports.verifier.findings import Problem, Unusable
from fairview.reports.verifier.verify import CheckedSeal, Verdict
from fairview.reports.verifier.verify import verify as verify_bundle

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
UNUSABLE = 2
MOST_PROBLEMS = 50
MOST_RUNS = 20
"""So many are told in words; JSON has them all."""
RESTS_ON = {
    "key": "Everything holds, and is signed with the key that you named.",
    "receipt": "Everything holds, and the bundle has everything that the receipt has.",
    "self-consistent only": "Everything holds, but self-consistent only: whoever makes a key could have"
    " written all of it. Compare with a published key (--key) or a candidate's receipt (--receipt).",
}


def _fingerprint(
    _context: click.Context, _option: click.Parameter, given: tuple[str, ...]
) -> tuple[str, ...]:
    for one in given:
        if not re.fullmatch(r"[0-9a-fA-F]{32,64}", one):
            raise click.BadParameter("a fingerprint has 32 hexadecimal digits (up to 64 are compared).")
    return given


@click.command()
@click.argument("bundle", type=FILE)
@click.option(
    "--key",
    "keys",
    multiple=True,
    callback=_fingerprint,
    help="A key that may have signed it, by fingerprint.",
)
@click.option("--receipt", type=FILE, help="A candidate's receipt file.")
@click.option("--stamp-ca", type=FILE, help="Certificates (PEM) of time stamp authorities to trust.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def verify(
    context: click.Context,
    bundle: Path,
    *,
    keys: tuple[str, ...],
    receipt: Path | None,
    stamp_ca: Path | None,
    as_json: bool,
) -> None:
    """Check BUNDLE, which `fairview report export --format bundle` wrote: chain, seals, stamps and receipts,
    and the score by computing it again. Needs no database and no network.

    The exit is 0 where everything holds, 1 where something does not, 2 where the file is no bundle.
    """
    try:
        verdict = verify_bundle(bundle, keys, receipt, stamp_ca)
    except Unusable as refusal:
        click.echo(json.dumps(_unusable(refusal.problem)) if as_json else str(refusal), err=not as_json)
        context.exit(UNUSABLE)
    click.echo(json.dumps(as_plain(verdict), ensure_ascii=False) if as_json else in_words(verdict))
    context.exit(0 if verdict.ok else 1)


def as_plain(verdict: Verdict) -> dict[str, Any]:
    told = dataclasses.asdict(verdict)
    for seal in told["seals"]:
        if seal["stamp"]:
            seal["stamp"]["at"] = seal["stamp"]["at"].isoformat()
    return {"ok": verdict.ok, **told}


def _unusable(problem: Problem) -> dict[str, Any]:
    return {
        "ok": False,
        "trust": "self-consistent only",
        "score": None,
        "problems": [dataclasses.asdict(problem)],
    }


def in_words(verdict: Verdict) -> str:
    lines = [f"Session {verdict.session}, {verdict.entries} entries", *map(_seal_line, verdict.seals)]
    lines += _wordless_lines(verdict)
    if verdict.ok:
        return "\n".join([*lines, _score_line(verdict), RESTS_ON[verdict.trust]])
    told = [f"  {problem.where}: {problem.what}" for problem in verdict.problems[:MOST_PROBLEMS]]
    more = len(verdict.problems) - len(told)
    return "\n".join(
        [*lines, "This does not hold:", *told, *([f"  … and {more} more (--json)"] if more else [])]
    )


def _seal_line(seal: CheckedSeal) -> str:
    at = datetime.fromtimestamp(seal.sealed_us // 1_000_000, UTC)
    line = f"Seal {seal.sequence} of {at:%Y-%m-%d %H:%M:%S} UTC over {seal.positions} entries, key {seal.key}"
    return f"{line}\n  root {seal.root}\n  {_stamp_line(seal)}"


def _stamp_line(seal: CheckedSeal) -> str:
    if seal.stamp is None:
        return "no time stamp"
    word = "trusted" if seal.stamp.trusted else "not shown to be trusted (--stamp-ca)"
    return f"stamped at {seal.stamp.at:%Y-%m-%d %H:%M:%S} UTC by {seal.stamp.by}, {word}"


def _wordless_lines(verdict: Verdict) -> list[str]:
    named = {"erased": verdict.erased, "withheld from whoever fetched it": verdict.withheld}
    return [f"{len(found)} payloads {why}: {_runs(found)}" for why, found in named.items() if found]


def _runs(positions: Sequence[int]) -> str:
    """`3–17, 20`, and not more of them than anybody reads."""
    runs: list[list[int]] = []
    for position in positions:
        if runs and position == runs[-1][-1] + 1:
            runs[-1].append(position)
        else:
            runs.append([position])
    told = [f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs[:MOST_RUNS]]
    return ", ".join([*told, *(["…"] if len(runs) > MOST_RUNS else [])])


def _score_line(verdict: Verdict) -> str:
    if not verdict.recomputable:
        return "Score not recomputable: what it rests on was erased."
    return "No score follows from the log." if verdict.score is None else f"Score {verdict.score} of 100"
