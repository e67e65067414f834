"""Sounds that are no voice, as a room has them: deterministic by seed, −1…1 at 16 kHz."""

import numpy as np

from bench.puppet.voice import RATE, Sound

TONES = (220.0, 277.2, 329.6, 440.0)
KEYS_A_SECOND = 6


def room(seconds: float, decibels: float, seed: int) -> Sound:
    """Noise of a room: deeper tones are louder, as those of fans and streets are."""
    white = np.random.default_rng(seed).normal(size=int(seconds * RATE))
    deep = np.convolve(white, 0.9 ** np.arange(60), "same")
    return at_level(deep, decibels)


def keys(seconds: float, seed: int) -> Sound:
    """Somebody types: short bursts, each with the knock of the key on its bed."""
    chance = np.random.default_rng(seed)
    sound = np.zeros(int(seconds * RATE))
    time = np.arange(int(0.03 * RATE)) / RATE
    for _ in range(int(seconds * KEYS_A_SECOND)):
        click = chance.normal(size=len(time)) * np.exp(-time / 0.004)
        knock = 0.5 * np.sin(2 * np.pi * chance.uniform(150, 300) * time) * np.exp(-time / 0.01)
        start = int(chance.integers(0, len(sound) - len(time)))
        sound[start : start + len(time)] += chance.uniform(0.03, 0.12) * (click + knock)
    return sound


def music(seconds: float, seed: int) -> Sound:
    """Plucked chords, four a second, without a singer."""
    chance = np.random.default_rng(seed)
    sound = np.zeros(int(seconds * RATE))
    time = np.arange(int(0.6 * RATE)) / RATE
    for start in range(0, len(sound) - len(time), RATE // 4):
        tone = float(chance.choice(TONES)) * float(chance.choice([0.5, 1, 2]))
        parts = sum(np.sin(2 * np.pi * tone * k * time) / k**1.5 for k in range(1, 7))
        sound[start : start + len(time)] += np.asarray(parts) * np.exp(-time / 0.15)
    return at_level(sound, -25)


def at_level(sound: Sound, decibels: float) -> Sound:
    loud: Sound = sound / np.sqrt(np.mean(sound**2)) * 10 ** (decibels / 20)
    return loud
