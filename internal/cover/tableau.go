package cover

import (
	"math"
	"slices"
)

// tableau is the linear relaxation at one node, kept by a bounded dual simplex in dense floats. Numbers
// below len(state) name columns, the others surpluses of cuts. Choosing nothing is dual feasible because no cost is
// negative, so there is no first phase. Floats only steer: every conclusion is redrawn in integers from the
// multipliers that multipliers and ray return.
type tableau struct {
	m, n     int
	a        []float64 // m × n: how basic variable r moves with nonbasic variable k
	v        []float64 // values of the basic variables
	z        []float64 // reduced costs of the nonbasic ones
	basic    []int
	nonbasic []int
	upper    []bool // the nonbasic variable stands at its upper bound
	state    []int8 // by column
	obj      float64
	scratch  *scratch
}

// scratch is working room that all tableaux of a search share.
type scratch struct {
	cands []candidate
	spots []int
	where []int
}

type candidate struct {
	k            int
	ratio, slope float64
}

type outcome uint8

const (
	optimal outcome = iota
	beyond          // the objective has passed the limit
	blocked         // a row cannot be repaired: the relaxation is infeasible
	tired           // too many steps
)

const (
	feasTol  = 1e-7
	pivotTol = 1e-9
)

func newTableau(cost []int64, s *scratch) *tableau {
	t := &tableau{state: make([]int8, len(cost)), scratch: s}
	for j := range cost {
		t.state[j] = free
	}
	t.reset(cost)
	return t
}

// reset drops all cuts and goes back to choosing nothing but what is settled.
func (t *tableau) reset(cost []int64) {
	t.m, t.obj = 0, 0
	t.a, t.v, t.basic = t.a[:0], t.v[:0], t.basic[:0]
	t.z, t.nonbasic, t.upper = t.z[:0], t.nonbasic[:0], t.upper[:0]
	for j, state := range t.state {
		switch state {
		case free:
			t.z, t.nonbasic, t.upper = append(t.z, float64(cost[j])), append(t.nonbasic, j), append(t.upper, false)
		case in:
			t.obj += float64(cost[j])
		}
	}
	t.n = len(t.nonbasic)
}

// copyFrom takes over s without the settled columns that are nonbasic: they cannot move again.
func (t *tableau) copyFrom(s *tableau) {
	t.m, t.obj, t.scratch = s.m, s.obj, s.scratch
	t.state = append(t.state[:0], s.state...)
	t.v = append(t.v[:0], s.v...)
	t.basic = append(t.basic[:0], s.basic...)
	t.z, t.nonbasic, t.upper, t.a = t.z[:0], t.nonbasic[:0], t.upper[:0], t.a[:0]
	spots := s.scratch.spots[:0]
	for k, x := range s.nonbasic {
		if x >= len(s.state) || s.state[x] == free {
			spots = append(spots, k)
			t.z = append(t.z, s.z[k])
			t.nonbasic = append(t.nonbasic, x)
			t.upper = append(t.upper, s.upper[k])
		}
	}
	s.scratch.spots = spots
	if t.n = len(spots); t.n == s.n {
		t.a = append(t.a, s.a...)
		return
	}
	t.a = slices.Grow(t.a, s.m*t.n)
	for r := range s.m {
		line := s.a[r*s.n : r*s.n+s.n]
		for _, k := range spots {
			t.a = append(t.a, line[k])
		}
	}
}

func (t *tableau) bounds(x int) (lo, up float64) {
	if x >= len(t.state) {
		return 0, math.Inf(1)
	}
	switch t.state[x] {
	case out:
		return 0, 0
	case in:
		return 1, 1
	}
	return 0, 1
}

// settle fixes a free column; a basic one is moved by the next dual steps.
func (t *tableau) settle(column int, value int8) {
	t.state[column] = value
	for k, x := range t.nonbasic {
		if x == column {
			if up := value == in; t.upper[k] != up {
				t.flip(k)
			}
			return
		}
	}
}

// flip moves a nonbasic column to its other bound.
func (t *tableau) flip(k int) {
	d := 1.0
	if t.upper[k] {
		d = -1
	}
	t.upper[k] = !t.upper[k]
	for r := range t.v {
		t.v[r] += float64(t.a[r*t.n+k] * d)
	}
	t.obj += float64(t.z[k] * d)
}

