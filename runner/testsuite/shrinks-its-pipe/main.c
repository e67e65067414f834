#define _GNU_SOURCE
#include <fcntl.h>
#include <unistd.h>

static char flood[1 << 20];

int main(void) {
  fcntl(1, F_SETPIPE_SZ, 4096);
  fcntl(1, F_SETFL, O_ASYNC);
  for (int byte = 0; byte < (int)sizeof flood; byte++) flood[byte] = 'x';
  for (;;) write(1, flood, sizeof flood);
}
