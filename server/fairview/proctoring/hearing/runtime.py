"""onnxruntime on one thread: the call and everybody else need the other cores."""

import numpy as np
import onnxruntime

from fairview.proctoring.hearing.contracts import Samples, State, VoiceModel
from fairview.proctoring.hearing.voice import RATE
from fairview.proctoring.vision.runtime import ERRORS_ONLY


def open_voice_model(file: bytes) -> VoiceModel:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = ERRORS_ONLY
    session = onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])
    rate = np.array(RATE, np.int64)

    def answer(heard: Samples, state: State) -> tuple[float, State]:
        chance, following = session.run(None, {"input": heard[None], "state": state, "sr": rate})
        return float(chance.item()), following

    return answer
