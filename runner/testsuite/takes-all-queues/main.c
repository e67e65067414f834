#define _GNU_SOURCE
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void) {
  unsigned long queue = 0;
  printf("queue %s\n", syscall(SYS_io_setup, 1024, &queue) < 0 ? "refused" : "taken");
}
