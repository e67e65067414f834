import fcntl
import os
import struct

TIOCSTI, TIOCLINUX, TIOCSETD, TIOCCONS, TIOCSCTTY = 0x5412, 0x541C, 0x5423, 0x541D, 0x540E
N_SLIP = 1
try:
    fcntl.ioctl(0, TIOCSCTTY, 1)
except OSError:
    pass
for name, request, argument in (
    ("types", TIOCSTI, b"reboot\n"),
    ("selects", TIOCLINUX, b"\x02"),
    ("becomes a network", TIOCSETD, struct.pack("i", N_SLIP)),
    ("becomes the console", TIOCCONS, b""),
):
    try:
        fcntl.ioctl(0, request, argument)
        print(name, "done")
    except OSError:
        print(name, "refused")
for path in ("/dev/pts/0", "/dev/pts/1", "/dev/console"):
    try:
        terminal = os.open(path, os.O_WRONLY)
        if os.fstat(terminal).st_rdev == os.fstat(0).st_rdev:
            print(path, "is the one it has, others are refused")
            continue
        os.write(terminal, b"x")
        print(path, "written")
    except OSError:
        print(path, "refused")
