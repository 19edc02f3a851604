package privacy_test

import (
	"maps"
	"math/rand/v2"
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
	for _, c := range m.register.Consents {
		if c.Principal == r.Principal && c.Person == r.Asker && slices.Contains(c.Categories, r.Category) &&
			slices.Contains(c.Purposes, r.Purpose) && c.Span.Contains(m.at) && (c.Withdrawn.IsZero() || m.at.Before(c.Withdrawn)) {
			if c.By == c.Principal {
				facts["own-consent"] = true
			} else {
				say("guardian-consent", m.guardianOf(c.By))
			}
		}
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
	r := m.request
	holds := func(atom privacy.Atom) bool {
		switch atom {
		case privacy.AtomOnDuty:
			return facts["assigned"] || facts["on-activity"]
		case privacy.AtomEmergency:
			return facts["imminent-danger"] || facts["medical-emergency"]
		case privacy.AtomConsent:
			switch {
			case !facts["minor"]:
				return facts["own-consent"]
			case !facts["mature"]:
				return facts["guardian-consent"]
			}
			return facts["own-consent"] && facts["guardian-consent"]
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
	cut := func(grains []privacy.Grain) map[privacy.Grain]bool {
		set := map[privacy.Grain]bool{}
		for _, g := range every {
			if slices.Contains(grains, g) || slices.Contains(grains, privacy.GrainFull) {
				set[g] = true
			}
		}
		return set
	}
	given, taken, could := map[privacy.Grain]bool{}, map[privacy.Grain]bool{}, map[privacy.Grain]bool{}
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
		applies := true
		for _, atom := range rule.When {
			applies = applies && holds(atom)
		}
		for _, atom := range slices.Concat(rule.WhenNot, rule.Unless) {
			applies = applies && !holds(atom)
		}
		switch {
		case !applies:
		case rule.Forbid:
			forbidden = true
			left := cut(rule.Leaves)
			for _, g := range every {
				taken[g] = taken[g] || !left[g]
			}
		case carried:
			giving = append(giving, rule)
			for g := range cut(rule.Gives) {
				given[g] = true
			}
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
		if slices.ContainsFunc(v.Grains, func(g privacy.Grain) bool { return cut(rule.Gives)[g] }) {
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

// randomSpan lies around noon, within it more often than not; now and then it has no beginning or no end.
func randomSpan(r *rand.Rand) rapport.Span {
	s := rapport.Span{From: noon.Add(time.Duration(r.IntN(240)-200) * time.Minute)}
	s.To = s.From.Add(time.Duration(r.IntN(600)) * time.Minute)
	switch r.IntN(8) {
	case 0:
		s.From = time.Time{}
	case 1:
		s.To = time.Time{}
	}
	return s
}

// randomRegister knows a few people, more or less to do with a request.
func randomRegister(r *rand.Rand, q privacy.Request) privacy.Register {
	var reg privacy.Register
	person := func() rapport.ID { return pick(r, q.Asker, q.Asker, q.Asker, "parent", "another") }
	whose := func() rapport.ID { return pick(r, q.Principal, q.Principal, q.Principal, "mr-b") }
	role := func() client.Role { return pick(r, q.Role, q.Role, q.Role, client.RoleDriver) }
	answer := func() rapport.Answer {
		return pick(r, rapport.AnswerYes, rapport.AnswerYes, rapport.AnswerYes, rapport.AnswerNo, rapport.AnswerUnsaid)
	}
	id := func(list string, i int) rapport.ID { return rapport.ID(list + string(rune('0'+i))) }
	for i := range r.IntN(3) {
		reg.Assignments = append(reg.Assignments, privacy.Assignment{ID: id("a", i), Person: person(), Role: role(), Principal: whose(), Activity: pick[rapport.ID](r, "", "outing", "another"), Span: randomSpan(r)})
	}
	for i := range r.IntN(3) {
		reg.Contacts = append(reg.Contacts, privacy.Contact{ID: id("c", i), Person: person(), Role: role(), Principal: whose(), Activity: pick[rapport.ID](r, "", "outing", "another"), Span: randomSpan(r), Verified: answer()})
	}
	for i := range r.IntN(4) {
		k := privacy.Consent{ID: id("k", i), Principal: whose(), By: pick(r, q.Principal, "parent", "another"), Person: person(), Categories: []client.Category{q.Category}, Purposes: []privacy.Purpose{q.Purpose}, Span: randomSpan(r)}
		if k.Span.To.IsZero() {
			k.Span.To = noon.Add(time.Hour)
		}
		if r.IntN(4) == 0 {
			k.Withdrawn = noon.Add(time.Duration(r.IntN(100)-50) * time.Minute)
		}
		reg.Consents = append(reg.Consents, k)
	}
	for i := range r.IntN(4) {
		reg.Relations = append(reg.Relations, privacy.Relation{ID: id("r", i), Kind: pick(r, privacy.AtomGuardian, privacy.AtomGuardian, privacy.AtomOfConcern), Person: person(), Principal: whose(), Holds: answer()})
	}
	if r.IntN(2) == 0 {
		reg.Subjects = []privacy.Subject{{ID: q.Principal, Minor: answer(), Mature: answer()}}
	}
	for i := range r.IntN(3) {
		c := privacy.Circumstance{ID: id("x", i), Kind: privacy.Atom(1 + r.IntN(int(privacy.AtomUnderInvestigation))), Principal: whose(), Person: person(), Span: randomSpan(r), Holds: answer()}
		if c.Kind == privacy.AtomLeaver && r.IntN(2) == 0 {
			c.Principal = ""
		}
		reg.Circumstances = append(reg.Circumstances, c)
	}
	return reg
}

func TestBothDoorsAnswerARandomHundredThousandAsThePlainModelDoes(t *testing.T) {
	r := newRand(12)
	seen := map[privacy.Verdict]int{}
	for i := range 100_000 {
		q := randomRequest(r)
		if r.IntN(8) == 0 {
			q.Asker = q.Principal
		}
		q.Activity = pick[rapport.ID](r, "outing", "outing", "")
		reg := randomRegister(r, q)
		d, err := privacy.Policy{}.Decide(q, reg, noon)
		require.NoError(t, err)
		want := model{q, reg, noon}.answer()
		if got := (verdict{d.Verdict, d.Grains, d.Obligations}); !assert.ObjectsAreEqual(want, got) {
			require.Equal(t, want, got, "%d: %+v\n%+v", i, q, reg)
		}
		seen[d.Verdict]++
		if i%100 == 0 {
			sameAtTheDesk(t, standardPolicyDesk(t, reg), q, d)
		}
	}
	for v := range privacy.VerdictUndecided {
		assert.Greater(t, seen[v+1], 500, "%s", v+1)
	}
	t.Log(seen)
}
