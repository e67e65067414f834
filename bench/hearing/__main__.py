"""`python -m bench.hearing` prints what the ear makes of made scenes, as the tables of README.md."""

import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from fairview.proctoring.hearing.contracts import Heard, VoiceModel
from fairview.proctoring.hearing.models import load_voice
from fairview.proctoring.hearing.noise import level_of
from fairview.proctoring.hearing.runtime import open_voice_model
from fairview.proctoring.hearing.statements import SoundStatementMaker
from fairview.proctoring.hearing.voice import CHUNK, CHUNK_MS, VoiceReader
from fairview.proctoring.vision.contracts import Statement

from bench.hearing.mouths import Mouths
from bench.hearing.scenes import SECONDS, Played, Scene, played, scenes
from models.build import BUILD

STEP_S = 0.02
EDGE_S = 0.3
"""So near to where a turn begins or ends, and in its breaths, nothing is counted."""


@dataclass
class Count:
    right: int = 0
    missed: int = 0
    wrong: int = 0

    def add(self, said: bool, true: bool) -> None:
        self.right += said and true
        self.missed += true and not said
        self.wrong += said and not true

    @property
    def words(self) -> str:
        recall = f"{self.right / (self.right + self.missed):.3f}" if self.right + self.missed else "–"
        precision = f"{self.right / (self.right + self.wrong):.3f}" if self.right + self.wrong else "–"
        return f"{precision} | {recall}"


@dataclass
class Row:
    voice: Count = field(default_factory=Count)
    other: Count = field(default_factory=Count)
    scenes: int = 0
    delays_s: list[float] = field(default_factory=list)
    noise_off_db: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Said:
    statement: Statement
    at_s: float
    """When it was said; it may speak of a while ago."""


@cache
def model() -> VoiceModel:
    return load_voice(BUILD, open_voice_model).model


def listened(scene: Scene, sound: Played, mouths: Mouths, costs: list[float]) -> Iterator[Said]:
    reader, maker = VoiceReader(model()), SoundStatementMaker()
    sights = iter(mouths.sights(scene, sound))
    sight = next(sights, None)
    samples = sound.sound.astype(np.float32)
    for number in range(len(samples) // CHUNK):
        at_ms = (number + 1) * CHUNK_MS
        while sight and sight[1] <= at_ms:
            maker.saw_mouth(*sight)
            sight = next(sights, None)
        chunk = samples[number * CHUNK : (number + 1) * CHUNK]
        started = time.perf_counter()
        heard = Heard(at_ms, reader.read(chunk), level_of(chunk))
        costs.append((time.perf_counter() - started) * 1000)
        yield from (Said(one, at_ms / 1000) for one in maker.observe(heard))
    yield from (Said(one, SECONDS) for one in maker.flush())


def count(row: Row, scene: Scene, sound: Played, said: list[Said]) -> None:
    row.scenes += 1
    voices = [one.statement for one in said if one.statement.observed == "voice"]
    for at_s in np.arange(0, SECONDS, STEP_S):
        value = next((v.value for v in voices if v.at_ms - v.duration_ms < at_s * 1000 <= v.at_ms), "none")
        spoken = next((whose for whose, start, end in sound.voices if start <= at_s < end), None)
        if is_left_out(scene, at_s, spoken):
            continue
        row.voice.add(value != "none", spoken is not None)
        row.other.add(value == "other", spoken == "other")
    row.noise_off_db += [
        float(one.statement.value) - scene.noise_db for one in said if one.statement.observed == "noise"
    ]
    other_from_s = next((start for whose, start, _ in sound.voices if whose == "other"), None)
    other_said_s = next((one.at_s for one in said if one.statement.value == "other"), None)
    if other_from_s is not None and other_said_s is not None:
        row.delays_s.append(other_said_s - other_from_s)


def is_left_out(scene: Scene, at_s: float, spoken: str | None) -> bool:
    edges = [edge for _, start, end in scene.turns for edge in (start, end)]
    in_turn = any(start <= at_s < end for _, start, end in scene.turns)
    return any(abs(at_s - edge) < EDGE_S for edge in edges) or (in_turn and spoken is None)


def words(name: str, row: Row) -> str:
    delay = f"{np.median(row.delays_s):.1f} s" if row.delays_s else "–"
    off = f"{np.median(row.noise_off_db):+.0f} dB" if row.noise_off_db else "–"
    wrong = f"{row.other.wrong * STEP_S / row.scenes:.1f} s"
    return f"| {name} | {row.scenes} | {row.voice.words} | {row.other.words} | {wrong} | {delay} | {off} |"


def main() -> None:
    mouths, costs = Mouths(), list[float]()
    rows: dict[str, Row] = defaultdict(Row)
    whole = Row()
    for scene in scenes():
        sound = played(scene)
        said = list(listened(scene, sound, mouths, costs))
        for row in (rows[scene.name], whole):
            count(row, scene, sound, said)
    head = ["scene", "scenes", "voice: precision", "recall", "other: precision", "recall"]
    head += ["wrongly, each", "said after", "noise, said − true"]
    print(f"| {' | '.join(head)} |", "|---" * len(head) + "|", sep="\n")
    print(*(words(name, row) for name, row in rows.items()), words("**all**", whole), sep="\n")
    p50, p95 = np.percentile(costs, (50, 95))
    print(f"\n{len(costs)} chunks, p50 {p50:.2f} ms, p95 {p95:.2f} ms a chunk")


if __name__ == "__main__":
    main()
