"""The voice model's file, checked against the manifest."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fairview.proctoring.hearing.contracts import VoiceModel
from fairview.proctoring.vision.models import VERSION_DIGITS, read_checked, read_manifest

FILE = "voice_activity.onnx"


@dataclass(frozen=True, eq=False)
class LoadedVoice:
    model: VoiceModel
    version: str
    """The beginning of the file's hash, as in the browser."""


def load_voice(folder: Path, open_model: Callable[[bytes], VoiceModel]) -> LoadedVoice:
    """Raises `ModelMissing` for a file that is absent or is not the one that the manifest names."""
    hashes = read_manifest(folder)
    return LoadedVoice(open_model(read_checked(folder / FILE, hashes)), hashes[FILE][:VERSION_DIGITS])
