stty raw -echo
yes
