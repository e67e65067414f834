package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

func deep(depth int) int {
	return deep(depth+1) + 1
}

func main() {
	in := bufio.NewReader(os.Stdin)
	word, _ := in.ReadString('\n')
	switch strings.TrimSpace(word) {
	case "right":
		fmt.Println(42)
	case "wrong":
		fmt.Println(41)
	case "slow":
		for {
		}
	case "hungry":
		held := [][]byte{}
		for {
			held = append(held, []byte(strings.Repeat("x", 1_000_000)))
		}
	case "greedy":
		fmt.Println(len(make([]byte, 1_000_000_000_000)))
	case "crashing":
		fmt.Println([]int{}[len(word)])
	case "deep":
		fmt.Println(deep(0))
	case "flood":
		for {
			fmt.Println(strings.Repeat("water", 100))
		}
	case "sum":
		sum, each := 0, 0
		for {
			if _, err := fmt.Fscan(in, &each); err != nil {
				break
			}
			sum += each
		}
		fmt.Println(sum)
	case "unicode":
		line, _ := in.ReadString('\n')
		fmt.Println(strings.TrimSpace(line), "→ ¡sí! ✓")
	}
}
