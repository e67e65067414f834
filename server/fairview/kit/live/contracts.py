"""The frame of every live message, and the few messages that belong to no context.

On the wire a message is one MessagePack map with its name in `type`: `context.verb` from the browser,
`context.noun_state` to it. Times are whole microseconds. Numbers are integers throughout.
"""

from typing import Annotated

import msgspec

LARGEST = 2**53 - 1
"""Beyond this, browsers cannot hold every whole number."""

UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What a decoder raises for bytes that are no message: of another shape, with text that is none, too deep."""

Whole = Annotated[int, msgspec.Meta(ge=-LARGEST, le=LARGEST)]
"""A number that a browser sends."""

EpochName = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class Upward(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type"):
    """From a browser to the server."""


class Downward(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """From the server to a browser."""


class Hello(Upward, frozen=True, tag="live.hello"):
    """The first message on a socket: the ticket never travels in an address."""

    ticket: str


class ClockExchange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One finished four-timestamp exchange: sent (t0) and returned (t3) on the client's monotonic clock,
    received (t1) and answered (t2) on the server's."""

    t0_us: Whole
    t1_us: Whole
    t2_us: Whole
    t3_us: Whole


class ClockPing(Upward, frozen=True, tag="clock.ping"):
    """`epoch` names the client's monotonic clock (new on page load and after sleep)."""

    epoch: EpochName
    t0_us: Whole
    previous: ClockExchange | None = None


class ClockPong(Downward, frozen=True, tag="clock.pong_state"):
    t0_us: int
    t1_us: int
    t2_us: int


class Welcome(Downward, frozen=True, tag="live.welcome_state"):
    """The ticket was good. Snapshots of each context follow at once."""

    participant: str
    role: str
    server_us: int


class Refusal(Downward, frozen=True, tag="live.refusal_state"):
    """Why the server closes this socket (final: the client must not reconnect by itself unless `retry`)."""

    code: str
    params: dict[str, str | int] = {}
    retry: bool = False


class MessageRefused(Downward, frozen=True, tag="live.message_refused_state"):
    """One message was not accepted (unknown, malformed, not for this role); the socket stays open."""

    code: str
    message: str = ""
