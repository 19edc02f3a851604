package trust

import "github.com/rapport-go/rapport"

// hold is what holds the value down: the reason with its arguments, and how far.
type hold struct {
	code rapport.Code
	most micro
	// dimension is the weakest one where it is what holds.
	dimension Dimension
	subject   rapport.ID
}

// The holds. House judgement.
const (
	tasksOnly      = one * 62 / 100
	oneLeg         = one * 70 / 100
	legLength      = one
	legCounts      = 2 * one
	boundFrom      = one * 40 / 100
	openAtMost     = one * 30 / 100
	mendingAtMost  = one * 45 / 100
	repairedAtMost = one * 54 / 100
)

// hold lowers the value to what the lowest hold allows. Whether a hold applies is judged by the evidence
// as it was at the last contact, so that forgetting in silence lifts none.
func (v *view) hold(m *moment, frozen []micro) {
	m.value = m.overall.p
	lower := func(h hold) {
		if h.most < m.value {
			m.value, m.held = h.most, h
		}
	}
	r, _ := v.byDimension(frozen)
	var tasks, all, against micro
	for slot, p := range v.pools {
		if p.negative {
			continue
		}
		amount := saturated(min(frozen[slot], maxMicro/64), p.ceiling)
		all += amount
		if p.task {
			tasks += amount
		}
	}
	if all > 0 && tasks.by(100, all) > 70 {
		lower(hold{code: CodeHeldTasksOnly, most: tasksOnly})
	}
	for d := range m.s {
		against += m.s[d]
	}
	if (all+against).by(micro(v.numbers.Share), 100) > legCounts {
		if r[DimensionConsistency]+r[DimensionReliability] < legLength {
			lower(hold{code: CodeHeldWorkMissing, most: oneLeg})
		}
		if r[DimensionCommunication]+r[DimensionEmpathy]+r[DimensionResponsiveness] < legLength {
			lower(hold{code: CodeHeldContactMissing, most: oneLeg})
		}
	}
	for d := DimensionConsistency; int(d) < len(dimensionWords); d++ {
		if opinionOf(r[d], m.s[d], m.base).u <= boundFrom {
			lower(hold{code: CodeHeldWeakest, most: m.dimension(d).p + micro(v.numbers.Margin)*(one/100), dimension: d})
		}
	}
	for i := range v.breaches {
		b := &v.breaches[i]
		phase := b.phase(m.day, m.contact)
		if phase == breachIsOpen || phase == breachMends {
			m.breach = b
		}
		if h, holds := b.hold(phase); holds {
			lower(h)
		}
	}
}
