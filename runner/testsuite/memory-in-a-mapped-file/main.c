#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int main(void) {
  const size_t size = 60 << 20;
  int file = open("/tmp/mapped", O_RDWR | O_CREAT, 0600);
  if (ftruncate(file, size) != 0) return 1;
  char *block = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  memset(block, 1, size);
  puts("all of it");
}
