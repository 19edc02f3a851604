package scenarios

import (
	_ "embed" // the cases are files of this package
)

//go:embed o1.json
var o1 []byte

//go:embed o4.json
var o4 []byte

// Names lists the embedded cases, sorted.
func Names() []string { return []string{"o1", "o4"} }

// Named returns an embedded case, the caller's own copy, and false for a name that is none.
func Named(name string) (Case, bool) {
	file, known := map[string][]byte{"o1": o1, "o4": o4}[name]
	if !known {
		return Case{}, false
	}
	c, err := Read(file)
	return c, err == nil
}
