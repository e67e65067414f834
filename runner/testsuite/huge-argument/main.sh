argument=$(head -c 3000000 /dev/zero | tr '\0' x)
/bin/true "$argument" 2>&1 | grep -o 'Argument list too long'
printf 'still here\n'
