package cover_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport/internal/cover"
)

func solve(t *testing.T, p cover.Problem) cover.Solution {
	t.Helper()
	s, err := cover.Solve(p)
	require.NoError(t, err)
	require.NoError(t, cover.Check(p, s))
	return s
}

func TestSolve_AgreesWithEnumeration(t *testing.T) {
	const instances = 2000
	unmet := 0
	for seed := range instances {
		p := small(seed)
		got := solve(t, p)
		chosen, cost, short := enumerate(p).answer()
		want := cover.Solution{Chosen: chosen, Cost: cost, Bound: cost, Proven: true, Canonical: true,
			Nodes: got.Nodes, Unmet: short}
		require.Equal(t, want, got, "seed %d", seed)
		if len(short) > 0 {
			unmet++
		}
	}
	assert.Greater(t, unmet, instances/10, "the instances must exercise rows that cannot be met")
	assert.Less(t, unmet, instances*7/10, "the instances must exercise rows that can be met")
}

func TestSolve_DoesNotDependOnTheOrderOfRowsAndEntries(t *testing.T) {
	for seed := range 300 {
		p := small(seed)
		if seed%30 == 0 {
			p = scattered(seed, 40, 16)
			p.Nodes = seed / 30 // most of these budgets run out
		}
		p.Others = 3
		want := solve(t, p)
		g := generator(seed)
		order := g.shuffle(len(p.Rows))
		q := cover.Problem{Columns: p.Columns, Nodes: p.Nodes, Others: p.Others}
		for _, i := range order {
			r := p.Rows[i]
			entries := make([]cover.Entry, len(r.Entries))
			for to, from := range g.shuffle(len(r.Entries)) {
				entries[to] = r.Entries[from]
			}
			q.Rows = append(q.Rows, cover.Row{Need: r.Need, Priority: r.Priority, Entries: entries})
		}
		got := solve(t, q)
		for k, i := range got.Unmet {
			got.Unmet[k] = order[i]
		}
		slices.Sort(got.Unmet)
		require.Equal(t, want, got, "seed %d", seed)
	}
}

// complement is the first of the knapsack problems mknap1 of Beasley's OR-Library, asked the other way round: what
// is left at home must weigh, in each of ten dimensions, what the items weigh together above the capacity. The best
// knapsack is worth 3,800 of 6,800.
func complement() cover.Problem {
	var p cover.Problem
	for _, cost := range []int64{100, 600, 1200, 2400, 500, 2000} {
		p.Columns = append(p.Columns, cover.Column{Cost: cost})
	}
	for _, line := range [][]int64{
		{8, 12, 13, 64, 22, 41, 80}, {8, 12, 13, 75, 22, 41, 75}, {3, 6, 4, 18, 6, 4, 21}, {5, 10, 8, 32, 6, 12, 37},
		{5, 13, 8, 42, 6, 20, 50}, {5, 13, 8, 48, 6, 20, 52}, {0, 0, 0, 0, 8, 0, -2}, {3, 0, 4, 0, 8, 0, -3},
		{3, 2, 4, 0, 8, 4, -1}, {3, 2, 4, 8, 8, 4, 5},
	} {
		r := cover.Row{Need: line[6]}
		for j, points := range line[:6] {
			r.Entries = append(r.Entries, cover.Entry{Column: j, Points: points})
		}
		p.Rows = append(p.Rows, r)
	}
	return p
}

// triples is the Steiner triple covering problem stn9: a point of every line of the affine plane of order three.
func triples() cover.Problem {
	p := cover.Problem{Columns: make([]cover.Column, 9)}
	for j := range p.Columns {
		p.Columns[j].Cost = 1
	}
	for _, line := range []string{"234", "135", "126", "567", "468", "459", "189", "279", "378", "147", "258", "369"} {
		p.Rows = append(p.Rows, row(1, int(line[0]-'1'), int(line[1]-'1'), int(line[2]-'1')))
	}
	return p
}

func TestSolve_PublishedInstances(t *testing.T) {
	tests := []struct {
		name    string
		problem cover.Problem
		chosen  []int
		cost    int64
		others  int
	}{
		{"mknap1 no. 1, complement", complement(), []int{0, 3, 4}, 3000, 0},
		// What a cover leaves out is four points without a line; there are 9·8·6·3/4! such sets.
		{"stn9", triples(), []int{0, 1, 2, 3, 4}, 5, 53},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.problem.Others = 100
			s := solve(t, test.problem)
			want := cover.Solution{Chosen: test.chosen, Cost: test.cost, Bound: test.cost, Proven: true, Canonical: true,
				Nodes: s.Nodes, Others: test.others, Counted: true, Unmet: []int{}}
			assert.Equal(t, want, s)
		})
	}
}

