"""Runs one program as `python main.py` would, inside pyodide. Answers are JSON."""

import atexit
import json
import sys
import traceback
from types import ModuleType

for stream in (sys.stdout, sys.stderr):
    stream.reconfigure(line_buffering=True)


def complaints(files):
    """Puts the files in place. What Python says of those that it cannot read: file, line, column, text."""
    names = [written(**file) for file in json.loads(files)]
    return json.dumps([each for name in names for each in complaints_of(name)])


def written(name, text):
    with open(name, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    return name


def complaints_of(name):
    try:
        compiled(name)
    except SyntaxError as error:
        traceback.print_exception(error.with_traceback(None))
        yield name, error.lineno or 0, error.offset or 0, f"{type(error).__name__}: {error.msg}"
    except ValueError as error:
        print(f"{name}: {error}", file=sys.stderr)
        yield name, 0, 0, f"{type(error).__name__}: {error}"


def compiled(name):
    with open(name, "rb") as file:
        return compile(file.read(), name, "exec", dont_inherit=True)


def run(entry):
    """With what the program leaves, and whether for want of memory."""
    program = sys.modules["__main__"] = ModuleType("__main__")
    program.__file__ = entry
    sys.argv[:] = [entry]
    exit, out_of_memory = 0, False
    try:
        exec(compiled(entry), program.__dict__)
    except SystemExit as end:
        exit = left_with(end.code)
    except BaseException as error:
        exit, out_of_memory = 1, isinstance(error, MemoryError)
        # The first frame is this one.
        traceback.print_exception(error.with_traceback(error.__traceback__.tb_next))
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        if not stream.closed:
            stream.flush()
    return json.dumps([exit, out_of_memory])


def left_with(code):
    if code is None or isinstance(code, int):
        return (code or 0) & 0xFF
    print(code, file=sys.stderr)
    return 1
