package main

import "fmt"

func main() {
	wait := make(chan int)
	for number := 0; number < 1_000_000; number++ {
		go func() { <-wait }()
	}
	fmt.Println("all of them")
}
