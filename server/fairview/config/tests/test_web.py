"""The web process as a code runner meets it: who waits hears of a run at once, and keeps nobody waiting."""

import asyncio
import socket

import httpx
import pytest
import uvicorn
from django.conf import settings
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from fairview.coding.events import RunMoved
from fairview.coding.http import QueueWatch, WaitForRun
from fairview.config.asgi import app
from fairview.config.live import plane
from fairview.config.web import WebServer
from fairview.kit.events import publish
from fairview.kit.ids import new_id
from runner.protocol import Capabilities, Lease, RunRequest

LEASE = "/api/runner/lease"
ABLE = b'{"runner": "one", "languages": ["python"]}'
NEVER_S = 3_600
RUN = RunRequest(id="r1", language="python", files=[], entry="main.py", cases=[])


@pytest.fixture(autouse=True)
def endless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits is answered for a reason, or never."""
    monkeypatch.setattr("fairview.coding.http.LOOKS_EVERY_S", NEVER_S)
    monkeypatch.setattr("fairview.coding.http.LONGEST_WAIT_S", NEVER_S)


async def ask(client: httpx.AsyncClient) -> httpx.Response:
    headers = {"Authorization": f"Runner {settings.RUNNER_TOKEN}", "Prefer": f"wait={NEVER_S}"}
    return await client.post(LEASE, content=ABLE, headers=headers, timeout=None)


@pytest.mark.usefixtures("transactional_db")
async def test_a_runner_that_waits_hears_of_a_run_that_is_queued(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: asyncio.Queue[Capabilities] = asyncio.Queue()
    queued: list[Lease] = []
    loop = asyncio.get_running_loop()

    def lease_run(able: Capabilities) -> Lease | None:
        loop.call_soon_threadsafe(looks.put_nowait, able)
        return queued.pop() if queued else None

    monkeypatch.setattr("fairview.coding.runner_api.lease_run", lease_run)
    plane.hub.bind()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
        answer = asyncio.create_task(ask(client))
        await looks.get()
        queued.append(Lease(run=RUN, token="a-lease"))
        await asyncio.to_thread(publish, RunMoved(new_id(), "r1", "queued", 1))
        assert (await answer).json()["token"] == "a-lease"
    plane.hub.release()


async def test_a_server_that_ends_lets_go_who_waits() -> None:
    asked = asyncio.Event()

    async def desk(scope: Scope, receive: Receive, send: Send) -> None:
        asked.set()
        await Response(status_code=204)(scope, receive, send)

    queue = QueueWatch(plane.hub)
    config = uvicorn.Config(
        Starlette(routes=[Route(LEASE, WaitForRun(desk, queue))]), log_level="warning", lifespan="off"
    )
    server = WebServer(config, queue)
    with socket.create_server(("127.0.0.1", 0)) as door:
        serving = asyncio.create_task(server._serve([door]))
        address = f"http://127.0.0.1:{door.getsockname()[1]}"
        async with httpx.AsyncClient(base_url=address) as client:
            answer = asyncio.create_task(ask(client))
            await asked.wait()
            server.should_exit = True
            assert (await answer).status_code == 204
        await serving
