"""What the model takes for a voice, of what is made here."""

import numpy as np
import pytest
from fairview.proctoring.hearing.models import load_voice
from fairview.proctoring.hearing.runtime import open_voice_model
from fairview.proctoring.hearing.voice import CHUNK, VoiceReader

from bench.hearing.sounds import keys, music, room
from bench.puppet.voice import HIGH, LOW, RATE, Sound, Speaker, spoken
from models.build import BUILD

SECONDS = 6


def chances(sound: Sound) -> list[float]:
    reader = VoiceReader(load_voice(BUILD, open_voice_model).model)
    samples = sound.astype(np.float32)
    return [reader.read(samples[at : at + CHUNK]) for at in range(0, len(samples) - CHUNK + 1, CHUNK)]


@pytest.mark.parametrize("speaker", [LOW, HIGH])
def test_a_made_voice_is_one_and_is_the_same_each_time(speaker: Speaker) -> None:
    said = spoken(speaker, SECONDS, seed=5)
    share = sum(end - start for start, end in said.phrases) / SECONDS
    assert np.mean(np.array(chances(said.sound)) > 0.5) == pytest.approx(share, abs=0.15)
    assert (spoken(speaker, SECONDS, seed=5).sound == said.sound).all()


@pytest.mark.parametrize(
    "sound",
    [np.zeros(SECONDS * RATE), room(SECONDS, -40, 1), keys(SECONDS, 1), music(SECONDS, 1)],
    ids=["silence", "noise", "keys", "music"],
)
def test_other_sounds_are_none(sound: Sound) -> None:
    assert np.mean(np.array(chances(sound)) > 0.5) < 0.02
