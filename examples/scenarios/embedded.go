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

//go:embed o3.json
var o3 []byte

//go:embed o4.json
var o4 []byte

//go:embed o7.json
var o7 []byte

var embedded = map[string][]byte{"o1": o1, "o2": o2, "o3": o3, "o4": o4, "o7": o7}

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
