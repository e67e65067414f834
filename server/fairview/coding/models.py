from django.db import models
from django.db.models import Q

from fairview.kit.clock import utc_now
from fairview.kit.ids import new_id
from fairview.rooms.public import Participant, RoomSession
from fairview.scheduling.public import Interview

STATES = [("queued", "queued"), ("running", "running"), ("finished", "finished")]
PURPOSES = [("run", "run"), ("examples", "examples"), ("tests", "tests")]


class Assignment(models.Model):
    """An exercise of the bank that was given to an interview. It stands here until the evidence log of the
    room holds it (`entries`), and so can be given before there is a room."""

    id = models.UUIDField(primary_key=True, default=new_id)
    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="+")
    exercise = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=utc_now)
    noted_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawal_noted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "exercise"],
                condition=Q(withdrawn_at=None),
                name="assignment_once_per_interview",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="assignment_withdrawn_by_someone",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.exercise}@{self.version} for {self.interview_id}"


class Run(models.Model):
    """One program to run. A queued row is the queue; a running one is leased to a runner, which keeps the
    lease alive. `result` is the runner's last word (`Finished`, JSON)."""

    id = models.UUIDField(primary_key=True, default=new_id)
    room_session = models.ForeignKey(RoomSession, on_delete=models.CASCADE, related_name="+")
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=20)
    purpose = models.CharField(max_length=10, choices=PURPOSES)
    source = models.TextField(blank=True)
    stdin = models.TextField(blank=True)
    position = models.PositiveBigIntegerField()
    """Of the last log entry whose edits are in `source`."""
    requested_by = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="+")
    requested_at = models.DateTimeField(default=utc_now)
    request_noted_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=STATES, default="queued")
    stop_asked_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    runner = models.CharField(max_length=100, blank=True)
    started_at = models.DateTimeField(null=True)
    """When it was given to that runner: then its room had its turn."""
    lease_hash = models.CharField(max_length=64, blank=True)
    leased_until = models.DateTimeField(null=True)
    result = models.TextField(blank=True)
    verdict = models.CharField(max_length=3, blank=True)
    finished_at = models.DateTimeField(null=True)
    finish_noted_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "requested_at"], name="run_queue"),
            models.Index(fields=["started_at"], name="run_turns"),
            models.Index(fields=["finished_at"], name="run_ends"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["requested_by"], condition=~Q(state="finished"), name="run_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(state="queued", lease_hash="", leased_until=None, finished_at=None)
                | (Q(state="running", leased_until__isnull=False, finished_at=None) & ~Q(lease_hash=""))
                | (Q(state="finished", finished_at__isnull=False) & ~Q(result="")),
                name="run_state_has_its_fields",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} of {self.assignment_id} {self.state}"

    @property
    def document(self) -> str:
        return document_of(self.assignment_id, self.language)


class Runner(models.Model):
    """A runner that has asked for work, one process. `languages` and `missing` are words with spaces
    between."""

    name = models.CharField(max_length=100, primary_key=True)
    languages = models.CharField(max_length=200, blank=True)
    missing = models.CharField(max_length=200, blank=True)
    slots = models.PositiveSmallIntegerField(default=1)
    since = models.DateTimeField(default=utc_now)
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


def document_of(assignment_id: object, language: str) -> str:
    """An assigned exercise has one document in each of its languages."""
    return f"{assignment_id}:{language}"
