"""What can go wrong with the log that a person or a client can act on."""

from fairview.kit.errors import FairviewError


class LogBusy(FairviewError):
    """More waits to be written than the log takes in. Nothing is lost: send the same again."""

    code = "log_busy"
    status = 503
    sentence = "The log cannot take more right now; it will be sent again."


class LogUnavailable(FairviewError):
    """The disk refused. Nothing was stored: send the same again."""

    code = "log_unavailable"
    status = 503
    sentence = "The log could not be written. Check the disk of the server."


class LogFull(FairviewError):
    """The disk is full. Nothing was stored: send the same again."""

    code = "log_full"
    status = 507
    sentence = "There is no space left for the log. Make some on the disk of the server."


class StreamHeldElsewhere(FairviewError):
    """Another process wrote to the stream while this one held it. Nothing was stored: send the same again, to
    be compared with what is there."""

    code = "stream_moved"
    status = 503
    sentence = "This stream was written to by way of another connection; it will be sent again."


class StreamTokenInvalid(FairviewError):
    code = "stream_token_invalid"
    status = 403
    sentence = "This address needs a token for the stream, given over the live socket."


class DamagedLog(FairviewError):
    code = "damaged_log"
    status = 422
    sentence = "Line {line}: {problem}"


class BatchTooLarge(FairviewError):
    code = "batch_too_large"
    status = 413
    sentence = "A batch may have {limit} bytes; send less at once."


class StampUnavailable(Exception):
    """The authority is away, or answered with something else. No person is told: the seal stands, and it is
    asked again later."""


class SessionKeysMissing(FairviewError):
    """Words are there, and the key to them is not, nor a trace that it was destroyed."""

    code = "session_keys_missing"
    status = 503
    sentence = "The keys of packed logs are not complete: restore {file} from its backup."


class PackDamaged(FairviewError):
    code = "pack_damaged"
    status = 503
    sentence = "The log of {session} is damaged from position {first} to {last}: restore it from a backup."


class ErasedNotWiped(FairviewError):
    code = "erased_not_wiped"
    status = 503
    sentence = "It is erased, but somebody still reads the log as it was: run the same again for its journal."
