"""What staff do with interviews: plan, change, cancel, invite. Rooms report when one begins and ends."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction

from fairview.accounts.public import list_people
from fairview.audit.public import Actor, record
from fairview.candidates.public import get_candidate
from fairview.kit.clock import utc_now
from fairview.kit.errors import NotFound
from fairview.kit.events import publish
from fairview.policies.public import RuleName, get_policy, without_rules
from fairview.scheduling.clashes import hold_plans, refuse_clash
from fairview.scheduling.contracts import InterviewCancelled, InterviewMoved, InterviewPlanned
from fairview.scheduling.engine import Fold, WallTime, resolve
from fairview.scheduling.errors import (
    AlreadyPlanned,
    InterviewOver,
    InterviewPast,
    InterviewStarted,
    InterviewWasCancelled,
    PanelUnknown,
    RuleAgreedOff,
)
from fairview.scheduling.invitations import deliver_invitation
from fairview.scheduling.letters import cancellation_letter, send_letter
from fairview.scheduling.models import Interview, Interviewer
from fairview.scheduling.needs import settle_by_moving
from fairview.scheduling.permissions import require_planner
from fairview.scheduling.reminders import drop_reminders
from fairview.scheduling.texts import cancellation_text, text_candidate


@dataclass(frozen=True)
class Plan:
    candidate_id: UUID
    title: str
    at: WallTime
    minutes: int
    interviewer_ids: list[UUID]
    allow_overlap: bool = False
    """Plan it even where someone is taken at that time: the planner has been told."""


@dataclass(frozen=True)
class Change:
    """What is None stays. A date without a time keeps the time, and so on."""

    title: str | None = None
    date: str | None = None
    time: str | None = None
    zone: str | None = None
    fold: Fold | None = None
    minutes: int | None = None
    interviewer_ids: list[UUID] | None = None
    allow_overlap: bool = False


@transaction.atomic
def plan_interview(actor: Actor, plan: Plan) -> Interview:
    require_planner(actor)
    candidate = get_candidate(actor, plan.candidate_id)
    if candidate.erased_at is not None:
        raise NotFound
    hold_plans(candidate.organisation_id)
    interview = Interview(
        organisation_id=candidate.organisation_id,
        candidate=candidate,
        title=plan.title,
        starts_at=resolve(plan.at, utc_now()),
        zone=plan.at.zone,
        minutes=plan.minutes,
        created_by_id=actor.person,
    )
    _save(interview)
    _seat(actor, interview, plan.interviewer_ids)
    if not plan.allow_overlap:
        refuse_clash(interview)
    record(actor, "scheduling.interview_planned", "interview", interview.id)
    publish(InterviewPlanned(interview.id))
    return interview


@transaction.atomic
def move_interview(actor: Actor, interview_id: UUID, change: Change) -> None:
    """Change what was planned. An invited candidate is told, with a new link and calendar file."""
    require_planner(actor)
    hold_plans(actor.organisation)
    interview = _changeable(actor, interview_id)
    wanted_before = _taken_by(interview)
    if not _apply(actor, interview, change):
        return
    interview.sequence += 1
    _save(interview)
    if not change.allow_overlap and _taken_by(interview) != wanted_before:
        refuse_clash(interview)
    record(actor, "scheduling.interview_moved", "interview", interview.id, sequence=interview.sequence)
    if interview.starts_at != wanted_before[0]:
        settle_by_moving(actor, interview)
    if interview.live_invitation and interview.starts_at > utc_now():
        deliver_invitation(actor, interview, "changed")
    publish(InterviewMoved(interview.id))


@transaction.atomic
def cancel_interview(actor: Actor, interview_id: UUID) -> None:
    """Call it off. An invited candidate is told. Cancelling twice is cancelling once."""
    require_planner(actor)
    interview = _locked(actor, interview_id)
    if interview.cancelled_at is not None:
        return
    _refuse_if_held(interview)
    interview.cancelled_at = utc_now()
    interview.sequence += 1
    interview.save(update_fields=["cancelled_at", "sequence"])
    drop_reminders(interview.id, "cancelled")
    record(actor, "scheduling.interview_cancelled", "interview", interview.id)
    if interview.live_invitation:
        _deliver_cancellation(interview)
    publish(InterviewCancelled(interview.id))


@transaction.atomic
def send_invitation(actor: Actor, interview_id: UUID) -> None:
    """Send the candidate their link; any earlier one stops working."""
    require_planner(actor)
    interview = _changeable(actor, interview_id)
    if interview.ends_at < utc_now():
        raise InterviewPast
    deliver_invitation(actor, interview, "again" if interview.live_invitation else "first")


@transaction.atomic
def switch_rules_off(actor: Actor, interview_id: UUID, rules: Collection[RuleName]) -> None:
    """For this candidate, count nothing by these rules, and by all the others; before the talk begins. What
    was off when they agreed stays off: no more is counted than they were told."""
    require_planner(actor)
    interview = _changeable(actor, interview_id)
    before = get_policy(interview.policy)
    installed = get_policy(before.installed)
    consent = interview.live_consent
    if consent and not set(get_policy(consent.policy).without or []) <= set(rules):
        raise RuleAgreedOff(candidate=interview.candidate.name)
    interview.policy = without_rules(installed, rules).reference
    if interview.policy == before.reference:
        return
    interview.save(update_fields=["policy"])
    record(actor, "scheduling.rules_switched_off", "interview", interview.id, policy=interview.policy)


def mark_started(interview_id: UUID, at: datetime) -> str:
    """Its room went live: from now on the plan stands, and the policy, which is returned."""
    Interview.objects.filter(id=interview_id, started_at=None).update(started_at=at)
    drop_reminders(interview_id, "started")
    return Interview.objects.values_list("policy", flat=True).get(id=interview_id)


def mark_ended(interview_id: UUID, at: datetime) -> None:
    """Its room was ended: the candidate's link leads nowhere from now on."""
    Interview.objects.filter(id=interview_id, ended_at=None).update(ended_at=at)


