from django.db import models
from django.db.models.functions import Lower

from fairview.accounts.public import Organisation, may
from fairview.audit.public import Actor
from fairview.candidates.engine import fold
from fairview.kit.ids import new_id
from fairview.kit.languages import LOCALE_CHOICES


class Candidates(models.QuerySet["Candidate"]):
    def visible_to(self, actor: Actor) -> "Candidates":
        if not may(actor, "candidates.read"):
            return self.none()
        return self.filter(organisation_id=actor.organisation)

    def matching(self, search: str) -> "Candidates":
        """Those in whose name or e-mail address every word of the search occurs."""
        found = self
        for word in fold(search).split():
            found = found.filter(search_text__contains=word)
        return found


class Candidate(models.Model):
    """`search_text` repeats name and e-mail for searching; the actions keep it."""

    id = models.UUIDField(primary_key=True, default=new_id)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    email = models.EmailField()
    zone = models.CharField(max_length=64)
    locale = models.CharField(max_length=16, choices=LOCALE_CHOICES, blank=True)
    """Empty until somebody chooses: then it is the organisation's."""
    phone = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True)
    search_text = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)
    erased_at = models.DateTimeField(null=True)

    objects = Candidates.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("email"),
                condition=models.Q(erased_at=None) & ~models.Q(email=""),
                name="candidates_one_per_email",
            )
        ]
        indexes = [models.Index(fields=["organisation", "search_text", "id"], name="candidates_by_name")]

    def __str__(self) -> str:
        return str(self.id)
