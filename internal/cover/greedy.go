package cover

import (
	"cmp"
	"slices"
)

// builder puts together a selection column by column and keeps what each row has.
type builder struct {
	*model
	chosen []bool
	barred []bool
	has    []int64   // by row
	best   [][]int64 // by row and group
	costly []int     // columns, dearest first
	tried  []bool
	group  []int
}

func newBuilder(m *model) *builder {
	n := len(m.cost)
	b := &builder{model: m, chosen: make([]bool, n), barred: make([]bool, n), tried: make([]bool, n),
		has: make([]int64, len(m.rows)), best: make([][]int64, len(m.rows)), costly: make([]int, n)}
	for i := range m.rows {
		b.best[i] = make([]int64, len(m.rows[i].groups))
	}
	for j := range b.costly {
		b.costly[j] = j
	}
	slices.SortFunc(b.costly, func(i, j int) int {
		return cmp.Or(cmp.Compare(m.cost[j], m.cost[i]), cmp.Compare(j, i))
	})
	return b
}

func (b *builder) clear() {
	clear(b.chosen)
	clear(b.tried)
	clear(b.has)
	for _, best := range b.best {
		clear(best)
	}
}

// build looks for a selection that meets every row: the columns settled in, then those that give most for their
// cost and their weight, then without those not needed. weight may be nil. It returns false when it
// gets stuck, which proves nothing.
func (b *builder) build(state []int8, weight []float64) bool {
	b.clear()
	for j, s := range state {
		b.barred[j] = s == out
	}
	for j, s := range state {
		if s == in || weight != nil && weight[j] > 0.999 {
			if !b.take(j) && s == in {
				return false
			}
		}
	}
	for !b.complete() {
		pick, top := -1, 0.0
		for j := range b.cost {
			if b.chosen[j] || b.tried[j] || b.barred[j] {
				continue
			}
			score := b.gain(j) / float64(b.cost[j]+1)
			if weight != nil {
				score *= 0.05 + weight[j]
			}
			if score > top {
				pick, top = j, score
			}
		}
		if pick < 0 {
			return false
		}
		b.tried[pick] = true
		b.take(pick)
	}
	b.trim(state)
	return true
}

func (b *builder) complete() bool {
	for i := range b.rows {
		if b.has[i] < b.rows[i].need {
			return false
		}
	}
	return true
}

// gain is the share of the rows' needs that a column would add.
func (b *builder) gain(column int) float64 {
	sum := 0.0
	for _, p := range b.at[column] {
		gap := b.rows[p.row].need - b.has[p.row]
		if gap <= 0 {
			continue
		}
		points := p.points
		if p.group >= 0 {
			points -= b.best[p.row][p.group]
		}
		if points > 0 {
			sum += float64(min(points, gap)) / float64(b.rows[p.row].need)
		}
	}
	return sum
}

// take chooses a column and all it requires, or nothing.
func (b *builder) take(column int) bool {
	if b.chosen[column] {
		return true
	}
	b.group = b.group[:0]
	if !b.mark(column) {
		for _, j := range b.group {
			b.chosen[j] = false
		}
		return false
	}
	for _, j := range b.group {
		for _, p := range b.at[j] {
			if p.group < 0 {
				b.has[p.row] += p.points
			} else if old := b.best[p.row][p.group]; p.points > old {
				b.has[p.row] += p.points - old
				b.best[p.row][p.group] = p.points
			}
		}
	}
	return true
}

func (b *builder) mark(column int) bool {
	if b.chosen[column] {
		return true
	}
	if b.barred[column] {
		return false
	}
	for _, q := range b.bans[column] {
		if b.chosen[q] {
			return false
		}
	}
	b.chosen[column] = true
	b.group = append(b.group, column)
	for _, q := range b.needs[column] {
		if !b.mark(q) {
			return false
		}
	}
	return true
}

// trim gives up what no row and no other chosen column needs, the dearest first, until nothing is left over.
func (b *builder) trim(state []int8) {
	for again := true; again; {
		again = false
		for _, j := range b.costly {
			if b.chosen[j] && state[j] != in && !b.used(j) && b.drop(j) {
				again = true
			}
		}
	}
}

func (b *builder) used(column int) bool {
	for _, q := range b.users[column] {
		if b.chosen[q] {
			return true
		}
	}
	return false
}

// drop takes a column out unless a row would fall short.
func (b *builder) drop(column int) bool {
	b.chosen[column] = false
	for _, p := range b.at[column] {
		if r := &b.rows[p.row]; r.points(b.chosen) < r.need {
			b.chosen[column] = true
			return false
		}
	}
	for _, p := range b.at[column] {
		r := &b.rows[p.row]
		b.has[p.row] = r.points(b.chosen)
		if p.group >= 0 {
			b.best[p.row][p.group] = 0
			for _, e := range r.groups[p.group] {
				if b.chosen[e.col] {
					b.best[p.row][p.group] = e.points
					break
				}
			}
		}
	}
	return true
}
