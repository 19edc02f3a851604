package trust

import "sort"

// priorWeight is the weight of what is not known, W in the terms of subjective logic: two points
// (Jøsang 2016). The prior never ages, so that what is forgotten turns into uncertainty.
const priorWeight = 2 * one

// dimensions is how many there are, the unknown one included.
const dimensions = 8

// moment is what the evidence says on a day.
type moment struct {
	day int
	// contact is the last day of contact up to then, the first day of all where there was none.
	contact int
	// left is what is left in each pool.
	left []micro
	// r and s are evidence for and against, by dimension.
	r, s [dimensions]micro
	// base is the share that good faith without evidence gives.
	base micro
	// overall is the opinion of the whole, value its projection held down by cap.
	overall opinion
	value   micro
	held    hold
	// breach is the failing that holds the value down.
	breach *breach
}

// opinion is belief, disbelief and uncertainty in millionths, with the evidence that they come from.
type opinion struct{ b, d, u, p, r, s micro }

// opinionOf follows the beta reputation system and subjective logic (Jøsang and Ismail 2002; Jøsang
// 2016): belief r/(W+r+s), disbelief s/(W+r+s), uncertainty W/(W+r+s), projection (r + base·W)/(W+r+s).
func opinionOf(r, s, base micro) opinion {
	r, s = min(r, maxMicro), min(s, maxMicro)
	total := priorWeight + r + s
	u := (priorWeight*one + total - 1) / total
	b := r.by(one, total)
	return opinion{b: b, u: u, d: one - b - u, p: (r + base.times(priorWeight)).by(one, total), r: r, s: s}
}

// last returns the last of ascending days that is not after a day, or otherwise where there is none.
func last(days []int, day, otherwise int) int {
	if i := sort.SearchInts(days, day+1); i > 0 {
		return days[i-1]
	}
	return otherwise
}

// on computes what the evidence says on a day up to the view's own.
func (v *view) on(day int) moment {
	m := moment{day: day, contact: last(v.contacts, day, v.since), left: make([]micro, len(v.pools))}
	frozen := make([]micro, len(v.pools))
	for _, e := range v.rows {
		if e.day > day {
			continue
		}
		p := &v.pools[e.slot]
		age := max(m.contact-e.day, 0) * p.steps
		m.left[e.slot] += e.amount.aged(age)
		if !p.negative {
			frozen[e.slot] = m.left[e.slot]
		}
	}
	if m.contact < day {
		v.ageBeyondContact(&m, day)
	}
	m.r, m.s = v.byDimension(m.left)
	m.base = v.goodFaith(day, m.contact)
	m.overall = v.whole(&m)
	v.hold(&m, frozen)
	return m
}

// ageBeyondContact ages what speaks for us up to the day. What speaks against us does not age in silence:
// people who do not meet us have no reason to think better of us.
func (v *view) ageBeyondContact(m *moment, day int) {
	for slot := range v.pools {
		if !v.pools[slot].negative {
			m.left[slot] = 0
		}
	}
	for _, e := range v.rows {
		if e.day > day {
			continue
		}
		if p := &v.pools[e.slot]; !p.negative {
			m.left[e.slot] += e.amount.aged((day - e.day) * p.steps)
		}
	}
}

// byDimension sums evidence for and against. Repeats in one pool count less and less, up to its ceiling:
// C·R/(C+R).
func (v *view) byDimension(left []micro) (r, s [dimensions]micro) {
	for slot := range v.pools {
		p, amount := &v.pools[slot], min(left[slot], maxMicro/64)
		if p.negative {
			s[p.dimension] += amount.by(micro(v.numbers.NegativeWeight), 100)
		} else {
			r[p.dimension] += saturated(amount, p.ceiling)
		}
	}
	return r, s
}

func saturated(amount, ceiling micro) micro { return ceiling.by(amount, ceiling+amount) }

// whole is the opinion over all dimensions.
func (v *view) whole(m *moment) opinion {
	var r, s micro
	for d := range m.r {
		r, s = r+m.r[d], s+m.s[d]
	}
	share := micro(v.numbers.Share)
	return opinionOf(r.by(share, 100), s.by(share, 100), m.base)
}

// The share of good faith without evidence: strangers start in the middle; after long silence they assume
// a little worse, not the worst. House judgement.
const (
	faith       = one / 2
	faithFloor  = one * 3 / 10
	longSilence = 100_000 // days; beyond it nothing is left to lose
)

// goodFaith falls once silence has lasted longer than usual.
func (v *view) goodFaith(day, contact int) micro {
	silence := day - contact - v.audience.Grace
	if silence <= 0 || v.since == never {
		return faith
	}
	return faithFloor + (faith - faithFloor).aged(min(silence, longSilence)*halfLifeSteps/v.audience.Fade)
}

// dimension is the opinion of one side of the service.
func (m *moment) dimension(d Dimension) opinion { return opinionOf(m.r[d], m.s[d], m.base) }

// deviation is that of the beta distribution whose mean is the value, unheld.
func (m *moment) deviation() micro {
	p := m.overall.p
	return sqrt(p.times(one-p).by(one, m.overall.r+m.overall.s+priorWeight+one) * one)
}
