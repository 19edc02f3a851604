package plan

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/cover"
)

// solve puts rows and columns before the solver and marks what it chose.
func (c *composition) solve() error {
	c.columns = c.wanted()
	problem := cover.Problem{Nodes: c.brief.Nodes, Others: c.count}
	index := map[*column]int{}
	for _, k := range c.columns {
		if k.available() {
			index[k] = len(problem.Columns)
			problem.Columns = append(problem.Columns, cover.Column{Cost: k.burden()})
		}
	}
	groups := c.groupNumbers()
	for _, k := range c.columns {
		if i, in := index[k]; in {
			c.link(&problem, index, k, i)
		}
	}
	for _, r := range c.rows {
		problem.Rows = append(problem.Rows, coverRow(r, index, groups))
	}
	keep(&problem, c.columns, index)
	solution, err := cover.Solve(problem)
	if err != nil {
		var f rapport.Faults
		f.Coded("", codeEntry(CodeTooLarge))
		return f.Err()
	}
	for _, k := range c.columns {
		i, in := index[k]
		k.chosen = in && slices.Contains(solution.Chosen, i)
	}
	c.cost, c.bound, c.proven, c.nodes = solution.Cost, solution.Bound, solution.Proven, c.nodes+solution.Nodes
	c.others, c.counted = solution.Others, solution.Counted
	for _, k := range c.columns {
		if k.chosen && k.measure.LastResort { // the step decides, it is no burden
			c.cost, c.bound = c.cost-resortStep, max(0, c.bound-resortStep)
		}
	}
	return nil
}

// choose solves, and where something that safety asks for is not reached, solves once more with what is a
// last resort.
func (c *composition) choose() error {
	if err := c.build(); err != nil {
		return err
	}
	lacks := keepEach(c.rows, (*row).short)
	resort := slices.ContainsFunc(c.table().measures, func(m MeasureEntry) bool { return m.LastResort })
	if len(lacks) == 0 || !resort {
		return nil
	}
	before := *c
	c.resort = true
	if err := c.build(); err != nil {
		return err
	}
	for {
		idle := keepEach(c.columns, c.idle)
		if len(idle) == 0 {
			break
		}
		for _, k := range idle {
			k.usable = false
		}
		c.settleLooks()
		if err := c.solve(); err != nil {
			return err
		}
	}
	if slices.ContainsFunc(c.columns, func(k *column) bool { return k.chosen && k.measure.LastResort }) {
		return nil
	}
	before.remember(c.rows)
	before.nodes = c.nodes
	*c = before
	c.settleLooks()
	return nil
}

// remember notes at what is not reached which last resorts were tried for it and may not be chosen, so that the
// plan says what stands against them.
func (c *composition) remember(tried []*row) {
	for _, r := range keepEach(c.rows, (*row).short) {
		i := slices.IndexFunc(tried, func(o *row) bool { return o.ID == r.ID })
		r.gifts = append(r.gifts, keepEach(tried[i].gifts, func(g gift) bool {
			return g.from.measure.LastResort && len(c.standsAgainst(g.from, 0)) > 0
		})...)
	}
}

// build offers the columns, asks the rows of them and solves.
func (c *composition) build() error {
	c.columns, c.rows = nil, nil
	c.offer()
	c.demand()
	c.settleLooks()
	return c.solve()
}

// idle says whether a last resort was chosen that brings no row about safety to what it asks for.
func (c *composition) idle(k *column) bool {
	if !k.chosen || !k.measure.LastResort {
		return false
	}
	gone := c.without(k)
	return !slices.ContainsFunc(c.rows, func(r *row) bool {
		return r.priority >= priorityWhere && !r.short() && r.count(func(o *column) bool { return o.chosen && !slices.Contains(gone, o) }) < r.demanded()
	})
}

// wanted lists the columns that give to some row or are in force, with all that these require, however
// far.
func (c *composition) wanted() []*column {
	var list []*column
	for _, k := range c.columns {
		if k.carries || len(k.inForce) > 0 {
			list = append(list, k)
		}
	}
	for i := 0; i < len(list); i++ {
		for _, n := range list[i].needs {
			if !slices.Contains(list, n) {
				list = append(list, n)
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(c.columns), func(k *column) bool { return !slices.Contains(list, k) })
}

// link writes requirements and exclusions; what is available has all it requires.
func (c *composition) link(p *cover.Problem, index map[*column]int, k *column, i int) {
	column := &p.Columns[i]
	for _, n := range k.needs {
		column.Requires = append(column.Requires, index[n])
	}
	for _, o := range c.columns {
		j, in := index[o]
		if in && slices.Contains(k.measure.Excludes, o.measure.ID) && slices.ContainsFunc(o.cells, k.works) {
			column.Excludes = append(column.Excludes, j)
		}
	}
}

func (c *composition) groupNumbers() map[Group]int {
	numbers := map[Group]int{}
	for i, g := range c.table().groups {
		numbers[g.ID] = i + 1
	}
	return numbers
}

func coverRow(r *row, index map[*column]int, groups map[Group]int) cover.Row {
	row := cover.Row{Need: int64(r.demanded()), Priority: r.priority}
	for _, g := range r.gifts {
		i, in := index[g.from]
		if !in {
			continue
		}
		entry := cover.Entry{Column: i, Points: int64(g.points)}
		if r.grouped {
			entry.Group = groups[g.from.measure.Group]
		}
		row.Entries = append(row.Entries, entry)
	}
	return row
}

// keep makes what is in force and not minded cost a step of change to take away: for each entry there is a
// column that stands for taking it away, and a row that asks for that or for one of the entry's columns.
func keep(p *cover.Problem, columns []*column, index map[*column]int) {
	rows := map[rapport.ID]int{}
	for _, k := range columns {
		i, in := index[k]
		if !in || !k.settled() || !k.carries {
			continue
		}
		at, seen := rows[k.entryID()]
		if !seen {
			at = len(p.Rows)
			rows[k.entryID()] = at
			p.Rows = append(p.Rows, cover.Row{Need: 1, Entries: []cover.Entry{{Column: len(p.Columns), Points: 1}}})
			p.Columns = append(p.Columns, cover.Column{Cost: changeStep})
		}
		p.Rows[at].Entries = append(p.Rows[at].Entries, cover.Entry{Column: i, Points: 1})
	}
}
