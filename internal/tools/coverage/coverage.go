// Package coverage adds up a coverage profile by package.
//
// A profile that covers several packages names each block once for every test binary. A block counts as
// covered when any of them ran it.
package coverage

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Package is the coverage of one package.
type Package struct {
	// Path is the import path.
	Path string
	// Statements is how many there are, Covered how many of them ran.
	Statements, Covered int
}

// Percent returns the share of covered statements, from 0 to 100.
func (p Package) Percent() float64 { return 100 * float64(p.Covered) / float64(p.Statements) }

// Below reports whether the share lies below the floor, in per cent, without rounding.
func (p Package) Below(floor int) bool { return 100*p.Covered < floor*p.Statements }

type block struct {
	statements int
	covered    bool
}

// Read adds up a profile. The result is sorted by path; packages without statements are left out. A
// profile without any block is an error.
func Read(profile string) ([]Package, error) {
	blocks := map[string]block{}
	for i, line := range strings.Split(strings.TrimSpace(profile), "\n") {
		if strings.HasPrefix(line, "mode:") {
			continue
		}
		fields := strings.Fields(line)
		if len(fields) != 3 {
			return nil, fmt.Errorf("line %d is not a block", i+1)
		}
		statements, err := strconv.Atoi(fields[1])
		runs, err2 := strconv.Atoi(fields[2])
		if err := errors.Join(err, err2); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		b := blocks[fields[0]]
		blocks[fields[0]] = block{statements, b.covered || runs > 0}
	}
	packages := map[string]Package{}
	for place, b := range blocks {
		file, _, found := strings.Cut(place, ".go:")
		if !found {
			return nil, fmt.Errorf("block %q names no Go file", place)
		}
		p := packages[path.Dir(file)]
		p.Path = path.Dir(file)
		p.Statements += b.statements
		if b.covered {
			p.Covered += b.statements
		}
		packages[p.Path] = p
	}
	var list []Package
	for _, p := range packages {
		if p.Statements > 0 {
			list = append(list, p)
		}
	}
	if len(list) == 0 {
		return nil, errors.New("the profile covers nothing")
	}
	slices.SortFunc(list, func(a, b Package) int { return cmp.Compare(a.Path, b.Path) })
	return list, nil
}
