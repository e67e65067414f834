#define _GNU_SOURCE
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

int main(void) {
  const struct {
    const char *name;
    int which;
    rlim_t most;
  } limits[] = {
      {"processor time", RLIMIT_CPU, 60},
      {"open files", RLIMIT_NOFILE, 256},
      {"core", RLIMIT_CORE, 0},
  };
  struct rlimit all = {RLIM_INFINITY, RLIM_INFINITY};
  for (int each = 0; each < 3; each++) {
    struct rlimit there;
    getrlimit(limits[each].which, &there);
    int held = there.rlim_max <= limits[each].most && setrlimit(limits[each].which, &all) != 0;
    held = held && prlimit(1, limits[each].which, &all, NULL) != 0;
    printf("%s %s\n", limits[each].name, held ? "refused" : "raised");
  }
  printf("priority %s\n", setpriority(PRIO_PROCESS, 0, -10) ? "refused" : "raised");
}
