package privacy

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// agreement is what was agreed, as what each side leaves out of everything, so that the zero value leaves
// out nothing. A side that agreed to nothing has no fact; see the bits beside the atoms.
type agreement struct {
	// own is what the principal leaves out.
	own grainSet
	// guardians is what the guardians leave out whoever else turns out to be one, and unsaid what they
	// leave out where those whose guardianship is unsaid stand as gives most.
	guardians, unsaid grainSet
}

// view is what everybody who is entitled agreed to: the principal; for a minor the guardians; for a mature
// minor both.
func (a agreement) view(facts atomSet) grainSet {
	var own, guardians grainSet
	if facts.has(bitOwnConsent) {
		own = ^a.own
	}
	switch {
	case facts.has(bitUnsaidGuardian):
		guardians = ^a.unsaid
	case facts.has(bitGuardianConsent):
		guardians = ^a.guardians
	}
	switch {
	case !facts.has(AtomMinor):
		return own
	case !facts.has(AtomMature):
		return guardians
	}
	return own & guardians
}

// flaws tell why recorded agreements come to nothing.
type flaws struct {
	wrongGiver, notFree, ended bool
	// alone tells that a guardian agreed and another, who has to, did not; apart that all who have to
	// agreed, and to no view in common.
	alone, apart bool
	// own and guardian tell that a principal's or a guardian's word is there.
	own, guardian bool
}

// denial is the kind of denial where the consent is missing.
func (f flaws) denial(facts atomSet) Denial {
	minor, mature := facts.has(AtomMinor), facts.has(AtomMature)
	switch {
	case f.wrongGiver:
		return DenialWrongGiver
	case f.notFree:
		return DenialConsentNotFree
	case f.ended:
		return DenialConsentEnded
	case minor && f.alone:
		return DenialSecondGuardian
	case minor && !mature && f.apart, minor && mature && f.own && f.guardian:
		return DenialConsentNarrower
	}
	return DenialNoConsent
}

// bothGuardians reports whether every guardian of a minor has to agree to a disclosure of a category.
func (w *words) bothGuardians(category client.Category) bool {
	entry, found := w.handling.find(category)
	return entry.BothGuardians || !found
}

// bearsOn reports whether an agreement is about what is asked, and by whom.
func (c *Consent) bearsOn(r Request) bool {
	return c.Principal == r.Principal && c.Person == r.Asker && (c.Activity == "" || c.Activity == r.Activity) &&
		slices.Contains(c.Categories, r.Category) && slices.Contains(c.Purposes, r.Purpose)
}

// view is what an agreement covers: everything, or the views that it names.
func (c *Consent) view() grainSet {
	if len(c.Grains) == 0 {
		return ^grainSet(0)
	}
	return grainsOf(c.Grains, ^grainSet(0))
}

// ended reports whether an agreement has run out or was withdrawn.
func (h *holdings) ended(c *Consent) bool {
	return !h.at.Before(c.Span.To) || !c.Withdrawn.IsZero() && !h.at.Before(c.Withdrawn)
}

// live reports whether an agreement bears on the request and counts now, whoever gave it.
func (h *holdings) live(c *Consent) bool {
	return c.bearsOn(h.request) && !h.ended(c) && !h.at.Before(c.Span.From) && c.Freely != rapport.AnswerNo
}

// consented reads what was agreed for this asker, category and purpose, and by whom.
func (h *holdings) consented(v *view) {
	var own grainSet
	for i := range v.consents {
		c := &v.consents[i]
		if !c.bearsOn(h.request) {
			continue
		}
		h.turns(c.Span.From, c.Span.To, c.Withdrawn)
		switch {
		case h.ended(c):
			h.flawed.ended = true
		case h.at.Before(c.Span.From):
		case c.By != c.Principal && guardian(v.relations, c.By, c.Principal) == rapport.AnswerNo:
			h.flawed.wrongGiver = true
		case c.Freely == rapport.AnswerNo:
			h.flawed.notFree = true
		case c.By == c.Principal:
			own |= c.view()
		default:
			h.flawed.guardian = true
		}
	}
	h.flawed.own = own != 0
	h.agreed.own = ^own
	h.yes.add(bitOwnConsent, own != 0)
	if h.flawed.guardian && (h.yes | h.open).has(AtomMinor) {
		h.guardians(v)
	}
}