func TestSolve_Rules(t *testing.T) {
	entry := func(column int, points int64) cover.Entry { return cover.Entry{Column: column, Points: points} }
	same := func(column int, points int64) cover.Entry {
		return cover.Entry{Column: column, Points: points, Group: 1}
	}
	tests := []struct {
		name    string
		problem cover.Problem
		chosen  []int
		unmet   []int
	}{
		{"nothing to do chooses nothing", cover.Problem{Columns: []cover.Column{{}, {Cost: 1}}}, []int{}, []int{}},
		{"of one group only the best counts", cover.Problem{
			Columns: []cover.Column{{Cost: 1}, {Cost: 1}, {Cost: 9}},
			Rows:    []cover.Row{{Need: 8, Entries: []cover.Entry{same(0, 4), same(1, 4), entry(2, 4)}}},
		}, []int{0, 2}, []int{}},
		{"a requirement is chosen too", cover.Problem{
			Columns: []cover.Column{{Cost: 1, Requires: []int{1}}, {Cost: 3}, {Cost: 5}},
			Rows:    []cover.Row{{Need: 1, Entries: []cover.Entry{entry(0, 1), entry(2, 1)}}},
		}, []int{0, 1}, []int{}},
		{"a cycle of requirements is all or none", cover.Problem{
			Columns: []cover.Column{{Cost: 1, Requires: []int{1}}, {Cost: 3, Requires: []int{0}}, {Cost: 3}},
			Rows:    []cover.Row{{Need: 1, Entries: []cover.Entry{entry(0, 1), entry(2, 1)}}},
		}, []int{2}, []int{}},
		{"a column that excludes what it requires is never chosen", cover.Problem{
			Columns: []cover.Column{{Requires: []int{1}}, {Excludes: []int{0}}},
			Rows:    []cover.Row{{Need: 1, Entries: []cover.Entry{entry(0, 1)}}},
		}, []int{}, []int{0}},
		{"of equal cost the fewest columns win", cover.Problem{
			Columns: []cover.Column{{Cost: 2}, {Cost: 2}, {Cost: 4}},
			Rows:    []cover.Row{{Need: 2, Entries: []cover.Entry{entry(0, 1), entry(1, 1), entry(2, 2)}}},
		}, []int{2}, []int{}},
		{"of equal cost and number the first list wins", cover.Problem{
			Columns: []cover.Column{{Cost: 2}, {Cost: 2}, {Cost: 2}},
			Rows:    []cover.Row{{Need: 2, Entries: []cover.Entry{entry(2, 1), entry(1, 1), entry(0, 1)}}},
		}, []int{0, 1}, []int{}},
		{"a row out of reach gets the most it can", cover.Problem{
			Columns: []cover.Column{{Cost: 7}, {Cost: 7}},
			Rows:    []cover.Row{{Need: 9, Entries: []cover.Entry{entry(0, 3), entry(1, 4)}}},
		}, []int{0, 1}, []int{0}},
		{"of two rows in conflict the higher priority keeps its need", cover.Problem{
			Columns: []cover.Column{{Cost: 1, Excludes: []int{1}}, {Cost: 9}},
			Rows: []cover.Row{{Need: 5, Entries: []cover.Entry{entry(0, 5)}},
				{Need: 2, Priority: 1, Entries: []cover.Entry{entry(1, 2)}}},
		}, []int{1}, []int{0}},
		{"in one priority a row that can be met goes before one that cannot", cover.Problem{
			Columns: []cover.Column{{Cost: 9, Excludes: []int{1}}, {Cost: 1}},
			Rows: []cover.Row{{Need: 5, Entries: []cover.Entry{entry(1, 4)}},
				{Need: 2, Entries: []cover.Entry{entry(0, 2)}}},
		}, []int{0}, []int{0}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := solve(t, test.problem)
			assert.Equal(t, test.chosen, s.Chosen)
			assert.Equal(t, test.unmet, s.Unmet)
			assert.True(t, s.Canonical)
		})
	}
}

func TestSolve_OneNodeStillAnswers(t *testing.T) {
	open := 0
	for seed := range 200 {
		p := small(seed)
		if seed%4 == 0 {
			p = scattered(seed, 40, 16)
		}
		best := solve(t, p)
		require.True(t, best.Canonical, "seed %d", seed)
		p.Nodes = 1
		s := solve(t, p)
		assert.LessOrEqual(t, s.Nodes, 1, "seed %d", seed)
		if s.Proven {
			assert.Equal(t, best.Cost, s.Cost, "seed %d", seed)
			assert.Equal(t, best.Unmet, s.Unmet, "seed %d", seed)
			continue
		}
		open++
		assert.False(t, s.Canonical)
		if slices.Equal(best.Unmet, s.Unmet) && len(s.Unmet) == 0 {
			assert.LessOrEqual(t, s.Bound, best.Cost, "seed %d", seed)
			assert.GreaterOrEqual(t, s.Cost, best.Cost, "seed %d", seed)
		}
	}
	assert.Positive(t, open, "one node must be too few for some")
}

