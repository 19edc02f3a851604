// Package lint holds the analyzers of the house, each a rule that the compiler does not know:
//
//   - purity: library packages read no clock, zone, environment or chance, and start nothing.
//   - scaleswitch: a switch over a closed scale without a default names every member.
//   - scaleorder: closed scales are compared with < and > only where they are declared.
//   - exportedvar: library packages export no variables.
//
// A closed scale is a uint8 type of the module with a text form. A library package is any that is not a
// command; its tests are left alone by purity and exportedvar.
package lint

import "golang.org/x/tools/go/analysis"

const module = "github.com/rapport-go/rapport"

// Analyzers returns the analyzers of the house.
func Analyzers() []*analysis.Analyzer {
	return []*analysis.Analyzer{purity, scaleSwitch, scaleOrder, exportedVar}
}
