"""Errors that a person can act on.

A `FairviewError` carries a stable `code`, the HTTP status it maps to, and the values its sentence needs.
The page finds the sentence by code in its own catalogue; the command line prints `str(error)`.
"""

from typing import ClassVar


class FairviewError(Exception):
    """Base of every expected failure. Subclasses set `code`, `status` and `sentence`."""

    code: ClassVar[str] = "unexpected"
    status: ClassVar[int] = 400
    sentence: ClassVar[str] = "Something went wrong."

    def __init__(self, **params: str | int) -> None:
        self.params = params
        super().__init__(self.sentence.format(**params))


class NotFound(FairviewError):
    """Also what a person gets for things of others: existence is not revealed."""

    code = "not_found"
    status = 404
    sentence = "There is nothing here that you may see."


class Forbidden(FairviewError):
    """`roles`, divided by spaces, are those that may, where it is a matter of roles."""

    code = "forbidden"
    status = 403
    sentence = "Your role does not allow this."


class Unauthenticated(FairviewError):
    code = "unauthenticated"
    status = 401
    sentence = "Sign in to go on."


class Invalid(FairviewError):
    """Bad input for one field. `field` names it as the API does."""

    code = "invalid"
    status = 422
    sentence = "{field}: this value cannot be used."


class FileTooLarge(FairviewError):
    code = "file_too_large"
    status = 413
    sentence = "This file is larger than {limit_mb} MB. Split it, or leave out columns that nobody needs."
