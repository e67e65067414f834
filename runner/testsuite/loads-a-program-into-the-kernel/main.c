#define _GNU_SOURCE
#include <errno.h>
#include <linux/bpf.h>
#include <linux/filter.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void) {
  union bpf_attr map;
  memset(&map, 0, sizeof map);
  map.map_type = BPF_MAP_TYPE_ARRAY;
  map.key_size = map.value_size = map.max_entries = 4;
  printf("map %s\n", syscall(SYS_bpf, BPF_MAP_CREATE, &map, sizeof map) < 0 ? "refused" : "made");

  struct bpf_insn ends[] = {{.code = BPF_ALU64 | BPF_MOV | BPF_K}, {.code = BPF_JMP | BPF_EXIT}};
  union bpf_attr program;
  memset(&program, 0, sizeof program);
  program.prog_type = BPF_PROG_TYPE_SOCKET_FILTER;
  program.insns = (unsigned long)ends;
  program.insn_cnt = 2;
  program.license = (unsigned long)"GPL";
  printf("program %s\n", syscall(SYS_bpf, BPF_PROG_LOAD, &program, sizeof program) < 0 ? "refused" : "loaded");
}
