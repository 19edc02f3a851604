// Command readme runs the program of the README as a fresh module outside the repository and compares
// what it prints with what the README says:
//
//	go -C internal/tools run ./cmd/readme
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/rapport-go/rapport/internal/tools/readme"
)

func main() {
	root := flag.String("root", "../..", "directory of the root module")
	flag.Parse()
	dir, err := os.MkdirTemp("", "consumer")
	if err == nil {
		err = readme.Consume(*root, "github.com/rapport-go/rapport", dir)
		os.RemoveAll(dir)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("the program of the README builds outside and prints what the README says")
}
