"""The processes that `fairview serve` starts."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from fairview.config.serve import runner


@pytest.fixture
def keys(settings: Settings, tmp_path: Path) -> Path:
    settings.KEYS = tmp_path / "keys"
    return tmp_path / "keys"


def test_the_runner_knows_its_token_and_no_other_secret(
    settings: Settings, keys: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAIRVIEW_SECRET_KEY", "never-tell")
    settings.RUNNER_TOKEN = "from-the-environment"
    child = runner("127.0.0.1")
    token_file = keys / "runner_token"
    assert child.environment is not None
    assert list(child.environment) == ["PATH"]
    assert str(token_file) in child.command
    assert "from-the-environment" not in child.command
    assert token_file.read_text() == "from-the-environment"
    assert token_file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(("host", "asked"), [("0.0.0.0", "127.0.0.1"), ("192.0.2.7", "192.0.2.7")])
def test_the_runner_asks_where_the_server_listens(
    settings: Settings, keys: Path, host: str, asked: str
) -> None:
    assert f"http://{asked}:{settings.PORT}" in runner(host).command
