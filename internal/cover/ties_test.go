package cover_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport/internal/cover"
)

// tied draws an instance of up to 14 columns in which selections of the same cost abound: many columns cost
// nothing, points are nearly equal, and rows keep to one of up to three parts, which the first column may join.
func tied(seed int) cover.Problem {
	g := generator(seed*6151 + 29)
	g.below(2)
	parts, size := g.between(1, 3), g.between(2, 4)
	n := parts*size + g.below(3)
	dearest, linked, joined := g.between(0, 3), g.below(25), g.below(60)
	p := cover.Problem{Columns: make([]cover.Column, n)}
	for j := range p.Columns {
		c := &p.Columns[j]
		c.Cost = int64(g.between(0, dearest))
		for g.chance(linked) {
			c.Requires = append(c.Requires, g.below(n))
		}
		for g.chance(linked) {
			c.Excludes = append(c.Excludes, g.below(n))
		}
	}
	for range g.between(1, 6) {
		r := cover.Row{Priority: g.below(2)}
		base, groups, total := size*g.below(parts), g.below(3), 0
		for range g.between(2, 7) {
			e := cover.Entry{Column: base + g.below(size), Points: int64(g.between(1, 3)), Group: g.below(groups + 1)}
			r.Entries = append(r.Entries, e)
			total += int(e.Points)
		}
		if g.chance(joined) {
			r.Entries = append(r.Entries, cover.Entry{Points: 2})
		}
		r.Need = int64(total * g.between(10, 80) / 100)
		p.Rows = append(p.Rows, r)
	}
	return p
}

func TestSolve_CountsOthersAsEnumerationDoes(t *testing.T) {
	const instances = 2000
	for _, test := range []struct {
		name        string
		draw        func(int) cover.Problem
		rich, short int // of the instances, how many at least have others, also where rows cannot be met
	}{{"small", small, 100, 10}, {"tied", tied, 400, 40}} {
		t.Run(test.name, func(t *testing.T) {
			rich, short := 0, 0
			for seed := range instances {
				p := test.draw(seed)
				want := solve(t, p)
				p.Others = 1 << 16
				got := solve(t, p)
				want.Others, want.Counted, want.Nodes = enumerate(p).ties()-1, true, got.Nodes
				require.Equal(t, want, got, "seed %d", seed)
				if want.Others > 0 {
					rich++
				}
				if want.Others > 0 && len(want.Unmet) > 0 {
					short++
				}
			}
			t.Logf("%d have others, %d of these rows that cannot be met", rich, short)
			assert.Greater(t, rich, test.rich)
			assert.Greater(t, short, test.short)
		})
	}
}

// row makes a row of entries that give one point each.
func row(need int64, columns ...int) cover.Row {
	r := cover.Row{Need: need}
	for _, j := range columns {
		r.Entries = append(r.Entries, cover.Entry{Column: j, Points: 1})
	}
	return r
}

func TestSolve_Others(t *testing.T) {
	group := func(need int64, columns ...int) cover.Row {
		r := row(need, columns...)
		for k := range r.Entries {
			r.Entries[k].Group = 1
		}
		return r
	}
	tests := []struct {
		name    string
		columns []cover.Column
		rows    []cover.Row
		others  int
	}{
		{"nothing to do has no other", []cover.Column{{}, {}}, nil, 0},
		{"columns that cost nothing and that no row wants multiply nothing",
			[]cover.Column{{Cost: 1}, {Cost: 1}, {}, {}}, []cover.Row{row(1, 0, 1)}, 1},
		{"columns that cost nothing are not added to what suffices",
			[]cover.Column{{Cost: 1}, {}, {}}, []cover.Row{row(1, 0), row(1, 0, 1, 2)}, 0},
		{"columns that cost nothing and stand in for one another are others",
			[]cover.Column{{Cost: 5}, {}, {}, {}}, []cover.Row{row(2, 0, 1, 2, 3)}, 2},
		{"one column is no part of two that do the same",
			[]cover.Column{{}, {}, {}}, []cover.Row{row(1, 0, 1), row(1, 0, 2)}, 1},
		{"a column that costs nothing is not left over when another requires it",
			[]cover.Column{{Cost: 1, Requires: []int{1}}, {}, {Cost: 1}}, []cover.Row{row(1, 0, 2)}, 1},
		{"a requirement and what requires it are left out together",
			[]cover.Column{{Requires: []int{1}}, {Requires: []int{0}}, {}}, []cover.Row{row(1, 2), row(1, 0, 1, 2)}, 0},
		{"another number of columns is another selection",
			[]cover.Column{{Cost: 2}, {Cost: 1}, {Cost: 1}}, []cover.Row{row(1, 0, 1), row(1, 0, 2)}, 1},
		{"an exclusion takes others away",
			[]cover.Column{{Cost: 1, Excludes: []int{2}}, {Cost: 1}, {Cost: 1}, {Cost: 1}},
			[]cover.Row{row(1, 0, 1), row(1, 2, 3)}, 2},
		{"in a group two do no more than one",
			[]cover.Column{{}, {}, {}}, []cover.Row{group(1, 0, 1, 2)}, 2},
		{"a row that cannot be met asks of the others what it got",
			[]cover.Column{{Cost: 1, Excludes: []int{1}}, {Cost: 1}, {Cost: 1}}, []cover.Row{row(3, 0, 1, 2)}, 1},
		{"parts that nothing joins multiply",
			[]cover.Column{{Cost: 1}, {Cost: 1}, {Cost: 2}, {Cost: 2}, {Cost: 2}, {}, {}},
			[]cover.Row{row(1, 0, 1), row(1, 2, 3, 4), row(1, 5, 6)}, 2*3*2 - 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := solve(t, cover.Problem{Columns: test.columns, Rows: test.rows, Others: 100})
			assert.Equal(t, test.others, s.Others)
			assert.True(t, s.Counted)
		})
	}
}

