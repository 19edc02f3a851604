package cover

import "slices"

// counter counts the selections of one model that have the least total and are lean: no permitted selection that
// meets every row is a proper part of them. It searches like its search, but takes all selections of one total
// instead of looking for a better one, so nothing is cut off but what cannot be counted.
//
// A selection is lean when no chosen column can be left out together with everything that requires it. With
// the least total, nothing that costs can be left out, so only columns that cost nothing have to be looked at.
type counter struct {
	*search
	most int64 // counting ends here
	sum  int64 // lean selections found
}

// others returns how many lean selections beside the one chosen cost the same, up to limit, and whether that is
// all of them. chosen must be a selection of least cost.
func (g *ground) others(chosen []bool, limit int, nodes *budget) (others int, all bool) {
	most := int64(limit) + 2 // this selection, those to count, and one to tell that there are more
	product, all := int64(1), true
	d, _ := g.model(g.cost, g.rows...).split(g.state)
	for _, p := range d.parts() {
		n, ok := p.count(p.total(p.restrict(chosen)), most, nodes)
		product, all = min(product*n, most), all && ok
	}
	return int(min(product-1, most-2)), all && product < most
}

// count returns how many lean selections of a part have the least total, at most most and at least one, and whether
// the search for them came to its end.
func (p *part) count(least, most int64, nodes *budget) (sum int64, ended bool) {
	c := &counter{search: newSearch(p.model, nodes, least+1), most: most}
	c.counting = true
	if c.budget.take() {
		c.visit(0, c.tighten(c.levels[0], rootRounds))
	} else {
		c.open = 0
	}
	return max(1, c.sum), c.open == none
}

// visit counts below a node whose relaxation has been tightened. The parts of a node multiply only when nothing
// settled can turn out to be left over, whatever is chosen in them.
func (c *counter) visit(depth int, bound int64) {
	t := c.levels[depth]
	if bound >= c.limit || c.spare(t.state) {
		return
	}
	d, ok := c.split(t.state)
	switch {
	case !ok:
	case len(d.cols) == 0:
		c.tally(t.state)
	case d.worthwhile() && c.sure(t.state):
		c.multiply(t, d.parts(), bound)
	default:
		c.divide(depth, d.cols, bound)
	}
}

// tally counts the columns settled in as one selection.
func (c *counter) tally(state []int8) {
	for j, s := range state {
		c.chosen[j] = s == in
	}
	if c.total(c.chosen) < c.limit && c.accepts(c.chosen) {
		c.sum++
	}
}

// multiply counts the parts of a node one by one.
func (c *counter) multiply(t *tableau, parts []part, bound int64) {
	subs := c.apart(t, parts, bound)
	if c.open != none {
		return // some least total is not known
	}
	if subs == nil {
		return
	}
	product := int64(1)
	for k, sub := range subs {
		n, ok := parts[k].count(sub.least, c.most, c.budget)
		if product = min(product*n, c.most); !ok {
			c.open = 0
		}
	}
	c.sum = min(c.sum+product, c.most)
}

// divide settles one column either way.
func (c *counter) divide(depth int, wanted [][]int, bound int64) {
	t := c.levels[depth]
	column := c.next(t, wanted)
	mark := len(c.pool.cuts)
	for _, value := range [2]int8{in, out} {
		if c.sum >= c.most {
			return
		}
		if !c.budget.take() {
			c.open = 0
			return
		}
		child := c.child(depth)
		child.copyFrom(t)
		if c.settle(child, column, value) {
			c.visit(depth+1, max(bound, c.tighten(child, nodeRounds)))
		}
		c.pool.cuts = c.pool.cuts[:mark]
	}
}

// next chooses the column to settle among those that some open row wants. Columns that cost nothing come last:
// by then the rows that still want them are known.
func (c *counter) next(t *tableau, wanted [][]int) int {
	t.values(c.x)
	next, top := -1, -1.0
	for _, cols := range wanted {
		for _, j := range cols {
			score := -0.5
			if c.cost[j] > 0 {
				score = c.urgency(j)
			}
			if score > top {
				next, top = j, score
			}
		}
	}
	return next
}

// spare says whether some column settled in can be left out of every selection of the node: without it and all that
// requires it or may yet be chosen and do so, the other columns settled in meet every row these give points to.
func (c *counter) spare(state []int8) bool {
	for j, s := range state {
		if s == in && c.cost[j] == 0 && c.idle(j, state) {
			return true
		}
	}
	return false
}

func (c *counter) idle(column int, state []int8) bool {
	for j, s := range state {
		c.chosen[j] = s == in
	}
	above := []int{column} // and what requires it, however far
	for i := 0; i < len(above); i++ {
		c.chosen[above[i]] = false
		for _, q := range c.users[above[i]] {
			if state[q] != out && !slices.Contains(above, q) {
				above = append(above, q)
			}
		}
	}
	for _, j := range above {
		for _, p := range c.at[j] {
			if r := &c.rows[p.row]; r.points(c.chosen) < r.need {
				return false
			}
		}
	}
	return true
}

// sure says that no column settled in can be left out of any selection of the node that has the least total: it
// costs something, some row cannot be met without it, or a column of which this is so requires it.
func (c *counter) sure(state []int8) bool {
	sure := make([]bool, len(state))
	var mark func(column int)
	mark = func(column int) {
		if !sure[column] {
			sure[column] = true
			for _, q := range c.needs[column] {
				mark(q)
			}
		}
	}
	for j, s := range state {
		if s == in && (c.cost[j] > 0 || c.vital(j, state)) {
			mark(j)
		}
	}
	for j, s := range state {
		if s == in && !sure[j] {
			return false
		}
	}
	return true
}

// vital says whether some row cannot be met without the column.
func (c *counter) vital(column int, state []int8) bool {
	for j, s := range state {
		c.chosen[j] = s != out && j != column
	}
	for _, p := range c.at[column] {
		if r := &c.rows[p.row]; r.points(c.chosen) < r.need {
			return true
		}
	}
	return false
}
