from datetime import datetime, timedelta
from typing import Any, get_args

from django.db import models
from django.db.models import Q

from fairview.audit.public import Actor
from fairview.kit.clock import utc_now
from fairview.kit.ids import new_id
from fairview.kit.languages import Locale, locale_of
from fairview.policies.public import DEFAULT
from fairview.scheduling.contracts import Channel, NeedKind, ReminderKind, ReminderState, WhySkipped


def choices_of(words: Any) -> list[tuple[str, str]]:
    """The words of a `Literal`, as a field has them."""
    return [(word, word) for word in get_args(words)]


class Interviews(models.QuerySet["Interview"]):
    def visible_to(self, actor: Actor) -> "Interviews":
        """All of the organisation; for an interviewer only those whose panel they are on."""
        if actor.kind not in {"staff", "service"} or actor.organisation_id is None:
            return self.none()
        mine = self.filter(organisation_id=actor.organisation_id)
        return mine.filter(panel__user_id=actor.person) if actor.role == "interviewer" else mine

    def for_card(self) -> "Interviews":
        panel = Interviewer.objects.select_related("user").order_by("user__name")
        return self.select_related("candidate", "organisation").prefetch_related(
            models.Prefetch("panel", panel), "invitations", "consents", "needs"
        )


class Interview(models.Model):
    """One planned talk. `starts_at` is an instant; `zone` is the one it was planned in."""

    id = models.UUIDField(primary_key=True, default=new_id)
    organisation = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    candidate = models.ForeignKey("candidates.Candidate", on_delete=models.PROTECT, related_name="interviews")
    title = models.CharField(max_length=200)
    starts_at = models.DateTimeField()
    zone = models.CharField(max_length=64)
    minutes = models.PositiveSmallIntegerField()
    policy = models.CharField(max_length=200, default=DEFAULT)
    """With what is switched off for the candidate, as `Policy.reference` says it."""
    lot = models.ForeignKey("candidates.Lot", on_delete=models.PROTECT, null=True, related_name="+")
    """The selection that led to it, if one did."""
    sequence = models.PositiveIntegerField(default=0)
    """Grows with each change that calendars must take over (RFC 5545 SEQUENCE)."""
    created_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    cancelled_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = Interviews.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organisation", "starts_at"], name="interview_by_start")]
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "starts_at"],
                condition=Q(cancelled_at=None),
                name="interview_once_per_candidate_and_start",
            ),
            models.CheckConstraint(condition=Q(minutes__range=(5, 480)), name="interview_minutes"),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(started_at__isnull=False),
                name="interview_begun_before_ended",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at=None) | Q(started_at=None), name="interview_held_or_cancelled"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.starts_at:%Y-%m-%d %H:%M}Z"

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def locale(self) -> Locale:
        """The language of what the candidate is sent."""
        return locale_of(self.candidate.locale, self.organisation.locale)

    @property
    def live_invitation(self) -> "Invitation | None":
        return next((one for one in self.invitations.all() if one.replaced_at is None), None)

    @property
    def live_consent(self) -> "Consent | None":
        return next((one for one in self.consents.all() if one.withdrawn_at is None), None)

    @property
    def open_needs(self) -> "list[Need]":
        return [one for one in self.needs.all() if one.answered_at is None]


