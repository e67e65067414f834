"""From facts, log and policy to the document. Pure: the same three give the same findings anywhere."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

import msgspec

from fairview.coding.contracts import CodeRecord
from fairview.evidence.contracts import Entry
from fairview.policies.contracts import Policy, Rule, RuleName
from fairview.proctoring.contracts import Deduction, Incident, Outcome
from fairview.proctoring.public import evaluate
from fairview.reports.contracts import (
    Findings,
    Reason,
    ReportDocument,
    ReportFacts,
    ReportIncident,
    ReportLog,
    ReportObject,
    ReportOutcome,
    ReportRibbon,
    ReportRule,
    ReportStream,
)
from fairview.reports.findings.cards import SUBMITTED, scorecards
from fairview.reports.findings.doubts import uncertainties
from fairview.reports.findings.exercises import exercises
from fairview.reports.findings.lead import OBJECT_KINDS, lead
from fairview.reports.findings.moments import hidden_stretches, moments
from fairview.reports.findings.parts import parts
from fairview.reports.findings.silences import silences
from fairview.reports.findings.timescale import Timescale
from fairview.reports.findings.watch import watch

CLOSED = "evidence.stream_closed"
RUN_FINISHED = "coding.run_finished"
ACTS: dict[str, Reason] = {
    "proctoring.incident_reviewed": "review",
    SUBMITTED: "scorecard",
    RUN_FINISHED: "run",
}
"""Entries that are a reason of their own for a new version."""


def compute(
    facts: ReportFacts, entries: Sequence[Entry], policy: Policy, code: Sequence[CodeRecord] = ()
) -> Findings:
    """What is to be said about a session, given its whole log in any order, and what coding makes of it."""
    outcome = evaluate(entries, policy)
    scale = Timescale(outcome.started_us, outcome.ended_us)
    reported = _outcome(outcome, policy, scale, uncertainties(outcome.incidents, entries))
    objects = _objects(reported.incidents)
    written, cards = exercises(code, scale), scorecards(entries, scale)
    return Findings(
        facts=facts,
        started_us=outcome.started_us,
        ended_us=outcome.ended_us,
        duration_ms=scale.duration_ms,
        policy=policy,
        outcome=reported,
        focus_losses=sum(rule.counting for rule in reported.rules if rule.rule == "look_away"),
        page_hidden=len(hidden_stretches(entries, scale)),
        objects=objects,
        ribbon=ReportRibbon(moments=moments(reported.incidents, entries, scale), gaps=reported.gaps),
        code=written,
        scorecards=cards,
        lead=lead(reported, objects, written, cards, interviewers=len(facts.interviewers)),
        silences=silences(entries, scale),
        watch=watch(entries, scale),
    )


def document(
    findings: Findings, entries: Sequence[Entry], version: int, reason: Reason, created_us: int
) -> ReportDocument:
    """The findings as one version of the report."""
    return ReportDocument(
        **{name: getattr(findings, name) for name in Findings.__struct_fields__},
        version=version,
        reason=reason,
        created_us=created_us,
        log=summarise(entries),
    )


def open_moments(outcome: ReportOutcome) -> int:
    """How many were noted and neither confirmed nor dismissed; gaps in the watch need neither."""
    return sum(one.review == "open" and one.rule != "monitoring_gap" for one in outcome.incidents)


def findings_of(report: ReportDocument) -> Findings:
    return Findings(**{name: getattr(report, name) for name in Findings.__struct_fields__})


def encode(report: ReportDocument) -> bytes:
    """The document as bytes: canonical JSON, the same wherever it is read."""
    return msgspec.json.encode(report, order="sorted")


def decode(text: str | bytes) -> ReportDocument:
    return msgspec.json.decode(text, type=ReportDocument)


def reason_for(entries: Iterable[Entry], before: ReportDocument | None) -> Reason:
    """Why these entries make a new version, given the version before: the newest act of a person or a run, or
    else that they came late."""
    if before is None:
        return "ended"
    acts = [entry for entry in entries if entry.position > before.log.position and entry.kind in ACTS]
    return ACTS[max(acts, key=lambda entry: entry.position).kind] if acts else "late_entries"


def is_settled(entries: Iterable[Entry], now_us: int, quiet_us: int) -> bool:
    """Whether nothing more is to be waited for: every stream of the candidate was closed by its last entry,
    or nothing arrived for `quiet_us`, apart from what people do with a finished interview."""
    last: dict[UUID, Entry] = {}
    received_us = 0
    for entry in entries:
        if entry.kind not in ACTS:
            received_us = max(received_us, entry.received_us)
        if entry.role == "candidate":
            last[entry.stream_id] = _later(last.get(entry.stream_id), entry)
    if last and all(entry.kind == CLOSED for entry in last.values()):
        return True
    return now_us - received_us >= quiet_us


def summarise(entries: Iterable[Entry]) -> ReportLog:
    heads: dict[UUID, Entry] = {}
    count = position = 0
    for entry in entries:
        count, position = count + 1, max(position, entry.position)
        heads[entry.stream_id] = _later(heads.get(entry.stream_id), entry)
    streams = [
        ReportStream(
            stream=str(head.stream_id),
            author=str(head.author_id),
            role=head.role,
            through=head.number,
            head=head.hash.hex(),
        )
        for head in sorted(heads.values(), key=lambda entry: str(entry.stream_id))
    ]
    return ReportLog(position=position, entries=count, streams=streams)


def _later(known: Entry | None, entry: Entry) -> Entry:
    return entry if known is None or entry.number > known.number else known


def _outcome(
    outcome: Outcome, policy: Policy, scale: Timescale, doubts_us: Mapping[str, int]
) -> ReportOutcome:
    deductions = {deduction.rule: deduction for deduction in outcome.deductions}
    rules = [(name, rule) for name, rule in policy.rules.items() if rule.enabled]
    gains = parts(outcome, policy)
    return ReportOutcome(
        score=outcome.score,
        reason=outcome.reason,
        coverage_pm=outcome.coverage_pm,
        rules=[_rule(name, rule, outcome.incidents, deductions.get(name)) for name, rule in rules],
        incidents=[
            _incident(one, scale, gains.get(one.id, 0), doubts_us[one.id]) for one in outcome.incidents
        ],
        gaps=[scale.stretch(gap.started_us, gap.ended_us) for gap in outcome.gaps],
        watched_by=outcome.watched_by,
    )


def _rule(
    name: RuleName, rule: Rule, incidents: Sequence[Incident], deduction: Deduction | None
) -> ReportRule:
    reviews = [incident.review for incident in incidents if incident.rule == name]
    return ReportRule(
        rule=name,
        threshold_ms=rule.threshold_ms,
        found=len(reviews),
        confirmed=reviews.count("confirmed"),
        dismissed=reviews.count("dismissed"),
        counting=len(deduction.incidents) if deduction else 0,
        weight=rule.weight,
        cap=rule.cap,
        points=deduction.points if deduction else 0,
        capped=deduction.capped if deduction else False,
    )


def _incident(incident: Incident, scale: Timescale, points: int, doubt_us: int) -> ReportIncident:
    return ReportIncident(
        id=incident.id,
        rule=incident.rule,
        reason=incident.reason,
        started_ms=scale.ms(incident.started_us),
        raised_ms=scale.ms(incident.raised_us),
        ended_ms=scale.ms(incident.seen_until_us),
        severity_pm=incident.severity_pm,
        review=incident.review,
        note=incident.note,
        points=points,
        uncertainty_ms=-(-doubt_us // 1_000),
    )


def _objects(incidents: Iterable[ReportIncident]) -> list[ReportObject]:
    return [
        ReportObject(
            kind=one.rule,
            started_ms=one.started_ms,
            ended_ms=one.ended_ms,
            review=one.review,
            incident=one.id,
        )
        for one in incidents
        if one.rule in OBJECT_KINDS
    ]
