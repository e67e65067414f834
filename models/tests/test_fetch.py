"""What is fetched is the pinned file or nothing; a person who cannot fetch is told why."""

import hashlib
import sys
from pathlib import Path

import pytest

from models import fetch as fetching
from models.fetch import SourceUnavailable, fetch
from models.sources import FACE_MESH, MEDIAPIPE, SILERO, Source

CONTENT = b"weights"
WHEEL = Source(
    name="weights",
    version="1.0",
    registry="pypi",
    file="weights-1.0-py3-none-any.whl",
    sha256=hashlib.sha256(CONTENT).hexdigest(),
    licence="MIT",
)


def registry_that(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """The registry's client becomes a Python one-liner, run like the real one."""
    monkeypatch.setitem(
        fetching.CLIENTS, "pypi", lambda source, folder: ([sys.executable, "-c", script, source.file], {})
    )


def writes(content: bytes) -> str:
    return f"import pathlib, sys; pathlib.Path(sys.argv[1]).write_bytes({content!r})"


def test_the_pinned_file_is_fetched_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    registry_that(monkeypatch, writes(CONTENT))
    assert fetch(WHEEL, tmp_path).read_bytes() == CONTENT
    registry_that(monkeypatch, "raise SystemExit(1)")
    assert fetch(WHEEL, tmp_path).read_bytes() == CONTENT
    assert [path.name for path in tmp_path.iterdir()] == [WHEEL.file]


def test_another_file_is_refused_and_nothing_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    registry_that(monkeypatch, writes(b"something else"))
    with pytest.raises(SourceUnavailable, match="expected"):
        fetch(WHEEL, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_in_the_cache_is_fetched_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / WHEEL.file).write_bytes(CONTENT[:3])
    registry_that(monkeypatch, writes(CONTENT))
    assert fetch(WHEEL, tmp_path).read_bytes() == CONTENT


def test_a_failing_client_is_quoted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    registry_that(monkeypatch, "raise SystemExit('no route to host')")
    with pytest.raises(SourceUnavailable, match=r"(?s)network or your package index.*no route to host"):
        fetch(WHEEL, tmp_path)


def test_pip_gets_the_hash_and_only_the_settings_that_reach_an_index(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PIP_INDEX_URL", "https://index.example/simple")
    command, environment = fetching.pip_download(MEDIAPIPE, tmp_path)
    assert f"--hash=sha256:{MEDIAPIPE.sha256}" in (tmp_path / "pinned.txt").read_text()
    assert {"--require-hashes", "--no-deps", "manylinux_2_28_x86_64", "cp311", "311"} <= set(command)
    assert environment["PIP_INDEX_URL"] == "https://index.example/simple"
    assert "PIP_TARGET" not in environment


def test_a_wheel_for_every_platform_is_asked_for_without_naming_one(tmp_path: Path) -> None:
    command, _ = fetching.pip_download(SILERO, tmp_path)
    assert "--require-hashes" in command and "--platform" not in command


def test_a_missing_npm_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SourceUnavailable, match=r"install Node\.js"):
        fetching.npm_pack(FACE_MESH, tmp_path)
