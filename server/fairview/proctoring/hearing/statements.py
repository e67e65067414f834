"""Chunks of sound and sights of the mouth in, statements out: voice, noise."""

import math
from collections.abc import Sequence
from typing import Literal

from fairview.proctoring.hearing.contracts import Heard
from fairview.proctoring.hearing.mouth import MouthWatch
from fairview.proctoring.hearing.noise import NoiseWatch
from fairview.proctoring.hearing.voice import CHUNK_MS
from fairview.proctoring.vision.contracts import Observed, Statement
from fairview.proctoring.vision.spans import Sample, Spans, most_frequent

Whose = Literal["none", "own", "other", "unclear"]

# A voice begins at this chance and goes on above the lower one.
BEGINS = 0.5
ENDS = 0.35
# Between words a voice pauses for less than this.
PAUSE_MS = 250
# A voice or a silence shorter than this is not said.
LEAST_MS = 250
# Only a voice that goes on for so long beside still lips is another's: lips are judged by a second.
OTHER_MS = 1000
# From this level on (as WebRTC counts it) the call's other voices are heard in the room, and a little after.
AUDIBLE = 0.01
ECHO_MS = 600
# Who hums or speaks with closed lips is taken for another: so this is never surer.
LIPS_TELL = 0.8


class Voices:
    observed: Observed = "voice"

    def same(self, settled: Whose, value: Whose) -> bool:
        return settled == value

    def changed(self, pending: Sequence[Sample[Whose]], held_ms: float, settled: Whose) -> bool:
        values = [sample.value for sample in pending]
        if most_frequent(values) != "other":
            return held_ms >= LEAST_MS
        return values.count("other") * CHUNK_MS >= OTHER_MS

    def gather(self, values: Sequence[Whose]) -> Whose:
        return most_frequent(values)

    def word(self, value: Whose) -> str:
        return value


class SoundStatementMaker:
    def __init__(self) -> None:
        self._mouth = MouthWatch()
        self._voice = Spans(Voices())
        self._noise = NoiseWatch()
        self._speaks = False
        self._voice_at_ms = -math.inf
        self._others_at_ms = -math.inf

    def saw_mouth(self, gap: float | None, at_ms: float) -> None:
        self._mouth.saw(gap, at_ms)

    def heard_others(self, level: float, at_ms: float) -> None:
        if level >= AUDIBLE:
            self._others_at_ms = at_ms

    def observe(self, heard: Heard) -> list[Statement]:
        is_voice = self._is_voice(heard)
        whose, confidence = self._owner(heard) if is_voice else ("none", 1 - heard.voice)
        return [
            *self._voice.observe(Sample(heard.at_ms, whose, confidence)),
            *self._noise.observe(heard.at_ms, heard.decibels, is_voice=is_voice),
        ]

    def flush(self) -> list[Statement]:
        """Nothing is heard from here on: says what is unsaid, and the next chunk begins anew."""
        self._speaks = False
        self._voice_at_ms = -math.inf
        return [*self._voice.flush(), *self._noise.flush()]

    def _is_voice(self, heard: Heard) -> bool:
        """Across the short pauses between words too."""
        self._speaks = heard.voice >= (ENDS if self._speaks else BEGINS)
        if self._speaks:
            self._voice_at_ms = heard.at_ms
        return heard.at_ms - self._voice_at_ms < PAUSE_MS

    def _owner(self, heard: Heard) -> tuple[Whose, float]:
        lips, sure = self._mouth.tell(heard.at_ms)
        if lips == "moving":
            return "own", heard.voice * sure
        if lips == "unseen" or heard.at_ms - self._others_at_ms < ECHO_MS:
            return "unclear", heard.voice
        return "other", heard.voice * sure * LIPS_TELL
