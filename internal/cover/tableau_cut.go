package cover

import "math"

// add appends a cut with its surplus basic; where and x describe the current point and are made by locate.
func (t *tableau) add(number int, c *cut, where []int, x []float64) {
	t.a = append(t.a, make([]float64, t.n)...)
	line := t.a[t.m*t.n:]
	v := -float64(float64(c.need) * c.scale)
	for i, j := range c.cols {
		g := float64(float64(c.coefs[i]) * c.scale)
		v += float64(g * x[j])
		switch w := where[j]; {
		case w > 0:
			line[w-1] += g
		case w < 0:
			from := t.a[(-w-1)*t.n : -w*t.n]
			for k, y := range from {
				line[k] += float64(g * y)
			}
		}
	}
	for k, y := range line {
		if math.Abs(y) < 1e-12 {
			line[k] = 0
		}
	}
	t.v = append(t.v, v)
	t.basic = append(t.basic, len(t.state)+number)
	t.m++
}

// locate returns for every column k+1 when it is nonbasic k, -(r+1) when it is basic in row r, else 0.
func (t *tableau) locate() []int {
	if t.scratch.where == nil {
		t.scratch.where = make([]int, len(t.state))
	}
	where := t.scratch.where
	clear(where)
	for k, x := range t.nonbasic {
		if x < len(where) {
			where[x] = k + 1
		}
	}
	for r, x := range t.basic {
		if x < len(where) {
			where[x] = -(r + 1)
		}
	}
	return where
}

// thin drops the cuts that do not bind at the current point.
func (t *tableau) thin() {
	for r := t.m - 1; r >= 0; r-- {
		if t.basic[r] < len(t.state) || t.v[r] <= 1e-6 {
			continue
		}
		last := t.m - 1
		copy(t.a[r*t.n:r*t.n+t.n], t.a[last*t.n:])
		t.v[r], t.basic[r] = t.v[last], t.basic[last]
		t.a, t.v, t.basic, t.m = t.a[:last*t.n], t.v[:last], t.basic[:last], last
	}
}

// multipliers calls f with the number and the weight, not scaled back, of each cut that holds the bound up.
func (t *tableau) multipliers(f func(number int, weight float64)) {
	for k, x := range t.nonbasic {
		if x >= len(t.state) && t.z[k] > 0 {
			f(x-len(t.state), t.z[k])
		}
	}
}

// ray is multipliers for the proof that a blocked row cannot be repaired.
func (t *tableau) ray(row int, rise bool, f func(number int, weight float64)) {
	if x := t.basic[row]; x >= len(t.state) {
		f(x-len(t.state), 1)
	}
	for k, x := range t.nonbasic {
		w := t.a[row*t.n+k]
		if rise {
			w = -w
		}
		if x >= len(t.state) && w > 0 {
			f(x-len(t.state), w)
		}
	}
}
