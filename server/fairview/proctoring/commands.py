"""`fairview proctor`: what the rules make of a recorded log or video, without a database or a server."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from fairview.evidence.public import Log, Problem, read_log, verify_chain
from fairview.policies.public import DEFAULT, get_policy, load_policy_file, parse_policy
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


def seconds_between(
    _context: click.Context, _parameter: click.Parameter, text: str | None
) -> tuple[float, float] | None:
    if text is None:
        return None
    try:
        start, end = (float(part) for part in text.split("-"))
    except ValueError:
        raise click.BadParameter("say it as two times in seconds, such as 12-15.5.") from None
    if not start < end:
        raise click.BadParameter("the end must come after the beginning.")
    return start, end


@proctor.command()
@click.argument("recordings", metavar="VIDEO|IMAGES…", type=FILE, nargs=-1, required=True)
@click.option("--rate", type=click.FloatRange(2, 30), default=10, help="Readings a second (10).")
@click.option("--neutral", metavar="A-B", callback=seconds_between, help="Seconds in which they look ahead.")
@click.option("--sound", type=FILE, help="Hear this WAV file instead of the video's own sound.")
@click.option(
    "--objects/--no-objects", default=True, help="Look for phones, books and devices, twice a second."
)
@click.option("--policy", type=FILE, help="Judge by this YAML file instead of the default policy.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--out", type=click.Path(dir_okay=False, writable=True, path_type=Path), help="Write the log here."
)
def analyze(
    recordings: tuple[Path, ...],
    *,
    rate: float,
    neutral: tuple[float, float] | None,
    sound: Path | None,
    objects: bool,
    policy: Path | None,
    as_json: bool,
    out: Path | None,
) -> None:
    """See a recorded VIDEO, or IMAGES, as the candidate's device would, and judge by the same rules.

    The first three steady seconds are the person's neutral, unless --neutral names others. The video's own
    sound is heard where ffmpeg is installed. Phones, books and devices are looked for when the policy watches
    objects or has a rule for one of them.
    """
    # What decodes and reads pictures is large; replaying a log needs none of it.
    from fairview.proctoring import analyze as recorded

    if recorded.are_pictures(recordings):
        if sound:
            raise click.UsageError("Pictures have no time to lay a sound beside: leave out --sound.")
        if out:
            raise click.UsageError("Pictures have no time, so there is no log of them: leave out --out.")
        pictures = recorded.analyze_pictures(recordings)
        said = [recorded.picture_in_words(one) for one in pictures]
        click.echo(json.dumps({"pictures": pictures}) if as_json else "\n".join(said))
        return
    judged_by = load_policy_file(policy) if policy else get_policy(DEFAULT)
    analysis = recorded.analyze_video(
        recordings[0], rate, neutral, judged_by, out, sound=sound, objects=objects
    )
    words = [in_words(analysis), *recorded.notes_in_words(analysis)]
    click.echo(json.dumps(analysis, ensure_ascii=False) if as_json else "\n".join(words))


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
