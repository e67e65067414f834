#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  for (int step = 0; step < 1024; step++) {
    char *block = malloc(1 << 20);
    if (block == NULL) return 1;
    memset(block, step, 1 << 20);
  }
  puts("all of it");
}
