package cover_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport/internal/cover"
)

func TestCheck_RefusesBrokenSolutions(t *testing.T) {
	entries := func(columns ...int) []cover.Entry {
		var list []cover.Entry
		for _, j := range columns {
			list = append(list, cover.Entry{Column: j, Points: 2, Group: 1})
		}
		return list
	}
	p := cover.Problem{
		Columns: []cover.Column{{Cost: 3, Requires: []int{1}}, {Cost: 2}, {Cost: 9, Excludes: []int{0}}, {Cost: 1}, {Cost: 7, Requires: []int{4}}},
		Rows: []cover.Row{{Need: 2, Entries: entries(0, 2)}, {Need: 5, Entries: entries(1, 3)},
			{Need: 2, Entries: append(entries(3), cover.Entry{Column: 4, Points: 2})}},
		Others: 3,
	}
	good, err := cover.Solve(p)
	require.NoError(t, err)
	require.NoError(t, cover.Check(p, good))
	require.Equal(t, []int{0, 1, 3}, good.Chosen)
	require.Equal(t, []int{1}, good.Unmet)
	require.True(t, good.Counted)

	mutations := map[string]func(s *cover.Solution){
		"no list of columns":                  func(s *cover.Solution) { s.Chosen = nil },
		"no list of rows":                     func(s *cover.Solution) { s.Unmet = nil },
		"columns out of order":                func(s *cover.Solution) { slices.Reverse(s.Chosen) },
		"a column twice":                      func(s *cover.Solution) { s.Chosen = []int{0, 1, 1, 3} },
		"a column out of range":               func(s *cover.Solution) { s.Chosen = append(s.Chosen, 5) },
		"a row out of range":                  func(s *cover.Solution) { s.Unmet = append(s.Unmet, 3) },
		"a requirement missing":               func(s *cover.Solution) { s.Chosen, s.Cost, s.Bound = []int{0, 3}, 4, 4 },
		"an exclusion broken":                 func(s *cover.Solution) { s.Chosen, s.Cost, s.Bound = []int{0, 1, 2, 3}, 15, 15 },
		"a row short":                         func(s *cover.Solution) { s.Chosen, s.Cost, s.Bound = []int{0, 1}, 5, 5 },
		"an unmet row that is met":            func(s *cover.Solution) { s.Unmet = []int{0, 1} },
		"a short row not listed":              func(s *cover.Solution) { s.Unmet = []int{} },
		"another cost":                        func(s *cover.Solution) { s.Cost, s.Bound = 7, 7 },
		"a bound above the cost":              func(s *cover.Solution) { s.Bound, s.Proven, s.Canonical = 7, false, false },
		"a negative bound":                    func(s *cover.Solution) { s.Bound, s.Proven, s.Canonical = -1, false, false },
		"proven with a lower bound":           func(s *cover.Solution) { s.Bound = 5 },
		"canonical and not proven":            func(s *cover.Solution) { s.Proven = false },
		"canonical with a column not needed":  func(s *cover.Solution) { s.Chosen, s.Cost, s.Bound = []int{0, 1, 3, 4}, 13, 13 },
		"nodes below zero":                    func(s *cover.Solution) { s.Nodes = -1 },
		"others below zero":                   func(s *cover.Solution) { s.Others = -1 },
		"more others than were to be counted": func(s *cover.Solution) { s.Others = 4 },
		"others and not canonical":            func(s *cover.Solution) { s.Others, s.Counted, s.Canonical = 1, false, false },
		"counted and not canonical":           func(s *cover.Solution) { s.Canonical = false },
	}
	for name, mutate := range mutations {
		t.Run(name, func(t *testing.T) {
			s := good
			s.Chosen, s.Unmet = slices.Clone(good.Chosen), slices.Clone(good.Unmet)
			mutate(&s)
			require.Error(t, cover.Check(p, s))
		})
	}
}

func TestCheck_RefusesACountThatWasNotAskedFor(t *testing.T) {
	s, err := cover.Solve(cover.Problem{})
	require.NoError(t, err)
	require.NoError(t, cover.Check(cover.Problem{}, s))
	s.Counted = true
	require.Error(t, cover.Check(cover.Problem{}, s))
	require.NoError(t, cover.Check(cover.Problem{Others: 1}, s))
}
