"""The Python twin answers as the browser's did (`bench/hearing/twins`), and has the same constants."""

import json
import re
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from fairview.proctoring.hearing.contracts import Heard
from fairview.proctoring.hearing.models import LoadedVoice, load_voice
from fairview.proctoring.hearing.noise import level_of
from fairview.proctoring.hearing.runtime import open_voice_model
from fairview.proctoring.hearing.sound import wav_chunks
from fairview.proctoring.hearing.statements import SoundStatementMaker
from fairview.proctoring.hearing.voice import CHUNK_MS, VoiceReader
from fairview.proctoring.vision.contracts import Statement

from bench.hearing import twins
from models.build import BUILD

HERE = Path(twins.__file__).parent
BROWSER = Path(__file__).resolve().parents[3] / "web" / "src" / "hearing"
CONSTANT = re.compile(r"^(?:export )?const ([A-Z_]+) = (-?[\d_.]+)$", re.MULTILINE)
CHANCE, DECIBELS = 0.01, 0.05


@cache
def loaded() -> LoadedVoice:
    return load_voice(BUILD, open_voice_model)


@cache
def answers() -> dict[str, Any]:
    recorded: dict[str, Any] = json.loads((HERE / "answers.json").read_text())
    return recorded


@cache
def heard() -> list[Heard]:
    reader = VoiceReader(loaded().model)
    with wav_chunks(HERE / "sound.wav") as chunks:
        return [
            Heard(number * CHUNK_MS, reader.read(chunk), level_of(chunk))
            for number, chunk in enumerate(chunks, 1)
        ]


def statements() -> list[Statement]:
    maker = SoundStatementMaker()
    sights = json.loads((HERE / "sights.json").read_text())
    said = []
    for one in heard():
        while sights["mouth"] and sights["mouth"][0]["atMs"] <= one.at_ms:
            sight = sights["mouth"].pop(0)
            maker.saw_mouth(sight["open"], sight["atMs"])
        while sights["others"] and sights["others"][0]["atMs"] <= one.at_ms:
            other = sights["others"].pop(0)
            maker.heard_others(other["level"], other["atMs"])
        said += maker.observe(one)
    return said + maker.flush()


def test_both_run_the_same_model() -> None:
    assert loaded().version == answers()["model"]


def test_the_same_samples_give_the_same_chances() -> None:
    for one, other in zip(heard(), answers()["heard"], strict=True):
        assert one.at_ms == other["atMs"]
        assert one.voice == pytest.approx(other["voice"], abs=CHANCE)
        assert one.decibels == pytest.approx(other["decibels"], abs=DECIBELS)


def test_the_same_chances_give_the_same_statements() -> None:
    for one, other in zip(statements(), answers()["statements"], strict=True):
        assert (one.observed, one.value) == (other["observed"], other["value"])
        assert (one.at_ms, one.duration_ms) == (other["atMs"], other["durationMs"])
        assert one.confidence == pytest.approx(other["confidence"], abs=CHANCE)


@pytest.mark.parametrize("name", ["resample", "voice", "mouth", "noise", "statements"])
def test_constants_of_one_name_have_one_value(name: str) -> None:
    twin = import_module(f"fairview.proctoring.hearing.{name}")
    for constant, value in CONSTANT.findall((BROWSER / f"{name}.ts").read_text()):
        assert getattr(twin, constant) == float(value.replace("_", "")), f"{constant} of {name}"
