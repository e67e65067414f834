from fairview.kit.errors import FairviewError


class CandidateExists(FairviewError):
    code = "candidate_exists"
    status = 409
    sentence = "There is already a candidate with this e-mail address."


class CandidateHasInterviews(FairviewError):
    code = "candidate_has_interviews"
    status = 409
    sentence = "This candidate has interviews and cannot be deleted."


class CandidateInLot(FairviewError):
    code = "candidate_in_lot"
    status = 409
    sentence = "This candidate is in a lot and cannot be deleted."


class PoolExists(FairviewError):
    code = "pool_exists"
    status = 409
    sentence = "There is already a pool with this name."


class PoolArchived(FairviewError):
    code = "pool_archived"
    status = 409
    sentence = "This pool is put away. Take it back first."


class ImportNotReady(FairviewError):
    code = "import_not_ready"
    status = 409
    sentence = "This import is at another step by now."


class ImportStopped(FairviewError):
    code = "import_stopped"
    status = 500
    sentence = "The import stopped at a fault of ours. What was written is safe; go on, or undo it."


class EmailColumnMissing(FairviewError):
    code = "email_column_missing"
    status = 422
    sentence = "Say which column holds the e-mail addresses: candidates are known by them."


class RoleTwice(FairviewError):
    code = "column_role_twice"
    status = 422
    sentence = (
        "{first} and {second} cannot both be that. Choose one of them, and something else for the other."
    )


class ColumnNameless(FairviewError):
    code = "column_nameless"
    status = 422
    sentence = "Say what the pool is to call {column}, or leave it out."


class ColumnNameTooLong(FairviewError):
    code = "column_name_too_long"
    status = 422
    sentence = "What the pool is to call {column} is longer than {limit} characters."


class ColumnNameTwice(FairviewError):
    code = "column_name_twice"
    status = 422
    sentence = "Two columns cannot both be called {name}. Choose another name for one of them."


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


class PoolChanged(FairviewError):
    code = "pool_changed"
    status = 409
    sentence = "The pool has changed since you looked at it. Nothing was drawn. Look at it again, then draw."


class LotsSince(FairviewError):
    code = "lots_since"
    status = 409
    sentence = (
        "Another lot was made from this pool since you looked. Look at it first; nothing more was drawn."
    )


class MembersGone(FairviewError):
    code = "lot_members_gone"
    status = 409
    sentence = "{count} of those you chose are not in this pool any more. Choose again."


class LotNotDrawn(FairviewError):
    code = "lot_not_drawn"
    status = 409
    sentence = "This lot was chosen by people, not drawn: there is nothing to compute again."


class PlaceNotHeld(FairviewError):
    code = "lot_place_not_held"
    status = 409
    sentence = "This person is not in the lot, or has dropped out already."


class NoAlternates(FairviewError):
    code = "lot_no_alternates"
    status = 409
    sentence = "There is no alternate left to call up."
