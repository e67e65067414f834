import os


def attempt(name, act):
    try:
        print(name, act() or "done")
    except OSError:
        print(name, "refused")


attempt("/x", lambda: open("/x", "w").close())
attempt("/etc/x", lambda: open("/etc/x", "w").close())
attempt("/usr/x", lambda: open("/usr/x", "w").close())
attempt("/usr/bin/python3", lambda: open("/usr/bin/python3", "w").close())
attempt("/usr/local/x", lambda: open("/usr/local/x", "w").close())
attempt("/bin/x", lambda: open("/bin/x", "w").close())
attempt("/dev/x", lambda: open("/dev/x", "w").close())
attempt("/proc/sys/kernel/hostname", lambda: open("/proc/sys/kernel/hostname", "w").close())
attempt("/proc/sysrq-trigger", lambda: open("/proc/sysrq-trigger", "w").close())
attempt("/driver.py", lambda: open("/driver.py", "w").close())
attempt("mkdir", lambda: os.mkdir("/var"))
attempt("rename", lambda: os.rename("/tmp", "/tmp2"))
attempt("chmod", lambda: os.chmod("/", 0o777))
attempt("link", lambda: os.symlink("/tmp", "/lib/x"))
