"""`python -m bench.hearing.twins` makes the questions anew; the answers must then be recorded anew."""

import json
from pathlib import Path

import numpy as np

from bench.hearing.wav import write_wav
from bench.puppet.voice import HIGH, LOW, RATE, spoken

HERE = Path(__file__).parent
ASKED_RATE = 22_050
SECONDS = 8
OWN, OTHER, CALL = (0.8, 2.6), (3.4, 5.4), (6.2, 7.6)
SIGHT_MS, CALL_MS = 95, 200


def main() -> None:
    chance = np.random.default_rng(7)
    sound = chance.normal(0, 10 ** (-58 / 20), SECONDS * RATE)
    for speaker, (start, end) in ((LOW, OWN), (HIGH, OTHER), (HIGH, CALL)):
        said = spoken(speaker, end - start, seed=4).sound
        sound[int(start * RATE) :][: len(said)] += said
    times = np.arange(SECONDS * ASKED_RATE) / ASKED_RATE
    write_wav(HERE / "sound.wav", np.interp(times, np.arange(len(sound)) / RATE, sound), ASKED_RATE)
    mouth = []
    for at_ms in range(0, SECONDS * 1000, SIGHT_MS):
        moves = OWN[0] <= at_ms / 1000 <= OWN[1]
        gap = 0.03 + 0.1 * abs(np.sin(at_ms / 75)) * moves + chance.normal(0, 0.003)
        mouth.append({"open": round(float(gap), 4), "atMs": at_ms})
    others = [{"level": 0.1, "atMs": at_ms} for at_ms in range(6_000, 7_800, CALL_MS)]
    (HERE / "sights.json").write_text(json.dumps({"mouth": mouth, "others": others}) + "\n")


if __name__ == "__main__":
    main()
