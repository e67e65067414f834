"""What can go wrong with code in an interview."""

from fairview.kit.errors import FairviewError


class ExerciseUnknown(FairviewError):
    code = "exercise_unknown"
    status = 404
    sentence = "There is no exercise {exercise} in the bank."
