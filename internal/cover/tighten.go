package cover

const (
	rootRounds = 40 // rounds of rounding cuts at a root
	nodeRounds = 3  // and at every other node
	maxRounds  = 300
)

// tighten solves the relaxation of a node with all the cuts it finds worth adding, settles what follows, and
// returns a bound: no selection of the node below limit costs less. The bound is none when there is none.
func (s *search) tighten(t *tableau, rounds int) int64 {
	if !s.force(t) {
		return none
	}
	bound, last, stalled, fresh := int64(0), 0.0, 0, false
	for range maxRounds {
		b, next := s.relax(t)
		if bound = max(bound, b); bound >= s.limit || next == again && !s.force(t) {
			return none
		}
		if next == again {
			continue
		}
		if next == stop && !fresh {
			fresh = true
			t.reset(s.cost)
			continue
		}
		t.values(s.x)
		if next == stop {
			break
		}
		if s.separate(t) {
			continue
		}
		if !s.counting {
			s.propose(t)
		}
		if t.obj-last < float64(0.002*t.obj) {
			stalled++
		}
		last = t.obj
		if rounds == 0 || stalled > 2 || bound >= s.limit {
			break
		}
		rounds--
		t.thin()
		if !s.roundRows(t) {
			break
		}
	}
	if bound >= s.limit {
		return none
	}
	return bound
}

// What to do after a relaxation has been solved.
type step uint8

const (
	strengthen step = iota
	again           // columns were settled
	stop            // the floats have lost their way
)

// relax runs the dual simplex and draws the exact conclusions: a bound, which is none when the node holds
// nothing, and columns settled by it.
func (s *search) relax(t *tableau) (bound int64, next step) {
	result, row, rise := t.dual(float64(s.limit) - 0.99)
	w := &s.weigher
	if result == blocked {
		w.reset()
		t.ray(row, rise, w.collect)
		if w.weigh(nil, s.pool.cuts, t.state); w.base > 0 {
			return none, stop
		}
	}
	w.reset()
	t.multipliers(w.collect)
	w.weigh(s.cost, s.pool.cuts, t.state)
	if result != optimal || t.obj-w.value() > float64(1e-7*t.obj)+0.1 {
		next = stop // errors have piled up in the tableau
	}
	if bound = w.bound(); bound >= s.limit {
		return bound, stop
	}
	for j, state := range t.state {
		if state != free {
			continue
		}
		if value := w.decides(j, s.limit); value != free {
			next = again
			if !s.settle(t, j, value) {
				return none, stop
			}
		}
	}
	return bound, next
}

// separate adds the rows, requirements and exclusions that the point s.x violates.
func (s *search) separate(t *tableau) bool {
	where := t.locate()
	added := false
	add := func() {
		s.insert(t, &s.line, where)
		added = true
	}
	for i := range s.rows {
		s.levelAt = s.rows[i].steepest(s.x, s.levelAt[:0])
		if s.rows[i].tangent(s.levelAt, s.merged, &s.line) && s.line.shortfall(s.x) > 1e-6 {
			add()
		}
	}
	for j := range s.cost {
		for _, q := range s.needs[j] {
			if s.x[j] > s.x[q]+1e-6 {
				s.line = cut{cols: append(s.line.cols[:0], j, q), coefs: append(s.line.coefs[:0], -1, 1)}
				add()
			}
		}
		for _, q := range s.bans[j] {
			if j < q && s.x[j]+s.x[q] > 1+1e-6 {
				s.line = cut{cols: append(s.line.cols[:0], j, q), coefs: append(s.line.coefs[:0], -1, -1), need: -1}
				add()
			}
		}
	}
	return added
}

func (s *search) insert(t *tableau, c *cut, where []int) {
	number := s.pool.keep(c)
	t.add(number, &s.pool.cuts[number], where, s.x)
}

// roundRows adds a rounding cut for every row that yields one.
func (s *search) roundRows(t *tableau) bool {
	where := t.locate()
	added := false
	for i := range s.rows {
		if s.roundRow(&s.rows[i]) {
			s.insert(t, &s.line, where)
			added = true
		}
	}
	return added
}

// roundRow writes the best rounding cut of a row into s.line. It starts from the steepest levels and tries
// for each group in turn the levels next to them.
func (s *search) roundRow(r *row) bool {
	s.levelAt = r.steepest(s.x, s.levelAt[:0])
	most := 0.0
	try := func() bool {
		if !r.tangent(s.levelAt, s.merged, &s.base) {
			return false
		}
		v := s.rounder.round(&s.base, s.x)
		if v <= most {
			return false
		}
		most = v
		s.line, s.rounder.result = s.rounder.result, s.line
		return true
	}
	try()
	for g, group := range r.groups {
		open := false
		for _, e := range group {
			open = open || fractional(s.x[e.col])
		}
		if !open {
			continue
		}
		level := s.levelAt[g]
		for _, other := range neighbours(group, level) {
			if s.levelAt[g] = other; try() {
				level = other
			}
		}
		s.levelAt[g] = level
	}
	return most > 0
}

// neighbours returns the next lower and the next higher level of a group, or the level itself.
func neighbours(group []entry, level int64) [2]int64 {
	below, above := int64(0), level
	for _, e := range group {
		if e.points > level {
			above = e.points
		} else if e.points < level {
			below = e.points
			break
		}
	}
	return [2]int64{min(below, level), above}
}

// propose offers the point s.x, and the selection that it leads to.
func (s *search) propose(t *tableau) {
	s.offerPoint()
	if s.builder.build(t.state, s.x) {
		s.offer(s.builder.chosen)
	}
}

// offerPoint offers the point s.x when it is whole.
func (s *search) offerPoint() {
	for j, x := range s.x {
		if fractional(x) {
			return
		}
		s.chosen[j] = x > 0.5
	}
	s.offer(s.chosen)
}
