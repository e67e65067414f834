"""What Linux knows of processes: their CPU time, and who inherits the orphans."""

import ctypes
import os
import time
from functools import cache
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
REAPED_WITHIN_S = 2.0


@cache
def inherit_orphans() -> None:
    """From now on, what our children leave behind is ours to reap. The first process of a sandbox is left
    behind by the one that waits for it outside; where nobody reaped it, it would stay as a zombie and count
    against its user's processes."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def reap(pid: int) -> int:
    """Wait for an orphan that has been killed. Milliseconds of CPU time that it and all that it reaped have
    used; 0 if it is not ours."""
    deadline = time.monotonic() + REAPED_WITHIN_S
    while time.monotonic() < deadline:
        try:
            reaped, _, used = os.wait4(pid, os.WNOHANG)
        except ChildProcessError:
            return 0
        if reaped:
            return round((used.ru_utime + used.ru_stime) * 1000)
        time.sleep(0.0005)
    return 0


def cpu_ms_of(pids: list[int]) -> int:
    """CPU time of living processes and of the children that they have reaped."""
    return sum(map(_ticks, pids)) * 1000 // TICKS_A_SECOND


def lives(pid: int) -> bool:
    """Not so one that has ended, and that nobody has reaped yet."""
    fields = _fields(pid)
    return bool(fields) and fields[0] not in {b"Z", b"X"}


def _ticks(pid: int) -> int:
    return sum(map(int, _fields(pid)[11:15]))


def _fields(pid: int) -> list[bytes]:
    """Of its stat (proc(5)), from the third on; none if it is gone."""
    try:
        # the name before them, in brackets, may hold anything
        return Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return []
