package pack

import "github.com/rapport-go/rapport"

// The codes of errors that joining finds, by their short names.
const (
	CodeBuiltIn   = rapport.CodePackBuiltIn
	CodeCollision = rapport.CodePackCollision
	CodePlainWord = rapport.CodePackPlainWord
	CodeWording   = rapport.CodePackWording
)

// Codes lists the codes that joining may find an error with, among others, sorted.
func Codes() []rapport.CodeEntry { return rapport.Codes() }

func coded(code rapport.Code) rapport.CodeEntry {
	entry, _ := rapport.FindCode(rapport.Codes(), code)
	return entry
}
