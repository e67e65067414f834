"""Writing and running code in an interview: exercises, the shared document, runs.

An *exercise* is a task of the bank (data in `exercises/`). *Assigned* to an interview it has one shared
document for each language; every edit is an entry of its author's stream, so that the text at any moment can
be made again from the log. A *run* takes the text as the log has it, waits in a queue, and is leased by a
runner, which is a program of its own that holds no data and no secret but its token. Hidden tests never reach
a candidate, and expected outputs never reach the sandbox.
"""
