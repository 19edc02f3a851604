package client

import (
	"math"

	"github.com/rapport-go/rapport"
)

// micro is a number in millionths. Scores are added and compared as integers, so that no rounding
// decides which of two stands first; they become floating point when they leave.
type micro int64

const one micro = 1_000_000

// part returns n/d, rounded. Neither is negative.
func part(n, d int) micro { return micro(n).over(micro(d)) }

// times returns the product of two numbers in millionths, rounded.
func (m micro) times(other micro) micro { return (m*other + one/2) / one }

// over returns the quotient, rounded; 0 for a zero divisor.
func (m micro) over(d micro) micro {
	if d == 0 {
		return 0
	}
	return (m*one + d/2) / d
}

// halved returns the number times 0.5 for each step.
func (m micro) halved(steps int) micro { return m >> min(steps, 62) }

func (m micro) float() float64 { return float64(m) / float64(one) }

// microOf takes back what float gave.
func microOf(f float64) micro { return micro(math.Round(float64(f * float64(one)))) }

// ofLevel puts the known levels at 0, 1/4, 1/2, 3/4 and 1.
func ofLevel(l rapport.Level) (micro, bool) {
	steps, known := l.Steps()
	return part(steps, 4), known
}

// ofFeeling puts feelings from -3 to +3 between 0 and 1.
func ofFeeling(f rapport.Feeling) micro {
	value, _ := f.Value()
	return part(value+3, 6)
}

// age is how much of its weight a piece of evidence still has: all up to Fresh days, then linearly less
// down to nothing at Stale days.
func (e EvidenceEntry) age(on, at rapport.Date) micro {
	days := on.DaysUntil(at)
	switch {
	case days <= e.Fresh:
		return one
	case days >= e.Stale:
		return 0
	}
	return part(e.Stale-days, e.Stale-e.Fresh)
}
