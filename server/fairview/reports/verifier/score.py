"""The score, computed again from log and policy by the product's own rules, and held against the report."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import msgspec

from fairview.evidence.contracts import Entry as ProductEntry
from fairview.kit.errors import FairviewError
from fairview.policies.public import PolicyUnknown, get_policy, parse_policy
from fairview.proctoring.contracts import Outcome
from fairview.proctoring.public import evaluate
from fairview.proctoring.public import is_recomputable as rules_can
from fairview.reports.verifier.bundle import Bundle
from fairview.reports.verifier.canonical import canonical
from fairview.reports.verifier.findings import Problem
from fairview.reports.verifier.log import Entry, Log

FORMAT = "fairview.report.1"
STARTED = "rooms.session_started"
OF_OUTCOME = ("score", "reason", "coverage_pm")
OF_INCIDENT = ("id", "rule", "reason", "severity_pm", "review", "note")


def is_recomputable(log: Log) -> bool:
    """Not once words were erased that the score rests on."""
    kinds = {entry["position"]: entry["kind"] for entry in log.entries}
    return rules_can(kinds[position] for position in log.wordless)


def recompute(bundle: Bundle, log: Log) -> tuple[int | None, list[Problem]]:
    """The score of a log that holds, and where the report says something else."""
    try:
        policy = parse_policy(bundle.policy)
        outcome = evaluate(map(_as_product_entry, log.entries), policy)
    except (FairviewError, ValueError) as error:
        return None, [Problem("policy.json", f"The log cannot be judged by it: {error}")]
    return outcome.score, [
        *_policy_problems(bundle, log, outcome.policy),
        *_outcome_problems(bundle, outcome),
    ]


def check_report(bundle: Bundle, log: Log) -> Iterator[Problem]:
    """Whether the report is one about this log, as far as it says so itself."""
    report = bundle.report
    if report.get("format") != FORMAT:
        yield Problem("report.json", f"The format {report.get('format')!r} is not known.")
    if _told(report, "facts", "room_session") != bundle.header.get("session"):
        yield Problem("report.json", "It is about another session.")
    position = _told(report, "log", "position")
    streams = _told(report, "log", "streams")
    stated = [
        tuple(one.get(name) for name in ("stream", "through", "head"))
        for one in (streams if isinstance(streams, list) else [])
        if isinstance(one, dict)
    ]
    stood = log.heads_at(position) if type(position) is int else {}
    if not stated or stated != sorted((stream, *head) for stream, head in stood.items()):
        yield Problem("report.json", "The streams did not stand in the log where it says.")


def _policy_problems(bundle: Bundle, log: Log, reference: str) -> Iterator[Problem]:
    for where, told in (("report.json", bundle.report), ("log.jsonl, line 1", bundle.header)):
        if told.get("policy") != bundle.policy:
            yield Problem(where, "It has another policy than policy.json.")
    for entry in log.entries:
        if entry["kind"] == STARTED and _told(entry, "payload", "policy") != reference:
            yield Problem(
                f"position {entry['position']}", f"The talk began under another policy than {reference}."
            )
    try:
        known = msgspec.to_builtins(get_policy(reference))
    except PolicyUnknown:
        return
    if known != bundle.policy:
        yield Problem("policy.json", f"It is not what this program knows as {reference}.")


def _outcome_problems(bundle: Bundle, outcome: Outcome) -> Iterator[Problem]:
    for name in OF_OUTCOME:
        told, found = _told(bundle.report, "outcome", name), getattr(outcome, name)
        if told != found:
            yield Problem("report.json", f"It says {name} {told}; from the log follows {found}.")
    told = _told(bundle.report, "outcome", "incidents")
    found = [{name: getattr(one, name) for name in OF_INCIDENT} for one in outcome.incidents]
    if not isinstance(told, list) or [_only(one, OF_INCIDENT) for one in told] != found:
        yield Problem("report.json", "It tells of other incidents than follow from the log.")
    told = _told(bundle.report, "outcome", "rules")
    points = {one.rule: one.points for one in outcome.deductions}
    taken = {
        one.get("rule"): one.get("points")
        for one in told or []
        if isinstance(one, dict) and one.get("points")
    }
    if taken != points:
        yield Problem("report.json", "Its rules take other points than follow from the log.")


def _told(value: Any, *names: str) -> Any:
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _only(value: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: _told(value, name) for name in names}


def _as_product_entry(entry: Entry) -> ProductEntry:
    """In the product's own shape, for its rules. They do not look at hashes."""
    return ProductEntry(
        session_id=UUID(entry["session"]),
        stream_id=UUID(entry["stream"]),
        author_id=UUID(entry["author"]),
        payload=b"" if entry["payload"] is None else canonical(entry["payload"]),
        salt=bytes.fromhex(entry["salt"]),
        payload_hash=bytes.fromhex(entry["payload_hash"]),
        previous=bytes.fromhex(entry["previous"]),
        hash=bytes.fromhex(entry["hash"]),
        **{
            name: entry[name]
            for name in (
                "number",
                "position",
                "role",
                "kind",
                "epoch",
                "at_us",
                "estimated_us",
                "uncertainty_us",
                "received_us",
            )
        },
    )
