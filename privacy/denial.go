package privacy

import (
	"math/bits"

	"github.com/rapport-go/rapport"
)

// denial says why not everything is given. What weighs most comes first: an open fact, a legal paper,
// an end, a rule that forbids, and only then what is missing.
func (c *cell) denial(verdict Verdict, o outcome, h *holdings) Denial {
	switch verdict {
	case VerdictFull:
		return ""
	case VerdictPartial:
		return DenialTooMuch
	case VerdictUndecided:
		return DenialUndecided
	default: // refused: the grounds follow
	}
	switch {
	case c.request.Purpose == PurposeComply || o.facts.has(AtomLegalCompulsion):
		return DenialRouted
	case o.facts.has(AtomLeaver):
		return DenialLeaver
	case o.facts.has(AtomAfterEnd):
		return DenialEnded
	case verdict == VerdictForbidden && o.facts.has(AtomUnderInvestigation) && o.given != 0:
		return DenialUnderHold
	case verdict == VerdictForbidden && c.liftable(o) && c.cuts(o):
		return DenialConsentNarrower
	case verdict == VerdictForbidden && c.liftable(o):
		return DenialForbiddenLiftable
	case verdict == VerdictForbidden:
		return DenialForbidden
	}
	nearest, fits := c.nearest(o)
	switch {
	case !c.couldGive(o):
		return DenialNotInRole
	case !fits:
		return DenialWrongPurpose
	case c.cuts(o):
		return DenialConsentNarrower
	}
	return h.lacking(nearest, o.facts)
}

// liftable reports whether every rule that forbids names something that lifts it.
func (c *cell) liftable(o outcome) bool {
	for i := range c.rules {
		if r := &c.rules[i]; r.entry.Forbid && r.unless == 0 && c.matches(r, &o) {
			return false
		}
	}
	return true
}

// couldGive reports whether a rule of the cell would give this asker something the category offers, with
// other facts and for some purpose. What a person may know of themself is nothing to anybody else.
func (c *cell) couldGive(o outcome) bool {
	for i := range c.rules {
		r := &c.rules[i]
		if r.gives != 0 && r.attainable(o) {
			return true
		}
	}
	return false
}

func (r *cellRule) attainable(o outcome) bool { return !r.when.has(AtomSelf) || o.facts.has(AtomSelf) }

// nearest returns the atoms that the rule nearest to giving something lacks, and false where no rule is
// for this purpose. A circumstance that nobody can bring about is the farthest; then the number counts.
func (c *cell) nearest(o outcome) (atomSet, bool) {
	var nearest atomSet
	found := false
	for i := range c.rules {
		r := &c.rules[i]
		if r.gives&o.left == 0 || !c.serves(r) || !r.attainable(o) {
			continue
		}
		if lacks := r.when &^ o.facts; !found || lacks.distance() < nearest.distance() {
			nearest, found = lacks, true
		}
	}
	return nearest, found
}

func (s atomSet) distance() int {
	happens := setOf([]Atom{AtomImminentDanger, AtomMedicalEmergency, AtomLegalCompulsion, AtomEmergency})
	return bits.OnesCount32(uint32(s)) + 2*int(atomBits)*bits.OnesCount32(uint32(s&happens))
}

// lacking is the kind of denial where these atoms are missing. What has to be put right first decides:
// the assignment or the entry on the list, then identity, then consent.
func (h *holdings) lacking(missing, facts atomSet) Denial {
	switch {
	case missing.has(AtomAssigned) || missing.has(AtomOnActivity) || missing.has(AtomOnDuty):
		return h.window(DenialNoAssignment)
	case missing.has(AtomNamed):
		return h.window(DenialNotNamed)
	case missing.has(AtomVerified):
		return DenialNotVerified
	case missing.has(AtomConsent):
		return h.flawed.denial(facts)
	}
	return DenialNotInRole
}

// window tells a missing entry from one that has not begun or has ended.
func (h *holdings) window(missing Denial) Denial {
	switch {
	case h.early:
		return DenialNotYet
	case h.late:
		return DenialNoLonger
	}
	return missing
}

// gaps name what is missing where not everything is given.
func (c *cell) gaps(o outcome, h *holdings) []rapport.Reason {
	if o.verdict != VerdictDenied {
		return nil
	}
	var reasons []rapport.Reason
	if !o.facts.carries(c.request.Role) {
		reasons = append(reasons, because(CodeRoleNotHeld, "/request/role", -2))
	}
	nearest, fits := c.nearest(o)
	switch {
	case !c.couldGive(o):
		return append(reasons, because(CodeNoRule, "/request/category", -3))
	case !fits:
		return append(reasons, because(CodeOtherPurpose, "/request/purpose", -3))
	}
	blocking := c.blocking(o)
	for a := range atomBits {
		if nearest.has(a) && !h.open.has(a) {
			reasons = append(reasons, because(CodeFactMissing, "/register", -2, a.name()))
		}
		for _, subject := range h.subjects[a] {
			if blocking.has(a) {
				reasons = append(reasons, because(CodeFactInTheWay, subject, -2, a.name()))
			}
		}
	}
	return reasons
}

// blocking returns the facts that keep a rule for this purpose from giving.
func (c *cell) blocking(o outcome) atomSet {
	var s atomSet
	for i := range c.rules {
		r := &c.rules[i]
		if !r.entry.Forbid && c.serves(r) && r.attainable(o) {
			s |= r.whenNot & o.facts
		}
	}
	return s
}
