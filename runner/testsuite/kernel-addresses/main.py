import ctypes

READ_ALL = 3


def addresses(path):
    with open(path, "rb") as file:
        return {line.split()[0] for line in file} - {b"0000000000000000"}


for path in ("/proc/kallsyms", "/proc/modules", "/proc/iomem", "/proc/kcore", "/proc/vmallocinfo", "/dev/kmsg"):
    try:
        with open(path, "rb") as file:
            words = {word for line in file for word in line.split() if word.lower().startswith((b"ffff", b"0xffff"))}
    except OSError:
        words = set()
    print(path, words or "nothing")
told = ctypes.CDLL(None).klogctl(READ_ALL, ctypes.create_string_buffer(4096), 4096)
print("dmesg", "nothing" if told < 0 else told)
