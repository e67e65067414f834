#define _GNU_SOURCE
#include <linux/perf_event.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void) {
  struct perf_event_attr clock = {.type = PERF_TYPE_SOFTWARE, .size = sizeof clock, .config = PERF_COUNT_SW_CPU_CLOCK};
  printf("own %s\n", syscall(SYS_perf_event_open, &clock, 0, -1, -1, 0) < 0 ? "refused" : "counted");
  printf("all %s\n", syscall(SYS_perf_event_open, &clock, -1, 0, -1, 0) < 0 ? "refused" : "counted");
}
