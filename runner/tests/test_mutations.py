"""One wall taken away at a time: a program of the suite, or a look from outside, must notice each.

Only programs whose worst is harmless are let at a weakened sandbox: they look, or use a bounded amount."""

import os
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from tempfile import TemporaryFile
from types import SimpleNamespace
from typing import Any

import pytest

from runner.engine import run
from runner.engines import own
from runner.machine import Machine, found, this_machine
from runner.protocol import Limits
from runner.sandbox import launch
from runner.sandbox.cgroups import Group
from runner.sandbox.command import command_line
from runner.sandbox.places import Place
from runner.tests import suite
from runner.tests.conditions import contained
from runner.tests.probes import Host

Weaken = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class Mutation:
    without: str
    program: str
    shows: str
    """Printed by the program, or said by a probe, when the wall is gone; never when it stands."""
    weaken: Sequence[Weaken]
    """Several where one wall stands right behind another."""
    only_root: bool = False


# How each is taken away


def without_options(*gone: str, instead: Sequence[str] = ()) -> Weaken:
    """Of bubblewrap; an option is given with its values."""

    def weaken(patch: pytest.MonkeyPatch) -> None:
        def weaker(*arguments: Any, **settings: Any) -> list[str]:
            bubblewrap, *words = command_line(*arguments, **settings)
            for option in gone:
                words = without(words, option.split())
            return [bubblewrap, *instead, *words]

        patch.setattr(launch, "command_line", weaker)

    return weaken


def without(words: list[str], option: list[str]) -> list[str]:
    """Wherever it is given; `*` stands for any value."""
    for start in reversed(range(len(words))):
        given = words[start : start + len(option)]
        if len(given) == len(option) and all(o in {"*", g} for o, g in zip(option, given, strict=True)):
            del words[start : start + len(option)]
    return words


def sharing(kind: str) -> Weaken:
    """One kind of namespace with the host."""
    kinds = [f"--unshare-{each}" for each in ("cgroup", "ipc", "net", "pid", "uts") if each != kind]
    named = ["--hostname box"] if kind == "uts" else []
    return without_options("--unshare-all", *named, instead=kinds)


def without_filter(patch: pytest.MonkeyPatch) -> None:
    containment = this_machine().containment
    assert containment
    weaker = Machine(replace(containment, seccomp=all_calls()), {})
    patch.setattr(own, "this_machine", lambda: weaker)


@cache
def all_calls() -> bytes:
    import pyseccomp

    with TemporaryFile() as file:
        pyseccomp.SyscallFilter(pyseccomp.ALLOW).export_bpf(file)
        file.seek(0)
        return file.read()


def limiting(memory_kb: int | None = None, processes: int | None = None) -> Weaken:
    """Groups that are held by this, whatever is asked for."""

    def weaken(patch: pytest.MonkeyPatch) -> None:
        whole = Place.make

        def make(place: Place, asked_kb: int, asked_processes: int) -> Group:
            return whole(place, memory_kb or asked_kb, processes or asked_processes)

        patch.setattr(Place, "make", make)

    return weaken


def without_limits(*gone: str) -> Weaken:
    """Of prlimit."""

    def weaken(patch: pytest.MonkeyPatch) -> None:
        whole = launch.limited

        def limited(limits: Limits) -> list[str]:
            return [word for word in whole(limits) if not word.startswith(gone)]

        patch.setattr(launch, "limited", limited)

    return weaken


def as_the_runner(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(launch, "user_of_this_run", lambda: None)


def with_the_runners_environment(patch: pytest.MonkeyPatch) -> None:
    def started(words: Sequence[str], **settings: Any) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(words, **settings | {"env": None})

    patch.setattr(launch, "subprocess", SimpleNamespace(Popen=started, PIPE=subprocess.PIPE))


USER_NAMESPACE = ("--unshare-all", "--unshare-user", "--uid *", "--gid *", "--disable-userns")
REST = [f"--unshare-{kind}" for kind in ("cgroup", "ipc", "net", "pid", "uts")]

MUTATIONS = [
    Mutation("system calls", "calls-that-are-refused", "ptrace 0", [without_filter]),
    Mutation("memory of the group", "fills-the-disk-and-memory", "room", [limiting(memory_kb=2**24)]),
    Mutation("processes of the group", "fork-leak", "pids.max was", [limiting(processes=10_000)]),
    Mutation("processes of the user", "fork-leak", "Max processes was", [without_limits("--nproc")], True),
    Mutation(
        "processes of both",
        "fork-leak",
        "leaked",
        [limiting(processes=10_000), without_limits("--nproc")],
    ),
    Mutation("core dumps", "core-dump", "a core", [without_limits("--core")]),
    Mutation("open files", "raises-its-limits", "open files raised", [without_limits("--nofile")]),
    Mutation("processor time", "raises-its-limits", "processor time raised", [without_limits("--cpu")]),
    Mutation("namespace of processes", "processes-of-others", "others [", [sharing("pid")]),
    Mutation("namespace of the network", "reaches-an-abstract-socket", "callers: 0 → 1", [sharing("net")]),
    Mutation("namespace of shared memory", "shares-no-namespace", "some segments", [sharing("ipc")]),
    Mutation("namespace of the host's name", "shares-no-namespace", "uts:[", [sharing("uts")]),
    Mutation("namespace of control groups", "shares-no-namespace", "cgroup:[", [sharing("cgroup")]),
    Mutation(
        "namespace of users, which only root can do without",
        "shares-no-namespace",
        "user:[",
        [as_the_runner, without_options(*USER_NAMESPACE, instead=REST)],
        True,
    ),
    Mutation(
        "no user namespace within, and system calls",
        "new-namespaces",
        "0x10000000 made",
        [without_filter, without_options("--disable-userns")],
    ),
    Mutation("a user of the run's own", "hello-python", "it ran as [0]", [as_the_runner], True),
    Mutation(
        "no capabilities, and a user of the run's own",
        "gains-rights",
        "CapBnd 000001",
        [as_the_runner, without_options("--cap-drop ALL")],
        True,
    ),
    Mutation("read-only root", "writes-where-it-may-not", "/x done", [without_options("--remount-ro /")]),
    Mutation(
        "read-only devices", "writes-where-it-may-not", "/dev/x done", [without_options("--remount-ro /dev")]
    ),
    Mutation("sized file systems", "sparse-files", "MB", [without_options("--size *")]),
    Mutation(
        "environment of the launcher",
        "environments-of-others",
        "FAIRVIEW_CANARY",
        [with_the_runners_environment],
    ),
    Mutation(
        "environment of the program, and of the launcher",
        "looks-around-javascript",
        "FAIRVIEW_CANARY",
        [with_the_runners_environment, without_options("--clearenv")],
    ),
]


@contained
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.without)
def test_a_wall_that_is_gone_is_noticed(
    mutation: Mutation, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    if mutation.only_root and os.geteuid() != 0:
        pytest.skip("only root has this wall")
    program = suite.program(mutation.program, host.canary)
    found(program.request.language)
    assert noticed(host, program) == []

    for weaken in mutation.weaken:
        weaken(monkeypatch)

    assert any(mutation.shows in each for each in noticed(host, program))


def noticed(host: Host, program: suite.Program) -> list[str]:
    """What a run was not held by, in words."""
    before = host.look()
    finished = run(program.request, host.watch)
    try:
        suite.assert_as_expected(finished, program.expectation)
    except AssertionError:
        return [*host.complaints(before, finished), finished.reason + finished.stdout]
    return host.complaints(before, finished)
