"""The command line of the sandbox. Each line says what it is for."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

BOX = "/box"
"""Where a program finds its files, and may write."""
DISK_BYTES = 64 * 2**20
SHARED_MEMORY_BYTES = 16 * 2**20
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "HOME": BOX, "LANG": "C.UTF-8"}
USER = "1000"
MARK = "RUN"


@dataclass(frozen=True)
class Inserted:
    """A file of the sandbox: the descriptor that its bytes come out of, and its path inside."""

    descriptor: int
    path: str
    may_run: bool = False


@dataclass(frozen=True)
class Bubblewrap:
    path: Path
    version: str
    disables_userns: bool
    """Since 0.8; before, only the seccomp filter keeps a program from making user namespaces."""


def command_line(
    bubblewrap: Bubblewrap,
    argv: Sequence[str],
    *,
    mark: str,
    inserted: Sequence[Inserted],
    folders: Sequence[Path],
    environment: Mapping[str, str],
    seccomp: int,
    status: int,
    gate: int,
    key: int,
) -> list[str]:
    """What runs `argv` contained. On the host it is found by its `mark`, which inside stands nowhere but in
    the first command line. `folders` of the host are shown read-only at their own path; `seccomp` is
    the descriptor of the filter, `status` the one on which bubblewrap says how it goes, and nothing of `argv`
    runs before something can be read from `gate`, which nobody's end opens: `key`, its other side, stays open
    in the sandbox too.
    """
    options = [
        # no network, no other process, no shared memory or host name of the host's; and no way up from there
        *("--unshare-all", "--unshare-user", "--uid", USER, "--gid", USER, "--hostname", "box"),
        *(["--disable-userns"] if bubblewrap.disables_userns else []),
        *("--cap-drop", "ALL"),
        # dies with whoever started it, and cannot type into their terminal
        *("--die-with-parent", "--new-session"),
        *("--setenv", MARK, mark),
        *closed_environment({**ENVIRONMENT, **environment}),
        *system(folders),
        *writable(),
        *insertions(inserted),
        # all that is not a sized tmpfs is read-only, the root of the file system included
        *("--remount-ro", "/dev", "--remount-ro", "/"),
        *("--chdir", BOX),
        *(
            "--seccomp",
            str(seccomp),
            "--json-status-fd",
            str(status),
            "--block-fd",
            str(gate),
            "--sync-fd",
            str(key),
        ),
    ]
    return [str(bubblewrap.path), *options, "--", *argv]


def closed_environment(environment: Mapping[str, str]) -> list[str]:
    """Nothing inherited, nothing set before. The launcher gets no more than PATH either, since
    /proc/1/environ shows what it has."""
    settings = (word for name, value in environment.items() for word in ("--setenv", name, value))
    return ["--clearenv", *settings]


def system(folders: Sequence[Path]) -> Iterator[str]:
    """Interpreters and their libraries; of /etc only what the loader and Debian's links need."""
    yield from ("--ro-bind", "/usr", "/usr")
    for name in ("/usr/local", "/usr/src"):
        # the operator's own things, perhaps this very product
        if Path(name).is_dir() and not any(folder.is_relative_to(name) for folder in folders):
            yield from ("--tmpfs", name, "--remount-ro", name)
    for name in ("/bin", "/sbin", "/lib", "/lib32", "/lib64"):
        if Path(name).is_symlink():
            yield from ("--symlink", str(Path(name).readlink()), name)
        elif Path(name).is_dir():
            yield from ("--ro-bind", name, name)
    for name in ("/etc/alternatives", "/etc/ld.so.cache"):
        yield from ("--ro-bind-try", name, name)
    for folder in folders:
        if not folder.is_relative_to("/usr"):
            yield from ("--ro-bind", str(folder), str(folder))
    yield from ("--proc", "/proc", "--dev", "/dev")


def writable() -> Iterator[str]:
    """In memory, sized, and gone with the sandbox. A limit on a file would not be one on files."""
    for path, size in (("/tmp", DISK_BYTES), (BOX, DISK_BYTES), ("/dev/shm", SHARED_MEMORY_BYTES)):  # noqa: S108
        yield from ("--size", str(size), "--tmpfs", path)


def insertions(inserted: Sequence[Inserted]) -> Iterator[str]:
    for each in inserted:
        yield from ("--perms", "0755") if each.may_run else ()
        yield from ("--file", str(each.descriptor), each.path)


def memory_file(content: bytes) -> int:
    """A descriptor with the bytes, read from the start. The caller closes it."""
    descriptor = os.memfd_create("inserted")
    with open(descriptor, "wb", closefd=False) as file:
        file.write(content)
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor
