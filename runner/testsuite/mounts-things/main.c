#define _GNU_SOURCE
#include <linux/mount.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

int mount(const char *, const char *, const char *, unsigned long, const void *);
int umount2(const char *, int);

static void attempt(const char *name, long result) { printf("%s %s\n", name, result < 0 ? "refused" : "done"); }

int main(void) {
  mkdir("/tmp/here", 0700);
  attempt("tmpfs", mount("none", "/tmp/here", "tmpfs", 0, NULL));
  attempt("proc", mount("proc", "/tmp/here", "proc", 0, NULL));
  attempt("bind", mount("/", "/tmp/here", NULL, 4096, NULL));
  attempt("writable", mount(NULL, "/usr", NULL, 32, NULL));
  attempt("disk", mount("/dev/vda", "/tmp/here", "ext4", 0, NULL));
  attempt("unmount", umount2("/proc", 2));
  attempt("root", syscall(SYS_pivot_root, "/tmp", "/tmp/here"));
  attempt("chroot", chroot("/tmp/here"));
  attempt("fsopen", syscall(SYS_fsopen, "tmpfs", 0));
  attempt("open_tree", syscall(SYS_open_tree, -100, "/usr", 1));
}
