#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

int main(void) {
  signal(SIGCHLD, SIG_IGN);
  for (int child = 0; child < 140; child++) {
    int gone[2];
    if (pipe(gone) != 0) return 1;
    if (fork() == 0) {
      while (clock() < CLOCKS_PER_SEC / 200) {
      }
      _exit(0);
    }
    close(gone[1]);
    char nothing;
    if (read(gone[0], &nothing, 1) != 0) return 1;
    close(gone[0]);
  }
  puts("unseen");
}
