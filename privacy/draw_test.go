package privacy_test

import (
	"math/rand/v2"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

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

// randomGrains are views to agree to, mostly such as the category has.
func randomGrains(r *rand.Rand, category client.Category) []privacy.Grain {
	list := []privacy.Grain{privacy.GrainSpecified, privacy.Grain(1 + r.IntN(int(privacy.GrainSpecified)))}
	for _, o := range standardPrivacy.Offers {
		if o.ID == category {
			list = append(list, o.Offers...)
		}
	}
	shuffle(r, list)
	return slices.Clip(list[:1+r.IntN(len(list))])
}

// randomConsent is an agreement to what is asked, with one flaw or another now and then.
func randomConsent(r *rand.Rand, q privacy.Request, id, by rapport.ID) privacy.Consent {
	k := privacy.Consent{
		ID: id, Principal: q.Principal, By: by, Person: q.Asker, Categories: []client.Category{q.Category}, Purposes: []privacy.Purpose{q.Purpose},
		Activity: pick[rapport.ID](r, "", "", "", "outing", "another"), Span: today(), Evidence: pick[rapport.ID](r, "", "letter"),
		Freely: pick(r, rapport.AnswerYes, rapport.AnswerYes, rapport.AnswerUnsaid, rapport.AnswerUnsaid, rapport.AnswerNo),
	}
	if r.IntN(6) == 0 {
		k.Withdrawn = noon.Add(time.Duration(r.IntN(100)-50) * time.Minute)
	}
	if r.IntN(2) == 0 {
		k.Grains = randomGrains(r, q.Category)
	}
	return k
}

// consentRequest draws a cell in which something can be given, or is forbidden, by a rule that looks at the
// consent; of what every guardian has to agree to, more often than not.
func consentRequest(r *rand.Rand) privacy.Request {
	for {
		q := randomRequest(r)
		looks := slices.ContainsFunc(standardPrivacy.Rules, func(e privacy.RuleEntry) bool {
			return slices.Contains(slices.Concat(e.When, e.Unless), privacy.AtomConsent) && slices.Contains(e.Roles, q.Role) &&
				(len(e.Categories) == 0 || slices.Contains(e.Categories, q.Category)) && (len(e.Purposes) == 0 || slices.Contains(e.Purposes, q.Purpose))
		})
		if looks && (r.IntN(8) == 0 || q.Category == client.CategoryChildren || q.Category == client.CategoryImage) {
			return q
		}
	}
}

// randomFamily knows a family that agrees and does not, where nothing else lacks.
func randomFamily(r *rand.Rand, q privacy.Request) privacy.Register {
	reg := registerOf(q, "named", "verified", "assigned", "on-activity")
	if r.IntN(4) == 0 {
		reg.Circumstances = []privacy.Circumstance{{ID: "x", Kind: pick(r, privacy.AtomAfterEnd, privacy.AtomMedicalEmergency), Principal: q.Principal, Span: today(), Holds: rapport.AnswerYes}}
	}
	const yes, no, unsaid = rapport.AnswerYes, rapport.AnswerNo, rapport.AnswerUnsaid
	reg.Subjects[0].Minor, reg.Subjects[0].Mature = pick(r, yes, yes, yes, no, unsaid), pick(r, yes, no, no, unsaid)
	people := []rapport.ID{"mother", "father", "aunt", q.Asker, q.Principal}
	for i := range 2 + r.IntN(4) {
		reg.Relations = append(reg.Relations, privacy.Relation{
			ID: rapport.ID("r" + string(rune('0'+i))), Kind: pick(r, privacy.AtomGuardian, privacy.AtomGuardian, privacy.AtomGuardian, privacy.AtomGuardian, privacy.AtomOfConcern),
			Person: pick(r, append(people[:3:3], people[r.IntN(5)])...), Principal: pick(r, q.Principal, q.Principal, q.Principal, q.Principal, "mr-b"), Holds: pick(r, yes, yes, yes, no, unsaid),
		})
	}
	for i := range r.IntN(6) {
		by := pick(r, "mother", "father", people[r.IntN(5)])
		reg.Consents = append(reg.Consents, randomConsent(r, q, rapport.ID("k"+string(rune('0'+i))), by))
	}
	return reg
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
		k := randomConsent(r, q, id("k", i), pick(r, q.Principal, "parent", "another"))
		k.Principal, k.Person, k.Span = whose(), person(), randomSpan(r)
		if k.Span.To.IsZero() {
			k.Span.To = k.Span.From.Add(6 * time.Hour)
		}
		if k.Span.From.IsZero() {
			k.Span.From = k.Span.To.Add(-6 * time.Hour)
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
