"""The seccomp filter: system calls that no exercise needs and that breaking out begins with.

It is the third wall. Namespaces hide the host, and a user without rights may do nothing in them; the filter
takes away the parts of the kernel where holes have been found most often.
"""

import errno
import tempfile
from functools import cache

DENIED = {
    "seeing or changing other processes": (
        "ptrace process_vm_readv process_vm_writev kcmp pidfd_getfd process_madvise perf_event_open"
    ),
    "namespaces and mounts": (
        "unshare setns mount umount umount2 pivot_root chroot open_tree move_mount mount_setattr "
        "fsopen fsconfig fsmount fspick name_to_handle_at open_by_handle_at"
    ),
    "code in the kernel": "bpf init_module finit_module delete_module kexec_load kexec_file_load userfaultfd",
    "io_uring goes round every filter": "io_uring_setup io_uring_enter io_uring_register",
    "keys, which no namespace separates": "keyctl add_key request_key",
    "queues, of which the whole machine has a number": "io_setup",
    "the machine itself": (
        "reboot swapon swapoff acct quotactl quotactl_fd syslog settimeofday clock_settime clock_adjtime "
        "adjtimex sethostname setdomainname iopl ioperm modify_ldt personality vhangup"
    ),
    "watching files, placing memory": (
        "fanotify_init fanotify_mark lookup_dcookie mbind set_mempolicy migrate_pages move_pages"
    ),
}
NEW_NAMESPACES = (
    0x00020000,  # CLONE_NEWNS
    0x02000000,  # CLONE_NEWCGROUP
    0x04000000,  # CLONE_NEWUTS
    0x08000000,  # CLONE_NEWIPC
    0x10000000,  # CLONE_NEWUSER
    0x20000000,  # CLONE_NEWPID
    0x40000000,  # CLONE_NEWNET
)
AF_UNIX = 1
TYPES_INTO_A_TERMINAL = (0x5412, 0x541C)  # TIOCSTI, TIOCLINUX
LOADS_A_DISCIPLINE = 0x5423
"""TIOCSETD: the kernel looks for a module that makes something else of a terminal, for anybody."""
UNKNOWN_CALL = -1


@cache
def program() -> bytes:
    """The filter as the kernel takes it (BPF), for this machine's architecture; a call of another one (32-bit
    x86) ends the process. Raises `OSError` or `RuntimeError` where libseccomp is missing.
    """
    import pyseccomp as seccomp

    filters = seccomp.SyscallFilter(seccomp.ALLOW)
    refused = seccomp.ERRNO(errno.EPERM)

    def deny(call: str, *arguments: object, action: int = refused) -> None:
        number = seccomp.resolve_syscall(seccomp.Arch.NATIVE, call)
        if number != UNKNOWN_CALL:
            filters.add_rule(action, number, *arguments)

    for calls in DENIED.values():
        for call in calls.split():
            deny(call)
    for flag in NEW_NAMESPACES:
        deny("clone", seccomp.Arg(0, seccomp.MASKED_EQ, flag, flag))
    # Its flags lie in memory, where a filter cannot look: libc falls back to clone.
    deny("clone3", action=seccomp.ERRNO(errno.ENOSYS))
    for call in ("socket", "socketpair"):
        deny(call, seccomp.Arg(0, seccomp.NE, AF_UNIX))
    for request in (*TYPES_INTO_A_TERMINAL, LOADS_A_DISCIPLINE):
        deny("ioctl", seccomp.Arg(1, seccomp.MASKED_EQ, 0xFFFFFFFF, request))
    with tempfile.TemporaryFile() as file:
        filters.export_bpf(file)
        file.seek(0)
        return file.read()
