import socket

for family, address in (
    (socket.AF_INET, ("127.0.0.1", 4000)),
    (socket.AF_INET, ("1.1.1.1", 53)),
    (socket.AF_INET6, ("::1", 4000)),
):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
        try:
            socket.socket(family, kind).connect(address)
            print("connected")
        except OSError:
            print("refused")
for family in (16, 17, 38, 40):
    try:
        socket.socket(family, socket.SOCK_RAW)
        print("opened", family)
    except OSError:
        print("refused")
