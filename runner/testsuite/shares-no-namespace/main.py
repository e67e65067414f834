import os

for name in os.listdir("/proc/self/ns"):
    print(os.readlink(f"/proc/self/ns/{name}"))
print(os.uname().nodename)
with open("/proc/sysvipc/shm") as segments:
    print("some" if len(segments.readlines()) > 1 else "no", "segments")
