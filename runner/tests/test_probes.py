"""The looks from outside see what they are there to see."""

import os
import socket
import subprocess
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from runner.machine import this_machine
from runner.protocol import Finished
from runner.tests import probes
from runner.tests.conditions import contained

Leave = Callable[[probes.Host, ExitStack], object]
NOTHING = Finished(verdict="AC", cases=[], time_ms=0, memory_kb=0, stdout="", stderr="")


def a_process(_host: probes.Host, later: ExitStack) -> None:
    process = subprocess.Popen(["/bin/sleep", "60"])
    later.callback(process.wait)
    later.callback(process.kill)


def a_group(_host: probes.Host, later: ExitStack) -> None:
    containment = this_machine().containment
    assert containment
    later.callback(containment.place.make(65_536, 4).end)


def a_descriptor(_host: probes.Host, later: ExitStack) -> None:
    later.callback(os.close, os.open("/dev/null", os.O_RDONLY))


def a_new_file(host: probes.Host, _later: ExitStack) -> None:
    (host.canary / "new").touch()


def other_rights(host: probes.Host, _later: ExitStack) -> None:
    (host.canary / "secret").chmod(0o600)


def another_link(host: probes.Host, _later: ExitStack) -> None:
    (host.canary.parent / "linked").hardlink_to(host.canary / "secret")


def another_secret(host: probes.Host, _later: ExitStack) -> None:
    (host.canary / "secret").write_text("it was silent\n")


def a_call(host: probes.Host, later: ExitStack) -> None:
    caller = later.enter_context(socket.socket(socket.AF_UNIX))
    caller.connect(f"\0{host.canary}/socket")
    caller.close()


@contained
@pytest.mark.parametrize(
    ("leave", "seen_as"),
    [
        (a_process, "processes"),
        (a_group, "groups"),
        (a_descriptor, "descriptors"),
        (a_new_file, "files"),
        (other_rights, "files"),
        (another_link, "files"),
        (another_secret, "secret"),
        (a_call, "callers"),
    ],
)
def test_what_is_left_is_seen(leave: Leave, seen_as: str, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    canary.mkdir()
    with probes.host(canary) as host, ExitStack() as later:
        before = host.look()

        leave(host, later)

        assert any(each.startswith(seen_as) for each in host.complaints(before, NOTHING))
