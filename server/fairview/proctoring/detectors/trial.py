"""Opens a detector in onnxruntime and tries it on a drawn picture."""

from typing import Any

import numpy as np
import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as runtime

from fairview.proctoring.detectors.description import Description
from fairview.proctoring.detectors.errors import DetectorUnfit
from fairview.proctoring.detectors.shelf import Detector
from fairview.proctoring.vision.contracts import Picture, Values
from fairview.proctoring.vision.objects.detector import ObjectDetector

NUMBERS = {"tensor(float)": np.float32, "tensor(float16)": np.float16, "tensor(uint8)": np.uint8}
ANSWERS = ("tensor(double)", "tensor(float)", "tensor(float16)")
FATAL_ONLY = 4
REFUSALS = (
    runtime.EPFail,
    runtime.Fail,
    runtime.InvalidArgument,
    runtime.InvalidGraph,
    runtime.InvalidProtobuf,
    runtime.ModelRequiresCompilation,
    runtime.NotImplemented,
    runtime.RuntimeException,
)
"""What onnxruntime raises about a file; they have no name in common."""


def open_detector(detector: Detector) -> ObjectDetector:
    """Raises `DetectorUnfit` for a file that is not the one described or has another form."""
    description = detector.description
    session = opened(detector.read(), description)
    kind = number_of(session, description)
    check_output(session, description)

    def answer(pixels: Values) -> Values:
        asked = np.clip(np.round(pixels), 0, 255) if kind is np.uint8 else pixels
        values: Values = session.run([description.output.name], {description.input.name: asked.astype(kind)})[
            0
        ]
        return values

    return ObjectDetector(description, answer)


def tried(detector: Detector) -> None:
    """Runs a detector once, on a picture of none of its objects. Raises `DetectorUnfit`."""
    opened_detector = open_detector(detector)
    try:
        opened_detector.detect(drawn_picture())
    except ValueError as error:
        raise unfit(detector.description, f"{error}") from None
    except REFUSALS as error:
        raise unfit(detector.description, f"it does not run: {first_line(error)}") from None


def opened(data: bytes, description: Description) -> Any:
    """From its bytes, so that it cannot read other files."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = FATAL_ONLY
    try:
        return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    except REFUSALS as error:
        raise unfit(description, f"onnxruntime does not open it: {first_line(error)}") from None


def number_of(session: Any, description: Description) -> Any:
    """The type of number that the described input takes; the only input there may be."""
    asked, inputs = description.input, {entry.name: entry for entry in session.get_inputs()}
    if set(inputs) != {asked.name}:
        raise unfit(description, f"its inputs are {listed(inputs)}, described is {asked.name}")
    entry, (width, height) = inputs[asked.name], asked.size
    if entry.type not in NUMBERS:
        raise unfit(description, f"its input takes {entry.type}, not {listed(NUMBERS)}")
    shape = [1, 3, height, width] if asked.layout == "nchw" else [1, height, width, 3]
    fits = len(entry.shape) == len(shape) and all(
        given == wanted or not isinstance(given, int)
        for given, wanted in zip(entry.shape, shape, strict=True)
    )
    if not fits:
        described = f"described is {shape} ({asked.layout}, {width} × {height})"
        raise unfit(description, f"its input has the shape {entry.shape}, {described}")
    return NUMBERS[entry.type]


def check_output(session: Any, description: Description) -> None:
    outputs = {output.name: output.type for output in session.get_outputs()}
    name = description.output.name
    if name not in outputs:
        raise unfit(description, f"it has no output {name}, but {listed(outputs)}")
    if outputs[name] not in ANSWERS:
        raise unfit(description, f"its output {name} is {outputs[name]}, not {', '.join(ANSWERS)}")


def drawn_picture() -> Picture:
    """A grey room with a lighter oval in it."""
    y, x = np.mgrid[0:480, 0:640]
    is_oval = np.hypot((x - 320) / 110, (y - 220) / 150) < 1
    picture: Picture = np.where(is_oval[..., None], (210, 170, 150), (90, 100, 110)).astype(np.uint8)
    return picture


def unfit(description: Description, problem: str) -> DetectorUnfit:
    return DetectorUnfit(file=description.file, problem=problem)


def listed(names: Any) -> str:
    return ", ".join(sorted(names)) or "none"


def first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")[:300]
