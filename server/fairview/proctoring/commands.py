"""`fairview proctor`: what the rules make of a recorded log, without a database or a server."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from fairview.evidence.public import Log, Problem, read_log, verify_chain
from fairview.policies.public import load_policy_file, parse_policy
from fairview.proctoring.public import as_replay_json, evaluate

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def proctor() -> None:
    """Observation: incidents and score from what a device saw."""


@proctor.command()
@click.argument("log", type=FILE)
@click.option("--policy", type=FILE, help="Judge by this YAML file instead of the policy in the log.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def replay(context: click.Context, log: Path, policy: Path | None, as_json: bool) -> None:
    """Recompute incidents and score from LOG, a file that `fairview report export --format log` wrote.

    The chain is checked too: with an entry that was changed, the exit is 1.
    """
    with log.open(encoding="utf-8") as file:
        recorded = read_log(file)
    judged_by = load_policy_file(policy) if policy else parse_policy(recorded.policy)
    outcome = as_replay_json(evaluate(recorded.entries, judged_by))
    problems = verify_chain(recorded.entries)
    if as_json:
        about = {
            "erased": erased_positions(recorded),
            "withheld": recorded.withheld,
            "problems": as_plain(problems),
        }
        click.echo(json.dumps(outcome | about, ensure_ascii=False))
    else:
        click.echo("\n".join([in_words(outcome), *wordless_in_words(recorded), chain_in_words(problems)]))
    context.exit(1 if problems else 0)


def as_plain(problems: Sequence[Problem]) -> list[dict[str, str]]:
    return [{"where": problem.where, "what": problem.what} for problem in problems]


def erased_positions(log: Log) -> list[int]:
    withheld = set(log.withheld)
    return [one.position for one in log.entries if not one.payload and one.position not in withheld]


def wordless_in_words(log: Log) -> list[str]:
    said = []
    if erased := erased_positions(log):
        said.append(f"Payloads erased: {len(erased)}.")
    if log.withheld:
        because = log.withheld_because
        said.append(f"Entries withheld from whoever fetched this file: {len(log.withheld)} ({because}).")
    return said


def chain_in_words(problems: Sequence[Problem]) -> str:
    if not problems:
        return "The chain of entries is whole."
    return "\n".join(["The log was changed:", *(f"{problem.where}: {problem.what}" for problem in problems)])


def in_words(outcome: dict[str, Any]) -> str:
    lines = [f"Policy {outcome['policy']}", *map(_incident_line, outcome["incidents"])]
    if not outcome["incidents"]:
        lines.append("No incidents.")
    lines.append(f"Observed for {outcome['coverage']:.1%} of the session.")
    lines.extend(_deduction_line(deduction) for deduction in outcome["deductions"])
    return "\n".join([*lines, _score_line(outcome)])


def _incident_line(incident: dict[str, Any]) -> str:
    end = "…" if incident["ended_ms"] is None else _clock(incident["ended_ms"])
    review = "" if incident["review"] == "open" else f" ({incident['review']})"
    return f"{_clock(incident['started_ms'])} – {end}  {incident['rule']}: {incident['reason']}{review}"


def _deduction_line(deduction: dict[str, Any]) -> str:
    capped = ", the most this rule takes" if deduction["capped"] else ""
    return f"−{deduction['points']} for {len(deduction['incidents'])} × {deduction['rule']}{capped}"


def _score_line(outcome: dict[str, Any]) -> str:
    if outcome["reason"] == "not_recomputable":
        return "Score not recomputable: what it rests on was erased."
    if outcome["score"] is None:
        return f"No score: {outcome['reason']}."
    return f"Score {outcome['score']} of 100"


def _clock(time_ms: int) -> str:
    minutes, rest_ms = divmod(time_ms, 60_000)
    return f"{minutes:02}:{rest_ms / 1_000:06.3f}"