// guardians reads what the guardians agreed to: for daily matters the views add up, where every guardian
// has to agree only what all agreed to counts. A guardian who is unsaid adds views in the first case, and
// takes them away in the second.
func (h *holdings) guardians(v *view) {
	anyone, every, maybe, nobody := grainSet(0), ^grainSet(0), grainSet(0), ^grainSet(0)
	known := false
	for i := range v.relations {
		person := v.relations[i].Person
		if v.relations[i].Principal != h.request.Principal || !firstOf(v.relations, i) {
			continue
		}
		answer := guardian(v.relations, person, h.request.Principal)
		if answer == rapport.AnswerNo {
			continue
		}
		given := h.given(v, person)
		if answer == rapport.AnswerYes {
			known = true
			anyone, every = anyone|given, every&given
			h.flawed.alone = h.flawed.alone || h.bothGuardians && given == 0
			continue
		}
		maybe, nobody = maybe|given, nobody&given
		if given != 0 || h.bothGuardians {
			h.unsaid(v, person)
		}
	}
	least, most := anyone, anyone|maybe
	switch {
	case h.bothGuardians && known:
		least, most = every&nobody, every
	case h.bothGuardians:
		least, most = 0, maybe
	}
	h.flawed.apart = h.bothGuardians && known && !h.flawed.alone && most == 0
	h.agreed.guardians, h.agreed.unsaid = ^least, ^most
	h.yes.add(bitGuardianConsent, least != 0)
	h.open.add(bitUnsaidGuardian, least != most)
}

// firstOf reports whether a relation is the first on record that is about its person as a guardian of its
// principal. Nobody is their own guardian.
func firstOf(relations []Relation, i int) bool {
	this := relations[i]
	for _, r := range relations[:i] {
		if r.Kind == AtomGuardian && r.Person == this.Person && r.Principal == this.Principal {
			return false
		}
	}
	return this.Kind == AtomGuardian && this.Person != this.Principal
}

// given is what one giver agreed to, in all records of theirs that count.
func (h *holdings) given(v *view, by rapport.ID) grainSet {
	var s grainSet
	for i := range v.consents {
		if c := &v.consents[i]; c.By == by && h.live(c) {
			s |= c.view()
		}
	}
	return s
}

// unsaid names the entries that leave a guardian unsaid.
func (h *holdings) unsaid(v *view, person rapport.ID) {
	if h.subjects == nil {
		return
	}
	for _, r := range v.relations {
		if r.Kind == AtomGuardian && r.Person == person && r.Principal == h.request.Principal && r.Holds == rapport.AnswerUnsaid {
			h.subjects[bitUnsaidGuardian] = append(h.subjects[bitUnsaidGuardian], rapport.Path("/register/relations").Element(string(r.ID)))
		}
	}
}

// narrowed reports whether an agreement counts that covers some views and not everything.
func (o *outcome) narrowed() bool { return o.agreed != 0 && o.agreed&everything == 0 }

// part is what a rule gives: where it needs the consent, no more than was agreed to.
func (o *outcome) part(r *cellRule) grainSet {
	if r.when.has(AtomConsent) {
		return r.gives & o.agreed
	}
	return r.gives
}

// lifted reports whether the consent, and nothing else, keeps a rule from forbidding.
func (c *cell) lifted(r *cellRule, o *outcome) bool {
	return r.entry.Forbid && (r.whenNot | r.unless).has(AtomConsent) && c.serves(r) &&
		o.facts&r.when == r.when && o.facts&(r.whenNot|r.unless) == 1<<AtomConsent
}

// takesInPart reports whether a rule that a narrower agreement lifts in part takes something away.
func (c *cell) takesInPart(r *cellRule, o *outcome) bool {
	return o.narrowed() && c.lifted(r, o) && (o.given&^(r.leaves|o.agreed) != 0 || o.verdict == VerdictForbidden)
}

