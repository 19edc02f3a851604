// Command catalogue writes the static Go literals and constants of every catalogue from its JSON.
//
// From the root of the repository:
//
//	go -C internal/tools run ./cmd/catalogue               all catalogues
//	go -C internal/tools run ./cmd/catalogue client plan   those of two packages
//	go -C internal/tools run ./cmd/catalogue -check        compare only; exit code 1 on a difference
//
// Package catalogue of this module describes families.json, which says what is written.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/rapport-go/rapport/internal/tools/catalogue"
)

func main() {
	root := flag.String("root", "../..", "directory of the root module")
	check := flag.Bool("check", false, "write nothing; exit with 1 and the names of the files that differ")
	flag.Parse()

	changes, err := catalogue.Generate(*root, flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	for _, change := range changes {
		fmt.Println(change)
	}
	if *check {
		if len(changes) > 0 {
			fmt.Fprintln(os.Stderr, "generated code differs from the catalogues: run go -C internal/tools run ./cmd/catalogue")
			os.Exit(1)
		}
		return
	}
	if err := catalogue.Write(*root, changes); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}
