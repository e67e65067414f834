#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static char block[1 << 20];

int main(void) {
  int file = memfd_create("hoard", 0);
  for (int step = 0; step < 512; step++) {
    if (write(file, block, sizeof block) < 0) return 1;
  }
  puts("all of it");
}
