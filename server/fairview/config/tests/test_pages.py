"""What a page may load, and what the page that programs run behind may not."""

from pathlib import Path

import httpx
import pytest
from pytest_django.fixtures import Settings
from starlette.applications import Starlette

from fairview.config.pages import FOR_EVER, NONCE, CachedFiles, SecurityHeaders, page_routes


@pytest.fixture
def pages(tmp_path: Path, settings: Settings) -> httpx.AsyncClient:
    settings.WEB_DIST = tmp_path
    for name in ("index", "invitation", "enclosure"):
        (tmp_path / f"{name}.html").write_text(f"{name}: {NONCE}", encoding="utf-8")
    transport = httpx.ASGITransport(SecurityHeaders(Starlette(routes=page_routes)))
    return httpx.AsyncClient(transport=transport, base_url="http://here")


async def test_programs_in_a_browser_have_no_origin_and_ask_for_nothing(pages: httpx.AsyncClient) -> None:
    answer = await pages.get("/enclosure.html")
    rules = answer.headers["content-security-policy"].split("; ")
    nonce = answer.text.removeprefix("enclosure: ")
    assert rules == [
        "sandbox allow-scripts",
        "default-src 'none'",
        f"script-src 'nonce-{nonce}' blob: 'wasm-unsafe-eval'",
        "worker-src blob:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
    ]


async def test_no_page_runs_what_was_put_together_on_it(pages: httpx.AsyncClient) -> None:
    answer = await pages.get("/today")
    rules = answer.headers["content-security-policy"]
    assert answer.text.startswith("index: ")
    assert "worker-src 'self'" in rules
    assert "'unsafe-eval'" not in rules
    assert "blob:" not in rules.split("script-src ")[1].split(";")[0]


async def test_an_invitation_has_a_page_of_its_own_whatever_its_link_holds(pages: httpx.AsyncClient) -> None:
    for link in ("/i/a-link", "/i/a.link"):
        assert (await pages.get(link)).text.startswith("invitation: ")


async def test_each_answer_has_a_nonce_of_its_own(pages: httpx.AsyncClient) -> None:
    first, second = [(await pages.get("/enclosure.html")).text for _ in range(2)]
    assert first != second
    assert NONCE not in first + second


async def test_a_page_brings_the_cookie_that_its_first_request_answers(pages: httpx.AsyncClient) -> None:
    first = await pages.get("/i/a-link")
    assert "csrftoken" in first.cookies
    assert "csrftoken" not in (await pages.get("/today")).cookies


async def test_files_are_handed_out_packed_as_a_browser_takes_them(
    pages: httpx.AsyncClient, tmp_path: Path
) -> None:
    served = CachedFiles(tmp_path, FOR_EVER)
    for ending in ("", ".gz", ".br"):
        (tmp_path / f"app.js{ending}").write_text(f"as{ending}", encoding="utf-8")
    asked = httpx.AsyncClient(transport=httpx.ASGITransport(served), base_url="http://here")
    for accepted, encoding in {"gzip, deflate, br": "br", "gzip": "gzip", "identity": None}.items():
        async with asked.stream("GET", "/app.js", headers={"Accept-Encoding": accepted}) as answer:
            assert answer.headers.get("content-encoding") == encoding
            assert answer.headers["content-type"].startswith("text/javascript")
            assert "immutable" in answer.headers["cache-control"]
