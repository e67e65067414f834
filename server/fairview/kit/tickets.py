"""Signed claims that travel through a client: who may do one thing, for a short time."""

from typing import TypeVar

import msgspec
from django.core import signing

from fairview.kit.errors import FairviewError

Claims = TypeVar("Claims", bound=msgspec.Struct)


class TicketInvalid(FairviewError):
    code = "ticket_invalid"
    status = 403
    sentence = "This ticket was not made here."


class TicketExpired(FairviewError):
    code = "ticket_expired"
    status = 403
    sentence = "This ticket is too old; ask for a new one."


def seal(claims: msgspec.Struct, purpose: str) -> str:
    """Sign the claims. `purpose` keeps a ticket for one thing from opening another."""
    return signing.dumps(msgspec.to_builtins(claims), salt=f"fairview.ticket.{purpose}", compress=True)


def unseal(text: str, claims_type: type[Claims], purpose: str, max_age_s: int | None = None) -> Claims:
    """The claims of a ticket that is genuine and young enough."""
    try:
        claims = signing.loads(text, salt=f"fairview.ticket.{purpose}", max_age=max_age_s)
        return msgspec.convert(claims, claims_type)
    except signing.SignatureExpired:
        raise TicketExpired from None
    except (signing.BadSignature, msgspec.ValidationError):
        raise TicketInvalid from None


def sealed_at_s(text: str) -> int:
    """When a ticket, known to be genuine, was sealed, in Unix seconds."""
    _, sealed_at, _ = text.rsplit(":", 2)
    return int(signing.b62_decode(sealed_at))
