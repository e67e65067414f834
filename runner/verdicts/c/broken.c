#include <stdio.h>

int main(void) {
  printf("%d\n", 4 / 2)
  return 0;
}
