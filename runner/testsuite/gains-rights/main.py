import os

status = open("/proc/self/status").read()
fields = dict(line.split(":\t", 1) for line in status.splitlines())
for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb", "NoNewPrivs", "Seccomp"):
    print(name, fields[name])
for act in (
    lambda: os.setuid(0),
    lambda: os.setgroups([0]),
    lambda: os.chown("/box", 0, 0),
    lambda: os.nice(-5),
):
    try:
        act()
        print("done")
    except OSError:
        print("refused")
print("nosuid" in open("/proc/self/mounts").read().splitlines()[1])
