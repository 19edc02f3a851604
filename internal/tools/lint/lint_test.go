package lint_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/rapport-go/rapport/internal/tools/lint"
)

func analyzer(t *testing.T, name string) *analysis.Analyzer {
	t.Helper()
	for _, a := range lint.Analyzers() {
		if a.Name == name {
			return a
		}
	}
	t.Fatalf("no analyzer %s", name)
	return nil
}

// Each fixture marks with a comment every line on which the analyzer has to report, and it may report on
// no other.
func TestAnalyzersReportExactlyWhatTheFixturesMark(t *testing.T) {
	const module = "github.com/rapport-go/rapport"
	for name, packages := range map[string][]string{
		"purity":      {module + "/client", module + "/command"},
		"scaleswitch": {module + "/plan"},
		"scaleorder":  {module, module + "/trust"},
		"exportedvar": {module + "/privacy", module + "/command"},
	} {
		t.Run(name, func(t *testing.T) {
			analysistest.Run(t, analysistest.TestData(), analyzer(t, name), packages...)
		})
	}
}

func TestEveryAnalyzerHasItsFixture(t *testing.T) {
	assert.Len(t, lint.Analyzers(), 4)
}
