"""What compilers would make anew in every sandbox: made once, by the runner, and shown read-only.

Only programs of ours are compiled for it, so that what candidates read there is nobody else's.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from runner.languages.toolchain import Toolchain

FOLDER = "fairview-runner"
MADE_WITHIN_S = 300


def cache_folder() -> Path:
    """`FAIRVIEW_RUNNER_CACHE`, or a folder of the user's own cache."""
    if chosen := os.environ.get("FAIRVIEW_RUNNER_CACHE"):
        return Path(chosen)
    if os.geteuid() == 0:
        return Path("/var/cache") / FOLDER
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / FOLDER


def folders(toolchain: Toolchain) -> Sequence[Path]:
    return [own_folder(toolchain)] if toolchain.warms and own_folder(toolchain).is_dir() else []


def own_folder(toolchain: Toolchain) -> Path:
    return cache_folder() / toolchain.entry.rpartition(".")[2]


def warm(toolchain: Toolchain, command: Sequence[str]) -> bool:
    """Fill the cache unless it is there. False where that failed: everything works without it, slowly."""
    folder = own_folder(toolchain)
    if folder.is_dir() or not toolchain.warms:
        return folder.is_dir()
    making = folder.with_name(f"{folder.name}.{os.getpid()}")
    try:
        making.mkdir(parents=True, mode=0o755)
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(making), **toolchain.environment}
        subprocess.run(  # noqa: S603
            [word.replace("{cache}", str(making)) for word in command],
            env=environment,
            cwd=making,
            check=True,
            capture_output=True,
            timeout=MADE_WITHIN_S,
        )
        making.rename(folder)
    except (OSError, subprocess.SubprocessError):
        shutil.rmtree(making, ignore_errors=True)
        return folder.is_dir()
    return True
