"""What every engine refuses, whatever it runs programs with."""

import re

from runner.protocol import Finished, RunRequest

FILE_NAME = re.compile(r"[\w][\w.-]{0,99}", re.ASCII)


def nonsense_in(request: RunRequest) -> str:
    """Why it cannot be run at all; empty if it can."""
    names = [file.name for file in request.files]
    if not request.cases:
        return "There is no case to run the program on."
    if request.entry not in names or len(set(names)) < len(names):
        return "The files of the program must differ in name, and one must be the entry."
    if wrong := [name for name in names if not FILE_NAME.fullmatch(name)]:
        return f"A file cannot be called {wrong[0]!r}: letters, digits, dots, dashes only."
    return ""


def failed(reason: str) -> Finished:
    return Finished(verdict="IE", cases=[], time_ms=0, memory_kb=0, stdout="", stderr="", reason=reason)
