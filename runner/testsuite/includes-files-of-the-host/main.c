#include "/etc/shadow"
#include "/tmp/canary/secret"
#include "../../../../../root/.bashrc"
int main(void) { return 0; }
