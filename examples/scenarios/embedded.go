package scenarios

import (
	_ "embed" // the cases are files of this package
	"maps"
	"slices"
)

//go:embed o1.json
var o1 []byte

//go:embed o2.json
var o2 []byte

//go:embed o4.json
var o4 []byte

var embedded = map[string][]byte{"o1": o1, "o2": o2, "o4": o4}

// Names lists the embedded cases, sorted.
func Names() []string { return slices.Sorted(maps.Keys(embedded)) }

// Named returns an embedded case, the caller's own copy, and false for a name that is none.
func Named(name string) (Case, bool) {
	data, known := embedded[name]
	if !known {
		return Case{}, false
	}
	c, err := Read(data)
	return c, err == nil
}
