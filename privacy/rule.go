package privacy

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// grainSet is a set of grains, one bit each.
type grainSet uint32

// everything is the full view.
const everything grainSet = 1 << GrainFull

// grainsOf returns the set of what a category offers among the grains; full stands for all of it.
func grainsOf(grains []Grain, offered grainSet) grainSet {
	var s grainSet
	for _, g := range grains {
		s |= 1 << g
	}
	if s&everything != 0 {
		return offered | everything
	}
	return s & offered
}

// grains lists the set in order; full stands alone.
func (s grainSet) grains() []Grain {
	if s&everything != 0 {
		return []Grain{GrainFull}
	}
	list := []Grain{}
	for i := range grainWords {
		if s&(1<<i) != 0 {
			list = append(list, Grain(i))
		}
	}
	return list
}

// cell is all rules for one role and category, whatever their purpose.
type cell struct {
	request Request
	// purpose is the place of the request's purpose in the sets of the rules.
	purpose int
	offered grainSet
	// bothGuardians tells that of this category every guardian has to agree; agreed is what was agreed.
	bothGuardians bool
	agreed        agreement
	rules         []cellRule
}

// cellRule is a rule in terms of sets.
type cellRule struct {
	entry *RuleEntry
	// purposes has a bit for each purpose that the rule is for; none means every purpose.
	purposes              []uint64
	when, whenNot, unless atomSet
	gives, leaves         grainSet
}

// In a cell for one request only the first bit counts: the purpose of the request.
var served, unserved = []uint64{1}, []uint64{0}

// cell collects the rules for the role and category of a request.
func (p Policy) cell(r Request) cell {
	w := p.words.orStandard()
	c := cell{request: r, offered: w.offered(r.Category), bothGuardians: w.bothGuardians(r.Category)}
	for i := range w.rules {
		e := &w.rules[i]
		if !e.hasRole(r.Role) || len(e.Categories) > 0 && !slices.Contains(e.Categories, r.Category) {
			continue
		}
		purposes := served
		if len(e.Purposes) > 0 && !slices.Contains(e.Purposes, r.Purpose) {
			purposes = unserved
		}
		c.rules = append(c.rules, e.inCell(c.offered, purposes))
	}
	return c
}

// offered returns the grains that a category offers.
func (w *words) offered(category client.Category) grainSet {
	offer, _ := w.offers.find(category)
	return grainsOf(offer.Offers, ^grainSet(0)) &^ everything
}

func (e *RuleEntry) inCell(offered grainSet, purposes []uint64) cellRule {
	return cellRule{
		entry: e, purposes: purposes,
		when: setOf(e.When), whenNot: setOf(e.WhenNot), unless: setOf(e.Unless),
		gives: grainsOf(e.Gives, offered), leaves: grainsOf(e.Leaves, offered),
	}
}

func (e *RuleEntry) hasRole(role client.Role) bool {
	if len(e.Roles) > 0 {
		return slices.Contains(e.Roles, role)
	}
	return !slices.Contains(e.Except, role)
}

// serves reports whether the rule is for the purpose of the cell.
func (c *cell) serves(r *cellRule) bool {
	return r.purposes == nil || r.purposes[c.purpose/64]>>(c.purpose%64)&1 == 1
}

// matches reports whether a rule speaks about these facts; one that gives needs the role carried.
func (c *cell) matches(r *cellRule, o *outcome) bool {
	return c.serves(r) && o.facts&r.when == r.when && o.facts&(r.whenNot|r.unless) == 0 && (r.entry.Forbid || o.carried)
}

// outcome is what a set of facts comes to.
type outcome struct {
	facts   atomSet
	carried bool
	verdict Verdict
	// agreed is what may rest on the agreement of who is entitled; none where nobody agreed.
	agreed grainSet
	// given is what rules give, left what those that forbid leave of everything, view what remains.
	given, left, view grainSet
}

