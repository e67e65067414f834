from django.db import models
from django.db.models import F, Q

from fairview.audit.public import Actor
from fairview.kit.clock import utc_now
from fairview.kit.ids import new_id
from fairview.scheduling.public import Interview

STATES = [("open", "open"), ("live", "live"), ("ended", "ended")]
ROLES = [("candidate", "candidate"), ("interviewer", "interviewer")]
ADMISSIONS = [("waiting", "waiting"), ("admitted", "admitted"), ("removed", "removed")]
ACTS = [("started", "started"), ("ended", "ended"), ("admitted", "admitted"), ("removed", "removed")]


class RoomSessions(models.QuerySet["RoomSession"]):
    def visible_to(self, actor: Actor) -> "RoomSessions":
        """The rooms of the interviews that the actor may see."""
        return self.filter(interview__in=Interview.objects.visible_to(actor))


class RoomSession(models.Model):
    """One held interview. `version` grows with each change, so that newer facts win."""

    id = models.UUIDField(primary_key=True, default=new_id)
    organisation = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="room_sessions")
    state = models.CharField(max_length=10, choices=STATES, default="open")
    version = models.PositiveIntegerField(default=1)
    policy = models.CharField(max_length=200)
    is_elsewhere = models.BooleanField(default=False)
    """Held in another program, which reports what happens there."""
    opened_at = models.DateTimeField(default=utc_now)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects = RoomSessions.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["interview"], condition=~Q(state="ended"), name="room_one_open_per_interview"
            ),
            models.CheckConstraint(
                condition=Q(state="open", started_at=None, ended_at=None)
                | Q(state="live", started_at__isnull=False, ended_at=None)
                | Q(state="ended", ended_at__isnull=False),
                name="room_state_has_its_times",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(started_at=None) | Q(ended_at__gte=F("started_at")),
                name="room_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"room {self.id} {self.state}"


class Participant(models.Model):
    """A person in a room: a member of staff or the candidate. `device` is the browser that counts."""

    id = models.UUIDField(primary_key=True, default=new_id)
    room_session = models.ForeignKey(RoomSession, on_delete=models.CASCADE, related_name="participants")
    role = models.CharField(max_length=20, choices=ROLES)
    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, null=True, related_name="+")
    candidate = models.ForeignKey(
        "candidates.Candidate", on_delete=models.PROTECT, null=True, related_name="+"
    )
    name = models.CharField(max_length=200)
    admission = models.CharField(max_length=10, choices=ADMISSIONS)
    device = models.CharField(max_length=64)
    created_at = models.DateTimeField(default=utc_now)
    entered_at = models.DateTimeField(default=utc_now)
    """When they last came to the door."""
    left_at = models.DateTimeField(null=True)
    """Set when a candidate takes the way out; cleared when they come again."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["room_session", "user"], condition=Q(user__isnull=False), name="participant_per_user"
            ),
            models.UniqueConstraint(
                fields=["room_session", "candidate"],
                condition=Q(candidate__isnull=False),
                name="participant_per_candidate",
            ),
            models.CheckConstraint(
                condition=Q(role="interviewer", user__isnull=False, candidate=None)
                | Q(role="candidate", user=None, candidate__isnull=False),
                name="participant_is_one_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.id}"


class Act(models.Model):
    """What a person decided in a room, kept here until it stands in the evidence log (`entries`)."""

    room_session = models.ForeignKey(RoomSession, on_delete=models.CASCADE, related_name="acts")
    kind = models.CharField(max_length=10, choices=ACTS)
    by = models.ForeignKey(Participant, on_delete=models.CASCADE, null=True, related_name="+")
    """None where another program starts and ends its own session."""
    about = models.ForeignKey(Participant, on_delete=models.CASCADE, null=True, related_name="+")
    at = models.DateTimeField(default=utc_now)
    noted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["room_session", "kind"],
                condition=Q(kind__in=["started", "ended"]),
                name="act_starts_and_ends_once",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["started", "ended"], about=None)
                | Q(kind__in=["admitted", "removed"], about__isnull=False),
                name="act_is_about_the_right_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} in {self.room_session_id}"
