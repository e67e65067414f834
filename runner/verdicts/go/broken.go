package main

import "fmt"

func main() {
	fmt.Println(half("four"))
}

func half(number int) int {
	return number / 2
}
