package cover

type settling struct {
	column int
	value  int8
}

// settle fixes a column and all that follows from requirements and exclusions; false on contradiction.
func (s *search) settle(t *tableau, column int, value int8) bool {
	s.stack = append(s.stack[:0], settling{column, value})
	for len(s.stack) > 0 {
		top := s.stack[len(s.stack)-1]
		s.stack = s.stack[:len(s.stack)-1]
		if old := t.state[top.column]; old != free {
			if old != top.value {
				return false
			}
			continue
		}
		t.settle(top.column, top.value)
		if top.value == out {
			for _, q := range s.users[top.column] {
				s.stack = append(s.stack, settling{q, out})
			}
			continue
		}
		for _, q := range s.needs[top.column] {
			s.stack = append(s.stack, settling{q, in})
		}
		for _, q := range s.bans[top.column] {
			s.stack = append(s.stack, settling{q, out})
		}
	}
	return true
}

// force settles the columns without which a row cannot be met; false when one cannot be met at all.
func (s *search) force(t *tableau) bool {
	for again := true; again; {
		again = false
		for i := range s.rows {
			settled, ok := s.forceRow(t, &s.rows[i])
			if !ok {
				return false
			}
			again = again || settled
		}
	}
	return true
}

// forceRow does it for one row: whatever gives more than the row has to spare is settled in.
func (s *search) forceRow(t *tableau, r *row) (settled, ok bool) {
	spare := -r.need
	for _, e := range r.loose {
		if t.state[e.col] != out {
			spare += e.points
		}
	}
	for _, group := range r.groups {
		first, _ := bestTwo(group, t.state)
		spare += first.points
	}
	if spare < 0 {
		return false, false
	}
	for _, e := range r.loose {
		if t.state[e.col] == free && e.points > spare {
			if settled = true; !s.settle(t, e.col, in) {
				return true, false
			}
		}
	}
	for _, group := range r.groups {
		first, second := bestTwo(group, t.state)
		if first.points-second.points > spare && t.state[first.col] == free {
			if settled = true; !s.settle(t, first.col, in) {
				return true, false
			}
		}
	}
	return settled, true
}

// bestTwo returns the best two entries of a group that can still count; their columns may be the same.
func bestTwo(group []entry, state []int8) (first, second entry) {
	for _, e := range group {
		if state[e.col] == out {
			continue
		}
		if first.points > 0 {
			return first, e
		}
		first = e
	}
	return first, second
}
