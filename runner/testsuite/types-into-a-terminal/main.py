import fcntl
import os

TIOCSTI, TIOCLINUX = 0x5412, 0x541C
try:
    os.open("/dev/tty", os.O_RDWR)
    print("a terminal")
except OSError:
    print("refused")
leader, follower = os.openpty()
for request in (TIOCSTI, TIOCLINUX):
    try:
        fcntl.ioctl(follower, request, b"x")
        print("typed")
    except OSError:
        print("refused")
