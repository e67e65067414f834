#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

static void attempt(const char *name, int result) { printf("%s %s\n", name, result < 0 ? "refused" : "open"); }

int main(void) {
  const char *devices[] = {"/dev/mem",  "/dev/kmem", "/dev/kmsg", "/dev/port", "/dev/sda", "/dev/vda",
                           "/dev/fuse", "/dev/kvm",  "/dev/net/tun", "/dev/loop-control", "/dev/vhost-net", "/dev/console",
                           "/dev/tty",  "/dev/nvidia0", "/dev/dri/card0", "/dev/input/event0", "/dev/uinput", "/dev/rtc0"};
  for (unsigned each = 0; each < sizeof devices / sizeof *devices; each++) attempt(devices[each], open(devices[each], O_RDONLY));
  attempt("a disk of its own", mknod("/tmp/disk", S_IFBLK | 0666, makedev(254, 0)));
  attempt("memory of its own", mknod("/tmp/memory", S_IFCHR | 0666, makedev(1, 1)));
  attempt("a full device emptied", write(open("/dev/full", O_WRONLY), "x", 1));
  attempt("a device replaced", unlink("/dev/null"));
}
