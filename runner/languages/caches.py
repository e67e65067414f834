"""What compilers would make anew in every sandbox: made once, by the runner, and shown read-only.

Only programs of ours are compiled for it, so that what candidates read there is nobody else's.
"""

import logging
import os
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from runner.languages.toolchain import Toolchain

log = logging.getLogger(__name__)

FOLDER = "fairview-runner"
MADE_WITHIN_S = 300


def cache_folder() -> Path:
    """`FAIRVIEW_RUNNER_CACHE`, or a folder of the user's own cache."""
    if chosen := os.environ.get("FAIRVIEW_RUNNER_CACHE"):
        return Path(chosen)
    home = own_home()
    if os.geteuid() == 0 or home is None:
        return Path("/var/cache") / FOLDER
    return Path(os.environ.get("XDG_CACHE_HOME", home / ".cache")) / FOLDER


def own_home() -> Path | None:
    """The folder of whoever runs this; None for users of a service, who have none or have `/`."""
    with suppress(RuntimeError):
        home = Path.home()
        if home != Path("/"):
            return home
    return None


def folder_of(toolchain: Toolchain, version: str) -> Path:
    """Another version has another one."""
    return cache_folder() / f"{toolchain.title.lower()}-{version}"


def environment_with(toolchain: Toolchain, cache: Path) -> dict[str, str]:
    return {name: value.replace("{cache}", str(cache)) for name, value in toolchain.environment.items()}


def warm(toolchain: Toolchain, version: str, command: Sequence[str]) -> Path | None:
    """The cache, filled unless it is there. None where that failed: everything works without it, slowly."""
    folder = folder_of(toolchain, version)
    if folder.is_dir():
        return folder
    making = folder.with_name(f"{folder.name}.{os.getpid()}")
    try:
        making.mkdir(parents=True, mode=0o755)
        environment = environment_with(toolchain, making)
        subprocess.run(  # noqa: S603
            command,
            env={"PATH": "/usr/bin:/bin", "HOME": str(making), **environment},
            cwd=making,
            check=True,
            capture_output=True,
            timeout=MADE_WITHIN_S,
        )
        making.rename(folder)
    except (OSError, subprocess.SubprocessError) as error:
        log.warning("The cache of %s could not be filled: %s", toolchain.title, error)
        shutil.rmtree(making, ignore_errors=True)
    return folder if folder.is_dir() else None
