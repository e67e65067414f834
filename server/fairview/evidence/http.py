"""The log over HTTP: batches for a page that closes and for other clients, and reading on from a position."""

import time
from collections.abc import Callable
from functools import lru_cache
from http import HTTPStatus
from typing import Any
from uuid import UUID

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from fairview.evidence.append import Wire
from fairview.evidence.contracts import MAX_BATCH_BYTES, AppendEntries
from fairview.evidence.doors import read_entries
from fairview.evidence.errors import BatchTooLarge, StreamTokenInvalid
from fairview.evidence.live import RETRY_AFTER_MS, TOKEN_LASTS_S, TOKEN_PURPOSE, StreamClaims
from fairview.evidence.log import Answer, EvidenceLog
from fairview.evidence.log_file import WHOLE, Line, Withheld, as_line
from fairview.kit.clock import now_us
from fairview.kit.errors import FairviewError, Invalid, Unauthenticated
from fairview.kit.live.contracts import UNREADABLE
from fairview.kit.tickets import TicketInvalid, sealed_at_s, unseal

MAX_READ = 1_000
KEPT_TOKENS = 4_096
JSON_HEADERS = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
DECODERS: dict[Wire, Any] = {
    "msgpack": msgspec.msgpack.Decoder(AppendEntries),
    "json": msgspec.json.Decoder(AppendEntries),
}

Reader = Callable[[UUID, str], UUID | None]
"""Given a session and a ticket: whose entries alone may be read, None for all. Raises `FairviewError`."""


class EntriesPage(msgspec.Struct, frozen=True):
    """Entries behind a position; ask again after `next` until there are none. `withheld`: the positions of
    those whose words this reader does not get."""

    entries: list[Line]
    next: int
    withheld: list[int]


def problem(error: FairviewError) -> Response:
    body = {
        "type": f"urn:fairview:problem:{error.code}",
        "title": HTTPStatus(error.status).phrase,
        "status": error.status,
        "code": error.code,
        "params": error.params,
    }
    headers = {"Retry-After": str(RETRY_AFTER_MS // 1_000)} if error.status in {503, 507} else {}
    return Response(msgspec.json.encode(body), error.status, headers, media_type="application/problem+json")


def as_json(value: object) -> Response:
    return Response(
        msgspec.json.encode(value), media_type="application/json", headers={"Cache-Control": "no-store"}
    )


def entries_endpoint(log: EvidenceLog, reader: Reader, withheld: Withheld = WHOLE) -> ASGIApp:
    """GET and POST of one address. What `withheld` covers, nobody in the room reads."""
    return EntriesEndpoint(log, reader, withheld)


class EntriesEndpoint:
    """An application of its own, for its POST is the request that comes many times a second."""

    def __init__(self, log: EvidenceLog, reader: Reader, withheld: Withheld) -> None:
        self.log = log
        self.reader = reader
        self.withheld = withheld

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            if scope["method"] == "POST":
                await send_json(send, await append(scope, receive, self.log))
                return
            response = await read(Request(scope), self.reader, self.withheld)
        except FairviewError as error:
            response = problem(error)
        await response(scope, receive, send)


async def append(scope: Scope, receive: Receive, log: EvidenceLog) -> Answer:
    headers: dict[bytes, bytes] = dict(scope["headers"])
    claims = stream_claims(headers, scope["path_params"]["room"])
    wire: Wire = "msgpack" if b"msgpack" in headers.get(b"content-type", b"") else "json"
    try:
        batch: AppendEntries = DECODERS[wire].decode(await body_of(receive))
    except UNREADABLE:
        raise Invalid(field="body") from None
    if batch.stream != claims.stream:
        raise StreamTokenInvalid
    return await log.append(
        claims.session, claims.author, frozenset(claims.standing), batch, wire=wire, received_us=now_us()
    )


def stream_claims(headers: dict[bytes, bytes], room: UUID) -> StreamClaims:
    token = credential(headers.get(b"authorization", b"").decode("latin-1"), "Stream")
    try:
        claims, ends_at_s = known_claims(token)
    except TicketInvalid:
        raise StreamTokenInvalid from None
    if claims.session != room or time.time() > ends_at_s:
        raise StreamTokenInvalid
    return claims


@lru_cache(KEPT_TOKENS)
def known_claims(token: str) -> tuple[StreamClaims, float]:
    """The claims of a genuine token, and until when it counts: a stream sends the same one for an hour."""
    return unseal(token, StreamClaims, TOKEN_PURPOSE), sealed_at_s(token) + TOKEN_LASTS_S


async def body_of(receive: Receive) -> bytes:
    message = await receive()
    body = message.get("body", b"")
    while message.get("more_body") and len(body) <= MAX_BATCH_BYTES:
        message = await receive()
        body += message.get("body", b"")
    if len(body) > MAX_BATCH_BYTES:
        raise BatchTooLarge(limit=MAX_BATCH_BYTES)
    return bytes(body)


async def send_json(send: Send, value: object) -> None:
    body = msgspec.json.encode(value)
    headers = [*JSON_HEADERS, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def read(request: Request, reader: Reader, withheld: Withheld) -> Response:
    session_id: UUID = request.path_params["room"]
    author_id = reader(session_id, credential(request.headers.get("authorization", ""), "Ticket"))
    after = whole(request, "after", 0)
    limit = min(whole(request, "limit", MAX_READ), MAX_READ)
    entries = await run_in_threadpool(lambda: list(read_entries(session_id, after, limit, author_id)))
    lines = [as_line(withheld.shown(entry)) for entry in entries]
    kept = [entry.position for entry in entries if withheld.covers(entry)]
    return as_json(EntriesPage(lines, entries[-1].position if entries else after, kept))


def credential(authorization: str, scheme: str) -> str:
    """What follows the scheme in the Authorization header; such things never travel in an address."""
    given, _, value = authorization.partition(" ")
    if given.lower() != scheme.lower() or not value:
        raise Unauthenticated
    return value


def whole(request: Request, name: str, default: int) -> int:
    text = request.query_params.get(name, str(default))
    if not text.isascii() or not text.isdigit() or len(text) > 15:
        raise Invalid(field=name)
    return int(text)
