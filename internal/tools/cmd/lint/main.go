// Command lint runs the analyzers of the house over packages, from the directory of their module:
//
//	go build -C internal/tools -o /a/folder/lint ./cmd/lint && /a/folder/lint ./...
package main

import (
	"golang.org/x/tools/go/analysis/multichecker"

	"github.com/rapport-go/rapport/internal/tools/lint"
)

func main() { multichecker.Main(lint.Analyzers()...) }
