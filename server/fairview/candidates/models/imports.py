from django.db import models

from fairview.accounts.public import Organisation, may
from fairview.audit.public import Actor
from fairview.candidates.contracts import ImportState, RowState
from fairview.candidates.models.candidate import Candidate
from fairview.candidates.models.pool import Pool
from fairview.kit.ids import new_id


class Imports(models.QuerySet["Import"]):
    def visible_to(self, actor: Actor) -> "Imports":
        if not may(actor, "candidates.read"):
            return self.none()
        return self.filter(organisation_id=actor.organisation)


class Import(models.Model):
    """A file of candidates on its way into a pool (`ImportState` says how far it is).

    `cursor` is the number of the last row that the present step has dealt with, and `handled` how many that
    were: both are written together with the rows, so a step that was interrupted goes on where it stopped.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="imports")
    file = models.FileField(upload_to="imports", blank=True)
    file_name = models.CharField(max_length=255)
    encoding = models.CharField(max_length=20, blank=True)
    delimiter = models.CharField(max_length=1, blank=True)
    """How a CSV file was understood; a workbook has a `sheet` instead."""
    sheet = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=10, choices=[(state.value, state.value) for state in ImportState])
    problem = models.CharField(max_length=60, blank=True)
    problem_params = models.JSONField(default=dict)

    header = models.PositiveIntegerField(default=0)
    """The number of the row that names the columns; nought where none does."""
    columns = models.JSONField(default=list)
    """In the order of the file, each as `columns.Column` has it."""
    zone = models.CharField(max_length=64, blank=True)
    """For new candidates of whom the file does not say it."""

    cursor = models.PositiveIntegerField(default=0)
    handled = models.PositiveIntegerField(default=0)
    rows = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    merged = models.PositiveIntegerField(default=0)
    bad = models.PositiveIntegerField(default=0)
    kept = models.PositiveIntegerField(default=0)
    new_columns = models.JSONField(default=list)
    """Extra columns that the pool did not have before."""

    created_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)

    objects = Imports.as_manager()

    class Meta:
        indexes = [models.Index(fields=["pool", "-created_at"], name="candidates_imports_of_pool")]

    def __str__(self) -> str:
        return str(self.id)


class ImportRow(models.Model):
    """A row of the file as it was read, and what became of it.

    `number` counts from 1 as a spreadsheet does, empty rows included. `details` and `values` are what
    writing it changed, `{field: [before, after]}`; with them it can be undone.
    """

    parent = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField()
    cells = models.JSONField()
    is_damaged = models.BooleanField(default=False)
    state = models.CharField(
        max_length=8, choices=[(state.value, state.value) for state in RowState], default=RowState.WAITING
    )
    problems = models.JSONField(default=list)
    email_key = models.CharField(max_length=254, blank=True)
    candidate = models.ForeignKey(Candidate, on_delete=models.SET_NULL, null=True, related_name="+")
    details = models.JSONField(default=dict)
    values = models.JSONField(default=dict)
    is_new_candidate = models.BooleanField(default=False)
    is_new_member = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["parent", "number"], name="candidates_one_row_each")]
        indexes = [
            models.Index(fields=["parent", "state", "number"], name="candidates_rows_by_state"),
            models.Index(fields=["parent", "email_key"], name="candidates_rows_by_email"),
        ]

    def __str__(self) -> str:
        return f"{self.number} of {self.parent_id}"
