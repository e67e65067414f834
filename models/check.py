"""Is a product what the catalogue promises: the same bytes, and the same answer to a fixed picture?

`recorded/` holds, for each model, some of the numbers that the original file gave in its makers' own runtime
(MediaPipe, TensorFlow.js, for voices ONNX) on `test_picture` or `test_sound`. The hash says that the file is
unchanged; the answer says that this machine's runtime computes it as the original did.
"""

import hashlib
import json
from pathlib import Path
from typing import Any, cast

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from models.catalogue import Product

RECORDED = Path(__file__).parent / "recorded"
SAMPLES = 24
DETECTIONS, SUREST = "tower_0/detections", 4  # further rows, which hardly score, may change places
FREE_SIZE = 512  # for a model that takes pictures of any size: the original's own
RATE, CHUNK, CONTEXT = 16_000, 512, 64


class WrongProduct(Exception):
    """What was built is not what the catalogue promises; the text says what differs."""


def check_bytes(product: Product, data: bytes) -> None:
    found = hashlib.sha256(data).hexdigest()
    if found != product.sha256:
        raise WrongProduct(
            f"{product.file}: built with sha256 {found}, expected {product.sha256}. "
            "Were the packages of requirements/models.txt installed as pinned?"
        )


def check_outputs(product: Product, data: bytes) -> None:
    if product.input is None:
        return
    recorded = json.loads((RECORDED / f"{product.name}.json").read_text())
    for name, values in answers(product, data).items():
        difference = float(np.abs(samples(values) - np.array(recorded["outputs"][name])).max())
        if difference > recorded["tolerance"]:
            raise WrongProduct(
                f"{product.file}: output {name} is {difference:.2g} away from the recorded one "
                f"(at most {recorded['tolerance']} is allowed). Is onnxruntime the pinned version?"
            )


def answers(product: Product, data: bytes) -> dict[str, NDArray[np.float32]]:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    if product.input and "rate" in product.input:
        return {"speech": speech(session, test_sound())}
    outputs = session.run(None, {session.get_inputs()[0].name: asked(product)})
    named = dict(zip((output.name for output in session.get_outputs()), outputs, strict=True))
    return {name: values[:, :SUREST] if name == DETECTIONS else values for name, values in named.items()}


def asked(product: Product) -> NDArray[np.float32]:
    """The test picture as the model takes it."""
    shape, (low, high) = cast(Any, product.input)["shape"], cast(Any, product.input)["range"]
    picture = test_picture(shape[1] or FREE_SIZE)
    scaled: NDArray[np.float32] = (picture * (high - low) + low)[None].astype(np.float32)
    return scaled


def speech(session: Any, sound: NDArray[np.float32]) -> NDArray[np.float32]:
    """How likely each 32 ms are speech; a chunk is heard together with the end of the one before it."""
    heard = np.concatenate([np.zeros(CONTEXT, np.float32), sound])
    state, likely = np.zeros((2, 1, 128), np.float32), []
    for start in range(0, len(sound) - CHUNK + 1, CHUNK):
        chunk = heard[None, start : start + CONTEXT + CHUNK]
        answer, state = session.run(None, {"input": chunk, "state": state, "sr": np.array(RATE, np.int64)})
        likely.append(answer.item())
    return np.array(likely, np.float32)


def samples(values: NDArray[Any]) -> NDArray[np.float64]:
    """Numbers from evenly spread places of an output."""
    flat = values.reshape(-1).astype(np.float64)
    chosen: NDArray[np.float64] = flat[np.linspace(0, flat.size - 1, min(flat.size, SAMPLES)).astype(int)]
    return chosen


def test_picture(size: int) -> NDArray[np.float64]:
    """A face of soft ellipses in 255 steps of 0..1, `size`² RGB: enough of one for an answer in earnest."""
    y, x = np.mgrid[0:size, 0:size] / size
    picture = np.full((size, size, 3), (0.35, 0.45, 0.5))
    for cx, cy, rx, ry, colour in (
        (0.50, 0.42, 0.30, 0.38, (0.25, 0.16, 0.10)),  # hair
        (0.50, 0.50, 0.24, 0.32, (0.85, 0.65, 0.55)),  # skin
        (0.40, 0.41, 0.055, 0.012, (0.25, 0.16, 0.10)),  # brows
        (0.60, 0.41, 0.055, 0.012, (0.25, 0.16, 0.10)),
        (0.40, 0.46, 0.042, 0.020, (0.95, 0.95, 0.95)),  # eyes
        (0.60, 0.46, 0.042, 0.020, (0.95, 0.95, 0.95)),
        (0.40, 0.46, 0.018, 0.018, (0.15, 0.10, 0.08)),  # irises
        (0.60, 0.46, 0.018, 0.018, (0.15, 0.10, 0.08)),
        (0.50, 0.57, 0.035, 0.030, (0.72, 0.50, 0.42)),  # nose
        (0.50, 0.68, 0.075, 0.022, (0.70, 0.35, 0.33)),  # mouth
    ):
        distance = np.hypot((x - cx) / rx, (y - cy) / ry)
        cover = np.clip((1 - distance) * min(rx, ry) * 60 + 0.5, 0, 1)[..., None]
        picture = picture * (1 - cover) + np.array(colour) * cover
    stepped: NDArray[np.float64] = np.round(picture * 255) / 255
    return stepped


def test_sound() -> NDArray[np.float32]:
    """Half a second of silence, a second of a hummed vowel and half a second of silence, at 16 kHz."""
    time = np.arange(2 * RATE) / RATE
    pitch = 120 + 20 * np.sin(2 * np.pi * 3 * time)
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    sound = np.zeros_like(time)
    for harmonic in range(1, 25):
        frequency = harmonic * pitch
        mouth = np.exp(-(((frequency - 700) / 500) ** 2)) / harmonic
        nose = 0.5 * np.exp(-(((frequency - 1200) / 300) ** 2))
        sound += np.sin(harmonic * phase) * (mouth + nose)
    sound *= (0.6 + 0.4 * np.sin(2 * np.pi * 4 * time)) * (np.abs(time - 1) < 0.5)
    loud: NDArray[np.float32] = (sound / np.abs(sound).max() / 2).astype(np.float32)
    return loud