// values writes the current point.
func (t *tableau) values(x []float64) {
	for j, s := range t.state {
		x[j] = float64(max(s, 0))
	}
	for k, j := range t.nonbasic {
		if j < len(x) && t.state[j] == free && t.upper[k] {
			x[j] = 1
		}
	}
	for r, j := range t.basic {
		if j < len(x) {
			x[j] = t.v[r]
		}
	}
}

// dual runs the dual simplex until the point is feasible, the objective passes limit, or nothing helps;
// for blocked the row and whether it must rise come with it.
func (t *tableau) dual(limit float64) (result outcome, row int, rise bool) {
	for range 50 + 20*(t.m+t.n) {
		if t.obj > limit {
			return beyond, 0, false
		}
		row, gap, rise := t.worst()
		if row < 0 {
			return optimal, 0, false
		}
		k := t.entering(row, gap, rise)
		if k < 0 {
			return blocked, row, rise
		}
		t.pivot(row, k, rise)
	}
	return tired, 0, false
}

// worst finds the basic variable farthest outside its bounds.
func (t *tableau) worst() (row int, gap float64, rise bool) {
	row, gap = -1, feasTol
	for r, x := range t.basic {
		lo, up := t.bounds(x)
		if d := lo - t.v[r]; d > gap {
			row, gap, rise = r, d, true
		}
		if d := t.v[r] - up; d > gap {
			row, gap, rise = r, d, false
		}
	}
	return row, gap, rise
}

// entering picks the nonbasic variable that repairs the row, and flips columns on the way as long as the
// row stays outside.
func (t *tableau) entering(row int, gap float64, rise bool) int {
	line := t.a[row*t.n : row*t.n+t.n]
	cands := t.scratch.cands[:0]
	for k, slope := range line {
		if slope == 0 {
			continue
		}
		if rise == t.upper[k] {
			slope = -slope
		}
		if slope <= pivotTol {
			continue
		}
		if x := t.nonbasic[k]; x < len(t.state) && t.state[x] != free {
			continue
		}
		cands = append(cands, candidate{k, math.Abs(t.z[k]) / slope, slope})
	}
	t.scratch.cands = cands
	for len(cands) > 0 {
		b := 0
		for i, c := range cands {
			if d := c.ratio - cands[b].ratio; d < -1e-12 || d < 1e-12 && c.slope > cands[b].slope {
				b = i
			}
		}
		c := cands[b]
		if t.nonbasic[c.k] >= len(t.state) || c.slope >= gap-1e-9 {
			return c.k
		}
		gap -= c.slope
		t.flip(c.k)
		cands[b] = cands[len(cands)-1]
		cands = cands[:len(cands)-1]
	}
	return -1
}

// pivot moves nonbasic k into the basis for the variable of the row, which goes to the bound it had crossed.
func (t *tableau) pivot(row, k int, rise bool) {
	n := t.n
	line := t.a[row*n : row*n+n]
	target, up := t.bounds(t.basic[row])
	if !rise {
		target = up
	}
	step := (target - t.v[row]) / line[k]
	for r := range t.v {
		t.v[r] += float64(t.a[r*n+k] * step)
	}
	t.obj += float64(t.z[k] * step)
	lo, up := t.bounds(t.nonbasic[k])
	if t.upper[k] {
		lo = up
	}
	t.v[row] = lo + step

	inverse := 1 / line[k]
	spots := t.scratch.spots[:0]
	for q, w := range line {
		if w != 0 && q != k {
			if w = -float64(w * inverse); math.Abs(w) < 1e-12 {
				w = 0
			} else {
				spots = append(spots, q)
			}
			line[q] = w
		}
	}
	line[k] = inverse
	t.scratch.spots = spots
	for r := range t.v {
		if r != row {
			sweep(t.a[r*n:r*n+n], line, spots, k)
		}
	}
	sweep(t.z, line, spots, k)
	t.basic[row], t.nonbasic[k] = t.nonbasic[k], t.basic[row]
	t.upper[k] = !rise
}

func sweep(o, line []float64, spots []int, k int) {
	f := o[k]
	if f == 0 {
		return
	}
	if 2*len(spots) > len(line) {
		o[k] = 0
		o = o[:len(line)]
		for q, w := range line {
			o[q] += float64(f * w)
		}
		return
	}
	for _, q := range spots {
		o[q] += float64(f * line[q])
	}
	o[k] = float64(f * line[k])
}
