package main

var hoard [1 << 40]int = [1 << 40]int{1<<40 - 1: 1}

func main() {
	println(hoard[0])
}
