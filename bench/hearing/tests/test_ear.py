"""The ear in a real browser, on voices and a mouth that are known."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

import numpy as np
import pytest

from bench.hearing.browser import listening, page
from bench.hearing.sounds import room
from bench.hearing.wav import write_wav
from bench.puppet.studio import files
from bench.puppet.studio.language import ClipText, SceneText
from bench.puppet.voice import LOW, RATE, Sound, spoken

# What Firefox does: a track is not joined to a context of another rate.
UNJOINED = """
const join = AudioContext.prototype.createMediaStreamSource
AudioContext.prototype.createMediaStreamSource = function (stream) {
  if (this.sampleRate === 16000) throw new DOMException('of another rate', 'NotSupportedError')
  return join.call(this, stream)
}
"""


def voice(seconds: float) -> Sound:
    return spoken(LOW, seconds, seed=2).sound + room(seconds, -55, seed=2)


def camera(*, talks: bool) -> Path:
    """A face whose mouth moves, or does not, for as long as anybody looks."""
    scenes = (SceneText(seconds=1.2, talks=talks, mouth=0),)
    clip = ClipText(name="talks" if talks else "listens", seed=3, fps=10, scenes=scenes)
    return files.ready(clip).video


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with page() as served:
        yield served


@pytest.mark.parametrize(("talks", "whose"), [(True, "own"), (False, "other")])
def test_a_voice_is_told_by_the_mouth(address: str, tmp_path: Path, talks: bool, whose: str) -> None:
    with listening(address, write_wav(tmp_path / "voice.wav", voice(8)), camera(talks=talks)) as ear:
        ear.wait_for(f"said.statements.some(s => s.value === '{whose}')")
        ear.page.evaluate("bench.stop()")
        said = ear.said["statements"]
    lengths = dict.fromkeys(("own", "other"), 0)
    for one in said:
        if one["value"] in lengths:
            lengths[one["value"]] += one["durationMs"]
    assert max(lengths, key=lengths.__getitem__) == whose


def test_a_quiet_room_has_no_voice_and_its_noise_in_decibels(address: str, tmp_path: Path) -> None:
    with listening(address, write_wav(tmp_path / "room.wav", room(12, -45, seed=1))) as ear:
        ear.wait_for("said.statements.some(s => s.observed === 'noise')")
        said, costs = ear.said["statements"], ear.said["costs"]
    assert {one["value"] for one in said if one["observed"] == "voice"} == {"none"}
    [noise] = [int(one["value"]) for one in said if one["observed"] == "noise"][:1]
    assert noise == pytest.approx(-45, abs=3)
    # A chunk is 32 ms of sound.
    assert median(costs) < 32


def test_a_browser_that_keeps_its_own_rate_hears_the_same(address: str, tmp_path: Path) -> None:
    sound = np.concatenate([voice(6), np.zeros(RATE)])
    with listening(address, write_wav(tmp_path / "voice.wav", sound), before=UNJOINED) as ear:
        ear.wait_for("said.statements.some(s => s.value === 'unclear')")


def test_a_microphone_that_is_turned_off_pauses_and_stays_the_call_s(address: str, tmp_path: Path) -> None:
    with listening(address, write_wav(tmp_path / "voice.wav", voice(4))) as ear:
        ear.wait_for("said.statuses.at(-1).state === 'watching'")
        ear.page.evaluate("bench.enable(false)")
        ear.wait_for("said.statuses.at(-1).reason === 'microphone_off'")
        ear.page.evaluate("bench.enable(true)")
        ear.wait_for("said.statuses.at(-1).state === 'watching'")
        ear.page.evaluate("bench.stop()")
        assert ear.page.evaluate("bench.isLive()")
