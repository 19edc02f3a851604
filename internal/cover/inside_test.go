package cover

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// lot is a small linear congruential generator.
type lot uint64

func (l *lot) below(n int) int {
	*l = *l*6364136223846793005 + 1442695040888963407
	return int(uint64(*l>>33) % uint64(n))
}

const insideColumns = 10

// drawRow draws a row with loose and grouped entries in which a column may stand more than once.
func drawRow(l *lot) row {
	r := row{need: int64(1 + l.below(60)), groups: make([][]entry, 3)}
	for range 4 + l.below(10) {
		e := entry{l.below(insideColumns), int64(l.below(30))}
		if g := l.below(4); g == 3 {
			r.loose = append(r.loose, e)
		} else {
			r.groups[g] = append(r.groups[g], e)
		}
	}
	return r.normal()
}

func selection(mask int) []bool {
	chosen := make([]bool, insideColumns)
	for j := range chosen {
		chosen[j] = mask>>j&1 == 1
	}
	return chosen
}

func TestResidual_GivesWhatTheFreeColumnsAdd(t *testing.T) {
	l := lot(1)
	for range 500 {
		r := drawRow(&l)
		state := make([]int8, insideColumns)
		whole, settled, rest := make([]bool, insideColumns), make([]bool, insideColumns), make([]bool, insideColumns)
		for j := range state {
			state[j] = int8(l.below(3) - 1)
			settled[j] = state[j] == in
			rest[j] = state[j] == free && l.below(2) == 1
			whole[j] = settled[j] || rest[j]
		}
		left := r.residual(state)
		require.Equal(t, r.need-r.points(settled), left.need)
		require.Equal(t, r.points(whole)-r.points(settled), left.points(rest))
	}
}

func TestCuts_HoldForEverySelectionThatMeetsTheRow(t *testing.T) {
	l := lot(2)
	merged := make([]int64, insideColumns)
	var u rounder
	tight, rounds := 0, 0
	for range 400 {
		r := drawRow(&l)
		x := make([]float64, insideColumns)
		for j := range x {
			x[j] = float64(l.below(9)) / 8
		}
		levels := r.steepest(x, nil)
		for g := range levels {
			if l.below(3) == 0 {
				levels[g] = neighbours(r.groups[g], levels[g])[l.below(2)]
			}
		}
		var c cut
		if !r.tangent(levels, merged, &c) {
			continue
		}
		cuts := []cut{c}
		if gap := u.round(&c, x); gap > 0 {
			assert.InEpsilon(t, gap, u.result.shortfall(x), 1e-9, "the cut is the one that was measured")
			cuts = append(cuts, u.result)
			rounds++
		}
		for mask := range 1 << insideColumns {
			chosen := selection(mask)
			if r.points(chosen) < r.need {
				continue
			}
			for _, c := range cuts {
				sum := int64(0)
				for i, j := range c.cols {
					if chosen[j] {
						sum += c.coefs[i]
					}
				}
				require.GreaterOrEqual(t, sum, c.need)
				if sum == c.need {
					tight++
				}
			}
		}
	}
	assert.Positive(t, tight)
	assert.Greater(t, rounds, 50)
}

func TestWeigher_BoundsHoldForAnyMultipliers(t *testing.T) {
	l := lot(3)
	merged := make([]int64, insideColumns)
	for _, huge := range []float64{1, 1e6, 1e300} {
		for range 100 {
			cost := make([]int64, insideColumns)
			state := make([]int8, insideColumns)
			for j := range cost {
				cost[j], state[j] = int64(l.below(50)), free
			}
			var w weigher
			var cuts []cut
			var rows []row
			for range 3 {
				r := drawRow(&l)
				var c cut
				r.tangent(make([]int64, len(r.groups)), merged, &c)
				c.scale = 1
				w.collect(len(cuts), huge*float64(l.below(100))/50)
				cuts, rows = append(cuts, c), append(rows, r)
			}
			w.weigh(cost, cuts, state)
			m := newModel(cost, rows, newLinks(insideColumns))
			for mask := range 1 << insideColumns {
				chosen := selection(mask)
				if !m.accepts(chosen) {
					continue
				}
				total := m.total(chosen)
				require.GreaterOrEqual(t, total, w.bound())
				for j, yes := range chosen {
					if value := w.decides(j, total+1); value != free {
						require.Equal(t, value == in, yes, "a column is settled against a selection below the limit")
					}
				}
			}
		}
	}
}
