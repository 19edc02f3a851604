package cover_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport/internal/cover"
)

// series draws one instance for each size, from 20 columns and 5 rows to 200 columns and 80 rows.
func series() (kinds map[string][]cover.Problem) {
	kinds = map[string][]cover.Problem{}
	for _, size := range [][2]int{{20, 5}, {40, 15}, {60, 25}, {100, 40}, {150, 60}, {200, 80}} {
		kinds["scattered"] = append(kinds["scattered"], scattered(1, size[0], size[1]))
	}
	for _, s := range []shape{{2, 1, 8, 6}, {5, 1, 10, 6}, {4, 2, 20, 10}, {8, 2, 20, 10}, {8, 2, 30, 15}, {13, 2, 31, 13}} {
		kinds["structured"] = append(kinds["structured"], structured(1, s))
	}
	return kinds
}

// measure reports time, allocations and search nodes for one problem that is solved to the end.
func measure(b *testing.B, p cover.Problem) {
	b.Run(fmt.Sprintf("%dx%d", len(p.Columns), len(p.Rows)), func(b *testing.B) {
		b.ReportAllocs()
		var s cover.Solution
		for b.Loop() {
			var err error
			s, err = cover.Solve(p)
			require.NoError(b, err)
		}
		require.True(b, s.Canonical)
		b.ReportMetric(float64(s.Nodes), "nodes/op")
		if s.Counted {
			b.ReportMetric(float64(s.Others), "others")
		}
	})
}

// BenchmarkSolve names its series by kind/columns×rows.
func BenchmarkSolve(b *testing.B) {
	kinds := series()
	for _, kind := range []string{"scattered", "structured"} {
		b.Run(kind, func(b *testing.B) {
			for _, p := range kinds[kind] {
				measure(b, p)
			}
		})
	}
}

// BenchmarkSolve_Others solves the series with coarse costs, so that there are others to count: first the
// answer alone, then with up to a thousand others counted.
func BenchmarkSolve_Others(b *testing.B) {
	kinds := series()
	for _, kind := range []string{"scattered", "structured"} {
		for _, most := range []int{0, 1000} {
			b.Run(fmt.Sprintf("%s/most%d", kind, most), func(b *testing.B) {
				for _, p := range kinds[kind] {
					p = coarse(p, 10)
					p.Others = most
					measure(b, p)
				}
			})
		}
	}
}

// coarse rounds the costs up to whole steps.
func coarse(p cover.Problem, step int64) cover.Problem {
	p.Columns = slices.Clone(p.Columns)
	for j := range p.Columns {
		p.Columns[j].Cost = (p.Columns[j].Cost + step - 1) / step * step
	}
	return p
}
