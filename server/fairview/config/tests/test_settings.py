"""What a deployment behind HTTPS gets without setting more than its address."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from httpx import ASGITransport, AsyncClient
from pytest_django.fixtures import Settings
from starlette.applications import Starlette

from fairview.config.pages import SecurityHeaders, page_routes
from fairview.config.settings import ROOT


def test_django_finds_nothing_to_say_about_a_deployment(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, ROOT / "server" / "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        env={
            **os.environ,
            "FAIRVIEW_DATA": str(tmp_path),
            "FAIRVIEW_ORIGIN": "https://interviews.example.org",
            "FAIRVIEW_BEHIND_PROXY": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr


@pytest.mark.parametrize(("is_https", "told"), [(True, "max-age=31536000"), (False, None)])
async def test_browsers_are_told_to_stay_on_https_where_it_is_spoken(
    settings: Settings, is_https: bool, told: str | None
) -> None:
    settings.IS_HTTPS = is_https
    transport = ASGITransport(SecurityHeaders(Starlette(routes=page_routes)))
    async with AsyncClient(transport=transport, base_url="http://fairview.test") as browser:
        headers = (await browser.get("/today")).headers
    assert headers.get("strict-transport-security") == told
    assert headers["x-content-type-options"] == "nosniff"
