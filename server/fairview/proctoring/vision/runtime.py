"""onnxruntime on one thread: the call and everybody else need the other cores."""

from collections.abc import Mapping

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from fairview.proctoring.vision.contracts import Values

ERRORS_ONLY = 3


class OnnxModel:
    def __init__(self, file: bytes) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = ERRORS_ONLY
        self._session = onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])
        self._input = self._session.get_inputs()[0].name
        self._outputs = [output.name for output in self._session.get_outputs()]

    def run(self, pixels: NDArray[np.float32]) -> Mapping[str, Values]:
        answers = self._session.run(None, {self._input: pixels[None]})
        return dict(zip(self._outputs, answers, strict=True))
