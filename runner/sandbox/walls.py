"""What this machine contains programs with, or what it lacks for it and how to get it."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from runner.protocol import Limits
from runner.sandbox import places, syscalls
from runner.sandbox.command import Bubblewrap
from runner.sandbox.launch import Containment, Program, missing_tools
from runner.sandbox.watch import watch

REMEDIES = {
    "no_bubblewrap": "apt-get install -y bubblewrap, and allow user namespaces "
    "(sysctl user.max_user_namespaces, kernel.apparmor_restrict_unprivileged_userns)",
    "no_seccomp": "apt-get install -y libseccomp2",
    "no_memory_limit": "run as root where control groups are writable, or in a group of its own: "
    "systemd-run --user --scope -p Delegate=yes …",
    "no_process_limit": "the same as for memory, and apt-get install -y util-linux",
}
TRIAL = Limits(cpu_ms=10_000, memory_kb=524_288)


@dataclass(frozen=True)
class Walls:
    containment: Containment | None
    """None where a program cannot be contained."""
    lacking: Mapping[str, str] = field(default_factory=dict)
    """Codes, as in `Capabilities.missing`, and what was found instead."""


def raised() -> Walls:
    """Looks, and tries whether what is there holds a program."""
    lacking: dict[str, str] = {}
    bubblewrap = find_bubblewrap()
    if bubblewrap is None:
        lacking["no_bubblewrap"] = "bwrap was not found"
    seccomp = b""
    try:
        seccomp = syscalls.program()
    except (ImportError, OSError, RuntimeError) as error:
        lacking["no_seccomp"] = str(error)
    place, without = places.find()
    lacking |= dict.fromkeys(without, "control groups cannot be made here")
    if tools := missing_tools():
        lacking["no_process_limit"] = f"{' and '.join(tools)} were not found"
    if lacking or bubblewrap is None or place is None:
        return Walls(None, lacking)
    containment = Containment(bubblewrap, seccomp, place)
    if complaint := complaint_of(containment):
        return Walls(None, {"no_bubblewrap": complaint})
    return Walls(containment)


def find_bubblewrap() -> Bubblewrap | None:
    path = shutil.which("bwrap", path=f"/usr/bin:/bin:{os.environ.get('PATH', '')}")
    if path is None:
        return None
    return Bubblewrap(
        Path(path),
        version=told_by(path, "--version").removeprefix("bubblewrap").strip(),
        disables_userns="--disable-userns" in told_by(path, "--help"),
    )


def told_by(path: str, question: str) -> str:
    return subprocess.run([path, question], capture_output=True, text=True, check=False).stdout  # noqa: S603


def complaint_of(containment: Containment) -> str:
    """Why the sandbox does not work here; empty if it does."""
    ended = watch(containment, Program(argv=["/bin/true"]), TRIAL)
    return "" if ended.exit == 0 else ended.complaint.strip() or f"a trial ended with {ended.how}"
