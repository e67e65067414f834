#define _GNU_SOURCE
#include <stdio.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

static char secret[] = "secret";

static void attempt(const char *name, long result) { printf("%s %s\n", name, result < 0 ? "refused" : "done"); }

int main(void) {
  pid_t child = fork();
  if (child == 0) {
    for (;;) pause();
  }
  char stolen[sizeof secret];
  struct iovec here = {stolen, sizeof stolen}, there = {secret, sizeof secret};
  attempt("attach", ptrace(PTRACE_ATTACH, child, NULL, NULL));
  attempt("seize", ptrace(PTRACE_SEIZE, child, NULL, NULL));
  attempt("attach to the first", ptrace(PTRACE_ATTACH, 1, NULL, NULL));
  attempt("read", process_vm_readv(child, &here, 1, &there, 1, 0));
  attempt("write", process_vm_writev(child, &here, 1, &there, 1, 0));
  attempt("be traced", ptrace(PTRACE_TRACEME, 0, NULL, NULL));
  kill(child, SIGKILL);
}
