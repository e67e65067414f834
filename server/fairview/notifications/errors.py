"""What a person can be told when a letter does not go out."""

from typing import ClassVar

from fairview.kit.errors import FairviewError


class MailNotConfigured(FairviewError):
    code = "mail_not_configured"
    status = 409
    sentence = (
        "There is no way for letters yet. Set FAIRVIEW_SMTP_URL or FAIRVIEW_MAIL_PROVIDER, and start again."
    )


class SmsNotConfigured(FairviewError):
    code = "sms_not_configured"
    status = 409
    sentence = (
        "No text messages can be sent yet. Set FAIRVIEW_TWILIO_SID and what belongs to it, start again."
    )


class NumberUnusable(FairviewError):
    code = "number_unusable"
    status = 422
    sentence = "{number} is not a telephone number. Write it with its country, as +49 30 901820."


class TextTooLong(FairviewError):
    code = "text_too_long"
    status = 422
    sentence = "A text message holds {most} characters at most; this one has {length}."


class AlreadySent(FairviewError):
    code = "already_sent"
    status = 409
    sentence = "This message has been sent."


class BeingSent(FairviewError):
    code = "being_sent"
    status = 409
    sentence = "This message is being sent right now."


class MessageReplaced(FairviewError):
    code = "message_replaced"
    status = 409
    sentence = "A newer message took the place of this one, so it is not sent any more."


class Overtaken(Exception):
    """Somebody else has the message by now; it is theirs to send."""


class DeliveryProblem(FairviewError):
    """Why one attempt failed. `answer` is what the server said, for the person who looks after it."""

    code = "delivery_failed"
    status = 502
    sentence = "The message could not be sent."
    is_final: ClassVar[bool] = False
    ends_burst: ClassVar[bool] = False
    """Whether the next message would only meet the same."""

    def __init__(self, answer: str = "") -> None:
        self.answer = answer
        super().__init__()


class MailServerUnreachable(DeliveryProblem):
    code = "mail_server_unreachable"
    sentence = "The mail server cannot be reached. It will be tried again."
    ends_burst = True


class MailServerBusy(DeliveryProblem):
    code = "mail_server_busy"
    sentence = "The mail server asks to try again later."


class MailServerRefusedLogin(DeliveryProblem):
    code = "mail_server_refused_login"
    sentence = "The mail server does not accept the user name and password in FAIRVIEW_SMTP_URL."
    is_final = True


class MailServerRefusedMessage(DeliveryProblem):
    code = "mail_server_refused_message"
    sentence = "The mail server does not accept this message."
    is_final = True


class MailServerDiffers(DeliveryProblem):
    code = "mail_server_differs"
    sentence = "The mail server does not offer what FAIRVIEW_SMTP_URL asks for; check its scheme."
    is_final = True


class RecipientRefused(DeliveryProblem):
    code = "recipient_refused"
    sentence = "The mail server does not accept this e-mail address. Check it and send again."
    is_final = True


class ProviderUnreachable(DeliveryProblem):
    code = "provider_unreachable"
    sentence = "The provider that sends the messages cannot be reached. It will be tried again."
    ends_burst = True


class MailProviderBusy(DeliveryProblem):
    code = "mail_provider_busy"
    sentence = "The mail provider asks to try again later."
    ends_burst = True


class MailProviderRefusedKey(DeliveryProblem):
    code = "mail_provider_refused_key"
    sentence = "The mail provider does not accept the key in FAIRVIEW_MAIL_KEY."
    is_final = True


class MailProviderRefusedMessage(DeliveryProblem):
    code = "mail_provider_refused_message"
    sentence = "The mail provider does not accept this message."
    is_final = True


class SmsProviderBusy(DeliveryProblem):
    code = "sms_provider_busy"
    sentence = "The SMS provider asks to try again later."
    ends_burst = True


class SmsProviderRefusedLogin(DeliveryProblem):
    code = "sms_provider_refused_login"
    sentence = "The SMS provider does not accept FAIRVIEW_TWILIO_SID with FAIRVIEW_TWILIO_TOKEN."
    is_final = True


class SmsProviderRefusedMessage(DeliveryProblem):
    code = "sms_provider_refused_message"
    sentence = "The SMS provider does not accept this message."
    is_final = True


class NumberRefused(DeliveryProblem):
    code = "number_refused"
    sentence = "The SMS provider cannot write to this number. Check it and send again."
    is_final = True


class MessageOutdated(DeliveryProblem):
    """It had a time, as a reminder has, and would now come too late."""

    code = "message_outdated"
    status = 409
    sentence = "This message would come too late to be of use, so it is not sent any more."
    is_final = True


class DeliveryInterrupted(DeliveryProblem):
    code = "delivery_interrupted"
    sentence = "Sending was interrupted, and the message may have gone out. Ask before you send it again."
    is_final = True
