"""Object detectors: the one of the product, and those that an operator adds.

A *detector* is an ONNX file with a *description* beside it: how a picture is put in, how the answer is read,
what its labels count as. The product's own is described in the same words (`models/objects.py`).

`description` holds the words, `shelf` the folder they lie in, `trial` runs one on a drawn picture. Only
`trial` imports onnxruntime, which a web process never loads.
"""
