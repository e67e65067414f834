import subprocess

TOOLS = (
    "su -c id",
    "mount -t tmpfs none /tmp",
    "unshare --user --map-root-user id",
    "nsenter --target 1 --all id",
    "bwrap --ro-bind / / id",
    "setpriv --reuid 0 id",
)
for tool in TOOLS:
    done = subprocess.run(tool, shell=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    print(tool, "worked" if done.returncode == 0 else "refused")
