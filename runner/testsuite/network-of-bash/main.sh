for address in tcp/127.0.0.1/4000 udp/1.1.1.1/53 tcp/169.254.169.254/80 udp/127.0.0.53/53 tcp/example.org/80; do
  if (exec 3<>"/dev/$address") 2>/dev/null; then echo "$address done"; else echo "$address refused"; fi
done
