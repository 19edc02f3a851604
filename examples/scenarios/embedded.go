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
