"""The log over HTTP: batches for a page that closes and for other clients, and reading on from a position."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import wraps
from http import HTTPStatus
from typing import Any
from uuid import UUID

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from fairview.evidence.append import Wire
from fairview.evidence.contracts import MAX_BATCH_BYTES, AppendEntries
from fairview.evidence.doors import read_entries
from fairview.evidence.errors import BatchTooLarge, StreamTokenInvalid
from fairview.evidence.live import RETRY_AFTER_MS, TOKEN_LASTS_S, TOKEN_PURPOSE, StreamClaims
from fairview.evidence.log import Answer, EvidenceLog
from fairview.evidence.log_file import WHOLE, Line, Withheld, as_line
from fairview.kit.clock import now_us
from fairview.kit.errors import FairviewError, Invalid, Unauthenticated
from fairview.kit.tickets import TicketExpired, TicketInvalid, unseal

MAX_READ = 1_000
DECODERS: dict[Wire, Any] = {
    "msgpack": msgspec.msgpack.Decoder(AppendEntries),
    "json": msgspec.json.Decoder(AppendEntries),
}

Reader = Callable[[UUID, str], UUID | None]
"""Given a session and a ticket: whose entries alone may be read, None for all. Raises `FairviewError`."""

Endpoint = Callable[[Request], Awaitable[Response]]


class EntriesPage(msgspec.Struct, frozen=True):
    """Entries behind a position; ask again after `next` until there are none. `withheld`: the positions of
    those whose words this reader does not get."""

    entries: list[Line]
    next: int
    withheld: list[int]


def answering_problems(endpoint: Endpoint) -> Endpoint:
    """Expected failures become RFC 9457 answers."""

    @wraps(endpoint)
    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except FairviewError as error:
            return problem(error)

    return answer


def problem(error: FairviewError) -> Response:
    body = {
        "type": f"urn:fairview:problem:{error.code}",
        "title": HTTPStatus(error.status).phrase,
        "status": error.status,
        "code": error.code,
        "params": error.params,
    }
    headers = {"Retry-After": str(RETRY_AFTER_MS // 1_000)} if error.status == 503 else {}
    return Response(msgspec.json.encode(body), error.status, headers, media_type="application/problem+json")


def as_json(value: object) -> Response:
    return Response(
        msgspec.json.encode(value), media_type="application/json", headers={"Cache-Control": "no-store"}
    )


def entries_endpoint(log: EvidenceLog, reader: Reader, withheld: Withheld = WHOLE) -> Endpoint:
    """GET and POST of one address. What `withheld` covers, nobody in the room reads."""

    @answering_problems
    async def endpoint(request: Request) -> Response:
        if request.method == "POST":
            return await append(request, log)
        return await read(request, reader, withheld)

    return endpoint


async def append(request: Request, log: EvidenceLog) -> Response:
    claims = stream_claims(request)
    wire: Wire = "msgpack" if "msgpack" in request.headers.get("content-type", "") else "json"
    try:
        batch: AppendEntries = DECODERS[wire].decode(await body_of(request))
    except msgspec.DecodeError:
        raise Invalid(field="body") from None
    if batch.stream != claims.stream:
        raise StreamTokenInvalid
    answer = log.append(
        claims.session,
        claims.author,
        frozenset(claims.standing),
        batch,
        wire=wire,
        received_us=now_us(),
    )
    written: Answer = await asyncio.wrap_future(answer)
    return as_json(written)


def stream_claims(request: Request) -> StreamClaims:
    try:
        claims = unseal(credential(request, "Stream"), StreamClaims, TOKEN_PURPOSE, TOKEN_LASTS_S)
    except (TicketInvalid, TicketExpired):
        raise StreamTokenInvalid from None
    if claims.session != request.path_params["room"]:
        raise StreamTokenInvalid
    return claims


async def body_of(request: Request) -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MAX_BATCH_BYTES:
            raise BatchTooLarge(limit=MAX_BATCH_BYTES)
    return bytes(body)


async def read(request: Request, reader: Reader, withheld: Withheld) -> Response:
    session_id: UUID = request.path_params["room"]
    author_id = reader(session_id, credential(request, "Ticket"))
    after = whole(request, "after", 0)
    limit = min(whole(request, "limit", MAX_READ), MAX_READ)
    entries = await run_in_threadpool(lambda: list(read_entries(session_id, after, limit, author_id)))
    lines = [as_line(withheld.shown(entry)) for entry in entries]
    kept = [entry.position for entry in entries if withheld.covers(entry)]
    return as_json(EntriesPage(lines, entries[-1].position if entries else after, kept))


def credential(request: Request, scheme: str) -> str:
    """What follows the scheme in the Authorization header; such things never travel in an address."""
    given, _, value = request.headers.get("authorization", "").partition(" ")
    if given.lower() != scheme.lower() or not value:
        raise Unauthenticated
    return value


def whole(request: Request, name: str, default: int) -> int:
    text = request.query_params.get(name, str(default))
    if not text.isascii() or not text.isdigit() or len(text) > 15:
        raise Invalid(field=name)
    return int(text)
