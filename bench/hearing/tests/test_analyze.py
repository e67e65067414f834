"""`fairview proctor analyze` hears a recording beside its pictures."""

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from fairview.proctoring.commands import proctor

from bench.hearing.sounds import room
from bench.hearing.wav import write_wav
from bench.puppet.studio import files
from bench.puppet.studio.language import ClipText, SceneText
from bench.puppet.voice import LOW, RATE, spoken

TOLERANCE_MS = 600

pytestmark = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not on this machine")


@pytest.fixture(scope="module")
def video() -> Path:
    """Two seconds of silence, four of talking, six of listening."""
    scenes = (SceneText(seconds=2), SceneText(seconds=4, talks=True), SceneText(seconds=6))
    return files.ready(ClipText(name="talks-then-listens", seed=3, fps=10, scenes=scenes), "webm").video


def analyzed(*arguments: object) -> dict[str, Any]:
    result = CliRunner().invoke(proctor, ["analyze", *map(str, arguments), "--json"])
    assert result.exit_code == 0, result.exception
    found: dict[str, Any] = json.loads(result.output)
    return found


def test_a_voice_beside_still_lips_is_another_s(video: Path, tmp_path: Path) -> None:
    quiet = np.zeros(7 * RATE)
    sound = np.concatenate([quiet, spoken(LOW, 4, seed=1).sound, np.zeros(RATE)])
    wav = write_wav(tmp_path / "sound.wav", sound + room(12, -55, seed=1))
    log = tmp_path / "log.jsonl"
    found = analyzed(video, "--sound", wav, "--out", log)
    assert found["sound"] == {"heard": True, "why_not": None}
    others = [one for one in found["seen"] if one["value"] == "other"]
    assert others[0]["started_ms"] == pytest.approx(7_000, abs=TOLERANCE_MS)
    assert others[-1]["ended_ms"] == pytest.approx(11_000, abs=TOLERANCE_MS)
    assert not [one for one in found["seen"] if one["value"] in {"own", "unclear"}]
    assert {one["value"] for one in found["seen"] if one["observed"] == "noise"} <= {
        "-57",
        "-56",
        "-55",
        "-54",
    }
    assert CliRunner().invoke(proctor, ["replay", str(log)]).exit_code == 0


def test_a_video_without_sound_says_so(video: Path) -> None:
    found = analyzed(video)
    assert not found["sound"]["heard"]
    assert found["sound"]["why_not"]
