import os


def attempt(name, act):
    try:
        print(name, act() or "done")
    except OSError:
        print(name, "refused")


attempt("/etc/passwd", lambda: open("/etc/passwd", "rb").read())
attempt("/etc/shadow", lambda: open("/etc/shadow", "rb").read())
attempt("/root/.profile", lambda: open("/root/.profile", "rb").read())
attempt("/home", lambda: open("/home", "rb").read())
attempt("/var/log/dpkg.log", lambda: open("/var/log/dpkg.log", "rb").read())
attempt("/proc/1/root/etc/shadow", lambda: open("/proc/1/root/etc/shadow", "rb").read())
attempt("/proc/kcore", lambda: open("/proc/kcore", "rb").read())
attempt("/proc/1/mem", lambda: open("/proc/1/mem", "rb").read())
attempt("/sys/kernel/notes", lambda: open("/sys/kernel/notes", "rb").read())
attempt("/dev/sda", lambda: open("/dev/sda", "rb").read())
attempt("/dev/mem", lambda: open("/dev/mem", "rb").read())
attempt("/run/utmp", lambda: open("/run/utmp", "rb").read())
