half() {
  echo $(($1 / 2))
}

if half 4; then
  echo 'and more'