// cuts reports whether an agreement that counts is what keeps a view from being given.
func (c *cell) cuts(o outcome) bool {
	for i := range c.rules {
		r := &c.rules[i]
		if o.narrowed() && (r.when.has(AtomConsent) && c.matches(r, &o) && r.gives&^o.agreed&o.left != 0 || c.takesInPart(r, &o)) {
			return true
		}
	}
	return false
}

// consents name the agreements on record where a rule for this purpose looks at the consent: those that
// the answer rests on, those that do not count and why, and the guardians who have not agreed.
func (c *cell) consents(o outcome, h *holdings, v *view) []rapport.Reason {
	var asked, rests bool
	for i := range c.rules {
		r := &c.rules[i]
		asked = asked || c.serves(r) && (r.when|r.whenNot|r.unless).has(AtomConsent)
		rests = rests || r.when.has(AtomConsent) && c.matches(r, &o) || o.facts.has(AtomConsent) && c.lifted(r, &o)
	}
	if !asked {
		return nil
	}
	var reasons []rapport.Reason
	cuts := c.cuts(o)
	for i := range v.consents {
		if k := &v.consents[i]; k.bearsOn(h.request) {
			subject := rapport.Path("/register/consents").Element(string(k.ID))
			reasons = append(reasons, h.consent(k, v, o, rests, cuts, subject)...)
		}
	}
	if !h.flawed.alone || !o.facts.has(AtomMinor) {
		return reasons
	}
	for i, r := range v.relations {
		if r.Principal != h.request.Principal || !firstOf(v.relations, i) {
			continue
		}
		if guardian(v.relations, r.Person, r.Principal) == rapport.AnswerYes && h.given(v, r.Person) == 0 {
			reasons = append(reasons, because(CodeGuardianMissing, rapport.Path("/register/relations").Element(string(r.ID)), -2))
		}
	}
	return reasons
}

// consent says what one agreement comes to.
func (h *holdings) consent(k *Consent, v *view, o outcome, rests, cuts bool, subject rapport.Path) []rapport.Reason {
	switch {
	case h.ended(k):
		return []rapport.Reason{because(CodeConsentEnded, subject, -1)}
	case h.at.Before(k.Span.From):
		return nil
	}
	switch entitled := h.entitled(k, v); {
	case entitled == rapport.AnswerNo:
		return []rapport.Reason{because(CodeConsentWrongGiver, subject, -2)}
	case k.Freely == rapport.AnswerNo:
		return []rapport.Reason{because(CodeConsentNotFree, subject, -2)}
	case entitled == rapport.AnswerUnsaid:
		return nil // what is open is named by itself
	}
	switch {
	case o.agreed == 0:
		return []rapport.Reason{because(CodeConsentAlone, subject, -1)}
	case !rests || k.view()&o.agreed == 0:
		return nil
	}
	covers := "all that the rules give"
	if k.view()&everything == 0 {
		covers = k.view().String()
	}
	reasons := []rapport.Reason{because(CodeConsentCounts, subject, 1, covers)}
	if cuts && k.view()&everything == 0 {
		reasons = append(reasons, because(CodeConsentNarrows, subject, -1, covers))
	}
	if k.Freely == rapport.AnswerUnsaid {
		reasons = append(reasons, because(CodeConsentFreelyUnsaid, subject, -1))
	}
	if k.Evidence == "" {
		reasons = append(reasons, because(CodeConsentUnshown, subject, -1))
	}
	return reasons
}

// entitled answers whether the giver of an agreement is somebody who has to agree, as far as age and
// guardianship are on record.
func (h *holdings) entitled(k *Consent, v *view) rapport.Answer {
	minor, mature := h.yes.has(AtomMinor), h.yes.has(AtomMature)
	switch own := k.By == k.Principal; {
	case !own && guardian(v.relations, k.By, k.Principal) == rapport.AnswerNo:
		return rapport.AnswerNo
	case own && (!minor || mature), !own && minor && guardian(v.relations, k.By, k.Principal) == rapport.AnswerYes:
		return rapport.AnswerYes
	case !own && minor, h.open.has(AtomMinor), own && h.open.has(AtomMature):
		return rapport.AnswerUnsaid
	}
	return rapport.AnswerNo
}
