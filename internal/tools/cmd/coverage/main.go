// Command coverage prints the coverage of each package in a profile of go test and fails where one lies
// below the floor:
//
//	coverage [-floor PERCENT] PROFILE
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/rapport-go/rapport/internal/tools/coverage"
)

func main() {
	floor := flag.Int("floor", 90, "the least per cent of statements in each package")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "coverage: wants one profile")
		os.Exit(2)
	}
	profile, err := os.ReadFile(flag.Arg(0))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	packages, err := coverage.Read(string(profile))
	if err != nil {
		fmt.Fprintln(os.Stderr, "coverage:", err)
		os.Exit(2)
	}
	code := 0
	for _, p := range packages {
		note := ""
		if p.Below(*floor) {
			note = fmt.Sprintf("  below %d %%", *floor)
			code = 1
		}
		fmt.Printf("%6.1f %%  %5d statements  %s%s\n", p.Percent(), p.Statements, p.Path, note)
	}
	os.Exit(code)
}
