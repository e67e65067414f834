"""The peers' packages, as locked, in a folder that git ignores. None of them is ever part of the product."""

import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
FOLDER = HERE.parent / "cache" / "peers"


def install_peers() -> Path:
    """Their `node_modules`; fetched only when the lock changed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    lock = (HERE / "package-lock.json").read_bytes()
    stamp = FOLDER / "installed"
    for name in (".npmrc", "package.json", "package-lock.json"):
        shutil.copy(HERE / name, FOLDER / name)
    if not stamp.exists() or stamp.read_bytes() != lock:
        subprocess.run(["npm", "ci", "--ignore-scripts", "--loglevel=error"], cwd=FOLDER, check=True)
        stamp.write_bytes(lock)
    return FOLDER / "node_modules"