func TestSolve_StructuredInstancesAreProven(t *testing.T) {
	for seed := range 4 {
		s := solve(t, structured(seed, shape{activities: 8, threats: 2, standing: 30, own: 15}))
		assert.True(t, s.Canonical, "seed %d", seed)
		assert.Positive(t, s.Cost)
	}
}

func TestSolve_PartsAreSolvedApart(t *testing.T) {
	var p cover.Problem
	cost, nodes := int64(0), 0
	for seed := range 3 {
		q := scattered(seed, 30, 12)
		s := solve(t, q)
		cost, nodes = cost+s.Cost, nodes+s.Nodes
		base := len(p.Columns)
		shift := func(list []int) []int {
			var shifted []int
			for _, j := range list {
				shifted = append(shifted, base+j)
			}
			return shifted
		}
		for _, c := range q.Columns {
			p.Columns = append(p.Columns, cover.Column{Cost: c.Cost, Requires: shift(c.Requires), Excludes: shift(c.Excludes)})
		}
		for _, r := range q.Rows {
			entries := slices.Clone(r.Entries)
			for k := range entries {
				entries[k].Column += base
			}
			p.Rows = append(p.Rows, cover.Row{Need: r.Need, Entries: entries})
		}
	}
	s := solve(t, p)
	assert.Equal(t, cost, s.Cost)
	assert.LessOrEqual(t, s.Nodes, 2*nodes, "nodes add up and do not multiply")
}

func TestSolve_LeavesTheProblemAlone(t *testing.T) {
	p := scattered(3, 40, 16)
	solve(t, p)
	assert.Equal(t, scattered(3, 40, 16), p)
}

func TestSolve_RefusesMalformedProblems(t *testing.T) {
	column := cover.Column{Cost: 1}
	tests := map[string]cover.Problem{
		"negative cost":         {Columns: []cover.Column{{Cost: -1}}},
		"cost too large":        {Columns: []cover.Column{{Cost: cover.MaxNumber + 1}}},
		"requirement unknown":   {Columns: []cover.Column{{Requires: []int{1}}}},
		"exclusion unknown":     {Columns: []cover.Column{{Excludes: []int{-1}}}},
		"entry column unknown":  {Columns: []cover.Column{column}, Rows: []cover.Row{{Entries: []cover.Entry{{Column: 1}}}}},
		"negative points":       {Columns: []cover.Column{column}, Rows: []cover.Row{{Entries: []cover.Entry{{Points: -1}}}}},
		"negative group":        {Columns: []cover.Column{column}, Rows: []cover.Row{{Entries: []cover.Entry{{Group: -1}}}}},
		"need out of range":     {Rows: []cover.Row{{Need: cover.MaxNumber + 1}}},
		"negative nodes":        {Nodes: -1},
		"negative others":       {Others: -1},
		"too many others":       {Others: cover.MaxNumber + 1},
		"too many columns":      {Columns: make([]cover.Column, cover.MaxColumns+1)},
		"too many rows":         {Rows: make([]cover.Row, cover.MaxRows+1)},
		"too many entries":      {Columns: []cover.Column{column}, Rows: []cover.Row{{Entries: make([]cover.Entry, cover.MaxEntries+1)}}},
		"too many requirements": {Columns: []cover.Column{{Requires: make([]int, cover.MaxEntries+1)}}},
	}
	for name, p := range tests {
		t.Run(name, func(t *testing.T) {
			s, err := cover.Solve(p)
			require.Error(t, err)
			assert.Zero(t, s)
		})
	}
	_, err := cover.Solve(cover.Problem{Columns: []cover.Column{{Cost: -1}, {Requires: []int{7}}}})
	joined, ok := err.(interface{ Unwrap() []error })
	require.True(t, ok)
	assert.Len(t, joined.Unwrap(), 2, "all faults at once")
}

func TestSolve_ExtremeNumbersStayExact(t *testing.T) {
	p := cover.Problem{}
	for j := range 12 {
		p.Columns = append(p.Columns, cover.Column{Cost: cover.MaxNumber - int64(j)})
	}
	for i := range 6 {
		row := cover.Row{Need: cover.MaxNumber}
		for j := range 12 {
			row.Entries = append(row.Entries, cover.Entry{Column: j, Points: cover.MaxNumber/3 - int64(i*j%5) + 1, Group: j % 3})
		}
		p.Rows = append(p.Rows, row)
	}
	got := solve(t, p)
	chosen, cost, unmet := enumerate(p).answer()
	assert.Equal(t, chosen, got.Chosen)
	assert.Equal(t, cost, got.Cost)
	assert.Equal(t, unmet, got.Unmet)
}
