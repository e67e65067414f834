"""What processes cost, as Linux counts it."""

import os
from collections import defaultdict
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(root: int) -> float:
    """User and system time of a process, of everything below it, and of what has ended there."""
    ticks, below = {}, defaultdict(list)
    for pid, parent, used in processes():
        ticks[pid] = used
        below[parent].append(pid)
    total, open_ = 0, [root]
    while open_:
        pid = open_.pop()
        total += ticks.get(pid, 0)
        open_ += below[pid]
    return total / TICKS


def processes() -> list[tuple[int, int, int]]:
    """Every process with its parent and its ticks, those of its ended children included (proc(5), stat)."""
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            text = (folder / "stat").read_text(encoding="utf-8", errors="replace")
        except (FileNotFoundError, ProcessLookupError):
            continue
        fields = text.rpartition(")")[2].split()
        found.append((int(folder.name), int(fields[1]), sum(map(int, fields[11:15]))))
    return found


def load_average() -> float:
    return os.getloadavg()[0]
