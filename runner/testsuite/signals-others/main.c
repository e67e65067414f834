#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
  int reached = 0;
  for (pid_t pid = 1; pid < 100000; pid++) reached += kill(pid, 0) == 0;
  for (pid_t pid = 1; pid < 100000; pid++) {
    if (pid != getpid()) kill(pid, SIGKILL);
  }
  printf("reached %d\n", reached);
}
