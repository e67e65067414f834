import os

CHUNK = b"x" * 2**20
for folder, limit in (("/box", 64), ("/tmp", 64), ("/dev/shm", 16)):
    written = 0
    try:
        with open(f"{folder}/full", "wb", buffering=0) as file:
            while written < 1024:
                written += file.write(CHUNK) // 2**20
    except OSError as error:
        print(folder, error.strerror, limit - 2 < written <= limit)
    os.remove(f"{folder}/full")
