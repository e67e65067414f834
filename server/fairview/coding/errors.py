"""What can go wrong with code in an interview."""

from fairview.kit.errors import FairviewError


class ExerciseUnknown(FairviewError):
    code = "exercise_unknown"
    status = 404
    sentence = "There is no exercise {exercise} in the bank."


class ExerciseAssignedAlready(FairviewError):
    code = "exercise_assigned"
    status = 409
    sentence = "This interview has that exercise already."


class ExerciseBegun(FairviewError):
    code = "exercise_begun"
    status = 409
    sentence = "Somebody has worked on this exercise, so it stays with the interview."


class ExerciseIsWithdrawn(FairviewError):
    code = "exercise_withdrawn"
    status = 409
    sentence = "This exercise was taken back. Choose another one."


class DocumentTooLong(FairviewError):
    code = "document_too_long"
    status = 409
    sentence = "The code has {length} characters; at most {limit} are run. Make it shorter."


class RunInProgress(FairviewError):
    code = "run_in_progress"
    status = 409
    sentence = "A run of yours has not ended yet. Wait for it or stop it."


class TooManyRuns(FairviewError):
    code = "too_many_runs"
    status = 429
    sentence = "That were {limit} runs within a minute. Wait a moment."


class RoomQueueFull(FairviewError):
    code = "room_queue_full"
    status = 429
    sentence = "{limit} runs of this interview wait already. Wait for one of them, then run again."


class QueueFull(FairviewError):
    code = "queue_full"
    status = 429
    sentence = "{limit} runs wait already, as many as may. What you write is kept; run it in a minute."


class LanguageNotOffered(FairviewError):
    code = "language_not_offered"
    status = 409
    sentence = "No code runner that is there runs this language. Choose another one; what you write is kept."


class NoRunner(FairviewError):
    code = "no_runner"
    status = 409
    sentence = "No code runner is there, so nothing can run right now. What you write is kept."


class NotInTalk(FairviewError):
    code = "not_in_talk"
    status = 409
    sentence = "Code runs once the interview has started and you were let in."


class RunnerTokenInvalid(FairviewError):
    code = "runner_token_invalid"
    status = 401
    sentence = "This address is for code runners, with the token of this installation."


class LeaseVoid(FairviewError):
    """What the runner says comes too late: the run was given to another, or has ended."""

    code = "lease_void"
    status = 409
    sentence = "This lease is over; drop the run."
