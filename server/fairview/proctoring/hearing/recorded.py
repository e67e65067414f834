"""The sound of a recording heard beside its pictures, in the order of time."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from fairview.proctoring.errors import ModelMissing
from fairview.proctoring.hearing.contracts import Heard, Samples
from fairview.proctoring.hearing.models import LoadedVoice, load_voice
from fairview.proctoring.hearing.noise import level_of
from fairview.proctoring.hearing.runtime import open_voice_model
from fairview.proctoring.hearing.sound import NotHeard, open_sound
from fairview.proctoring.hearing.statements import SoundStatementMaker
from fairview.proctoring.hearing.voice import CHUNK, CHUNK_MS, RATE, VoiceReader
from fairview.proctoring.vision.contracts import Reading, Statement

DETECTOR = "fairview-voice"
CHUNKS_A_SECOND = RATE / CHUNK
NO_MODEL = "the model file for voices cannot be used (run `make setup`)"


@dataclass
class Hearing:
    """What is heard of one recording."""

    chunks: Iterator[Samples]
    voice: LoadedVoice | None
    why_not: str | None = None
    """A clause that says why nothing is."""
    said: list[Statement] = field(default_factory=list)
    """What was stated and not yet taken."""

    def __post_init__(self) -> None:
        self._maker = SoundStatementMaker()
        self._reader = VoiceReader(self.voice.model) if self.voice else None
        self._heard = 0

    @property
    def version(self) -> str:
        return self.voice.version if self.voice else ""

    def beside(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """The readings as they come; until each, the sound is heard. What follows the last goes unheard."""
        for reading in readings:
            self._maker.saw_mouth(reading.face.mouth_open if reading.face else None, reading.at_ms)
            self._hear_until(reading.at_ms)
            yield reading
        self.said += self._maker.flush()

    def take(self) -> list[Statement]:
        taken, self.said = self.said, []
        return taken

    def _hear_until(self, at_ms: float) -> None:
        while self._reader and (self._heard + 1) * CHUNK_MS <= at_ms:
            chunk = next(self.chunks, None)
            if chunk is None:
                return
            self._heard += 1
            heard = Heard(self._heard * CHUNK_MS, self._reader.read(chunk), level_of(chunk))
            self.said += self._maker.observe(heard)


@contextmanager
def hearing_of(video: Path, wav: Path | None, models: Path) -> Iterator[Hearing]:
    """The sound in `wav`, or the video's own. Raises `RecordingUnreadable` for a `wav` that is none."""
    with ExitStack() as stack:
        try:
            voice = load_voice(models, open_voice_model)
            hearing = Hearing(stack.enter_context(open_sound(video, wav)), voice)
        except ModelMissing:
            hearing = Hearing(iter(()), None, NO_MODEL)
        except NotHeard as why:
            hearing = Hearing(iter(()), None, str(why))
        yield hearing
