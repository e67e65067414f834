import os

os.write(1, b"42")
for _ in range(8):
    if os.fork() == 0:
        os.setsid()
        for _ in range(1000):
            os.write(1, b"\n")
        os._exit(0)
os._exit(0)
