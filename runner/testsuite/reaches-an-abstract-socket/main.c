#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

int main(void) {
  const char *names[] = {"/tmp/canary/socket", "/tmp/.X11-unix/X0", "/containerd-shim/abc.sock"};
  for (int each = 0; each < 3; each++) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    memcpy(address.sun_path + 1, names[each], strlen(names[each]));
    socklen_t size = offsetof(struct sockaddr_un, sun_path) + 1 + strlen(names[each]);
    int there = connect(socket(AF_UNIX, SOCK_STREAM, 0), (struct sockaddr *)&address, size);
    printf("%s %s\n", names[each], there == 0 ? "answered" : "refused");
  }
}
