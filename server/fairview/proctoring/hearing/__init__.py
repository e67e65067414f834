"""The Python twin of `web/src/hearing`: samples become chances of a voice, those become statements.

One file for each step, under the name that it has in the browser, with the same constants and the same order
of operations, on the same model file. `bench/hearing/twins` holds both to the same answers.

All of it is pure but `models.py` (files), `runtime.py` (onnxruntime) and `sound.py` (files, and ffmpeg where
the operator has it). No web process imports any of it.
"""
