package main

import (
	"fmt"
	"net"
	"syscall"
	"time"
)

func attempt(name string, err error) {
	if err != nil {
		fmt.Println(name, "refused")
	} else {
		fmt.Println(name, "done")
	}
}

func main() {
	for _, kind := range []string{"tcp", "udp"} {
		for _, address := range []string{"127.0.0.1:4000", "[::1]:4000", "1.1.1.1:53", "169.254.169.254:80"} {
			_, err := net.DialTimeout(kind, address, time.Second)
			attempt(kind+" "+address, err)
		}
	}
	_, err := net.LookupHost("example.org")
	attempt("dns", err)
	_, err = net.Listen("tcp", ":8000")
	attempt("listen", err)
	_, err = syscall.Socket(syscall.AF_PACKET, syscall.SOCK_RAW, 0x300)
	attempt("packets", err)
	_, err = syscall.Socket(syscall.AF_NETLINK, syscall.SOCK_RAW, 0)
	attempt("netlink", err)
}
