#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void) {
  const int only_user_mode = 1;
  printf("call %s\n", syscall(SYS_userfaultfd, O_CLOEXEC | only_user_mode) < 0 ? "refused" : "open");
  printf("device %s\n", open("/dev/userfaultfd", O_RDWR) < 0 ? "refused" : "open");
}
