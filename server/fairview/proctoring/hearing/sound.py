"""The sound of a recording, never in memory as a whole: a WAV file, or what the operator's ffmpeg decodes.

ffmpeg is a program of its own that the operator installs, or not. It is asked for one thing: the first sound
track as 16 kHz mono, on its standard output, which we read no faster than we need it.
"""

import shutil
import subprocess
import wave
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import numpy as np

from fairview.proctoring.errors import RecordingUnreadable
from fairview.proctoring.hearing.chunks import Chunker
from fairview.proctoring.hearing.contracts import Samples
from fairview.proctoring.hearing.voice import RATE

PIECE = 4096
"""Samples that are read at once."""
FULL_SCALE = {1: 1 << 7, 2: 1 << 15, 3: 1 << 23, 4: 1 << 31}
"""By bytes a sample."""
END_S = 5

Chunks = Iterator[Samples]


class NotHeard(Exception):
    """Why there is nothing to hear, as a clause."""


def open_sound(video: Path, wav: Path | None) -> AbstractContextManager[Chunks]:
    """Chunks of the sound beside a video, or of its own. Raises `NotHeard`, and for a WAV file that is none
    `RecordingUnreadable`."""
    if wav:
        return wav_chunks(wav)
    program = shutil.which("ffmpeg")
    if program is None:
        raise NotHeard("ffmpeg is not on this machine, so give the sound as a WAV file (--sound)")
    return decoded_chunks(program, video)


@contextmanager
def wav_chunks(path: Path) -> Iterator[Chunks]:
    with ExitStack() as stack:
        try:
            file = stack.enter_context(wave.open(str(path), "rb"))
        except (wave.Error, EOFError) as error:
            problem = f"it is not a WAV file of whole numbers ({error or 'it is empty'})"
            raise RecordingUnreadable(file=path.name, problem=problem) from None
        yield _of_wav(file)


def _of_wav(file: wave.Wave_read) -> Chunks:
    chunker = Chunker(file.getframerate())
    while data := file.readframes(PIECE):
        yield from chunker.take(_mono(data, file.getsampwidth(), file.getnchannels()))


def _mono(data: bytes, width: int, channels: int) -> Samples:
    whole = np.frombuffer(data[: len(data) - len(data) % (width * channels)], np.uint8).reshape(-1, width)
    if width == 1:
        samples = whole[:, 0].astype(np.float64) - FULL_SCALE[1]
    else:
        # To four bytes, little end first: the lowest are zero and the sign stays where it is.
        padded = np.zeros((len(whole), 4), np.uint8)
        padded[:, 4 - width :] = whole
        samples = padded.view("<i4")[:, 0] / (1 << 8 * (4 - width))
    return np.asarray(samples.reshape(-1, channels).mean(axis=1) / FULL_SCALE[width], np.float32)


@contextmanager
def decoded_chunks(program: str, video: Path) -> Iterator[Chunks]:
    """Nothing but this file may be opened: a playlist that names others is none of ours."""
    command = [program, "-nostdin", "-loglevel", "quiet", "-protocol_whitelist", "file,pipe"]
    command += ["-i", f"file:{video.absolute()}", "-map", "0:a:0", "-ac", "1", "-ar", str(RATE)]
    # Sound that begins later than the file, or has holes, keeps its time.
    command += ["-af", "aresample=async=1:first_pts=0", "-f", "s16le", "pipe:1"]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)  # noqa: S603
    try:
        chunks = _of_pipe(process)
        first = next(chunks, None)
        if first is None:
            raise NotHeard("ffmpeg finds no sound in it that it can decode")
        yield _again(first, chunks)
    finally:
        _end(process)


def _of_pipe(process: subprocess.Popen[bytes]) -> Chunks:
    assert process.stdout
    chunker = Chunker(RATE)
    while data := process.stdout.read(PIECE * 2):
        yield from chunker.take(_mono(data, 2, 1))


def _again(first: Samples, rest: Chunks) -> Chunks:
    yield first
    yield from rest


def _end(process: subprocess.Popen[bytes]) -> None:
    assert process.stdout
    process.stdout.close()
    process.terminate()
    try:
        process.wait(END_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
