"""Traces the system calls of a process that writes the log: was an entry on the disk when acknowledged?

python -m fairview.evidence.tests.syncs DATABASE honest|hasty    the process that is traced
"""

import os
import re
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from fairview.evidence.store import open_store
from fairview.evidence.tests.builders import Pen
from fairview.evidence.tests.kills import WRITERS

MISSING = "strace is not installed (Debian: apt-get install strace)."
ENTRIES = 25
PAGE = 4_200
CALL = re.compile(r"^\d+ +(?P<name>pwrite64|fdatasync|fsync|write)\((?P<rest>.*)$")


def can_trace() -> bool:
    """strace is there and may trace, which containers often forbid."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    return subprocess.run([strace, "-o", os.devnull, "true"], check=False).returncode == 0


def acknowledged_unsynced(folder: Path, manner: str) -> list[int]:
    """The entries that were acknowledged before a sync had followed the write of their words."""
    trace = folder / "trace"
    calls = ["-f", "-y", "-s", str(PAGE), "-e", "trace=pwrite64,fdatasync,fsync,write", "-o", str(trace)]
    command = [sys.executable, "-m", __name__, str(folder / "evidence.sqlite3"), manner]
    subprocess.run(["strace", *calls, *command], check=True, stdout=subprocess.DEVNULL)
    return unsynced(trace.read_text(encoding="utf-8", errors="replace").splitlines())


def unsynced(trace: list[str]) -> list[int]:
    written: set[int] = set()
    on_disk: set[int] = set()
    acknowledged: dict[int, bool] = {}
    for name, rest in (found.group("name", "rest") for found in map(CALL.match, trace) if found):
        if name == "pwrite64" and "-wal>" in rest:
            written |= {int(number) for number in re.findall(r'note (\d+)\\"', rest)}
        elif name in {"fdatasync", "fsync"} and "-wal>" in rest:
            on_disk |= written
        elif said := re.match(r'1<[^>]*>, "through (\d+)\\n"', rest):
            acknowledged[int(said.group(1))] = int(said.group(1)) in on_disk
    assert len(acknowledged) == ENTRIES, "the trace is not whole"
    return [number for number, was_on_disk in acknowledged.items() if not was_on_disk]


def write(database: str, manner: str) -> None:
    pen = Pen()
    with closing(open_store(database)) as store:
        writer = WRITERS[manner](store, lambda entries: None)
        writer.start()
        for number in range(1, ENTRIES + 1):
            through = writer.submit(pen.notes(number, number)).result().head.number
            os.write(1, f"through {through}\n".encode())
        writer.close()


if __name__ == "__main__":
    write(*sys.argv[1:])
