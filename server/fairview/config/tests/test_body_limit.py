from collections.abc import AsyncIterator

import httpx
import pytest
from pytest_django.fixtures import Settings
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from fairview.config.body_limit import BodyLimit

MB = 1 << 20


async def reader(scope: Scope, receive: Receive, send: Send) -> None:
    """Reads all that is sent, and says how much it was."""
    body = await Request(scope, receive).body()
    await PlainTextResponse(str(len(body)))(scope, receive, send)


async def post(content: bytes | AsyncIterator[bytes]) -> httpx.Response:
    transport = httpx.ASGITransport(app=BodyLimit(reader))
    async with httpx.AsyncClient(transport=transport, base_url="http://desk") as client:
        return await client.post("/api/anything", content=content)


async def chunks(megabytes: int) -> AsyncIterator[bytes]:
    for _ in range(megabytes):
        yield b"x" * MB


@pytest.fixture(autouse=True)
def small(settings: Settings) -> None:
    settings.UPLOAD_LIMIT_MB = 2


async def test_what_fits_passes_untouched() -> None:
    assert (await post(b"x" * 2 * MB)).text == str(2 * MB)
    assert (await post(chunks(2))).text == str(2 * MB)


@pytest.mark.parametrize("says_its_size", [True, False])
async def test_what_is_larger_never_reaches_the_desk(says_its_size: bool) -> None:
    answer = await post(b"x" * 3 * MB if says_its_size else chunks(3))
    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.json()["code"], answer.json()["params"]) == ("file_too_large", {"limit_mb": 2})


async def test_nobody_is_listened_to_for_ever() -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 1
            yield b"x" * MB

    assert (await post(endless())).status_code == 413
    assert sent < 40
