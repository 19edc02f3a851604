package cover

import (
	"cmp"
	"slices"
)

// ground is a problem made ready: faultless, without columns that can never be chosen, rows in the order
// in which their needs are lowered.
type ground struct {
	links
	cost   []int64
	state  []int8 // out for columns that contradict themselves, free for the others
	rows   []row
	origin []int   // of each row, its index in the problem
	rank   []int   // of each row, its priority
	asked  []int64 // of each row, its need before it was lowered
}

func newGround(p Problem) *ground {
	n := len(p.Columns)
	g := &ground{links: newLinks(n), cost: make([]int64, n), state: make([]int8, n)}
	for j, c := range p.Columns {
		g.cost[j] = c.Cost
		for _, q := range c.Requires {
			g.require(j, q)
		}
		for _, q := range c.Excludes {
			g.exclude(j, q)
		}
	}
	for j := range g.state {
		if g.state[j] = free; !g.usable(j) {
			g.state[j] = out
		}
	}
	entries := make([][]Entry, len(p.Rows))
	for i, r := range p.Rows {
		entries[i] = slices.SortedFunc(slices.Values(r.Entries), compareEntries)
		g.origin = append(g.origin, i)
	}
	slices.SortStableFunc(g.origin, func(a, b int) int {
		return cmp.Or(
			cmp.Compare(p.Rows[b].Priority, p.Rows[a].Priority),
			cmp.Compare(p.Rows[b].Need, p.Rows[a].Need),
			slices.CompareFunc(entries[a], entries[b], compareEntries),
		)
	})
	for _, i := range g.origin {
		g.rows = append(g.rows, g.row(p.Rows[i].Need, entries[i]))
		g.rank = append(g.rank, p.Rows[i].Priority)
		g.asked = append(g.asked, p.Rows[i].Need)
	}
	return g
}

func compareEntries(a, b Entry) int {
	return cmp.Or(cmp.Compare(a.Column, b.Column), cmp.Compare(a.Points, b.Points), cmp.Compare(a.Group, b.Group))
}

// usable says whether a column and all it requires, however far, exclude one another nowhere.
func (g *ground) usable(column int) bool {
	all := []int{column}
	for i := 0; i < len(all); i++ {
		for _, q := range g.needs[all[i]] {
			if !slices.Contains(all, q) {
				all = append(all, q)
			}
		}
	}
	for _, j := range all {
		for _, q := range g.bans[j] {
			if slices.Contains(all, q) {
				return false
			}
		}
	}
	return true
}

// row sorts the entries of usable columns into groups.
func (g *ground) row(need int64, entries []Entry) row {
	r := row{need: need}
	index := map[int]int{}
	for _, e := range entries {
		if g.state[e.Column] == out {
			continue
		}
		plain := entry{e.Column, e.Points}
		if e.Group == 0 {
			r.loose = append(r.loose, plain)
			continue
		}
		k, ok := index[e.Group]
		if !ok {
			k = len(r.groups)
			index[e.Group] = k
			r.groups = append(r.groups, nil)
		}
		r.groups[k] = append(r.groups[k], plain)
	}
	for _, group := range r.groups {
		slices.SortFunc(group, byPoints)
	}
	return r
}

// model is the problem with the rows given.
func (g *ground) model(cost []int64, rows ...row) *model { return newModel(cost, rows, g.links) }
