// Package scenarios holds example cases as data and the format they are written in, so that other
// people's test suites can run them against an app or a pack.
//
// A case is one JSON file: principals and sites, assessed threats, activities, what is in force, the
// register of people and consents, who asks for what, events on a timeline, and the moment "now". [Read]
// reads one strictly; [Named] returns an embedded one. [Case.At] folds the events up to a moment into
// the inputs of the rooms, and [Case.Run] plans the case through its timeline, carrying what is in force
// from one plan to the next, as a firm would. All people, firms and places are invented.
//
// The fields keep the names the rooms use, so that a pointer of a problem leads to the place in the file.
package scenarios

import (
	_ "embed" // the cases are files of this package
)

//go:embed o1.json
var o1 []byte

// Names lists the embedded cases, sorted.
func Names() []string { return []string{"o1"} }

// Named returns an embedded case, the caller's own copy, and false for a name that is none.
func Named(name string) (Case, bool) {
	if name != "o1" {
		return Case{}, false
	}
	c, err := Read(o1)
	return c, err == nil
}
