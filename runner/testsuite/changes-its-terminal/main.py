import fcntl
import os
import struct

TIOCSTI, TIOCLINUX, TIOCSETD, TIOCCONS = 0x5412, 0x541C, 0x5423, 0x541D
N_SLIP, N_GSM = 1, 21
leader, follower = os.openpty()
for name, request, argument in (
    ("types", TIOCSTI, b"x"),
    ("selects", TIOCLINUX, b"\x02"),
    ("becomes a network", TIOCSETD, struct.pack("i", N_SLIP)),
    ("becomes a modem", TIOCSETD, struct.pack("i", N_GSM)),
    ("becomes the console", TIOCCONS, b""),
):
    try:
        fcntl.ioctl(follower, request, argument)
        print(name, "done")
    except OSError:
        print(name, "refused")
