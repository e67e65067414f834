#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void) {
  for (int child = 0; child < 64; child++) {
    pid_t pid = fork();
    if (pid == 0) {
      for (;;) pause();
    }
    if (pid < 0) {
      puts(strerror(errno));
      return 0;
    }
    usleep(1000);
  }
  puts("leaked");
}
