package cover

import "math"

// cut is a linear inequality that every permitted selection meeting the rows satisfies:
// the sum of coefs over the chosen cols is at least need. Everything in it is an exact integer.
type cut struct {
	cols  []int
	coefs []int64
	need  int64
	scale float64 // what the tableau multiplies the line with
}

func (c *cut) add(column int, coef int64) {
	if coef != 0 {
		c.cols, c.coefs = append(c.cols, column), append(c.coefs, coef)
	}
}

// shortfall is how much the point x falls short of the cut, against the length of its coefficients.
func (c *cut) shortfall(x []float64) float64 {
	gap, norm := float64(c.need), 0.0
	for i, j := range c.cols {
		g := float64(c.coefs[i])
		gap -= float64(g * x[j])
		norm += float64(g * g)
	}
	return gap / math.Sqrt(max(norm, 1))
}

// pool holds the cuts that the tableaux on the current path refer to by number.
type pool struct{ cuts []cut }

func (p *pool) keep(c *cut) int {
	largest := 1.0
	for _, g := range c.coefs {
		largest = max(largest, math.Abs(float64(g)))
	}
	number := len(p.cuts)
	if number == cap(p.cuts) {
		p.cuts = append(p.cuts, cut{})
	}
	p.cuts = p.cuts[:number+1]
	kept := &p.cuts[number] // room of a cut that was given up is used again
	kept.cols, kept.coefs = append(kept.cols[:0], c.cols...), append(kept.coefs[:0], c.coefs...)
	kept.need, kept.scale = c.need, 1/largest
	return number
}

// steepest returns for every group of a row the level whose tangent is lowest at the point x: the points at
// which the sum of x over the better entries passes one.
func (r *row) steepest(x []float64, levels []int64) []int64 {
	for _, group := range r.groups {
		level, sum := int64(0), 0.0
		for _, e := range group {
			if sum += x[e.col]; sum > 1+1e-9 {
				level = e.points
				break
			}
		}
		levels = append(levels, level)
	}
	return levels
}

// tangent writes the cut of a row for one level in each group: the best chosen entry of a group gives at most the
// level and what each chosen one gives above it. Coefficients are cut down to the need. It
// returns false when the row asks nothing at these levels.
func (r *row) tangent(levels []int64, merged []int64, c *cut) bool {
	c.cols, c.coefs, c.need = c.cols[:0], c.coefs[:0], r.need
	put := func(column int, points int64) {
		if merged[column] == 0 {
			c.cols = append(c.cols, column)
		}
		merged[column] += points
	}
	for _, e := range r.loose {
		put(e.col, e.points)
	}
	for g, group := range r.groups {
		c.need -= levels[g]
		for _, e := range group {
			if e.points > levels[g] {
				put(e.col, e.points-levels[g])
			}
		}
	}
	for _, j := range c.cols {
		c.coefs = append(c.coefs, min(merged[j], c.need))
		merged[j] = 0
	}
	return c.need > 0
}

// rounder looks for mixed-integer rounding cuts over one line with coefficients of at least zero.
type rounder struct {
	turned   []bool // the column is counted by its absence
	best     []bool
	divisors []int64
	result   cut
}

// round writes the cut that the point falls short of most among those it tries into u.result, and
// returns the shortfall; 0 when there is none. For absences in u.turned and a divisor d the cut reads, with the
// rest s of the need: sum of (s·⌊a/d⌋ + min(s, a mod d)) over the terms is at least s·⌈need/d⌉.
func (u *rounder) round(c *cut, x []float64) float64 {
	u.turned, u.divisors = u.turned[:0], u.divisors[:0]
	for i, j := range c.cols {
		u.turned = append(u.turned, x[j] > 0.5)
		if fractional(x[j]) && len(u.divisors) < 12 {
			u.divisors = append(u.divisors, c.coefs[i])
		}
	}
	if len(u.divisors) == 0 {
		return 0
	}
	most, divisor := 0.0, int64(0)
	try := func(d int64) bool {
		if d < 2 {
			return false
		}
		v := u.gain(c, x, d)
		if v <= most {
			return false
		}
		most, divisor = v, d
		u.best = append(u.best[:0], u.turned...)
		return true
	}
	for _, d := range u.divisors {
		try(d)
	}
	if divisor == 0 {
		divisor = u.divisors[0]
	}
	for d, k := divisor, int64(2); k <= 8; k *= 2 {
		try(d / k)
	}
	if most > 0 {
		copy(u.turned, u.best)
	}
	for i, j := range c.cols {
		if fractional(x[j]) {
			u.turned[i] = !u.turned[i]
			if !try(divisor) && !try(c.coefs[i]) {
				u.turned[i] = !u.turned[i]
			}
		}
	}
	if most <= 1e-3 {
		return 0
	}
	u.write(c, divisor)
	return most
}

// rest returns the need under u.turned, as its ceiling over d and its remainder.
func (u *rounder) rest(c *cut, turned []bool, d int64) (ceiling, s int64) {
	need := c.need
	for i, yes := range turned {
		if yes {
			need -= c.coefs[i]
		}
	}
	q, s := floorDiv(need, d)
	return q + 1, s
}

// gain is the shortfall of the cut for u.turned and d.
func (u *rounder) gain(c *cut, x []float64, d int64) float64 {
	ceiling, s := u.rest(c, u.turned, d)
	if s == 0 {
		return 0
	}
	gap, norm := float64(s*ceiling), 0.0
	for i, j := range c.cols {
		a, v := c.coefs[i], x[j]
		if u.turned[i] {
			a, v = -a, 1-v
		}
		g := float64(rounded(a, d, s))
		gap -= float64(g * v)
		norm += float64(g * g)
	}
	if norm == 0 {
		return 0
	}
	return gap / math.Sqrt(norm)
}

// write makes u.result for u.best and d, in terms of the columns themselves.
func (u *rounder) write(c *cut, d int64) {
	ceiling, s := u.rest(c, u.best, d)
	r := &u.result
	r.cols, r.coefs, r.need = r.cols[:0], r.coefs[:0], s*ceiling
	for i, j := range c.cols {
		if u.best[i] {
			g := rounded(-c.coefs[i], d, s)
			r.need -= g
			r.add(j, -g)
		} else {
			r.add(j, rounded(c.coefs[i], d, s))
		}
	}
}

func rounded(a, d, s int64) int64 {
	q, rest := floorDiv(a, d)
	return s*q + min(s, rest)
}

func floorDiv(a, d int64) (quotient, rest int64) {
	quotient, rest = a/d, a%d
	if rest < 0 {
		return quotient - 1, rest + d
	}
	return quotient, rest
}

func fractional(x float64) bool { return x > 1e-6 && x < 1-1e-6 }
