package plan

import (
	"cmp"
	"slices"
)

// settleLooks finds, cell by cell, the first rungs at which everything that can be reached inside the
// bounds is reached.
func (c *composition) settleLooks() {
	for _, x := range c.cells { // what was found for other columns says nothing here
		x.near.step, x.place.step = 0, 0
	}
	for _, x := range c.cells {
		rows := c.rowsAt(x)
		steps := stepsOf(x)
		x.near.step, x.place.step = len(x.near.up)-1, len(x.place.up)-1
		most := potentials(rows)
		for _, s := range steps {
			x.near.step, x.place.step = s.near, s.place
			if slices.Equal(potentials(rows), most) {
				break
			}
		}
	}
}

type step struct{ near, place int }

// stepsOf lists the pairs of rungs of a cell: fewer steps up first, near the person last.
func stepsOf(x *cell) []step {
	var list []step
	for near := range x.near.up {
		for place := range x.place.up {
			list = append(list, step{near, place})
		}
	}
	slices.SortFunc(list, func(a, b step) int {
		return cmp.Or(cmp.Compare(a.near+a.place, b.near+b.place), cmp.Compare(a.near, b.near))
	})
	return list
}

// rowsAt lists the rows of a cell, and those of its subject that mean no activity in particular.
func (c *composition) rowsAt(x *cell) []*row {
	return keepEach(c.rows, func(r *row) bool { return r.cell == x || r.cell == nil && r.subject == x.subject })
}

// potentials returns, for each row, how far everything that is available would take it, up to its need.
func potentials(rows []*row) []int {
	list := make([]int, len(rows))
	for i, r := range rows {
		list[i] = min(r.demanded(), r.count((*column).available))
	}
	return list
}

// count adds up what the columns that are in give to the row: of a group the best, where the row is
// grouped. It is the only count that a plan's rows rest on, and knows nothing of the solver.
func (r *row) count(in func(*column) bool) int {
	sum := 0
	best := map[Group]int{}
	for _, g := range r.gifts {
		if !in(g.from) {
			continue
		}
		group := g.from.measure.Group
		if !r.grouped {
			sum += g.points
		} else if more := g.points - best[group]; more > 0 {
			best[group] = g.points
			sum += more
		}
	}
	return sum
}

// counting lists what counts in the row of what was chosen, in the order of columns: where the row is
// grouped, the best of each group, the first among equals.
func (r *row) counting() []gift {
	var list []gift
	for _, g := range r.gifts {
		if !g.from.chosen {
			continue
		}
		i := slices.IndexFunc(list, func(o gift) bool { return r.grouped && o.from.measure.Group == g.from.measure.Group })
		switch {
		case i < 0:
			list = append(list, g)
		case g.points > list[i].points:
			list[i] = g
		}
	}
	return list
}
