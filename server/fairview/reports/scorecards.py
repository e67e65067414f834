"""Scorecards: a draft that is kept as it is typed, and the card that its author stands by.

A draft belongs to its author alone. Submitting writes the card into the evidence log, so that the report
stays a function of the log; it may be submitted again, and the newest counts.
"""

from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from fairview.accounts.public import User
from fairview.audit.public import Actor, record
from fairview.evidence.public import append_from_server
from fairview.kit.clock import utc_now
from fairview.reports.contracts import ScorecardSubmitted
from fairview.reports.errors import (
    CompetencyUnknown,
    ScorecardChanged,
    ScorecardIncomplete,
    ScorecardTooLong,
    TalkNotStarted,
)
from fairview.reports.findings.sections import GivenNote, GivenRating, Recommendation
from fairview.reports.models import Scorecard, ScorecardNote, ScorecardRating
from fairview.reports.rubric import DEFAULT, get_rubric
from fairview.reports.tasks import prepare_report
from fairview.rooms.public import RoomSession, get_room
from fairview.scheduling.public import require_conductor

MOST_CHARACTERS = 15_000
"""Of all notes and closing words: with four bytes each they still fit into one entry of the log."""


@dataclass(frozen=True)
class Note:
    key: str
    competency: str
    at_ms: int | None
    text: str


@dataclass(frozen=True)
class Draft:
    """`ratings`: 1 to 4, or None for not seen; what is left out is not answered yet."""

    ratings: dict[str, int | None]
    notes: list[Note]
    recommendation: Recommendation | None
    closing: str


def get_scorecard(actor: Actor, room_session_id: UUID) -> Scorecard:
    """The actor's own card, empty where they have not begun. Raises `NotFound` or `Forbidden`."""
    room = _room(actor, room_session_id)
    return _card(actor, room).first() or Scorecard(
        room_session=room, author_id=actor.person, rubric=DEFAULT, version=0
    )


@transaction.atomic
def save_scorecard(actor: Actor, room_session_id: UUID, version: int, draft: Draft) -> Scorecard:
    """Replace version `version` of the actor's card (0 begins one). Raises `NotFound`, `Forbidden`,
    `ScorecardChanged` where another tab saved since, `CompetencyUnknown` or `ScorecardTooLong`."""
    room = _room(actor, room_session_id)
    card = _card(actor, room).select_for_update().first()
    _check(draft, card.rubric if card else DEFAULT)
    if version != (card.version if card else 0):
        raise ScorecardChanged(version=card.version if card else 0)
    card = card or Scorecard(room_session=room, author_id=actor.person, rubric=DEFAULT)
    card.version += 1
    card.recommendation, card.closing = draft.recommendation or "", draft.closing
    card.saved_at = utc_now()
    card.save()
    _replace_parts(card, draft)
    return card


@transaction.atomic
def submit_scorecard(actor: Actor, room_session_id: UUID, version: int) -> Scorecard:
    """Write version `version` of the actor's card into the log; once only, however often it is asked for.

    Raises `NotFound`, `Forbidden`, `ScorecardChanged`, `ScorecardIncomplete` or `TalkNotStarted`.
    """
    room = _room(actor, room_session_id)
    card = _card(actor, room).select_for_update().first()
    if card is None:
        raise ScorecardIncomplete
    if card.version != version:
        raise ScorecardChanged(version=card.version)
    if room.started_at is None:
        raise TalkNotStarted
    if card.submitted_version == version:
        return card
    card.submitted_version, card.submitted_at = version, utc_now()
    card.save(update_fields=["submitted_version", "submitted_at"])
    record(actor, "reports.scorecard_submitted", "room_session", room.id, version=version)
    append_from_server(room.id, _as_submitted(card), actor_id=actor.person)
    prepare_report.enqueue(str(room.id))
    return card


def _as_submitted(card: Scorecard) -> ScorecardSubmitted:
    rubric = get_rubric(card.rubric)
    given = dict(card.ratings.values_list("competency", "rating"))
    if not card.recommendation or set(given) != set(rubric.titles):
        raise ScorecardIncomplete
    return ScorecardSubmitted(
        by=str(card.author_id),
        name=User.objects.get(id=card.author_id).name,
        rubric=card.rubric,
        recommendation=cast(Recommendation, card.recommendation),
        ratings=[
            GivenRating(competency=key, title=title, rating=given[key])
            for key, title in rubric.titles.items()
        ],
        notes=[
            GivenNote(competency=note.competency, at_ms=note.at_ms, text=note.text)
            for note in card.notes.order_by("id")
            if note.text
        ],
        closing=card.closing,
    )


def _check(draft: Draft, rubric: str) -> None:
    known = get_rubric(rubric).titles
    for competency in [*draft.ratings, *(note.competency for note in draft.notes)]:
        if competency not in known:
            raise CompetencyUnknown(field="ratings", competency=competency)
    characters = len(draft.closing) + sum(len(note.text) for note in draft.notes)
    if characters > MOST_CHARACTERS:
        raise ScorecardTooLong(field="notes", characters=characters, most=MOST_CHARACTERS)


def _replace_parts(card: Scorecard, draft: Draft) -> None:
    card.ratings.all().delete()
    card.notes.all().delete()
    ScorecardRating.objects.bulk_create(
        ScorecardRating(scorecard=card, competency=competency, rating=rating)
        for competency, rating in draft.ratings.items()
    )
    ScorecardNote.objects.bulk_create(
        ScorecardNote(
            scorecard=card, key=note.key, competency=note.competency, at_ms=note.at_ms, text=note.text
        )
        for note in draft.notes
    )


def _room(actor: Actor, room_session_id: UUID) -> RoomSession:
    """Cards are for those who may lead the interview."""
    room = get_room(actor, room_session_id)
    require_conductor(actor, room.interview)
    return room


def _card(actor: Actor, room: RoomSession) -> QuerySet[Scorecard]:
    return Scorecard.objects.filter(room_session=room, author_id=actor.person)
