package pack

import "github.com/rapport-go/rapport"

func coded(code rapport.Code) rapport.CodeEntry {
	entry, _ := rapport.FindCode(rapport.Codes(), code)
	return entry
}
