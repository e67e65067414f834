"""The Python twin of `web/src/vision`: a picture becomes a reading, readings become statements.

One file for each step, under the name that it has in the browser, with the same constants and the same order
of operations, on the same model files. `bench/vision/twins` holds both to the same answers: landmarks within
0.1 px, scores within 0.01, statements alike.

All of it is pure but `models.py` (files), `runtime.py` (onnxruntime) and `video.py` (OpenCV). No web process
imports any of it.
"""
