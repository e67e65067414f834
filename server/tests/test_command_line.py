"""The command line on a machine where nothing has happened yet."""

import os
import subprocess
import sys
from pathlib import Path

FAIRVIEW = Path(sys.executable).with_name("fairview")


def run(data: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "FAIRVIEW_DATA": str(data), **settings}
    return subprocess.run(
        [str(FAIRVIEW), *arguments], env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_without_data_a_command_says_how_to_begin(tmp_path: Path) -> None:
    done = run(tmp_path / "new", "audit", "verify")
    assert done.returncode == 1
    assert "start `fairview serve` once" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_setting_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    done = run(tmp_path, "doctor", PORT="four thousand")
    assert done.returncode == 1
    assert "PORT must be a whole number" in done.stderr
