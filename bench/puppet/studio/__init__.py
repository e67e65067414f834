"""The studio: labelled clips from a script in YAML. One file for each thing that a script can ask for.

`language` reads the script, `timeline` says what holds in each frame, `screen` and `truth` work out what that
means, `stage` paints it, `files` writes it. README.md in the folder above shows every field.
"""
