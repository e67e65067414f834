#define _GNU_SOURCE
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static void attempt(const char *name, int done) { printf("%s %s\n", name, done ? "done" : "refused"); }

int main(int count, char **arguments) {
  if (count > 1) return geteuid() == getuid() && geteuid() == 1000 ? 0 : 1;
  gid_t everyones = 0;
  attempt("root", setuid(0) == 0);
  attempt("all three", setresuid(0, 0, 0) == 0);
  attempt("another", setuid(1001) == 0);
  attempt("groups", setgroups(1, &everyones) == 0);
  struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  struct __user_cap_data_struct all[2] = {{~0u, ~0u, ~0u}, {~0u, ~0u, ~0u}};
  attempt("capabilities", syscall(SYS_capset, &header, all) == 0);
  attempt("new privileges", prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0) == 0);
  chmod(arguments[0], 06755);
  attempt("a setuid file", system("/box/program again") != 0);
  attempt("a setuid tool", system("/usr/bin/su -c true >/dev/null 2>&1") == 0);
  int map = open("/proc/self/uid_map", O_WRONLY);
  attempt("the map of users", map >= 0 && write(map, "0 0 1", 5) == 5);
}
