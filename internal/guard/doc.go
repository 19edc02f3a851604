// Package guard holds the rules of the house as tests: what library packages may import and call, which
// room may know which, what every exported name says about itself, how the tree is laid out, and what
// the public API is.
//
// It has no code of its own. Each guard is a function over a tree of files that lists what breaks the
// rule; its tests show it failing on a small broken tree and passing on this one.
//
// The public API is written down in testdata/api.txt. After a change on purpose:
//
//	go test ./internal/guard -update
package guard
