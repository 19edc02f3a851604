package trust

import "slices"

// Opinion is how far something is believed, disbelieved and not known, in the terms of subjective logic
// (Jøsang 2016; van der Heijden, Kopp and Kargl 2018). It is good bookkeeping of evidence and no more is
// claimed for it. Belief, disbelief and uncertainty lie in [0, 1] and sum to 1, so that what is split and
// what is unknown never look alike. The zero value is no opinion; [Unknown] is that of somebody who knows
// nothing.
type Opinion struct {
	// Belief is the share of evidence for.
	Belief float64 `json:"belief"`
	// Disbelief is the share of evidence against.
	Disbelief float64 `json:"disbelief"`
	// Uncertainty is the share that is not known.
	Uncertainty float64 `json:"uncertainty"`
	// Base is the share of the uncertainty that good faith gives.
	Base float64 `json:"base"`
	// Value is Belief + Base × Uncertainty.
	Value float64 `json:"value"`
}

// Unknown returns the opinion of somebody who knows nothing.
func Unknown() Opinion { return opinionOf(0, 0, faith).out(faith) }

func (o opinion) out(base micro) Opinion {
	return Opinion{Belief: o.b.float(), Disbelief: o.d.float(), Uncertainty: o.u.float(), Base: base.float(), Value: o.p.float()}
}

// Fuse returns the opinion of independent raters together: their evidence adds (cumulative fusion). The
// order means nothing. Raters without uncertainty outweigh all others and are averaged. Base is the mean.
// No rater gives [Unknown].
func Fuse(raters ...Opinion) Opinion { return fused(raters, true) }

// Average returns the opinion of raters who saw the same things: their evidence is averaged (averaging
// fusion). The order means nothing. Raters without uncertainty outweigh all others. Base is the mean. No
// rater gives [Unknown].
func Average(raters ...Opinion) Opinion { return fused(raters, false) }

// fused adds or averages evidence: with u > 0 an opinion stands for b/u and d/u, in units of the prior.
func fused(raters []Opinion, add bool) Opinion {
	if len(raters) == 0 {
		return Unknown()
	}
	sorted := slices.Clone(raters)
	slices.SortFunc(sorted, compareOpinions) // sums of floating-point numbers depend on their order
	sure := slices.DeleteFunc(slices.Clone(sorted), func(o Opinion) bool { return o.Uncertainty > 0 })
	var b, d, base float64
	for _, o := range sorted {
		base += o.Base
	}
	base /= float64(len(sorted))
	if len(sure) > 0 {
		for _, o := range sure {
			b, d = b+o.Belief, d+o.Disbelief
		}
		return newOpinion(b/float64(len(sure)), d/float64(len(sure)), 0, base)
	}
	for _, o := range sorted {
		b, d = b+o.Belief/o.Uncertainty, d+o.Disbelief/o.Uncertainty
	}
	if !add {
		b, d = b/float64(len(sorted)), d/float64(len(sorted))
	}
	total := 1 + b + d
	return newOpinion(b/total, d/total, 1/total, base)
}

func newOpinion(b, d, u, base float64) Opinion {
	return Opinion{Belief: b, Disbelief: d, Uncertainty: u, Base: base, Value: b + float64(base*u)}
}

// Discounted returns what is left of an opinion that comes from a source which is itself trusted only so
// far: belief and disbelief count in the proportion of the source's value, the rest is not known.
func (o Opinion) Discounted(source Opinion) Opinion {
	b, d := float64(source.Value*o.Belief), float64(source.Value*o.Disbelief)
	return newOpinion(b, d, 1-b-d, o.Base)
}

func compareOpinions(a, b Opinion) int {
	return slices.Compare(
		[]float64{a.Belief, a.Disbelief, a.Uncertainty, a.Base},
		[]float64{b.Belief, b.Disbelief, b.Uncertainty, b.Base})
}
