package trust

import (
	"strconv"
	"time"

	"github.com/rapport-go/rapport"
)

// standing puts the answer together; the ledger and the question are in order.
func (t Tracker) standing(l *Ledger, audience rapport.Audience, at time.Time) Standing {
	v := t.look(l, audience, at)
	m := v.on(v.day)
	s := Standing{
		Relationship: l.ID, Audience: audience, On: dateOf(v.day), Value: m.value.float(), Unheld: m.overall.p.float(),
		Overall: m.overall.out(m.base), Evidence: (m.overall.r + m.overall.s).float(), MadeWith: t.Editions(),
	}
	if v.since != never {
		s.Since = dateOf(v.since)
	}
	c := conclusion{view: v, moment: &m, ledger: l, standing: &s}
	c.state()
	c.hold()
	c.dimensions()
	c.trend()
	c.movers()
	c.context()
	s.Repairs = v.repairs(&m)
	for _, r := range s.Repairs {
		c.reasons = append(c.reasons, r.Reasons...)
	}
	s.Warnings = c.warnings()
	c.guidance()
	s.Reasons = rapport.SortReasons(c.reasons)
	return s
}

// conclusion is a standing being put together, with its reasons.
type conclusion struct {
	*view
	moment   *moment
	ledger   *Ledger
	standing *Standing
	reasons  []rapport.Reason
}

func (c *conclusion) because(code rapport.Code, subject rapport.Path, weight int8, args ...string) {
	c.reasons = append(c.reasons, codeEntry(code).Reason(subject, weight, args...))
}

// hold says what holds the value down.
func (c *conclusion) hold() {
	h := c.moment.held
	switch h.code {
	case "":
	case CodeHeldWeakest:
		c.because(h.code, rapport.Path("/dimensions").Element(h.dimension.String()), -2, h.dimension.String())
	case CodeHeldBreachOpen, CodeHeldBreachMending, CodeHeldBreachRepaired:
		c.because(h.code, rapport.Path("/repairs").Element(string(h.subject)), -3)
	default:
		c.because(h.code, "", -2)
	}
}

// dimensions lists the seven sides. Three of them always stand among the reasons: privacy kept,
// professional conduct, feedback acted on.
func (c *conclusion) dimensions() {
	for d := DimensionConsistency; int(d) < len(dimensionWords); d++ {
		o := c.moment.dimension(d)
		c.standing.Dimensions = append(c.standing.Dimensions, DimensionStanding{d, o.out(c.moment.base), o.r.float(), o.s.float()})
		at := rapport.Path("/dimensions").Element(d.String())
		switch d {
		case DimensionDiscretion:
			c.because(CodePartPrivacy, at, leaning(o), inWords(o))
		case DimensionProfessionalism:
			c.because(CodePartProfessional, at, leaning(o), inWords(o))
		case DimensionResponsiveness:
			c.because(CodePartFeedback, at, leaning(o), inWords(o))
		case DimensionUnknown, DimensionConsistency, DimensionReliability, DimensionCommunication, DimensionEmpathy:
		}
	}
}

func leaning(o opinion) int8 {
	switch {
	case o.u > one*6/10:
		return 0
	case o.p >= one/2:
		return 1
	}
	return -1
}

// inWords says what an opinion says, so that split and unknown do not read alike.
func inWords(o opinion) string {
	switch {
	case o.r == 0 && o.s == 0:
		return "nothing is known"
	case o.u > one*6/10:
		return "little is known"
	case o.b > one*3/10 && o.d > one*3/10:
		return "strong signs both ways"
	case o.p >= one*7/10:
		return "it speaks for us"
	case o.p >= one/2:
		return "more for us than against"
	}
	return "it speaks against us"
}

// context says what else has to be known to read the answer.
func (c *conclusion) context() {
	if c.numbers != (Numbers{}).orStandard() {
		c.because(CodeOwnNumbers, "", 1)
	}
	if c.later > 0 {
		c.because(CodeLaterLeftOut, "", 0, decimal(c.later))
	}
	if c.dependent > 0 {
		c.because(CodeDependentReports, "", 0, strconv.Itoa(c.dependent))
	}
	if c.since == never {
		return
	}
	if silence := c.day - c.moment.contact; silence > c.audience.Grace {
		c.because(CodeSilence, "", -1, strconv.Itoa(silence))
	}
	for _, e := range c.recent(windowOutside) {
		if e.kind.Direction == DirectionExternal {
			c.because(CodeOutsideEvent, rapport.Path("/outside").Element(string(e.kept.ID)), 1, e.kind.EN.Name)
		}
	}
}

// guidance looks up what follows from the state.
func (c *conclusion) guidance() {
	for _, entry := range standardStates {
		if entry.ID == c.standing.State {
			c.standing.Guidance = Guidance{ExplainMore: entry.Explain, IntrusiveStep: entry.Intrusive, Cooperation: entry.Cooperation,
				Do: entry.EN.Do, Expect: entry.EN.Cooperation, First: entry.EN.Do}
		}
	}
	if len(c.standing.Warnings) > 0 {
		c.standing.Guidance.First = c.standing.Warnings[0].Next
	}
}
