package trust

import (
	"slices"

	"github.com/rapport-go/rapport"
)

// Codes lists the codes that this package can emit, sorted. The list is the caller's own.
func Codes() []rapport.CodeEntry { return slices.Clone(standardCodes) }

func codeEntry(code rapport.Code) rapport.CodeEntry {
	entry, _ := rapport.FindCode(standardCodes, code)
	return entry
}
