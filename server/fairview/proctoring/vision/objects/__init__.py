"""Phones, books, devices: found in a picture by a detector's description, stated when several frames agree.

The same steps as in the browser: `placing` scales the picture down by averaging areas (plain bilinear
sampling of large pictures makes phones out of nothing), the model answers, `decoding` takes its boxes back to
the picture, `votes` asks several frames, `statements` says from when to when.
"""
