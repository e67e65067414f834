from django.db import models

from fairview.accounts.public import may
from fairview.audit.public import Actor
from fairview.kit.ids import new_id
from fairview.reports.contracts import ReportDocument
from fairview.reports.engine import decode
from fairview.rooms.public import RoomSession

REASONS = [("ended", "ended"), ("late_entries", "late_entries"), ("review", "review")]


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


class Report(models.Model):
    """One frozen version: rows are added, never changed. `score` and `incidents` repeat what lists show."""

    id = models.UUIDField(primary_key=True, default=new_id)
    room_session = models.ForeignKey(RoomSession, on_delete=models.PROTECT, related_name="reports")
    version = models.PositiveIntegerField()
    reason = models.CharField(max_length=20, choices=REASONS)
    log_position = models.PositiveIntegerField()
    document = models.TextField()
    """Canonical JSON, byte for byte what the page and every export give."""
    score = models.PositiveSmallIntegerField(null=True)
    incidents = models.PositiveIntegerField()
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
