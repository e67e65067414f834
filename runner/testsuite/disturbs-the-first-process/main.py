import os

for path in ("/proc/1/mem", "/proc/1/uid_map", "/proc/1/attr/current"):
    try:
        os.write(os.open(path, os.O_WRONLY), b"0")
        print(path, "written")
    except OSError:
        print(path, "refused")
