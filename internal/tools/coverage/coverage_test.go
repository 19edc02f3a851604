package coverage_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport/internal/tools/coverage"
)

func TestReadAddsUpByPackage(t *testing.T) {
	packages, err := coverage.Read(`mode: set
m/b/x.go:1.1,2.2 3 0
m/b/x.go:3.1,4.2 1 1
m/a/y.go:1.1,2.2 2 1
m/b/x.go:1.1,2.2 3 1
m/b/z.go:1.1,2.2 4 0
m/a/y.go:1.1,2.2 2 0
`)
	require.NoError(t, err)
	assert.Equal(t, []coverage.Package{
		{Path: "m/a", Statements: 2, Covered: 2},
		{Path: "m/b", Statements: 8, Covered: 4},
	}, packages)
	assert.InDelta(t, 50, packages[1].Percent(), 0)
}

func TestBelowDoesNotRound(t *testing.T) {
	assert.True(t, coverage.Package{Statements: 1000, Covered: 899}.Below(90))
	assert.False(t, coverage.Package{Statements: 1000, Covered: 900}.Below(90))
}

func TestReadRefusesWhatIsNoProfile(t *testing.T) {
	for name, profile := range map[string]string{
		"an empty file":          "",
		"a profile of nothing":   "mode: set\n",
		"a line that is cut off": "mode: set\nm/a.go:1.1,2.2 3",
		"a count that is a word": "mode: set\nm/a.go:1.1,2.2 3 x",
		"a block of no file":     "mode: set\nm/a 3 1",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := coverage.Read(profile)
			assert.Error(t, err)
		})
	}
}
