package client

import "github.com/rapport-go/rapport"

// The constants of estimates are house judgement, to be calibrated.
const (
	// leastMass is the evidence below which a value is withheld.
	leastMass = one / 5
	// doubt is how much evidence it takes to be half sure.
	doubt = one * 3 / 2
	// nameable is the confidence from which a value is put into a word.
	nameable = one / 4
	// lowBelow and highAbove bound the middle of a value.
	lowBelow, highAbove = one * 35 / 100, one * 65 / 100
)

// piece is a value from 0 to 1 and how much it weighs.
type piece struct{ value, mass micro }

// estimate is a value with its confidence, both from 0 to 1.
type estimate struct{ value, confidence micro }

// weigh joins pieces of evidence: the value is their weighted mean; the confidence grows with the mass
// and falls with the spread. It reports false where there is too little to name a value.
func weigh(pieces []piece) (estimate, bool) {
	var mass, sum, spread micro
	for _, p := range pieces {
		mass += p.mass
		sum += p.mass.times(p.value)
	}
	if mass < leastMass {
		return estimate{}, false
	}
	value := sum.over(mass)
	for _, p := range pieces {
		spread += p.mass.times(max(p.value-value, value-p.value))
	}
	return estimate{value, mass.over(mass + doubt).times(one - spread.over(mass))}, true
}

// lent returns the estimate as a setting that lies steps deeper borrows it: as high, less sure.
func (e estimate) lent(steps int) estimate { return estimate{e.value, e.confidence.halved(steps)} }

func (e estimate) out() rapport.Estimate {
	return rapport.Estimate{Value: e.value.float(), Confidence: e.confidence.float()}
}

// band puts the value into a word where it is sure enough for one.
func (e estimate) band() rapport.Level {
	switch {
	case e.confidence < nameable:
		return rapport.LevelUnknown
	case e.value < lowBelow:
		return rapport.LevelLow
	case e.value > highAbove:
		return rapport.LevelHigh
	}
	return rapport.LevelModerate
}
