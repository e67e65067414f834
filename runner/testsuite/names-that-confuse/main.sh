cd /tmp || exit
touch -- '-rf' $'new\nline' $'\e[2Jcleared' '*' '$(reboot)' '乌龟‮txt' "$(printf 'x%.0s' {1..255})"
files=(* )
echo ${#files[@]}
