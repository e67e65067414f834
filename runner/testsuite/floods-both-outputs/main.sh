yes out &
yes err >&2 &
wait
