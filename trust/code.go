package trust

import (
	"slices"
	"strconv"

	"github.com/rapport-go/rapport"
)

// Codes lists the codes that this package can emit, sorted. The list is the caller's own.
func Codes() []rapport.CodeEntry { return slices.Clone(standardCodes) }

func codeEntry(code rapport.Code) rapport.CodeEntry {
	entry, _ := rapport.FindCode(standardCodes, code)
	return entry
}

// days writes a number of days for a text.
func days(n int) string { return strconv.Itoa(n) }

// decimal writes a count for a text.
func decimal(n int64) string { return strconv.FormatInt(n, 10) }
