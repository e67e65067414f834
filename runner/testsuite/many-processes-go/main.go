package main

import (
	"fmt"
	"os"
	"os/exec"
)

func main() {
	if len(os.Args) > 1 {
		os.Stdin.Read(make([]byte, 1))
		select {}
	}
	for number := 0; number < 64; number++ {
		if err := exec.Command(os.Args[0], "again").Start(); err != nil {
			fmt.Println("refused")
			return
		}
	}
	fmt.Println("all of them")
}
