#define _GNU_SOURCE
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  struct rlimit all = {RLIM_INFINITY, RLIM_INFINITY};
  puts(setrlimit(RLIMIT_CORE, &all) == 0 ? "raised" : "no limit raised");
  if (fork() == 0) abort();
  int status;
  wait(&status);
  int cores = 0;
  DIR *box = opendir("/box");
  for (struct dirent *each; (each = readdir(box));) cores += strncmp(each->d_name, "core", 4) == 0;
  puts(WCOREDUMP(status) || cores ? "a core" : "no core");
}
