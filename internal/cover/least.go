package cover

import "slices"

// least solves the problem with the needs as they are, part by part. start is a permitted selection that
// meets them; settled says whether the needs are final. The selection comes back a second time by column.
func (g *ground) least(start []bool, settled bool, nodes *budget) (solution Solution, taken []bool) {
	// Cost first, number of columns second, in one number: all columns together weigh less than one of cost.
	weight := int64(len(g.cost) + 1)
	cost := make([]int64, len(g.cost))
	for j, c := range g.cost {
		cost[j] = c*weight + 1
	}
	solution = Solution{Chosen: []int{}, Canonical: true}
	taken = make([]bool, len(g.cost))
	d, _ := g.model(cost, g.rows...).split(g.state)
	for _, p := range d.parts() {
		chosen, bound, first := p.least(p.restrict(start), nodes)
		for i, yes := range chosen {
			if yes {
				solution.Chosen = append(solution.Chosen, p.cols[i])
				solution.Cost += g.cost[p.cols[i]]
				taken[p.cols[i]] = true
			}
		}
		solution.Canonical = solution.Canonical && first
		if total := p.total(chosen); bound == total {
			solution.Bound += total / weight
		} else {
			solution.Bound += max(0, ceilDiv(bound-int64(len(p.cols)), weight))
		}
	}
	slices.Sort(solution.Chosen)
	solution.Unmet = g.unmet(taken)
	solution.Proven = settled && solution.Bound == solution.Cost
	solution.Canonical = solution.Canonical && solution.Proven
	return solution, taken
}

// unmet lists the rows to which a selection gives less than the problem asks.
func (g *ground) unmet(chosen []bool) []int {
	list := []int{}
	for i, r := range g.rows {
		if r.points(chosen) < g.asked[i] {
			list = append(list, g.origin[i])
		}
	}
	slices.Sort(list)
	return list
}

func (p *part) restrict(chosen []bool) []bool {
	share := make([]bool, len(p.cols))
	for i, j := range p.cols {
		share[i] = chosen[j]
	}
	return share
}

// least returns the best selection found, a bound on the total, and whether the selection is the first of all with
// the least total.
func (p *part) least(start []bool, nodes *budget) (chosen []bool, bound int64, first bool) {
	s := newSearch(p.model, nodes, p.total(start)+1)
	s.ties = true
	s.offer(start)
	s.run()
	return s.found, min(s.open, s.least), s.open == none
}
