"""Letters over SMTP, and what the refusals of a mail server mean."""

import smtplib
from contextlib import suppress

from django.core.mail.backends.smtp import EmailBackend

from fairview.notifications.errors import (
    DeliveryInterrupted,
    DeliveryProblem,
    MailServerBusy,
    MailServerDiffers,
    MailServerRefusedLogin,
    MailServerRefusedMessage,
    MailServerUnreachable,
    RecipientRefused,
)
from fairview.notifications.letters import compose
from fairview.notifications.line import HandOver, Line
from fairview.notifications.models import Message

PERMANENT = range(500, 600)
SERVICE_ENDS = 421


class Dialogue(smtplib.SMTP):
    """Says when the letter itself is about to leave, which the protocol calls DATA."""

    hand_over: HandOver
    has_begun = False

    def data(self, msg: bytes | str) -> tuple[int, bytes]:  # type: ignore[override]
        self.hand_over()
        self.has_begun = True
        return super().data(msg)


class EncryptedDialogue(Dialogue, smtplib.SMTP_SSL):
    """The same over TLS from the first byte."""


class SmtpConnection(EmailBackend):
    """Django's, with our dialogue."""

    connection: Dialogue | None
    _partial_connection: Dialogue | None

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return EncryptedDialogue if self.use_ssl else Dialogue

    def drop(self) -> None:
        """Without a farewell, for there is nobody to hear it."""
        for dialogue in (self.connection, self._partial_connection):
            if dialogue is not None:
                dialogue.close()
        self.connection = self._partial_connection = None


class SmtpLine(Line):
    def __init__(self) -> None:
        self.server = SmtpConnection()

    def send(self, message: Message, hand_over: HandOver) -> None:
        has_served = self.server.connection is not None
        try:
            self._send(message, hand_over)
        except (smtplib.SMTPException, OSError) as error:
            has_begun = self.server.connection is not None and self.server.connection.has_begun
            if is_lost(error):
                self.server.drop()
            if is_lost(error) and has_served and not has_begun:
                # Servers end a connection when it has been idle or has brought enough letters.
                self.send(message, hand_over)
            else:
                raise problem_of(error, has_begun) from error

    def _send(self, message: Message, hand_over: HandOver) -> None:
        letter = compose(message)
        self.server.open()
        if dialogue := self.server.connection:
            dialogue.hand_over, dialogue.has_begun = hand_over, False
        self.server.send_messages([letter])

    def close(self) -> None:
        with suppress(smtplib.SMTPException, OSError):
            self.server.close()
        self.server.drop()


def is_lost(error: Exception) -> bool:
    """Whether the connection has ended, with or without a word."""
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code == SERVICE_ENDS
    return not isinstance(error, smtplib.SMTPRecipientsRefused | smtplib.SMTPNotSupportedError)


def problem_of(error: Exception, has_begun: bool) -> DeliveryProblem:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, answer = next(iter(error.recipients.values()))
        return (RecipientRefused if code in PERMANENT else MailServerBusy)(readable(code, answer))
    if isinstance(error, smtplib.SMTPConnectError):
        return MailServerUnreachable(readable(error.smtp_code, error.smtp_error))
    if isinstance(error, smtplib.SMTPResponseException):
        return refusal(error)
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return MailServerDiffers(str(error))
    return (DeliveryInterrupted if has_begun else MailServerUnreachable)(str(error))


def refusal(error: smtplib.SMTPResponseException) -> DeliveryProblem:
    answer = readable(error.smtp_code, error.smtp_error)
    if error.smtp_code not in PERMANENT:
        return MailServerBusy(answer)
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return MailServerRefusedLogin(answer)
    return MailServerRefusedMessage(answer)


def readable(code: int, answer: bytes | str) -> str:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return f"{code} {text}"
