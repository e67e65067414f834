"""The processes of a browser, as Linux shows them."""

import os
from pathlib import Path

PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


def renderer_mb(before: set[int]) -> float:
    """Memory of the largest renderer that was not there before: the page with its workers."""
    mine = [pid for pid in renderers() if pid not in before]
    return max((resident_mb(pid) for pid in mine), default=0.0)


def renderers() -> set[int]:
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and "--type=renderer" in command_of(entry):
            found.add(int(entry.name))
    return found


def command_of(process: Path) -> str:
    """As the browser rewrites it, with spaces between its words."""
    try:
        return (process / "cmdline").read_text(errors="replace").replace("\0", " ")
    except OSError:
        return ""


def resident_mb(pid: int) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE_BYTES / 1e6
