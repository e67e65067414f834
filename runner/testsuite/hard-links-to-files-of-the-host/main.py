import os

for number, path in enumerate(
    ("/usr/bin/python3.11", "/usr/bin/env", "/etc/ld.so.cache", "/proc/1/exe", "/tmp/canary/secret")
):
    for folder in ("/box", "/tmp", "/dev/shm"):
        try:
            os.link(path, f"{folder}/taken{number}")
            print(path, folder, "done")
        except OSError:
            print(path, folder, "refused")
