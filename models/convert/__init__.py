"""TensorFlow Lite and TensorFlow.js graphs to ONNX, without TensorFlow: reads the file, writes plain nodes.

`converter` is the door for flatbuffers, `graph_converter` for graphs; both write a `PlainGraph`.

The ONNX file keeps the contract of the original: float32 input in NHWC, outputs in the original shapes.
Inside, pictures travel in NCHW. Weights stored as float16 stay float16 in the file and are cast once when it
is loaded. The same input gives the same bytes.
"""
