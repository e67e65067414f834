"""Tools are the system's: what lies in somebody's home folder does not count, wherever that is."""

from pathlib import Path

import pytest

from runner.languages.caches import cache_folder
from runner.languages.found import Absent, tool
from runner.languages.toolchain import toolchains

BASH = toolchains()["bash"]


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tool there."""
    monkeypatch.setenv("HOME", str(tmp_path))
    own = tmp_path / "tool"
    own.write_text("#!/bin/sh")
    own.chmod(0o755)
    return own


def test_a_tool_in_ones_home_does_not_count(at_home: Path) -> None:
    with pytest.raises(Absent, match="install bash"):
        tool(BASH, [str(at_home)])
    assert tool(BASH, [str(at_home), "/bin/sh"]) == Path("/bin/sh").resolve()


def test_for_a_service_that_has_the_root_as_its_home_the_system_is_not_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As systemd gives it to dynamic users."""
    monkeypatch.setenv("HOME", "/")
    monkeypatch.setattr("os.geteuid", lambda: 61_184)
    monkeypatch.delenv("FAIRVIEW_RUNNER_CACHE", raising=False)
    assert tool(BASH, ["/bin/sh"]) == Path("/bin/sh").resolve()
    assert cache_folder() == Path("/var/cache/fairview-runner")
