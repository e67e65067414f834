import socket

pairs = []
try:
    while True:
        one, other = socket.socketpair()
        pairs.append((one, other))
        one.setblocking(False)
        one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2**30)
        try:
            while True:
                one.send(b"x" * 100_000)
        except BlockingIOError:
            pass
except OSError as error:
    print(error.strerror)
