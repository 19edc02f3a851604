package cover

import "math"

// budget counts the nodes of all searches of one problem.
type budget struct{ used, limit int }

func (b *budget) take() bool {
	if b.used >= b.limit {
		return false
	}
	b.used++
	return true
}

// none stands for a bound above every total: there is nothing.
const none = math.MaxInt64

// search is a depth-first branch and bound over one model. It wants selections with a total below
// limit, and lowers limit with each one it finds.
type search struct {
	*model
	budget *budget
	limit  int64
	found  []bool // the best selection so far; nil until there is one
	least  int64  // its total
	ties   bool   // of selections with the same total the one is wanted whose list of columns comes first
	open   int64  // no selection in what was given up for want of nodes costs less
	root   int64  // bound at the root

	counting bool // limit stays as it is, nothing is offered

	pool    pool
	levels  []*tableau
	room    scratch
	weigher weigher
	rounder rounder
	builder *builder
	line    cut       // the cut to insert next
	base    cut       // what rounding starts from
	levelAt []int64   // by group of one row
	merged  []int64   // by column, zero between uses
	x       []float64 // the point at hand
	stack   []settling
	chosen  []bool
}

func newSearch(m *model, b *budget, limit int64) *search {
	n := len(m.cost)
	s := &search{model: m, budget: b, limit: limit, open: none, builder: newBuilder(m),
		merged: make([]int64, n), x: make([]float64, n), chosen: make([]bool, n)}
	s.levels = []*tableau{newTableau(m.cost, &s.room)}
	return s
}

// start solves the root relaxation: afterwards nothing below limit costs less than root.
func (s *search) start() {
	if !s.budget.take() {
		s.open = 0
		return
	}
	if s.builder.build(s.levels[0].state, nil) {
		s.offer(s.builder.chosen)
	}
	s.root = s.tighten(s.levels[0], rootRounds)
}

// run searches the whole model.
func (s *search) run() {
	s.start()
	s.branch(0, s.root)
}

// offer takes a selection if it is permitted, meets every row and is better than the one found.
func (s *search) offer(chosen []bool) {
	total := s.total(chosen)
	if total >= s.limit || !s.accepts(chosen) || s.found != nil && total == s.least && !precedes(chosen, s.found) {
		return
	}
	s.found, s.least, s.limit = append(s.found[:0], chosen...), total, total
	if s.ties {
		s.limit++
	}
}

// precedes says whether the list of columns of a comes before that of b; both are equally long.
func precedes(a, b []bool) bool {
	for j, yes := range a {
		if yes != b[j] {
			return yes
		}
	}
	return false
}

// hopeless says that a node with this bound cannot hold a better selection: its cost is too high, or it is the same and
// the settled columns put every selection behind the one found.
func (s *search) hopeless(state []int8, bound int64) bool {
	if bound >= s.limit {
		return true
	}
	if s.found == nil || bound < s.least {
		return false
	}
	for j, yes := range s.found {
		if yes && state[j] == out {
			return true
		}
		if !yes && state[j] != out {
			return false
		}
	}
	return true
}

// branch searches below a node whose relaxation has been tightened.
func (s *search) branch(depth int, bound int64) {
	t := s.levels[depth]
	if s.hopeless(t.state, bound) {
		return
	}
	d, ok := s.split(t.state)
	if !ok {
		return
	}
	if d.worthwhile() {
		s.conquer(t, d.parts(), bound)
		return
	}
	column := s.pick(t)
	first := in
	if s.x[column] < 0.35 {
		first = out
	}
	mark := len(s.pool.cuts)
	for _, value := range [2]int8{first, 1 - first} {
		if s.hopeless(t.state, bound) {
			return
		}
		if !s.budget.take() {
			s.open = min(s.open, bound)
			return
		}
		child := s.child(depth)
		child.copyFrom(t)
		if s.settle(child, column, value) {
			s.branch(depth+1, max(bound, s.tighten(child, nodeRounds)))
		}
		s.pool.cuts = s.pool.cuts[:mark]
	}
}

// child returns the tableau for the level below depth.
func (s *search) child(depth int) *tableau {
	if len(s.levels) == depth+1 {
		s.levels = append(s.levels, &tableau{})
	}
	return s.levels[depth+1]
}

// pick chooses the column to branch on.
func (s *search) pick(t *tableau) int {
	t.values(s.x)
	pick, top := -1, -1.0
	for j, state := range t.state {
		if state != free {
			continue
		}
		if score := s.urgency(j); score > top {
			pick, top = j, score
		}
	}
	return pick
}

// urgency ranks the free columns for branching: the most undecided one at the point s.x first, with much regard
// to the number of rows it serves, because a model falls apart once such columns are settled.
func (s *search) urgency(column int) float64 {
	x := s.x[column]
	if !fractional(x) {
		return 0
	}
	reach := 1 + len(s.at[column])
	return min(x, 1-x) * float64(reach*reach)
}

// conquer solves the parts of a node one by one and puts their answers together.
func (s *search) conquer(t *tableau, parts []part, bound int64) {
	subs := s.apart(t, parts, bound)
	if subs == nil {
		return
	}
	for k, sub := range subs {
		for i, yes := range sub.found {
			s.chosen[parts[k].cols[i]] = yes
		}
	}
	s.offer(s.chosen)
}

// apart solves the parts of a node one by one and leaves the columns settled in in s.chosen. While it does, the
// parts still to come stand with the least they can cost. It returns nil when the parts found nothing below limit.
func (s *search) apart(t *tableau, parts []part, bound int64) []*search {
	for j, state := range t.state {
		s.chosen[j] = state == in
	}
	settled := s.total(s.chosen)
	rest := settled
	subs := make([]*search, len(parts))
	for k, p := range parts {
		sub := newSearch(p.model, s.budget, s.limit-settled)
		sub.ties = s.ties
		sub.start()
		if sub.open != none {
			s.open = min(s.open, bound)
			return nil
		}
		if sub.found == nil && sub.root >= sub.limit {
			return nil
		}
		subs[k] = sub
		rest += sub.lowest()
	}
	for _, sub := range subs {
		rest -= sub.lowest()
		sub.lower(s.limit - rest)
		sub.branch(0, sub.root)
		if sub.open != none {
			s.open = min(s.open, bound)
		}
		if sub.found == nil {
			return nil
		}
		rest += sub.least
	}
	return subs
}

// lowest is what the selection wanted costs at least, after start.
func (s *search) lowest() int64 {
	if s.found != nil {
		return min(s.root, s.least)
	}
	return s.root
}

// lower asks for less than limit, and forgets a selection that is not.
func (s *search) lower(limit int64) {
	if limit < s.limit {
		s.limit, s.found = limit, nil
	}
}