// evaluate weighs every rule and never stops early, so that nothing is missed.
func (c *cell) evaluate(facts atomSet) outcome {
	o := outcome{agreed: c.agreed.view(facts), left: ^grainSet(0)}
	o.facts = facts.derive(o.agreed)
	o.carried = o.facts.carries(c.request.Role)
	var possible grainSet
	for i := range c.rules {
		r := &c.rules[i]
		possible |= r.gives
		switch {
		case !c.matches(r, &o):
			if o.narrowed() && c.lifted(r, &o) {
				o.left &= r.leaves | o.agreed
			}
		case r.entry.Forbid:
			o.left &= r.leaves
		default:
			o.given |= o.part(r)
		}
	}
	o.view = o.given & o.left
	switch {
	case o.view&everything != 0:
		o.verdict = VerdictFull
	case o.view != 0:
		o.verdict = VerdictPartial
	case o.forbids() && (o.given != 0 || possible&o.left == 0):
		o.verdict = VerdictForbidden
	default:
		o.verdict = VerdictDenied
	}
	return o
}

// matched lists the rules that speak about the facts of an outcome.
func (c *cell) matched(o outcome) []*cellRule {
	var list []*cellRule
	for i := range c.rules {
		if r := &c.rules[i]; c.matches(r, &o) {
			list = append(list, r)
		}
	}
	return list
}

func (o outcome) forbids() bool { return o.left != ^grainSet(0) }

// undecided returns the open facts on which verdict or view depend.
func (c *cell) undecided(h *holdings) atomSet {
	var tested, result atomSet
	if h.open == 0 {
		return 0
	}
	for i := range c.rules {
		if r := &c.rules[i]; c.serves(r) {
			tested |= r.when | r.whenNot | r.unless
		}
	}
	tested.add(AtomMinor, c.request.Role == client.RolePrincipal) // what carries these two roles
	tested.add(AtomGuardian, c.request.Role == client.RoleGuardian)
	open := h.open & tested.roots()
	for a := range atomBits {
		if !open.has(a) {
			continue
		}
		rest := open &^ (1 << a)
		for sub := rest; ; sub = (sub - 1) & rest {
			without, with := c.evaluate(h.yes|sub), c.evaluate(h.yes|sub|1<<a)
			if without.verdict != with.verdict || without.view != with.view {
				result |= 1 << a
				break
			}
			if sub == 0 {
				break
			}
		}
	}
	return result
}

// obligations are those of the rules that contributed to the view, one bit each.
func (c *cell) obligations(o outcome) obligationSet {
	var set obligationSet
	for i := range c.rules {
		if r := &c.rules[i]; o.part(r)&o.view != 0 && c.matches(r, &o) {
			for _, obligation := range r.entry.Obligations {
				set |= 1 << obligation
			}
		}
	}
	return set
}

// obligationSet is a set of obligations, one bit each.
type obligationSet uint16

// list lists the set in order.
func (s obligationSet) list() []Obligation {
	list := []Obligation{}
	for i := range obligationWords {
		if s&(1<<i) != 0 {
			list = append(list, Obligation(i))
		}
	}
	return list
}

// reasons name every matching rule. A rule that forbids weighs 3 where something was there to take; one
// that an agreement lifts in part is named only there.
func (c *cell) reasons(o outcome) []rapport.Reason {
	var reasons []rapport.Reason
	for _, r := range c.matched(o) {
		subject := rapport.Path("/rules").Element(string(r.entry.ID))
		code, weight, grains := CodeRuleGives, 1, o.part(r)
		switch {
		case r.entry.Forbid && (o.verdict == VerdictForbidden || o.given&^r.leaves != 0):
			code, weight, grains = CodeRuleForbids, -3, r.leaves
		case r.entry.Forbid:
			code, weight, grains = CodeRuleForbids, -1, r.leaves
		case grains&o.view != 0:
			weight = 3
		}
		reasons = append(reasons, because(code, subject, weight, string(r.entry.ID), grains.String(), r.entry.EN.Why))
	}
	for i := range c.rules {
		if r := &c.rules[i]; c.takesInPart(r, &o) {
			left := (r.leaves | o.agreed) & (c.offered | everything)
			reasons = append(reasons, because(CodeRuleForbids, rapport.Path("/rules").Element(string(r.entry.ID)), -3, string(r.entry.ID), left.String(), r.entry.EN.Why))
		}
	}
	return reasons
}

// String lists the grains with commas; nothing for none.
func (s grainSet) String() string {
	text := ""
	for i, g := range s.grains() {
		if i > 0 {
			text += ", "
		}
		text += g.String()
	}
	if text == "" {
		return "nothing"
	}
	return text
}
