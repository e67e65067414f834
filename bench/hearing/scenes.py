"""Made scenes: who speaks when, what the mouth in the picture does, and what else sounds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from bench.hearing.sounds import at_level, keys, music, room
from bench.puppet.voice import HIGH, LOW, RATE, Sound, Speaker, spoken

SPEECH_DB = -20
SECONDS = 14.0
Whose = Literal["own", "other"]
SPEAKERS = (LOW, HIGH, Speaker(pitch=95, tract=0.95, pace=4), Speaker(pitch=160, tract=1.05, pace=5.5))


@dataclass(frozen=True)
class Scene:
    name: str
    seed: int
    turns: tuple[tuple[Whose, float, float], ...] = ()
    """Whose turn it is to speak, from when to when, in seconds."""
    noise_db: float = -60
    others: tuple[Literal["keys", "music"], ...] = ()
    lips: Literal["seen", "closed"] = "seen"
    """closed: an own voice does not move them (a hum, a mask)."""


@dataclass(frozen=True)
class Played:
    sound: Sound
    voices: list[tuple[Whose, float, float]] = field(default_factory=list)
    """Phrases without the breaths between them."""


def scenes() -> Iterator[Scene]:
    for seed in range(4):
        yield Scene("own voice", seed, (("own", 2, 12),))
        yield Scene("second voice", seed, (("other", 2, 12),))
        yield Scene("both in turn", seed, (("own", 1, 6), ("other", 8, 13)))
        for snr in (0, 5, 10, 20, 30):
            noise = SPEECH_DB - snr
            yield Scene(f"own voice, {snr} dB", seed, (("own", 2, 12),), noise_db=noise)
            yield Scene(f"second voice, {snr} dB", seed, (("other", 2, 12),), noise_db=noise)
        yield Scene("typing", seed, others=("keys",))
        yield Scene("music", seed, others=("music",))
        yield Scene("silence and noise", seed, noise_db=-40)
        yield Scene("second voice, typing", seed, (("other", 2, 12),), others=("keys",))
        yield Scene("own voice, closed lips", seed, (("own", 2, 12),), lips="closed")


def played(scene: Scene) -> Played:
    sound = room(SECONDS, scene.noise_db, scene.seed)
    voices = []
    for index, (whose, start, end) in enumerate(scene.turns):
        said = spoken(SPEAKERS[(scene.seed + index) % len(SPEAKERS)], end - start, scene.seed)
        first = int(start * RATE)
        sound[first : first + len(said.sound)] += at_level(said.sound, SPEECH_DB)
        voices += [(whose, start + begin, start + stop) for begin, stop in said.phrases]
    if "keys" in scene.others:
        sound += keys(SECONDS, scene.seed)
    if "music" in scene.others:
        sound += music(SECONDS, scene.seed)
    return Played(np.clip(sound, -1, 1), voices)
