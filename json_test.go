package rapport_test

import (
	"strings"

	"github.com/rapport-go/rapport"
)

func readerCode(code rapport.Code) bool { return strings.HasPrefix(string(code), "rapport/json-") }
