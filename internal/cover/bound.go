package cover

import "math"

// weigher turns float multipliers of cuts into integers and draws exact conclusions from them.
type weigher struct {
	numbers []int
	weights []float64
	sums    []int64 // by column: cost minus weighted coefficients, times unit
	base    int64   // weighted needs plus what the settled and the welcome columns add, times unit
	unit    int64
}

func (w *weigher) reset() { w.numbers, w.weights = w.numbers[:0], w.weights[:0] }

func (w *weigher) collect(number int, weight float64) {
	w.numbers, w.weights = append(w.numbers, number), append(w.weights, weight)
}

// weigh evaluates the Lagrangian of the collected multipliers over the columns' states: no selection
// costs less than base/unit. Any multipliers of at least zero give a valid bound, so rounding them is
// harmless. With a nil cost, a positive base proves that no selection satisfies all the cuts.
func (w *weigher) weigh(cost []int64, cuts []cut, state []int8) {
	for i, number := range w.numbers {
		w.weights[i] *= cuts[number].scale
	}
	w.unit = w.precision(cost, cuts)
	if len(w.sums) < len(state) {
		w.sums = make([]int64, len(state))
	}
	w.base = 0
	clear(w.sums)
	for j, c := range cost {
		w.sums[j] = c * w.unit
	}
	for i, number := range w.numbers {
		u, c := int64(float64(w.weights[i]*float64(w.unit))), &cuts[number]
		if u == 0 {
			continue
		}
		w.base += u * c.need
		for k, j := range c.cols {
			w.sums[j] -= u * c.coefs[k]
		}
	}
	for j, s := range state {
		if s == in || s == free && w.sums[j] < 0 {
			w.base += w.sums[j]
		}
	}
}

// precision is the largest power of two up to 2^40 at which no sum of weigh can leave 62 bits.
func (w *weigher) precision(cost []int64, cuts []cut) int64 {
	total := 1.0
	for _, c := range cost {
		total += float64(c)
	}
	for i, number := range w.numbers {
		sum := math.Abs(float64(cuts[number].need))
		for _, g := range cuts[number].coefs {
			sum += math.Abs(float64(g))
		}
		total += float64(w.weights[i] * sum)
	}
	fits := func(unit int64) bool { return float64(float64(unit)*total) <= 1<<61 } // false for NaN
	unit := int64(1) << 40
	for unit > 1 && !fits(unit) {
		unit /= 2
	}
	if !fits(unit) {
		w.reset() // hopeless multipliers: conclude from the costs alone
	}
	return unit
}

// bound is the least whole cost that base allows.
func (w *weigher) bound() int64 { return ceilDiv(w.base, w.unit) }

// value is the bound before rounding up.
func (w *weigher) value() float64 { return float64(w.base) / float64(w.unit) }

// decides says to which value a free column is settled when only selections below limit are wanted.
func (w *weigher) decides(column int, limit int64) int8 {
	s := w.sums[column]
	switch {
	case s > 0 && ceilDiv(w.base+s, w.unit) >= limit:
		return out
	case s < 0 && ceilDiv(w.base-s, w.unit) >= limit:
		return in
	}
	return free
}

func ceilDiv(a, b int64) int64 {
	quotient, rest := floorDiv(a, b)
	if rest > 0 {
		quotient++
	}
	return quotient
}
