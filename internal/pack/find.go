package pack

import (
	"cmp"
	"slices"
)

// Find returns the entry with a word in a list sorted by it, and false where there is none. It takes as
// many steps as the length of the list has binary digits.
func Find[T any, W cmp.Ordered](list []T, word W, of func(T) W) (T, bool) {
	i, found := slices.BinarySearchFunc(list, word, func(entry T, w W) int { return cmp.Compare(of(entry), w) })
	if !found {
		var none T
		return none, false
	}
	return list[i], true
}
