package cover

// part is a share of a model that nothing joins with the rest; cols maps its columns to the model's.
type part struct {
	*model
	cols []int
}

// division is what is left of a model when some columns are settled, before its parts are built.
type division struct {
	*model
	state  []int8
	rest   []row
	cols   [][]int // by part, its columns
	index  []int   // by column, its place in its part
	number []int   // by root in join, its part
	join   forest
}

// split finds one part for each set of free columns joined by rows still short of their need, by requirements
// or by exclusions. Columns that no open row wants are left out; they stay unchosen. ok is false when a
// row can no longer be met because no free column gives it anything.
func (m *model) split(state []int8) (d division, ok bool) {
	rest := make([]row, len(m.rows))
	join := newForest(len(m.cost))
	for i := range m.rows {
		rest[i] = m.rows[i].residual(state)
		if rest[i].need <= 0 {
			continue
		}
		first := -1
		rest[i].each(func(e entry) {
			if first < 0 {
				first = e.col
			}
			join.unite(first, e.col)
		})
		if first < 0 {
			return division{}, false
		}
	}
	for j, s := range state {
		if s != free {
			continue
		}
		for _, q := range m.needs[j] {
			if state[q] == free {
				join.unite(j, q)
			}
		}
		for _, q := range m.bans[j] {
			if state[q] == free {
				join.unite(j, q)
			}
		}
	}
	return m.gather(state, rest, join), true
}

// gather lists the columns of the parts in the order of their first column.
func (m *model) gather(state []int8, rest []row, join forest) division {
	wanted := make([]bool, len(m.cost))
	for _, r := range rest {
		if r.need > 0 {
			r.each(func(e entry) { wanted[join.root(e.col)] = true })
		}
	}
	index, number := make([]int, len(m.cost)), make([]int, len(m.cost))
	var cols [][]int
	for j, s := range state {
		root := join.root(j)
		if s != free || !wanted[root] {
			continue
		}
		if root == j {
			number[root] = len(cols)
			cols = append(cols, nil)
		}
		k := number[root]
		index[j] = len(cols[k])
		cols[k] = append(cols[k], j)
	}
	return division{m, state, rest, cols, index, number, join}
}

// parts builds the parts. It takes the division apart and can be called once, before the state changes.
func (d *division) parts() []part {
	rows := make([][]row, len(d.cols))
	for _, r := range d.rest {
		if r.need <= 0 {
			continue
		}
		k := -1
		r.each(func(e entry) { k = d.number[d.join.root(e.col)] })
		rows[k] = append(rows[k], r.renamed(d.index))
	}
	parts := make([]part, len(d.cols))
	for k, list := range d.cols {
		cost, l := make([]int64, len(list)), newLinks(len(list))
		for i, j := range list {
			cost[i] = d.cost[j]
			for _, q := range d.needs[j] {
				if d.state[q] == free {
					l.require(i, d.index[q])
				}
			}
			for _, q := range d.bans[j] {
				if d.state[q] == free {
					l.exclude(i, d.index[q])
				}
			}
		}
		parts[k] = part{newModel(cost, rows[k], l), list}
	}
	return parts
}

// worthwhile says that the parts should be solved apart: there are none or several, or the only one has less
// than half the columns and so a much smaller tableau.
func (d *division) worthwhile() bool { return len(d.cols) != 1 || 2*len(d.cols[0]) < len(d.cost) }

// residual is the row as the free columns see it.
func (r row) residual(state []int8) row {
	rest := row{need: r.need}
	for _, e := range r.loose {
		switch state[e.col] {
		case in:
			rest.need -= e.points
		case free:
			rest.loose = append(rest.loose, e)
		}
	}
	for _, group := range r.groups {
		var best int64
		for _, e := range group {
			if state[e.col] == in {
				best = e.points
				break
			}
		}
		rest.need -= best
		var left []entry
		for _, e := range group {
			if state[e.col] == free && e.points > best {
				left = append(left, entry{e.col, e.points - best})
			}
		}
		if left != nil {
			rest.groups = append(rest.groups, left)
		}
	}
	return rest
}

func (r row) each(f func(entry)) {
	for _, e := range r.loose {
		f(e)
	}
	for _, group := range r.groups {
		for _, e := range group {
			f(e)
		}
	}
}

// renamed changes the columns' numbers in place; the row must not share its entries.
func (r row) renamed(index []int) row {
	for i := range r.loose {
		r.loose[i].col = index[r.loose[i].col]
	}
	for _, group := range r.groups {
		for i := range group {
			group[i].col = index[group[i].col]
		}
	}
	return r
}

// forest joins numbers into sets; the root of a set is its smallest member.
type forest []int

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = i
	}
	return f
}

func (f forest) root(i int) int {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}

func (f forest) unite(i, j int) {
	i, j = f.root(i), f.root(j)
	f[max(i, j)] = min(i, j)
}
