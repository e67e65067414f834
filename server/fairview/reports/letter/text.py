"""The report as a letter: every line of the PDF, in words, with the page's own numbers. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from fairview.kit.clock import as_datetime
from fairview.kit.languages import Locale, enumerated
from fairview.policies.contracts import RuleName
from fairview.reports.contracts import ReportDocument, ReportIncident, ReportRule
from fairview.reports.findings.lead import lead
from fairview.reports.letter.code import Code, code_of
from fairview.reports.letter.figures import day, percent
from fairview.reports.letter.people import Card, Mean, cards_of, means_of
from fairview.reports.letter.sentences import Sentences, clock
from fairview.reports.letter.silences import silences_of
from fairview.reports.letter.watch import watch_of


@dataclass(frozen=True)
class Decided:
    """The newest decision of a person, which is not part of the document."""

    decision: str
    reason: str
    by: str
    at: datetime


class Line(msgspec.Struct, frozen=True):
    """One moment: when, what, what is known of it, what a person wrote to it, what it takes off."""

    at: str
    title: str
    about: str
    note: str
    points: int
    is_dismissed: bool


class Span(msgspec.Struct, frozen=True):
    """A stretch of the ribbon, in permille of the session."""

    start: int
    end: int
    tone: str


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    locale: Locale
    is_rtl: bool
    title: str
    version: str
    heading: str
    role: str
    facts: list[str]
    lead: str
    ribbon: list[Span]
    ribbon_alt: str
    ribbon_ends: tuple[str, str]
    silences: list[str]
    score: str
    sum: str
    """`100 − 3 = 97`, or empty; then `sum_words` says why."""
    sum_words: str
    sum_lines: list[str]
    number_means: str
    erased: str
    """What was erased since, or empty."""
    lines: list[Line]
    means: list[Mean]
    watch: list[tuple[str, list[str]]]
    cards: list[Card]
    cards_note: str
    code: list[Code]
    decision: str
    decision_reason: str
    counts: list[tuple[str, str]]
    log: str
    log_text: str
    digest: str
    link: str
    labels: dict[str, str]


GAP: RuleName = "monitoring_gap"
"""Hatched on the ribbon, as every gap is."""
LABELS = (
    "happened",
    "happened_means",
    "watch_title",
    "nothing_happened",
    "interviewers",
    "code",
    "decision",
    "counts",
    "log_title",
)


def letter(
    report: ReportDocument, say: Sentences, *, decided: Decided | None, digest: str, link: str
) -> Letter:
    facts, outcome = report.facts, report.outcome
    words = say.say
    return Letter(
        locale=say.locale,
        is_rtl=say.is_rtl,
        title=words("reports:title", name=facts.candidate.name),
        version=words(f"reports:version_{report.reason}", version=report.version),
        heading=facts.candidate.name,
        role=facts.title,
        facts=_facts(report, say),
        lead=lead_of(report, say),
        ribbon=_ribbon(report),
        ribbon_alt=words("pdf:ribbon", moments=len(outcome.incidents)),
        ribbon_ends=("0:00", clock(report.duration_ms)),
        silences=silences_of(report, say),
        score="–" if outcome.score is None else str(outcome.score),
        sum=_sum(report),
        sum_words=_sum_words(report, say),
        sum_lines=[
            _sum_line(rule, say) for rule in outcome.rules if rule.points and outcome.score is not None
        ],
        number_means=_number_means(report, say),
        erased=words("reports:erased", count=report.erasure.payloads) if report.erasure else "",
        lines=[_line(one, say) for one in outcome.incidents],
        watch=watch_of(report.watch, say),
        means=means_of(report.scorecards, say),
        cards=cards_of(report.scorecards, say),
        cards_note=_cards_note(report, say),
        code=[code_of(exercise, say) for exercise in report.code],
        decision=_decision(decided, facts.zone, say),
        decision_reason=decided.reason if decided else "",
        counts=_counts(report, say),
        log=words(
            "reports:log_facts",
            count=report.log.entries,
            streams=len(report.log.streams),
            position=report.log.position,
        ),
        log_text=words("reports:log_text"),
        digest=words("pdf:digest", digest=digest),
        link=link,
        labels={name: words(f"reports:{name}") for name in LABELS},
    )


def lead_of(report: ReportDocument, say: Sentences) -> str:
    interviewers = len(report.facts.interviewers)
    told = report.lead or lead(report.outcome, report.objects, report.code, report.scorecards, interviewers)
    return " ".join(say.say(f"reports:{one.code}", **one.params) for one in told)


def _facts(report: ReportDocument, say: Sentences) -> list[str]:
    facts, zone = report.facts, ZoneInfo(report.facts.zone)
    told = []
    if report.started_us is not None and report.ended_us is not None:
        start, end = (as_datetime(at).astimezone(zone) for at in (report.started_us, report.ended_us))
        told.append(
            say.say(
                "pdf:from_until",
                date=day(start, say.locale),
                **{"from": f"{start:%H:%M}"},
                until=f"{end:%H:%M}",
                zone=facts.zone,
                length=clock(report.duration_ms),
            )
        )
    if facts.interviewers:
        people = enumerated([one.name for one in facts.interviewers], say.locale)
        told.append(say.say("reports:with", people=people))
    told.append(_observed(report, say))
    return told


def _ribbon(report: ReportDocument) -> list[Span]:
    length = max(1, report.duration_ms)
    gaps = [(gap.started_ms, gap.ended_ms, "gap") for gap in report.outcome.gaps]
    moments = [
        (one.started_ms, one.ended_ms, _tone(one, report))
        for one in report.outcome.incidents
        if one.review != "dismissed" and one.rule != GAP
    ]
    work = [
        (text.first_edit_ms, text.last_edit_ms, "work")
        for exercise in report.code
        for text in exercise.texts
        if text.first_edit_ms is not None and text.last_edit_ms is not None
    ]
    return [
        Span(min(1000, 1000 * start // length), min(1000, 1000 * end // length), tone)
        for start, end, tone in work + gaps + moments
    ]


def _tone(incident: ReportIncident, report: ReportDocument) -> str:
    """What counts only if a person confirms it is a note until then."""
    rule = report.policy.rules.get(incident.rule)
    waits = rule is not None and rule.counts == "when_confirmed" and incident.review != "confirmed"
    if waits:
        return "quiet"
    return "evidence" if incident.rule == "look_away" else "notice"


def _sum(report: ReportDocument) -> str:
    points = [rule.points for rule in report.outcome.rules if rule.points]
    if report.outcome.score is None or not points:
        return ""
    return f"{' − '.join(map(str, [100, *points]))} = {report.outcome.score}"


def _number_means(report: ReportDocument, say: Sentences) -> str:
    is_gone = report.erasure is not None and not report.erasure.recomputable
    has_none = "no_number_means" if report.outcome.score is None else "number_means"
    key = "number_not_recomputable" if is_gone else has_none
    return say.say(f"reports:{key}", policy=report.policy.reference)


def _sum_words(report: ReportDocument, say: Sentences) -> str:
    if report.outcome.reason == "not_recomputable":
        return say.say("reports:no_number_any_more")
    if report.outcome.score is None:
        return say.say("reports:no_number")
    return "" if _sum(report) else say.say("reports:sum_nothing")


def _observed(report: ReportDocument, say: Sentences) -> str:
    if program := report.outcome.watched_by:
        return say.say("reports:observed_by", program=program)
    whole = (report.outcome.coverage_pm + 5) // 10 * 10
    return say.say("reports:observed", share=percent(whole, say.locale))


def _sum_line(rule: ReportRule, say: Sentences) -> str:
    said = say.say(f"reports:sum_{rule.rule}", count=rule.counting, weight=rule.weight, points=rule.points)
    return f"{said} {say.say('reports:capped', cap=rule.cap)}" if rule.capped else said


def _line(incident: ReportIncident, say: Sentences) -> Line:
    seconds = (incident.ended_ms - incident.started_ms + 500) // 1000
    review = "" if incident.review == "open" else say.say(f"reports:was_{incident.review}")
    about = [say.say(f"proctoring:reason_{incident.reason}"), review]
    return Line(
        at=clock(incident.started_ms),
        title=say.say(f"proctoring:{_name_of(incident)}_past", seconds=seconds),
        about=" ".join(filter(None, about)),
        note=incident.note,
        points=incident.points or 0,
        is_dismissed=incident.review == "dismissed",
    )


def _name_of(incident: ReportIncident) -> str:
    """What it is called: its rule, but for a phone that may be a hand."""
    return "hand_or_phone" if incident.reason == "hand_or_phone_seen" else incident.rule


def _cards_note(report: ReportDocument, say: Sentences) -> str:
    if report.withheld_scorecards:
        return say.say("reports:withheld", count=report.withheld_scorecards)
    return "" if report.scorecards else say.say("reports:no_cards")


def _decision(decided: Decided | None, zone: str, say: Sentences) -> str:
    if decided is None:
        return say.say("reports:undecided")
    at = decided.at.astimezone(ZoneInfo(zone))
    said = say.say(f"reports:decided_{decided.decision}")
    return say.say("pdf:decided_by", said=said, by=decided.by, date=day(at, say.locale), time=f"{at:%H:%M}")


def _counts(report: ReportDocument, say: Sentences) -> list[tuple[str, str]]:
    found = {rule.rule: rule.found for rule in report.outcome.rules}
    numbers = {
        "focus_losses": report.focus_losses,
        "absences": found.get("absence", 0),
        "several_faces": found.get("several_faces", 0),
        "page_hidden": report.page_hidden,
    }
    told = [(say.say(f"reports:{name}"), str(number)) for name, number in numbers.items()]
    told.append((say.say("reports:objects"), _objects(report, say)))
    told.append((say.say("reports:agreed"), _agreed(report, say)))
    if off := report.policy.without:
        rules = enumerated([say.say(f"reports:rule_{rule}") for rule in off], say.locale)
        told.append((say.say("reports:not_counted"), say.say("reports:rules_agreed", rules=rules)))
    return told


def _objects(report: ReportDocument, say: Sentences) -> str:
    seen: Sequence[str] = [one.kind for one in report.objects if one.review != "dismissed"]
    kinds = [kind for kind in ("phone", "book", "device") if kind in seen]
    told = [say.say(f"reports:object_{kind}", count=seen.count(kind)) for kind in kinds]
    return enumerated(told, say.locale) or say.say("reports:no_objects")


def _agreed(report: ReportDocument, say: Sentences) -> str:
    consent = report.facts.consent
    if consent is None:
        return say.say("reports:agreed_nothing")
    if not consent.observation:
        return say.say("reports:agreed_call")
    further = [say.say(f"reports:agreed_{one}") for one in consent.further or ()]
    if not further:
        return say.say("reports:agreed_notes")
    return say.say("reports:agreed_notes_and", further=enumerated(further, say.locale))
