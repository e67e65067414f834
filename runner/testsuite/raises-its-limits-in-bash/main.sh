for limit in t n c; do
  if ulimit -H -$limit unlimited 2>/dev/null; then echo "$limit raised"; else echo "$limit refused"; fi
done
for file in /sys/fs/cgroup/memory/memory.limit_in_bytes /sys/fs/cgroup/memory.max /proc/1/oom_score_adj; do
  if { echo -1000 >"$file"; } 2>/dev/null; then echo "$file written"; else echo "$file refused"; fi
done
