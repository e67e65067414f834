from django.db import models

from fairview.accounts.public import may
from fairview.audit.public import Actor
from fairview.kit.clock import utc_now
from fairview.kit.ids import new_id
from fairview.reports.contracts import ReportDocument
from fairview.reports.engine import decode
from fairview.rooms.public import RoomSession
from fairview.scheduling.public import Interview

REASONS = [(reason, reason) for reason in ("ended", "late_entries", "review", "scorecard", "run")]
RECOMMENDATIONS = [(name, name) for name in ("strong_yes", "yes", "no", "strong_no")]
DECISIONS = [(name, name) for name in ("advance", "hold", "decline")]


class Reports(models.QuerySet["Report"]):
    def visible_to(self, actor: Actor) -> "Reports":
        """The reports on interviews that the actor may see. Candidates have none of their own yet."""
        if not may(actor, "reports.read"):
            return self.none()
        return self.filter(room_session__in=RoomSession.objects.visible_to(actor))

    def newest(self) -> "Reports":
        """The newest version of each."""
        later = Report.objects.filter(room_session=models.OuterRef("room_session"))
        return self.exclude(models.Exists(later.filter(version__gt=models.OuterRef("version"))))

    def with_decision(self) -> "Reports":
        """With the newest decision on the interview as `decision`, None where nobody has decided."""
        made = Decision.objects.filter(interview=models.OuterRef("room_session__interview")).order_by("-id")
        return self.annotate(decision=models.Subquery(made.values("decision")[:1]))

    def undecided(self) -> "Reports":
        """On interviews on which nobody has decided."""
        made = Decision.objects.filter(interview=models.OuterRef("room_session__interview"))
        return self.exclude(models.Exists(made))


class Report(models.Model):
    """One frozen version: rows are added, never changed. `score`, `incidents` and `open_moments` repeat what
    lists show, so that these need not read the documents."""

    id = models.UUIDField(primary_key=True, default=new_id)
    room_session = models.ForeignKey(RoomSession, on_delete=models.PROTECT, related_name="reports")
    version = models.PositiveIntegerField()
    reason = models.CharField(max_length=20, choices=REASONS)
    log_position = models.PositiveIntegerField()
    document = models.TextField()
    """Canonical JSON, byte for byte what the page and every export give."""
    score = models.PositiveSmallIntegerField(null=True)
    incidents = models.PositiveIntegerField()
    open_moments = models.PositiveIntegerField()
    created_at = models.DateTimeField()

    objects = Reports.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["room_session", "version"], name="report_one_per_version"),
            models.CheckConstraint(condition=models.Q(version__gte=1), name="report_versions_from_one"),
            models.CheckConstraint(
                condition=models.Q(score=None) | models.Q(score__lte=100), name="report_score_to_100"
            ),
        ]

    def __str__(self) -> str:
        return f"report {self.room_session_id} v{self.version}"

    @property
    def content(self) -> ReportDocument:
        return decode(self.document)


class Scorecard(models.Model):
    """One interviewer's card on one talk, as it is being written. `version` grows with each save. What was
    submitted stands in the evidence log; `submitted_version` says which version that was."""

    id = models.UUIDField(primary_key=True, default=new_id)
    room_session = models.ForeignKey(RoomSession, on_delete=models.PROTECT, related_name="scorecards")
    author = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    rubric = models.CharField(max_length=80)
    version = models.PositiveIntegerField(default=0)
    recommendation = models.CharField(max_length=10, blank=True, choices=RECOMMENDATIONS)
    closing = models.TextField(blank=True)
    saved_at = models.DateTimeField(default=utc_now)
    submitted_version = models.PositiveIntegerField(null=True)
    submitted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["room_session", "author"], name="scorecard_one_per_author"),
            models.CheckConstraint(
                condition=models.Q(submitted_version=None, submitted_at=None)
                | models.Q(submitted_version__isnull=False, submitted_at__isnull=False),
                name="scorecard_submitted_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"scorecard {self.id} v{self.version}"


class ScorecardRating(models.Model):
    """`rating` is 1 to 4; null says that the talk did not show it. No row: not answered yet."""

    scorecard = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="ratings")
    competency = models.CharField(max_length=40)
    rating = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scorecard", "competency"], name="rating_once_per_competency"),
            models.CheckConstraint(
                condition=models.Q(rating=None) | models.Q(rating__range=(1, 4)), name="rating_from_1_to_4"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.competency}: {self.rating}"


class ScorecardNote(models.Model):
    """`key` is the page's own name for it; `at_ms` counts from the start of the session."""

    scorecard = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="notes")
    key = models.CharField(max_length=40)
    competency = models.CharField(max_length=40)
    at_ms = models.PositiveIntegerField(null=True)
    text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scorecard", "key"], name="note_once_per_card")]

    def __str__(self) -> str:
        return f"note on {self.competency}"


class Decision(models.Model):
    """What a person decided on an interview, and why. Rows are added, never changed: the newest counts."""

    id = models.UUIDField(primary_key=True, default=new_id)
    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="decisions")
    decision = models.CharField(max_length=10, choices=DECISIONS)
    reason = models.TextField()
    by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=utc_now)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="decision_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.decision} on {self.interview_id}"
