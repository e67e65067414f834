"""A voice out of nothing: glottal pulses through the resonances of vowels, hisses and stops between them.

It says no words and sounds like a machine, but it has what a voice detector listens for: a pitch that falls
and rises, formants that glide, syllables four or five a second, breaths between phrases. Deterministic by
seed. Samples are −1…1 at 16 kHz.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RATE = 16_000
FRAME = 80
"""Samples between two settings of the resonances: 5 ms."""
Sound = NDArray[np.float64]

# First to fourth resonance in Hz, after Peterson and Barney (1952) and Klatt (1980).
VOWELS = {
    "i": (270, 2290, 3010, 3700),
    "e": (530, 1840, 2480, 3600),
    "a": (730, 1090, 2440, 3500),
    "o": (570, 840, 2410, 3400),
    "u": (300, 870, 2240, 3300),
    "@": (500, 1500, 2500, 3500),
}
WIDTHS = (70, 100, 140, 220)
# What a hiss is made of: its middle in Hz, and how loud it is beside a vowel.
HISSES = {"s": (5500, 0.12), "f": (4000, 0.05), "h": (1500, 0.05)}


@dataclass(frozen=True)
class Speaker:
    pitch: float
    """Hz, at rest."""
    tract: float = 1.0
    """Factor of all resonances: 1.15 a short tract, 0.95 a long one."""
    pace: float = 4.5
    """Syllables a second."""


LOW, HIGH = Speaker(pitch=115), Speaker(pitch=205, tract=1.15, pace=5)


@dataclass(frozen=True)
class Spoken:
    sound: Sound
    phrases: tuple[tuple[float, float], ...]
    """When somebody speaks, in seconds."""


def spoken(speaker: Speaker, seconds: float, seed: int) -> Spoken:
    """Phrases with breaths between them, as loud as speech at a microphone (about −20 dB)."""
    chance = np.random.default_rng(seed)
    sound, phrases = np.zeros(int(seconds * RATE)), []
    start = 0
    while start < len(sound):
        said = phrase(speaker, chance)[: len(sound) - start]
        sound[start : start + len(said)] = said
        phrases.append((start / RATE, (start + len(said)) / RATE))
        start += len(said) + int(chance.uniform(0.25, 0.6) * RATE)
    loud = np.sqrt(np.mean(sound[np.abs(sound) > 1e-4] ** 2))
    return Spoken(np.clip(sound / loud * 0.1, -1, 1), tuple(phrases))


def phrase(speaker: Speaker, chance: np.random.Generator) -> Sound:
    syllables = int(chance.integers(5, 12))
    settings = list(track(speaker, syllables, chance))
    pitch, voicing, hiss, middle = (np.array([one[k] for one in settings]) for k in range(4))
    voiced = pulses(np.repeat(pitch, FRAME), chance) * smoothed(voicing)
    voiced += chance.normal(0, 0.02, len(voiced)) * smoothed(voicing)
    shaped = resonated(voiced, np.array([one[4] for one in settings]))
    return shaped + hissed(smoothed(hiss), np.repeat(middle, FRAME), chance)


def track(
    speaker: Speaker, syllables: int, chance: np.random.Generator
) -> Iterator[tuple[float, float, float, float, Sound]]:
    """For each 5 ms: pitch, how loud the voice and the hiss are, the hiss's middle, and the resonances."""
    before = np.array(VOWELS["@"], float)
    for index in range(syllables):
        vowel = np.array(VOWELS[str(chance.choice(list(VOWELS)))], float)
        kind = str(chance.choice(["s", "f", "h", "stop", "glide", "glide"]))
        middle, loud = HISSES.get(kind, (2500, 0.0))
        length = chance.uniform(0.8, 1.25) / speaker.pace
        onset, total = int(0.3 * length * RATE / FRAME), int(length * RATE / FRAME)
        stress = chance.uniform(0.6, 1.0)
        fall = 1.15 - 0.3 * index / syllables + 0.1 * chance.normal()
        for step in range(total):
            in_onset = step < onset
            share = 1 - np.exp(-3 * max(step - onset / 2, 0) / (total - onset))
            voicing = stress * (float(kind == "glide") * 0.5 if in_onset else 1)
            burst = 0.15 if kind == "stop" and onset - 3 <= step < onset else 0
            pitch = speaker.pitch * fall * (1 + 0.06 * np.sin(np.pi * step / total))
            resonances = (before + (vowel - before) * share) * speaker.tract
            yield pitch, voicing, loud * in_onset + burst, middle, resonances
        before = vowel


def pulses(pitch: Sound, chance: np.random.Generator) -> Sound:
    """Air through the glottis, differentiated (Rosenberg's pulse), with a little jitter."""
    jitter = 1 + 0.01 * np.repeat(chance.normal(size=len(pitch) // FRAME), FRAME)
    phase = np.cumsum(pitch * jitter / RATE) % 1
    opening, closing = 0.4, 0.16
    rise = 0.5 * (1 - np.cos(np.pi * phase / opening))
    fall = np.cos(np.pi / 2 * (phase - opening) / closing)
    flow = np.where(phase < opening, rise, np.where(phase < opening + closing, fall, 0))
    moved: Sound = np.diff(flow, prepend=flow[0])
    return moved


def resonated(source: Sound, settings: Sound) -> Sound:
    """Through the resonances one after the other, each a filter of two poles that glides."""
    sound = source
    for which, width in enumerate(WIDTHS):
        radius = np.exp(-np.pi * width / RATE)
        ones = np.repeat(2 * radius * np.cos(2 * np.pi * settings[:, which] / RATE), FRAME)
        sound = two_poles(sound, ones, radius**2)
    return sound


def two_poles(source: Sound, ones: Sound, two: float) -> Sound:
    before = last = 0.0
    out = []
    for sample, one in zip(source.tolist(), ones.tolist(), strict=True):
        before, last = last, (1 - one + two) * sample + one * last - two * before
        out.append(last)
    return np.array(out)


def hissed(loud: Sound, middle: Sound, chance: np.random.Generator) -> Sound:
    """Noise around a middle frequency: its slow half is taken there."""
    slow = np.convolve(chance.normal(size=len(loud)), 0.3 * 0.7 ** np.arange(20), "same")
    return loud * slow * np.cos(2 * np.pi * np.cumsum(middle) / RATE)


def smoothed(settings: Sound) -> Sound:
    """From a value for each frame to one for each sample, without steps."""
    samples = np.repeat(settings, FRAME)
    window = np.hanning(2 * FRAME)
    made: Sound = np.convolve(samples, window / window.sum(), "same")
    return made
