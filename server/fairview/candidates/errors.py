from fairview.kit.errors import FairviewError


class CandidateExists(FairviewError):
    code = "candidate_exists"
    status = 409
    sentence = "There is already a candidate with this e-mail address."


class CandidateHasInterviews(FairviewError):
    code = "candidate_has_interviews"
    status = 409
    sentence = "This candidate has interviews and cannot be deleted."


class DrawRefused(FairviewError):
    """Base of what stands in the way of a draw. `field` names the term that is wrong."""

    status = 422


class PoolEmpty(DrawRefused):
    code = "pool_empty"
    sentence = "There is nobody in this pool to choose from."


class SizeInvalid(DrawRefused):
    code = "lot_size_invalid"
    sentence = (
        "A lot of {size} cannot be chosen from a pool of {members}. Choose a number from 1 to {members}."
    )


class SeedInvalid(DrawRefused):
    code = "lot_seed_invalid"
    sentence = "This is not a seed. A seed is 1 to {most} bytes, two hexadecimal digits (0-9, a-f) for each."


class StrategyUnknown(DrawRefused):
    code = "lot_strategy_unknown"
    sentence = 'There is no strategy "{strategy}". It is random, stratified:FIELD or ranked:FIELD.'


class FieldUnknown(DrawRefused):
    code = "lot_field_unknown"
    sentence = 'The pool has no column "{column}". Its columns are: {known}.'


class NotANumber(DrawRefused):
    code = "lot_not_a_number"
    sentence = '{key} has "{value}" where a number is needed. Correct it, or leave it empty.'


class MemberTwice(DrawRefused):
    code = "lot_member_twice"
    sentence = "{key} is in the pool more than once. A draw needs each person once."


class PoolFileUnreadable(FairviewError):
    code = "pool_file_unreadable"
    status = 422
    sentence = "{file} cannot be read as a pool: {problem}"


class RecordUnreadable(FairviewError):
    code = "lot_record_unreadable"
    status = 422
    sentence = "{file} cannot be read as the record of a draw: {problem}"
