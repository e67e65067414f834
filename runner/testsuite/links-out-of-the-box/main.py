import os

for index, target in enumerate(
    ("/etc/shadow", "/root", "/proc/1/root/root", "/proc/self/fd/0/..", "../../../etc/shadow")
):
    os.symlink(target, f"/box/out{index}")
    try:
        print(os.listdir(f"/box/out{index}") and "opened")
    except OSError:
        print("refused")
os.remove("/box/main.py")
os.symlink("/etc/shadow", "/box/main.py")
try:
    print(open("/box/main.py").read())
except OSError:
    print("refused")
