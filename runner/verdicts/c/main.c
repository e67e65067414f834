#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static volatile long depth;

static long deep(void) {
  char room[1000];
  memset(room, (int)depth++, sizeof room);
  return deep() + room[500];
}

int main(void) {
  char word[20], line[200];
  if (!fgets(word, sizeof word, stdin)) return 1;
  word[strcspn(word, "\n")] = 0;

  if (!strcmp(word, "right")) puts("42");
  if (!strcmp(word, "wrong")) puts("41");
  if (!strcmp(word, "slow")) for (;;) depth++;
  if (!strcmp(word, "hungry")) for (;;) memset(malloc(1000000), 1, 1000000);
  if (!strcmp(word, "greedy")) memset(malloc(1000000000000), 1, 1000000);
  if (!strcmp(word, "crashing")) puts((char *)depth);
  if (!strcmp(word, "deep")) printf("%ld\n", deep());
  if (!strcmp(word, "flood")) for (;;) puts("water water water water");
  if (!strcmp(word, "sum")) {
    long long sum = 0, each;
    while (scanf("%lld", &each) == 1) sum += each;
    printf("%lld\n", sum);
  }
  if (!strcmp(word, "unicode") && fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    printf("%s → ¡sí! ✓\n", line);
  }
  return 0;
}
