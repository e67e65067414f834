from django.db import models

from fairview.accounts.public import Organisation, may
from fairview.audit.public import Actor
from fairview.kit.clock import utc_now
from fairview.kit.ids import new_id
from fairview.notifications.contracts import Channel, State


class Messages(models.QuerySet["Message"]):
    def visible_to(self, actor: Actor) -> "Messages":
        if not may(actor, "messages.read"):
            return self.none()
        return self.filter(organisation_id=actor.organisation)


class Message(models.Model):
    """A letter, or a text message, which has neither subject, page nor calendar.

    `to` is an e-mail address or a telephone number (E.164), as the channel has it; `reference` names what the
    message is about, as `invitation:<id>`; `calendar` is an iCalendar file.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(
        max_length=10,
        choices=[(channel.value, channel.value) for channel in Channel],
        default=Channel.EMAIL.value,
    )
    to = models.CharField(max_length=254)
    subject = models.TextField(blank=True)
    text = models.TextField()
    html = models.TextField(blank=True)
    calendar = models.BinaryField(default=b"")
    reference = models.CharField(max_length=120)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = Messages.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "id"], name="notifications_newest"),
            models.Index(fields=["reference", "id"], name="notifications_by_reference"),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Delivery(models.Model):
    message = models.OneToOneField(
        Message, on_delete=models.CASCADE, primary_key=True, related_name="delivery"
    )
    state = models.CharField(max_length=10, choices=[(state.value, state.value) for state in State])
    attempts = models.PositiveSmallIntegerField(default=0)
    error_code = models.CharField(max_length=60, blank=True)
    error = models.TextField(blank=True)
    next_try_at = models.DateTimeField(default=utc_now)
    taken_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.message_id} {self.state}"
