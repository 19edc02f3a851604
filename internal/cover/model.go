package cover

import (
	"cmp"
	"slices"
)

// entry is a column's points in a row of a model.
type entry struct {
	col    int
	points int64
}

// row is one demand of a model: the loose entries add up, of each group only the best chosen one counts.
// Groups are sorted by points, largest first.
type row struct {
	need   int64
	loose  []entry
	groups [][]entry
}

// place says where a column gives points: group is -1 for a loose entry.
type place struct {
	row, group int
	points     int64
}

// links are the requirements and exclusions between columns, without repeats and self-references.
type links struct {
	needs [][]int // what the column requires
	users [][]int // who requires the column
	bans  [][]int // what the column excludes, in both directions
}

// model is a problem in the form the search works on: every row has a need above zero and can be left
// unmet by nothing but its entries. A model is not changed after it was built.
type model struct {
	cost []int64
	rows []row
	links
	at [][]place // by column
}

// The state of a column during the search.
const (
	free int8 = -1
	out  int8 = 0
	in   int8 = 1
)

func newLinks(columns int) links {
	return links{make([][]int, columns), make([][]int, columns), make([][]int, columns)}
}

func (l *links) require(column, other int) {
	if column != other && !slices.Contains(l.needs[column], other) {
		l.needs[column] = append(l.needs[column], other)
		l.users[other] = append(l.users[other], column)
	}
}

func (l *links) exclude(column, other int) {
	if !slices.Contains(l.bans[column], other) {
		l.bans[column] = append(l.bans[column], other)
		l.bans[other] = append(l.bans[other], column)
	}
}

// newModel takes over its arguments; rows without a need are dropped.
func newModel(cost []int64, rows []row, l links) *model {
	m := &model{cost: cost, links: l, at: make([][]place, len(cost))}
	for _, r := range rows {
		if r.need <= 0 {
			continue
		}
		r = r.normal()
		index := len(m.rows)
		m.rows = append(m.rows, r)
		for _, e := range r.loose {
			m.at[e.col] = append(m.at[e.col], place{index, -1, e.points})
		}
		for g, group := range r.groups {
			for _, e := range group {
				m.at[e.col] = append(m.at[e.col], place{index, g, e.points})
			}
		}
	}
	return m
}

// normal cuts points down to the need, drops empty entries and makes loose what stands alone in a group.
func (r row) normal() row {
	normal := row{need: r.need}
	add := func(list []entry, e entry) []entry {
		if e.points = min(e.points, r.need); e.points > 0 {
			list = append(list, e)
		}
		return list
	}
	for _, e := range r.loose {
		normal.loose = add(normal.loose, e)
	}
	for _, group := range r.groups {
		var kept []entry
		for _, e := range group {
			kept = add(kept, e)
		}
		switch len(kept) {
		case 0:
		case 1:
			normal.loose = append(normal.loose, kept[0])
		default:
			slices.SortFunc(kept, byPoints)
			normal.groups = append(normal.groups, kept)
		}
	}
	return normal
}

// byPoints puts the entries of a group into their order.
func byPoints(a, b entry) int {
	return cmp.Or(cmp.Compare(b.points, a.points), cmp.Compare(a.col, b.col))
}

// points returns what a selection gives to the row.
func (r row) points(chosen []bool) int64 {
	var sum int64
	for _, e := range r.loose {
		if chosen[e.col] {
			sum += e.points
		}
	}
	for _, group := range r.groups {
		for _, e := range group {
			if chosen[e.col] {
				sum += e.points
				break
			}
		}
	}
	return sum
}

// permits says whether a selection holds all requirements and exclusions.
func (l *links) permits(chosen []bool) bool {
	for j, yes := range chosen {
		if !yes {
			continue
		}
		for _, q := range l.needs[j] {
			if !chosen[q] {
				return false
			}
		}
		for _, q := range l.bans[j] {
			if chosen[q] {
				return false
			}
		}
	}
	return true
}

// accepts says whether a selection is permitted and meets every row.
func (m *model) accepts(chosen []bool) bool {
	for i := range m.rows {
		if m.rows[i].points(chosen) < m.rows[i].need {
			return false
		}
	}
	return m.permits(chosen)
}

func (m *model) total(chosen []bool) int64 {
	var sum int64
	for j, yes := range chosen {
		if yes {
			sum += m.cost[j]
		}
	}
	return sum
}
