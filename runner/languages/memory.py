"""What has been seen to run on this machine, so that not every start tries every language anew."""

import hashlib
import os
import platform
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from runner.languages.caches import cache_folder
from runner.languages.toolchain import Toolchain
from runner.sandbox.launch import Containment

FILE = "languages.json"
MOST_MARKS = 200


def mark(containment: Containment, toolchain: Toolchain, tools: Iterable[Path]) -> str:
    """Of all that a trial depends on: with another compiler, kernel or wall it is another one."""
    bubblewrap = containment.bubblewrap
    facts = [
        msgspec.json.encode(toolchain).decode(),
        *(f"{path} {path.stat().st_mtime_ns} {path.stat().st_size}" for path in tools),
        f"{bubblewrap.path} {bubblewrap.version} {containment.place.version} {os.geteuid()}",
        hashlib.sha256(containment.seccomp).hexdigest(),
        platform.release(),
    ]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


def recalled(of: str) -> str | None:
    """The version that ran then."""
    return known().get(of)


def remember(of: str, version: str) -> None:
    """A folder that cannot be written is no misfortune: it is tried again next time."""
    kept = list({**known(), of: version}.items())[-MOST_MARKS:]
    file = cache_folder() / FILE
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        writing = file.with_name(f"{FILE}.{os.getpid()}")
        writing.write_bytes(msgspec.json.encode(dict(kept)))
        writing.rename(file)


def forget() -> None:
    with suppress(OSError):
        (cache_folder() / FILE).unlink()


def known() -> Mapping[str, str]:
    try:
        return msgspec.json.decode((cache_folder() / FILE).read_bytes(), type=dict[str, str])
    except (OSError, msgspec.DecodeError):
        return {}
