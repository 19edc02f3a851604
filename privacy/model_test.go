package privacy_test

import (
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// model answers a request the plain, slow way, from the catalogue and the register as they read: facts
// are words in a set, an open fact is tried both ways, every rule is asked in turn.
type model struct {
	request  privacy.Request
	register privacy.Register
	at       time.Time
}

// verdict is what the model says.
type verdict struct {
	Verdict     privacy.Verdict
	Grains      []privacy.Grain
	Obligations []privacy.Obligation
}

func (m model) answer() verdict {
	facts, open := m.facts()
	first := m.weigh(facts)
	for choice := range 1 << len(open) {
		tried := maps.Clone(facts)
		for i, fact := range open {
			if choice>>i&1 == 1 {
				tried[fact] = true
			}
		}
		other := m.weigh(tried)
		if other.Verdict != first.Verdict || !slices.Equal(other.Grains, first.Grains) {
			return verdict{privacy.VerdictUndecided, []privacy.Grain{}, []privacy.Obligation{}}
		}
	}
	return first
}

// counts reports whether an entry counts now, with the lead and the tail of its role.
func (m model) counts(role client.Role, activity rapport.ID, span rapport.Span) bool {
	from, to := span.From, span.To
	for _, w := range standardPrivacy.Windows {
		if w.ID != role {
			continue
		}
		lead, tail := w.Lead, w.Tail
		if activity == "" {
			lead, tail = w.StandingLead, w.StandingTail
		}
		if w.Longest > 0 {
			if end := from.Add(time.Duration(w.Longest) * time.Minute); to.IsZero() || to.After(end) {
				to = end
			}
		}
		if !from.IsZero() {
			from = from.Add(-time.Duration(lead) * time.Minute)
		}
		if !to.IsZero() {
			to = to.Add(time.Duration(tail) * time.Minute)
		}
	}
	return !m.at.Before(from) && (to.IsZero() || m.at.Before(to))
}

// guardianOf answers yes, no or unsaid: a no outweighs all, an unsaid outweighs a yes.
func (m model) guardianOf(person rapport.ID) rapport.Answer {
	said := map[rapport.Answer]bool{}
	for _, r := range m.register.Relations {
		if r.Kind == privacy.AtomGuardian && r.Person == person && r.Principal == m.request.Principal {
			said[r.Holds] = true
		}
	}
	switch {
	case said[rapport.AnswerNo] || len(said) == 0:
		return rapport.AnswerNo
	case said[rapport.AnswerUnsaid]:
		return rapport.AnswerUnsaid
	}
	return rapport.AnswerYes
}

// guardians lists who stands as guardian with this answer; nobody is their own.
func (m model) guardians(answer rapport.Answer) []rapport.ID {
	var list []rapport.ID
	for _, r := range m.register.Relations {
		if r.Kind == privacy.AtomGuardian && r.Principal == m.request.Principal && r.Person != r.Principal && !slices.Contains(list, r.Person) && m.guardianOf(r.Person) == answer {
			list = append(list, r.Person)
		}
	}
	return list
}

// grains is a set of views.
type grains map[privacy.Grain]bool

func (g grains) and(other grains) grains {
	both := grains{}
	for grain := range g {
		if other[grain] {
			both[grain] = true
		}
	}
	return both
}

// said lists the views that one person agreed to, in all records of theirs that count now.
func (m model) said(by rapport.ID) grains {
	r, views := m.request, grains{}
	for _, c := range m.register.Consents {
		about := c.Principal == r.Principal && c.Person == r.Asker && slices.Contains(c.Categories, r.Category) &&
			slices.Contains(c.Purposes, r.Purpose) && (c.Activity == "" || c.Activity == r.Activity)
		now := c.Span.Contains(m.at) && (c.Withdrawn.IsZero() || m.at.Before(c.Withdrawn))
		if c.By != by || !about || !now || c.Freely == rapport.AnswerNo {
			continue
		}
		for i := range privacy.GrainSpecified {
			g := i + 1
			if len(c.Grains) == 0 || slices.Contains(c.Grains, g) || slices.Contains(c.Grains, privacy.GrainFull) {
				views[g] = true
			}
		}
	}
	return views
}

// agreed lists the views that everybody agreed to who has to.
func (m model) agreed(facts map[string]bool) grains {
	own := m.said(m.request.Principal)
	if !facts["minor"] {
		return own
	}
	guardians := m.guardians(rapport.AnswerYes)
	for _, person := range m.guardians(rapport.AnswerUnsaid) {
		if facts["guardian "+string(person)] {
			guardians = append(guardians, person)
		}
	}
	every := !slices.ContainsFunc(standardPrivacy.Handling, func(e privacy.HandlingEntry) bool {
		return e.ID == m.request.Category && !e.BothGuardians
	})
	theirs := grains{}
	for i, person := range guardians {
		switch said := m.said(person); {
		case every && i > 0:
			theirs = theirs.and(said)
		default:
			maps.Copy(theirs, said)
		}
	}
	if !facts["mature"] {
		return theirs
	}
	return theirs.and(own)
}

// facts lists what holds, and what the register leaves open.
func (m model) facts() (map[string]bool, []string) {
	r, facts, opens := m.request, map[string]bool{}, map[string]bool{}
	say := func(fact string, answer rapport.Answer) {
		switch answer {
		case rapport.AnswerYes:
			facts[fact] = true
		case rapport.AnswerUnsaid:
			opens[fact] = true
		case rapport.AnswerNo:
		}
	}
	self := r.Asker == r.Principal
	facts["self"] = self
	for _, a := range m.register.Assignments {
		if a.Person != r.Asker || a.Role != r.Role || a.Principal != r.Principal && !self {
			continue
		}
		facts["carried"] = true
		if a.Principal == r.Principal && m.counts(a.Role, a.Activity, a.Span) {
			facts["assigned"] = facts["assigned"] || a.Activity == ""
			facts["on-activity"] = facts["on-activity"] || a.Activity != "" && a.Activity == r.Activity
		}
	}
	for _, c := range m.register.Contacts {
		if c.Person != r.Asker || c.Role != r.Role || c.Principal != r.Principal && !self {
			continue
		}
		facts["carried"] = true
		if c.Principal == r.Principal && m.counts(c.Role, c.Activity, c.Span) && (c.Activity == "" || c.Activity == r.Activity) {
			facts["named"] = true
			facts["verified"] = facts["verified"] || c.Verified == rapport.AnswerYes
		}
	}
	for _, rel := range m.register.Relations {
		if rel.Kind == privacy.AtomOfConcern && rel.Person == r.Asker && rel.Principal == r.Principal {
			say("of-concern", rel.Holds)
		}
	}
	// Two entries that disagree, one yes and one unsaid, leave the asker's own guardianship standing.
	for _, rel := range m.register.Relations {
		if rel.Kind == privacy.AtomGuardian && rel.Person == r.Asker && rel.Principal == r.Principal && m.guardianOf(r.Asker) != rapport.AnswerNo {
			say("guardian", rel.Holds)
		}
	}
	for _, s := range m.register.Subjects {
		if s.ID == r.Principal {
			say("minor", s.Minor)
			if s.Minor != rapport.AnswerNo {
				say("mature", s.Mature)
			}
		}
	}
	for _, c := range m.register.Circumstances {
		if (c.Principal == r.Principal || c.Principal == "") && (c.Person == r.Asker || c.Person == "") && c.Span.Contains(m.at) {
			say(c.Kind.String(), c.Holds)
		}
	}
	for _, person := range m.guardians(rapport.AnswerUnsaid) {
		say("guardian "+string(person), rapport.AnswerUnsaid)
	}
	var open []string
	for fact := range opens {
		if !facts[fact] { // in no order: each is tried with each
			open = append(open, fact)
		}
	}
	return facts, open
}

// weigh asks every rule.
func (m model) weigh(facts map[string]bool) verdict {
	r, agreed := m.request, m.agreed(facts)
	holds := func(atom privacy.Atom) bool {
		switch atom {
		case privacy.AtomOnDuty:
			return facts["assigned"] || facts["on-activity"]
		case privacy.AtomEmergency:
			return facts["imminent-danger"] || facts["medical-emergency"]
		case privacy.AtomConsent:
			return len(agreed) > 0
		default:
			return facts[atom.String()]
		}
	}
	carried := facts["carried"]
	switch r.Role {
	case client.RolePrincipal:
		carried = facts["self"] && !facts["minor"]
	case client.RoleMinor:
		carried = facts["self"]
	case client.RoleGuardian:
		carried = facts["guardian"]
	}
	every := []privacy.Grain{privacy.GrainFull}
	for _, o := range standardPrivacy.Offers {
		if o.ID == r.Category {
			every = append(every, o.Offers...)
		}
	}
	cut := func(list []privacy.Grain) grains {
		set := grains{}
		for _, g := range every {
			if slices.Contains(list, g) || slices.Contains(list, privacy.GrainFull) {
				set[g] = true
			}
		}
		return set
	}
	// What needs the consent gives no more than was agreed to.
	gives := func(rule privacy.RuleEntry) grains {
		if slices.Contains(rule.When, privacy.AtomConsent) {
			return cut(rule.Gives).and(agreed)
		}
		return cut(rule.Gives)
	}
	given, taken, could := grains{}, grains{}, grains{}
	forbidden := false
	var giving []privacy.RuleEntry
	for _, rule := range standardPrivacy.Rules {
		if len(rule.Roles) > 0 && !slices.Contains(rule.Roles, r.Role) || slices.Contains(rule.Except, r.Role) {
			continue
		}
		if len(rule.Categories) > 0 && !slices.Contains(rule.Categories, r.Category) {
			continue
		}
		for g := range cut(rule.Gives) {
			could[g] = true
		}
		if len(rule.Purposes) > 0 && !slices.Contains(rule.Purposes, r.Purpose) {
			continue
		}
		applies, lifts := true, false
		for _, atom := range rule.When {
			applies = applies && holds(atom)
		}
		for _, atom := range slices.Concat(rule.WhenNot, rule.Unless) {
			if rule.Forbid && atom == privacy.AtomConsent {
				lifts = true // the consent lifts the rule for the views agreed to, and for no other
				continue
			}
			applies = applies && !holds(atom)
		}
		switch {
		case !applies, lifts && agreed[privacy.GrainFull]:
		case rule.Forbid:
			forbidden = true
			left := cut(rule.Leaves)
			for _, g := range every {
				taken[g] = taken[g] || !left[g] && !(lifts && agreed[g])
			}
		case carried:
			giving = append(giving, rule)
			maps.Copy(given, gives(rule))
		}
	}
	v := verdict{privacy.VerdictDenied, []privacy.Grain{}, []privacy.Obligation{}}
	attainable := false
	for _, g := range every {
		attainable = attainable || could[g] && !taken[g]
		if given[g] && !taken[g] {
			v.Grains = append(v.Grains, g)
		}
	}
	for _, rule := range giving {
		if slices.ContainsFunc(v.Grains, func(g privacy.Grain) bool { return gives(rule)[g] }) {
			v.Obligations = append(v.Obligations, rule.Obligations...)
		}
	}
	slices.Sort(v.Obligations)
	v.Obligations = slices.Compact(v.Obligations)
	switch {
	case slices.Contains(v.Grains, privacy.GrainFull):
		v.Verdict, v.Grains = privacy.VerdictFull, []privacy.Grain{privacy.GrainFull}
	case len(v.Grains) > 0:
		v.Verdict = privacy.VerdictPartial
	case forbidden && (len(given) > 0 || !attainable):
		v.Verdict = privacy.VerdictForbidden
	}
	slices.Sort(v.Grains)
	return v
}

func TestBothDoorsAnswerARandomHundredThousandAsThePlainModelDoes(t *testing.T) {
	r := newRand(12)
	seen, codes := map[privacy.Verdict]int{}, map[rapport.Code]int{}
	for i := range 100_000 {
		q := randomRequest(r)
		if r.IntN(8) == 0 {
			q.Asker = q.Principal
		}
		q.Activity = pick[rapport.ID](r, "outing", "outing", "")
		reg := randomRegister(r, q)
		if i%3 == 0 {
			q = consentRequest(r)
			q.Activity = pick[rapport.ID](r, "outing", "outing", "")
			reg = randomFamily(r, q)
		}
		d, err := privacy.Policy{}.Decide(q, reg, noon)
		require.NoError(t, err)
		want := model{q, reg, noon}.answer()
		if got := (verdict{d.Verdict, d.Grains, d.Obligations}); !assert.ObjectsAreEqual(want, got) {
			require.Equal(t, want, got, "%d: %+v\n%+v", i, q, reg)
		}
		seen[d.Verdict]++
		for _, reason := range d.Reasons {
			codes[reason.Code]++
		}
		if i%100 == 0 {
			sameAtTheDesk(t, standardPolicyDesk(t, reg), q, d)
		}
	}
	for v := range privacy.VerdictUndecided {
		assert.Greater(t, seen[v+1], 500, "%s", v+1)
	}
	for _, code := range consentCodes {
		assert.Greater(t, codes[code], 500, "%s", code)
	}
	t.Log(seen, codes)
}
