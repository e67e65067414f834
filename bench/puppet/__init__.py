"""The puppet: clips of a person whose gaze, head, eyes and company are known, for tests and benches.

A *script* says in scenes what happens; the puppet paints it onto a public-domain portrait and writes an MJPEG
file that Chromium plays as a camera (`--use-file-for-fake-video-capture`), with its labels beside it.

`python -m bench.puppet interview --out story.mjpeg` writes `story.mjpeg` and `story.json`.

Angles are degrees. Yaw is positive towards the right side of the picture, which is the person's own *left*
(the picture is not mirrored); pitch is positive upwards; gaze is relative to the head.
"""
