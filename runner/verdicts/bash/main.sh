deep() {
  deep $(($1 + 1))
}

read -r word
case $word in
  right) echo 42 ;;
  wrong) echo 41 ;;
  slow) while :; do :; done ;;
  hungry)
    held=water
    while :; do held=$held$held; done
    ;;
  crashing) kill -SEGV $$ ;;
  deep) deep 0 ;;
  flood) while :; do echo 'water water water water'; done ;;
  sum)
    sum=0
    while read -r each; do ((sum += each)); done
    echo $sum
    ;;
  unicode)
    read -r line
    echo "$line → ¡sí! ✓"
    ;;
esac
