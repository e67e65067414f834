"""The letter's words on stretches in which nothing arrived."""

from zoneinfo import ZoneInfo

from fairview.kit.clock import as_datetime
from fairview.reports.contracts import ReportDocument, ReportSilence
from fairview.reports.letter.sentences import Sentences, clock


def silences_of(report: ReportDocument, say: Sentences) -> list[str]:
    """One sentence each, and what they mean."""
    if not report.silences:
        return []
    told = [_sentence(one, report, say) for one in report.silences]
    return [*told, say.say("reports:silences_mean")]


def _sentence(silence: ReportSilence, report: ReportDocument, say: Sentences) -> str:
    return say.say(
        f"reports:{_words_for(silence)}",
        until=_time(silence.ended_ms, report),
        length=clock(silence.ended_ms - silence.started_ms),
        count=silence.lost,
        **{"from": _time(silence.started_ms, report)},
    )


def _words_for(silence: ReportSilence) -> str:
    if silence.started_ms == silence.ended_ms:
        return "silence_lost"
    if silence.lost:
        return "silence_partly"
    return "silence_arrived" if silence.arrived else "silence_missing"


def _time(ms: int, report: ReportDocument) -> str:
    at = as_datetime((report.started_us or 0) + ms * 1_000).astimezone(ZoneInfo(report.facts.zone))
    return f"{at:%H:%M:%S}"
