from datetime import datetime

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
    message is about, as `invitation:<id>`; `calendar` is an iCalendar file; after `expires_at` it is of no
    use to anyone and does not leave any more.
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
    expires_at = models.DateTimeField(null=True)

    objects = Messages.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "id"], name="notifications_newest"),
            models.Index(fields=["reference", "id"], name="notifications_by_reference"),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def is_outdated(self) -> bool:
        return self.expires_at is not None and self.expires_at < utc_now()


class Deliveries(models.QuerySet["Delivery"]):
    def due(self, now: datetime) -> "Deliveries":
        return self.filter(state=State.QUEUED, next_try_at__lte=now)

    def taken_by(self, taker: str) -> "Deliveries":
        return self.filter(state=State.SENDING, taken_by=taker)


class Delivery(models.Model):
    """`taken_by` is the id of the task that has or had it in hand; `handed_over_at` is when its hand-over to
    the server began, the last time that it was taken. `returns_to` is the state that it had before somebody
    sent it again, as long as that can be taken back."""

    message = models.OneToOneField(
        Message, on_delete=models.CASCADE, primary_key=True, related_name="delivery"
    )
    state = models.CharField(max_length=10, choices=[(state.value, state.value) for state in State])
    returns_to = models.CharField(max_length=10, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error_code = models.CharField(max_length=60, blank=True)
    error = models.TextField(blank=True)
    next_try_at = models.DateTimeField(default=utc_now)
    taken_by = models.CharField(max_length=40, blank=True)
    taken_at = models.DateTimeField(null=True)
    handed_over_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    objects = Deliveries.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "next_try_at"], name="notifications_due")]

    def __str__(self) -> str:
        return f"{self.message_id} {self.state}"
