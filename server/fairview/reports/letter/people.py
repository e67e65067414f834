"""What the interviewers think, in words. Pure."""

from collections.abc import Iterable

import msgspec

from fairview.reports.findings.cards import marks_of, mean_tenths
from fairview.reports.findings.sections import ReportScorecard
from fairview.reports.letter.figures import one_decimal
from fairview.reports.letter.sentences import Sentences, clock


class Mean(msgspec.Struct, frozen=True):
    """`tenths` is 0 where nobody saw it; a bar of four is 40 tenths long."""

    title: str
    tenths: int
    text: str


class Remark(msgspec.Struct, frozen=True):
    at: str
    competency: str
    text: str


class Card(msgspec.Struct, frozen=True):
    name: str
    recommendation: str
    is_yes: bool
    ratings: str
    closing: str
    notes: list[Remark]


def means_of(cards: Iterable[ReportScorecard], say: Sentences) -> list[Mean]:
    return [_mean(title, marks, say) for (_, title), marks in marks_of(cards).items()]


def _mean(title: str, marks: list[int], say: Sentences) -> Mean:
    tenths = mean_tenths(marks)
    return Mean(title, tenths, one_decimal(tenths, say.locale) if marks else say.say("reports:not_seen"))


def cards_of(cards: Iterable[ReportScorecard], say: Sentences) -> list[Card]:
    return [_card(card, say) for card in cards]


def _card(card: ReportScorecard, say: Sentences) -> Card:
    titles = {one.competency: one.title for one in card.ratings}
    return Card(
        name=card.name,
        recommendation=say.say(f"scorecards:recommend_{card.recommendation}"),
        is_yes=card.recommendation in {"yes", "strong_yes"},
        ratings=" · ".join(f"{one.title} {one.rating or '–'}" for one in card.ratings),
        closing=card.closing,
        notes=[
            Remark(
                "–" if note.at_ms is None else clock(note.at_ms),
                titles.get(note.competency, note.competency),
                note.text,
            )
            for note in card.notes
        ],
    )
