#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char block[1 << 16];

int main(void) {
  for (int number = 0; number < 1000; number++) {
    int ends[2];
    if (pipe2(ends, O_NONBLOCK) != 0) {
      puts(strerror(errno));
      return 0;
    }
    fcntl(ends[0], F_SETPIPE_SZ, 1 << 20);
    while (write(ends[1], block, sizeof block) > 0) {
    }
  }
  puts("all of it");
}
