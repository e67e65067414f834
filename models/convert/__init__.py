"""TensorFlow Lite to ONNX for the face models, without TensorFlow: reads the flatbuffer, writes plain nodes.

The ONNX file keeps the contract of the original: float32 input in NHWC, outputs in the original shapes.
Inside, pictures travel in NCHW. Weights stored as float16 stay float16 in the file and are cast once when it
is loaded. The same input gives the same bytes.
"""
