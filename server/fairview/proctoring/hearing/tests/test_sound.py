"""The sound of recordings: WAV files of any kind, and a program that may be there or not."""

import os
import struct
import wave
from pathlib import Path

import numpy as np
import pytest

from fairview.proctoring.errors import RecordingUnreadable
from fairview.proctoring.hearing.recorded import hearing_of
from fairview.proctoring.hearing.sound import NotHeard, open_sound, wav_chunks
from fairview.proctoring.hearing.voice import CHUNK, RATE

TONE_HZ, AMPLITUDE = 440, 0.5


def tone(rate: int, seconds: float = 0.5) -> np.ndarray:
    return AMPLITUDE * np.sin(2 * np.pi * TONE_HZ * np.arange(int(rate * seconds)) / rate)


def wav(path: Path, rate: int = RATE, width: int = 2, channels: int = 1) -> Path:
    whole = np.round(tone(rate) * ((1 << 8 * width - 1) - 1)).astype("<i4")
    if width == 1:
        whole += 128
    data = whole.view(np.uint8).reshape(-1, 4)[:, :width]
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(np.repeat(data, channels, axis=0).tobytes())
    return path


def heard(path: Path) -> np.ndarray:
    with wav_chunks(path) as chunks:
        return np.concatenate(list(chunks))


@pytest.mark.parametrize("width", [1, 2, 3, 4])
@pytest.mark.parametrize("channels", [1, 2])
def test_whole_numbers_of_any_width_and_channels(tmp_path: Path, width: int, channels: int) -> None:
    samples = heard(wav(tmp_path / "tone.wav", width=width, channels=channels))
    assert len(samples) % CHUNK == 0
    assert np.abs(samples - tone(RATE)[: len(samples)]).max() < 0.01


@pytest.mark.parametrize("rate", [8_000, 22_050, 44_100, 48_000])
def test_any_rate(tmp_path: Path, rate: int) -> None:
    samples = heard(wav(tmp_path / "tone.wav", rate=rate))
    assert np.abs(samples - tone(RATE)[: len(samples)])[100:].max() < 0.01


def test_a_file_that_ends_too_soon_is_heard_as_far_as_it_goes(tmp_path: Path) -> None:
    path = wav(tmp_path / "tone.wav", width=3)
    path.write_bytes(path.read_bytes()[:10_001])
    assert 2_500 < len(heard(path)) < 3_400


@pytest.mark.parametrize("data", [b"", b"These are words.", b"RIFF" + struct.pack("<I", 4) + b"WAVE"])
def test_a_file_that_is_no_sound_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "notes.wav"
    path.write_bytes(data)
    with pytest.raises(RecordingUnreadable), wav_chunks(path):
        pass


def test_without_the_program_it_is_said_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotHeard, match="--sound"):
        open_sound(tmp_path / "talk.webm", None)


def program(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    path = folder / "ffmpeg"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_a_program_that_finds_no_sound_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, monkeypatch, "exit 1")
    with pytest.raises(NotHeard, match="no sound"), open_sound(tmp_path / "talk.webm", None):
        pass


def test_a_program_that_never_ends_is_ended_with_us(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, monkeypatch, f"echo $$ > {tmp_path}/pid; exec cat /dev/zero")
    with open_sound(tmp_path / "talk.webm", None) as chunks:
        assert not next(chunks).any()
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_without_its_model_nothing_is_heard_and_that_is_said(tmp_path: Path) -> None:
    sound = wav(tmp_path / "tone.wav")
    with hearing_of(tmp_path / "talk.webm", sound, tmp_path) as hearing:
        assert hearing.why_not == "the model file for voices cannot be used (run `make setup`)"