class Interviewer(models.Model):
    """A seat on the panel."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="panel")
    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["interview", "user"], name="interviewer_once_per_interview")
        ]

    def __str__(self) -> str:
        return str(self.user)


class Invitation(models.Model):
    """A link that was sent. Its token is known only to the letter; here is the hash."""

    id = models.UUIDField(primary_key=True, default=new_id)
    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    message_id = models.UUIDField(null=True)
    created_at = models.DateTimeField(default=utc_now)
    opened_at = models.DateTimeField(null=True)
    """When the candidate first pressed Continue."""
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["interview"], condition=Q(replaced_at=None), name="invitation_one_live_per_interview"
            )
        ]

    def __str__(self) -> str:
        return f"invitation to {self.interview_id}"

    @property
    def reference(self) -> str:
        """How notifications know the letter."""
        return f"invitation:{self.id}"

    @property
    def text_reference(self) -> str:
        """How they know the text message beside it."""
        return f"invitation_text:{self.id}"


class DeviceSession(models.Model):
    """The one browser that a candidate continued on, known by the hash of its cookie."""

    id = models.UUIDField(primary_key=True, default=new_id)
    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="devices")
    secret_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=utc_now)
    ended_at = models.DateTimeField(null=True)
    ended_reason = models.CharField(
        max_length=20, blank=True, choices=[("replaced", "replaced"), ("left", "left")]
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["interview"], condition=Q(ended_at=None), name="device_one_live_per_interview"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_reason="")
                | Q(ended_at__isnull=False, ended_reason__in=["replaced", "left"]),
                name="device_ends_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"device for {self.interview_id}"


class Consent(models.Model):
    """What the candidate agreed to: the call, and, if they chose it, observation, with what may be noted
    further (`Further`; null where the words asked for all at once). Kept after withdrawal."""

    id = models.UUIDField(primary_key=True, default=new_id)
    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="consents")
    candidate = models.ForeignKey("candidates.Candidate", on_delete=models.PROTECT, related_name="+")
    call = models.BooleanField()
    observation = models.BooleanField()
    further = models.JSONField(null=True)
    text_version = models.CharField(max_length=80)
    policy = models.CharField(max_length=200)
    given_at = models.DateTimeField(default=utc_now)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["interview"], condition=Q(withdrawn_at=None), name="consent_one_live_per_interview"
            )
        ]

    def __str__(self) -> str:
        return f"consent for {self.interview_id}"


class Need(models.Model):
    """What a candidate asked of those who plan, and the answer. It may tell of their health: those on the
    panel do not read it. An answer without words is a talk that was moved."""

    id = models.UUIDField(primary_key=True, default=new_id)
    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="needs")
    kind = models.CharField(max_length=20, choices=choices_of(NeedKind))
    text = models.TextField()
    told_at = models.DateTimeField(default=utc_now)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("-told_at", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, answered_by=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="need_answered_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"need of {self.interview_id}"

    @property
    def reference(self) -> str:
        """How notifications know the letter that tells of it."""
        return f"need:{self.id}"

    @property
    def answer_reference(self) -> str:
        """How they know the answer."""
        return f"need_answer:{self.id}"


class LotPlanning(models.Model):
    """One request that planned interviews for a lot, kept so that a request sent twice plans once."""

    lot = models.ForeignKey("candidates.Lot", on_delete=models.PROTECT, related_name="+")
    request_key = models.UUIDField()
    created_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lot", "request_key"], name="lot_planning_once_per_request")
        ]

    def __str__(self) -> str:
        return f"planning of {self.lot_id}"


class Reminder(models.Model):
    """One letter or text that goes out before an interview. It belongs to one start: an interview that moves
    gets others, and this one stays as what was sent or why it was not. The row is unique, and turns `sent`
    in the transaction that writes the letter, so it cannot go out twice."""

    id = models.UUIDField(primary_key=True, default=new_id)
    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="reminders")
    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, null=True, related_name="+")
    """Whom of the panel it is for; without one it is for the candidate."""
    kind = models.CharField(max_length=10, choices=choices_of(ReminderKind))
    channel = models.CharField(max_length=10, choices=choices_of(Channel))
    starts_at = models.DateTimeField()
    due_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=choices_of(ReminderState), default="waiting")
    reason = models.CharField(max_length=20, choices=choices_of(WhySkipped), blank=True)
    settled_at = models.DateTimeField(null=True)
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, null=True, related_name="reminders")
    """Whose further link it carried."""
    token_hash = models.CharField(max_length=64, null=True, unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "starts_at", "kind", "channel"],
                condition=Q(user=None),
                name="reminder_once_for_candidate",
            ),
            models.UniqueConstraint(
                fields=["interview", "starts_at", "kind", "channel", "user"],
                condition=Q(user__isnull=False),
                name="reminder_once_for_interviewer",
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", reason="", settled_at=None)
                | Q(state="sent", reason="", settled_at__isnull=False)
                | (Q(state="skipped", settled_at__isnull=False) & ~Q(reason="")),
                name="reminder_settles_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} reminder of {self.interview_id}"

    @property
    def reference(self) -> str:
        """How notifications know the letter."""
        return f"reminder:{self.id}"
