package main

import (
	_ "embed"
	"fmt"
)

//go:embed link
var taken string

//go:embed ../etc/shadow
var climbed string

func main() {
	fmt.Println(taken, climbed)
}
