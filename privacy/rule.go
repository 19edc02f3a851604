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

// cell is all rules for one role and category.
type cell struct {
	request Request
	offered grainSet
	rules   []cellRule
}

// cellRule is a rule in terms of sets.
type cellRule struct {
	entry                 *RuleEntry
	purpose               bool
	when, whenNot, unless atomSet
	gives, leaves         grainSet
}

// cell collects the rules for the role and category of a request, whatever their purpose.
func (p Policy) cell(r Request) cell {
	w := p.words.orStandard()
	offer, _ := w.offers.find(r.Category)
	c := cell{request: r, offered: grainsOf(offer.Offers, ^grainSet(0)) &^ everything}
	for i := range w.rules {
		e := &w.rules[i]
		if !e.hasRole(r) || len(e.Categories) > 0 && !slices.Contains(e.Categories, r.Category) {
			continue
		}
		c.rules = append(c.rules, cellRule{
			entry: e, purpose: len(e.Purposes) == 0 || slices.Contains(e.Purposes, r.Purpose),
			when: setOf(e.When), whenNot: setOf(e.WhenNot), unless: setOf(e.Unless),
			gives: grainsOf(e.Gives, c.offered), leaves: grainsOf(e.Leaves, c.offered),
		})
	}
	return c
}

func (e *RuleEntry) hasRole(r Request) bool {
	if len(e.Roles) > 0 {
		return slices.Contains(e.Roles, r.Role)
	}
	return !slices.Contains(e.Except, r.Role)
}

func (r cellRule) matches(facts atomSet) bool {
	return r.purpose && facts&r.when == r.when && facts&(r.whenNot|r.unless) == 0
}

// outcome is what a set of facts comes to.
type outcome struct {
	facts   atomSet
	verdict Verdict
	// given is what rules give, left what those that forbid leave of everything, view what remains.
	given, left, view grainSet
	matched           []cellRule
}

// evaluate weighs every rule and never stops early, so that all reasons are there.
func (c cell) evaluate(facts atomSet) outcome {
	o := outcome{facts: facts.derive(), left: ^grainSet(0)}
	carried := o.facts.carries(c.request.Role)
	var possible grainSet
	for _, r := range c.rules {
		possible |= r.gives
		if !r.matches(o.facts) || !r.entry.Forbid && !carried {
			continue
		}
		o.matched = append(o.matched, r)
		if r.entry.Forbid {
			o.left &= r.leaves
		} else {
			o.given |= r.gives
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

func (o outcome) forbids() bool { return o.left != ^grainSet(0) }

// undecided returns the open facts on which verdict or view depend.
func (c cell) undecided(h *holdings) atomSet {
	var tested, result atomSet
	for _, r := range c.rules {
		if r.purpose {
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

// obligations are those of the rules that contributed to the view.
func (o outcome) obligations() []Obligation {
	list := []Obligation{}
	for _, r := range o.matched {
		if r.gives&o.view != 0 {
			list = append(list, r.entry.Obligations...)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// reasons name every matching rule. A rule that forbids weighs 3 where something was there to take.
func (c cell) reasons(o outcome) []rapport.Reason {
	var reasons []rapport.Reason
	for _, r := range o.matched {
		subject := rapport.Path("/rules").Element(string(r.entry.ID))
		code, weight, grains := CodeRuleGives, 1, r.gives
		switch {
		case r.entry.Forbid && (o.verdict == VerdictForbidden || o.given&^r.leaves != 0):
			code, weight, grains = CodeRuleForbids, -3, r.leaves
		case r.entry.Forbid:
			code, weight, grains = CodeRuleForbids, -1, r.leaves
		case r.gives&o.view != 0:
			weight = 3
		}
		reasons = append(reasons, because(code, subject, weight, string(r.entry.ID), grains.String(), r.entry.EN.Why))
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
