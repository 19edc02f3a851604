package privacy

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

// because returns the reason with this code.
func because(code rapport.Code, subject rapport.Path, weight int, args ...string) rapport.Reason {
	return codeEntry(code).Reason(subject, int8(weight), args...)
}
