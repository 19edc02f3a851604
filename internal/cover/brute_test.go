package cover_test

import (
	"slices"

	"github.com/rapport-go/rapport/internal/cover"
)

// generator is a small linear congruential generator, so that every machine tests the same instances.
type generator uint64

func (g *generator) below(n int) int {
	*g = *g*6364136223846793005 + 1442695040888963407
	return int(uint64(*g>>33) % uint64(n))
}

func (g *generator) between(a, b int) int { return a + g.below(b-a+1) }

func (g *generator) chance(percent int) bool { return g.below(100) < percent }

// shuffle permutes 0…n-1.
func (g *generator) shuffle(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	for i := n - 1; i > 0; i-- {
		k := g.below(i + 1)
		order[i], order[k] = order[k], order[i]
	}
	return order
}

// small draws an instance that can be enumerated. Costs and points come from narrow ranges, so that ties
// are common, and about a third of the instances have rows that cannot be met.
func small(seed int) cover.Problem {
	g := generator(seed*7919 + 17)
	g.below(2)
	n := g.between(1, 11)
	if seed%50 == 0 {
		n = g.between(14, 16)
	}
	dearest, widest := []int{2, 9, 60}[g.below(3)], []int{2, 7, 900}[g.below(3)]
	p := cover.Problem{Columns: make([]cover.Column, n)}
	for j := range p.Columns {
		c := &p.Columns[j]
		c.Cost = int64(g.between(0, dearest))
		for g.chance(18) {
			c.Requires = append(c.Requires, g.below(n))
		}
		for g.chance(14) {
			c.Excludes = append(c.Excludes, g.below(n))
		}
	}
	hardness := []int{40, 60, 80, 120}[g.below(4)]
	for range g.between(1, 7) {
		r := cover.Row{Priority: g.below(2)}
		groups := g.below(3)
		total := 0
		for range g.between(1, n+1) {
			e := cover.Entry{Column: g.below(n), Points: int64(g.between(0, widest)), Group: g.below(groups + 1)}
			r.Entries = append(r.Entries, e)
			total += int(e.Points)
		}
		r.Need = int64(total * g.between(0, hardness) / 100)
		p.Rows = append(p.Rows, r)
	}
	return p
}

// brute enumerates all permitted selections and applies the rule of the package comment to the letter.
type brute struct {
	p         cover.Problem
	permitted []uint32
	points    [][]int64 // by row and permitted selection
}

func enumerate(p cover.Problem) *brute {
	b := &brute{p: p, points: make([][]int64, len(p.Rows))}
	n := len(p.Columns)
	for mask := range uint32(1) << n {
		fine := true
		for j, c := range p.Columns {
			if mask>>j&1 == 0 {
				continue
			}
			for _, q := range c.Requires {
				fine = fine && mask>>q&1 == 1
			}
			for _, q := range c.Excludes {
				fine = fine && (mask>>q&1 == 0 || q == j)
			}
			fine = fine && !slices.Contains(c.Excludes, j)
		}
		if fine {
			b.permitted = append(b.permitted, mask)
		}
	}
	for i, r := range p.Rows {
		for _, mask := range b.permitted {
			b.points[i] = append(b.points[i], rowPoints(r, mask))
		}
	}
	return b
}

func rowPoints(r cover.Row, mask uint32) int64 {
	sum, best := int64(0), [8]int64{}
	for _, e := range r.Entries {
		if mask>>e.Column&1 == 1 {
			if e.Group == 0 {
				sum += e.Points
			} else {
				best[e.Group] = max(best[e.Group], e.Points)
			}
		}
	}
	for _, points := range best {
		sum += points
	}
	return sum
}

// hold marks the permitted selections that meet the rows with their needs lowered, and lists the unmet rows.
func (b *brute) hold() (holding []bool, unmet []int) {
	holding = make([]bool, len(b.permitted))
	for k := range holding {
		holding[k] = true
	}
	unmet = []int{}
	for _, i := range b.order() {
		reach := int64(0)
		for k, yes := range holding {
			if yes {
				reach = max(reach, b.points[i][k])
			}
		}
		need := b.p.Rows[i].Need
		if reach < need {
			need = reach
			unmet = append(unmet, i)
		}
		for k := range holding {
			holding[k] = holding[k] && b.points[i][k] >= need
		}
	}
	slices.Sort(unmet)
	return holding, unmet
}

// answer returns the chosen columns, their cost and the unmet rows.
func (b *brute) answer() (chosen []int, cost int64, unmet []int) {
	holding, unmet := b.hold()
	first := true
	for k, mask := range b.permitted {
		if !holding[k] {
			continue
		}
		list, sum := []int{}, int64(0)
		for j, c := range b.p.Columns {
			if mask>>j&1 == 1 {
				list = append(list, j)
				sum += c.Cost
			}
		}
		if first || sum < cost || sum == cost && (len(list) < len(chosen) ||
			len(list) == len(chosen) && slices.Compare(list, chosen) < 0) {
			chosen, cost, first = list, sum, false
		}
	}
	return chosen, cost, unmet
}

// ties returns how many selections of least cost are lean: whatever column is dropped, with all that requires it,
// what is left does not hold.
func (b *brute) ties() int {
	holding, _ := b.hold()
	holds := make([]bool, 1<<len(b.p.Columns))
	_, least, _ := b.answer()
	for k, mask := range b.permitted {
		holds[mask] = holding[k]
	}
	count := 0
	for mask, yes := range holds {
		cost, lean := int64(0), true
		for j, c := range b.p.Columns {
			if yes && mask>>j&1 == 1 {
				cost += c.Cost
				lean = lean && !holds[b.without(mask, j)]
			}
		}
		if yes && lean && cost == least {
			count++
		}
	}
	return count
}

// without drops a column and all that requires it.
func (b *brute) without(mask, column int) int {
	mask &^= 1 << column
	for again := true; again; {
		again = false
		for j, c := range b.p.Columns {
			for _, q := range c.Requires {
				if mask>>j&1 == 1 && mask>>q&1 == 0 {
					mask &^= 1 << j
					again = true
				}
			}
		}
	}
	return mask
}

// order sorts the rows as needs are lowered.
func (b *brute) order() []int {
	order := make([]int, len(b.p.Rows))
	alone := make([]bool, len(order))
	for i := range order {
		order[i] = i
		for k := range b.permitted {
			alone[i] = alone[i] || b.points[i][k] >= b.p.Rows[i].Need
		}
	}
	key := func(i int) []int {
		r := b.p.Rows[i]
		list := slices.Clone(r.Entries)
		slices.SortFunc(list, func(x, y cover.Entry) int {
			return slices.Compare([]int{x.Column, int(x.Points), x.Group}, []int{y.Column, int(y.Points), y.Group})
		})
		key := []int{-r.Priority, 0, -int(r.Need)}
		if !alone[i] {
			key[1] = 1
		}
		for _, e := range list {
			key = append(key, e.Column, int(e.Points), e.Group)
		}
		return key
	}
	slices.SortStableFunc(order, func(i, j int) int { return slices.Compare(key(i), key(j)) })
	return order
}