// pairs is a problem of parts in each of which either of two columns does.
func pairs(parts int) cover.Problem {
	p := cover.Problem{Columns: make([]cover.Column, 2*parts)}
	for i := range parts {
		p.Columns[2*i].Cost, p.Columns[2*i+1].Cost = 3, 3
		p.Rows = append(p.Rows, row(1, 2*i, 2*i+1))
	}
	return p
}

func TestSolve_OthersEndAtTheNumberToCount(t *testing.T) {
	p := pairs(3)
	for _, test := range []struct {
		most, others int
		counted      bool
	}{{0, 0, false}, {1, 1, false}, {6, 6, false}, {7, 7, true}, {8, 7, true}, {cover.MaxNumber, 7, true}} {
		p.Others = test.most
		s := solve(t, p)
		assert.Equal(t, test.others, s.Others, "at most %d", test.most)
		assert.Equal(t, test.counted, s.Counted, "at most %d", test.most)
	}
	p = pairs(300)
	for _, most := range []int{5, cover.MaxNumber} {
		p.Others = most
		s := solve(t, p)
		assert.Equal(t, most, s.Others, "2^300 do not overflow")
		assert.False(t, s.Counted)
	}
}

func TestSolve_OthersWhenNodesRunOut(t *testing.T) {
	atLeast := 0
	for seed := range 150 {
		p := tied(seed)
		if seed%50 == 1 {
			p = scattered(seed, 60, 25)
		}
		want := solve(t, p)
		p.Others = 1000
		all := solve(t, p)
		require.True(t, all.Counted, "seed %d", seed)
		for nodes := max(1, want.Nodes); nodes <= all.Nodes; nodes++ {
			p.Nodes = nodes
			got := solve(t, p)
			assert.LessOrEqual(t, got.Nodes, nodes)
			assert.LessOrEqual(t, got.Others, all.Others, "seed %d, nodes %d", seed, nodes)
			if got.Counted {
				assert.Equal(t, all.Others, got.Others, "seed %d, nodes %d", seed, nodes)
			} else if got.Others > 0 {
				atLeast++
			}
			assert.Equal(t, nodes >= all.Nodes, got.Counted, "seed %d, nodes %d", seed, nodes)
			want.Others, want.Counted, want.Nodes = got.Others, got.Counted, got.Nodes
			assert.Equal(t, want, got, "the answer is the same; seed %d, nodes %d", seed, nodes)
		}
	}
	assert.Positive(t, atLeast, "a count cut short must still say how many there are at least")
}

func TestSolve_CountingTakesNoMoreThanItsShare(t *testing.T) {
	// Choosing 12 of 24 columns that cost nothing: 2,704,156 ways in a single part.
	p := cover.Problem{Columns: make([]cover.Column, 24), Rows: []cover.Row{{Need: 12}}, Nodes: 50_000}
	for j := range p.Columns {
		p.Rows[0].Entries = append(p.Rows[0].Entries, cover.Entry{Column: j, Points: 1})
	}
	answer := solve(t, p)
	for _, most := range []int{1, 20, 300} {
		p.Others = most
		s := solve(t, p)
		assert.Equal(t, most, s.Others)
		assert.False(t, s.Counted)
		assert.LessOrEqual(t, s.Nodes, 2*answer.Nodes+100+10*most)
	}
}
