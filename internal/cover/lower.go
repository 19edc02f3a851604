package cover

import (
	"cmp"
	"slices"
)

// lower brings down the needs of the rows that cannot be met, as the package comment says, and returns a
// permitted selection that meets the needs as they are then. It returns false when the nodes ran out before
// every need was settled; needs may then be lower than they had to be.
func (g *ground) lower(nodes *budget) (start []bool, settled bool) {
	if start = g.meet(g.rows); start != nil {
		return start, true
	}
	order, settled := g.lowerAlone(nodes)
	if start = g.meet(g.rows); start != nil {
		return start, settled
	}
	start = make([]bool, len(g.cost))
	var held []row
	for _, i := range order {
		r := &g.rows[i]
		chosen, ok := g.reach(held, *r, start, nodes)
		r.need = min(r.need, r.points(chosen))
		held = append(held, *r)
		start, settled = chosen, settled && ok
	}
	return start, settled
}

// lowerAlone brings every need down to what can be reached for the row alone, and returns the order in which the
// rows have their turn.
func (g *ground) lowerAlone(nodes *budget) (order []int, settled bool) {
	settled = true
	nothing := make([]bool, len(g.cost))
	for i := range g.rows {
		r := &g.rows[i]
		chosen, ok := g.reach(nil, *r, nothing, nodes)
		r.need = min(r.need, r.points(chosen))
		order = append(order, i)
		settled = settled && ok
	}
	short := func(i int) int { return int(min(1, g.asked[i]-g.rows[i].need)) }
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(g.rank[b], g.rank[a]), cmp.Compare(short(a), short(b)))
	})
	return order, settled
}

// meet tries to find a permitted selection that meets the rows, without search; nil proves nothing.
func (g *ground) meet(rows []row) []bool {
	b := newBuilder(g.model(g.cost, rows...))
	if !b.build(g.state, nil) {
		return nil
	}
	return b.chosen
}

// reach returns a permitted selection that meets the rows held and gives r its need or, where that cannot be,
// the most it can get. start is a permitted selection that meets the rows held. It returns false when the nodes ran out.
func (g *ground) reach(held []row, r row, start []bool, nodes *budget) (chosen []bool, settled bool) {
	gap := r.need - r.points(start)
	if gap <= 0 {
		return start, true
	}
	if chosen := g.meet(append(slices.Clip(held), r)); chosen != nil {
		return chosen, true
	}
	// What r lacks becomes columns of its own, one for each binary digit, and their sum the cost.
	n := len(g.cost)
	cost, state, l := make([]int64, n), slices.Clone(g.state), newLinks(n)
	copy(l.needs, g.needs)
	copy(l.users, g.users)
	copy(l.bans, g.bans)
	r.loose = slices.Clone(r.loose)
	for digit := int64(1); digit <= gap; digit *= 2 {
		r.loose = append(r.loose, entry{len(cost), digit})
		cost, state = append(cost, digit), append(state, free)
		l.needs, l.users, l.bans = append(l.needs, nil), append(l.users, nil), append(l.bans, nil)
	}
	d, _ := newModel(cost, append(slices.Clip(held), r), l).split(state)
	for _, p := range d.parts() {
		if p.cols[len(p.cols)-1] < n {
			continue // start meets the rows of this part
		}
		s := newSearch(p.model, nodes, gap)
		s.run()
		if s.found == nil {
			return start, s.open == none
		}
		chosen = slices.Clone(start)
		for i, j := range p.cols {
			if j < n {
				chosen[j] = s.found[i]
			}
		}
		return chosen, s.open == none
	}
	return start, true
}