def _locked(actor: Actor, interview_id: UUID) -> Interview:
    visible = Interview.objects.visible_to(actor).select_related("candidate", "organisation")
    interview = visible.select_for_update(of=("self",)).filter(id=interview_id).first()
    if interview is None:
        raise NotFound
    return interview


def _changeable(actor: Actor, interview_id: UUID) -> Interview:
    interview = _locked(actor, interview_id)
    if interview.cancelled_at is not None:
        raise InterviewWasCancelled
    _refuse_if_held(interview)
    return interview


def _refuse_if_held(interview: Interview) -> None:
    if interview.ended_at is not None:
        raise InterviewOver
    if interview.started_at is not None:
        raise InterviewStarted


def _apply(actor: Actor, interview: Interview, change: Change) -> bool:
    """Write the change into the interview; whether there was any."""
    before = (interview.title, interview.starts_at, interview.zone, interview.minutes)
    interview.title = change.title or interview.title
    interview.minutes = change.minutes or interview.minutes
    wanted = _wanted_wall(interview, change)
    if wanted != _planned_wall(interview):
        interview.starts_at, interview.zone = resolve(wanted, utc_now()), wanted.zone
    after = (interview.title, interview.starts_at, interview.zone, interview.minutes)
    seats_changed = change.interviewer_ids is not None and _seat(actor, interview, change.interviewer_ids)
    return seats_changed or before != after


def _taken_by(interview: Interview) -> tuple[datetime, int, frozenset[UUID]]:
    """Whose time it takes, and when: only a change of these can clash with something."""
    seated = frozenset(interview.panel.values_list("user_id", flat=True))
    return interview.starts_at, interview.minutes, seated


def _planned_wall(interview: Interview) -> WallTime:
    local = interview.starts_at.astimezone(ZoneInfo(interview.zone))
    return WallTime(f"{local:%Y-%m-%d}", f"{local:%H:%M}", interview.zone, 1 if local.fold else 0)


def _wanted_wall(interview: Interview, change: Change) -> WallTime:
    """The same as planned where nothing else is said; then even an hour that comes twice is the known one."""
    planned = _planned_wall(interview)
    date, time, zone = change.date or planned.date, change.time or planned.time, change.zone or planned.zone
    is_same = (date, time, zone) == (planned.date, planned.time, planned.zone)
    return WallTime(date, time, zone, planned.fold if is_same and change.fold is None else change.fold)


def _seat(actor: Actor, interview: Interview, interviewer_ids: list[UUID]) -> bool:
    """Give the panel exactly these seats; whether that changed it."""
    wanted = set(interviewer_ids)
    if not wanted or not wanted <= {person.id for person in list_people(actor.organisation)}:
        raise PanelUnknown(field="interviewer_ids")
    seated = set(interview.panel.values_list("user_id", flat=True))
    interview.panel.exclude(user_id__in=wanted).delete()
    Interviewer.objects.bulk_create(Interviewer(interview=interview, user_id=one) for one in wanted - seated)
    return wanted != seated


def _save(interview: Interview) -> None:
    try:
        with transaction.atomic():
            interview.save()
    except IntegrityError:
        raise AlreadyPlanned(candidate=interview.candidate.name) from None


def _deliver_cancellation(interview: Interview) -> None:
    letter, reference = cancellation_letter(interview), f"cancellation:{interview.id}"
    send_letter(interview, interview.candidate.email, letter, reference, interview.ends_at)
    text = cancellation_text(interview)
    text_candidate(interview, text, f"cancellation_text:{interview.id}", interview.ends_at)
