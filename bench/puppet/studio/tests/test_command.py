"""`python -m bench.puppet` makes clips, and says in words what it cannot make."""

import json
import sys
from pathlib import Path

import pytest

from bench.puppet.__main__ import main
from bench.puppet.studio.catalogue import catalogue
from bench.puppet.studio.reach import problems

SCRIPT = "name: mine\nwidth: 160\nfps: 2\nscenes:\n  - seconds: 1\n"


def run(monkeypatch: pytest.MonkeyPatch, *words: str | Path) -> int:
    monkeypatch.setattr(sys, "argv", ["puppet", *map(str, words)])
    return main()


def test_a_script_becomes_a_clip_and_its_truth(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script, video = tmp_path / "mine.yaml", tmp_path / "mine.y4m"
    script.write_text(SCRIPT)
    assert run(monkeypatch, script, "--out", video) == 0
    assert video.read_bytes().startswith(b"YUV4MPEG2 W160 H120")
    assert len(json.loads(video.with_suffix(".json").read_text())["frames"]) == 2


@pytest.mark.parametrize(
    ("name", "out", "said"),
    [
        ("nobody", "clip.y4m", "nobody: neither a story"),
        ("skin-own-collins", "clip.mp4", "must end in"),
        ("missing.yaml", "clip.y4m", "missing.yaml"),
    ],
)
def test_what_cannot_be_made_is_said(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    name: str,
    out: str,
    said: str,
) -> None:
    assert run(monkeypatch, name, "--out", tmp_path / out) == 1
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_wrong_script_names_its_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    script = tmp_path / "mine.yaml"
    script.write_text(SCRIPT.replace("fps: 2", "fps: 7"))
    assert run(monkeypatch, script, "--out", tmp_path / "mine.y4m") == 1
    assert "mine.yaml, line 3: fps: " in capsys.readouterr().err


def test_nobody_in_the_catalogue_must_turn_the_eyes_too_far() -> None:
    assert {name: problems(clip) for name, clip in catalogue().items() if problems(clip)} == {}
