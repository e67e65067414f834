#define _GNU_SOURCE
#include <linux/keyctl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void) {
  long added = syscall(SYS_add_key, "user", "fairview", "left here", 9, KEY_SPEC_USER_KEYRING);
  printf("add %s\n", added < 0 ? "refused" : "added");
  long ring = syscall(SYS_keyctl, KEYCTL_GET_KEYRING_ID, KEY_SPEC_USER_KEYRING, 1);
  printf("ring %s\n", ring < 0 ? "refused" : "there");
  long asked = syscall(SYS_request_key, "user", "fairview", NULL, KEY_SPEC_USER_KEYRING);
  printf("request %s\n", asked < 0 ? "refused" : "found");
}
