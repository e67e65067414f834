import os

print(sorted(os.listdir("/")))
print(sorted(os.environ))
print(open("/proc/1/environ").read().split("\0"))
print(sorted(int(name) for name in os.listdir("/proc") if name.isdigit())[-1] < 10)
print(os.uname().nodename, os.getuid(), os.getgid())
print(sorted(os.listdir("/usr/local") + os.listdir("/usr/src")))
print(sorted(os.listdir("/proc/self/fd")))
