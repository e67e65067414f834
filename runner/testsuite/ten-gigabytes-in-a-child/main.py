import os

if os.fork() == 0:
    hoard = []
    while True:
        hoard.append("x" * 1_000_000)
os.wait()
print("the child is gone")
