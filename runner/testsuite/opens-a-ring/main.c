#define _GNU_SOURCE
#include <linux/io_uring.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void) {
  struct io_uring_params parameters = {0};
  printf("ring %s\n", syscall(SYS_io_uring_setup, 8, &parameters) < 0 ? "refused" : "open");
}
