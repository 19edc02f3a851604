package plan

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/pack"
)

// For returns the plan as one person or site may see it: what works for them, their rows, looks and
// answers, and no reason that lies under another person or site. Burden and bound stay those of the whole
// plan. The result shares no memory with the plan.
func (p Plan) For(person rapport.ID) Plan {
	p.Entries = keepEach(p.Entries, func(e Entry) bool { return slices.Contains(e.People, person) })
	p.Rows = keepEach(p.Rows, func(r Row) bool { return r.Person == person })
	p.Looks = keepEach(p.Looks, func(l Look) bool { return l.Person == person })
	p.Residuals = keepEach(p.Residuals, func(r Residual) bool { return r.Person == person })
	p.Concerns = keepEach(p.Concerns, func(a ConcernAnswer) bool { return a.Person == person })
	p.Wishes = keepEach(p.Wishes, func(a WishAnswer) bool { return a.Person == person })

	p.Extensions = p.Extensions.Clone()
	hasRow := func(id rapport.ID) bool {
		return slices.ContainsFunc(p.Rows, func(r Row) bool { return r.ID == id })
	}
	hasEntry := func(id rapport.ID) bool {
		return slices.ContainsFunc(p.Entries, func(e Entry) bool { return e.ID == id })
	}
	for i := range p.Entries {
		e := &p.Entries[i]
		e.People = []rapport.ID{person}
		e.Shows, e.Functions, e.LeansOn, e.Knows = slices.Clone(e.Shows), slices.Clone(e.Functions), slices.Clone(e.LeansOn), slices.Clone(e.Knows)
		e.Extensions = e.Extensions.Clone()
		e.Serves, e.Loses = keepEach(e.Serves, hasRow), keepEach(e.Loses, hasRow)
		e.Reasons = reasonsFor(e.Reasons, person)
	}
	for i := range p.Rows {
		r := &p.Rows[i]
		r.By, r.LeansOn = slices.Clone(r.By), slices.Clone(r.LeansOn)
		r.Reasons = reasonsFor(r.Reasons, person)
	}
	p.Changes = keepEach(p.Changes, func(ch Change) bool {
		return slices.Contains(ch.People, person)
	})
	for i := range p.Changes {
		ch := &p.Changes[i]
		ch.People = []rapport.ID{person}
		all := len(ch.ReplacedBy)
		ch.ReplacedBy = keepEach(ch.ReplacedBy, hasEntry)
		ch.Reasons = keepEach(reasonsFor(ch.Reasons, person), func(r rapport.Reason) bool {
			return r.Code != CodeCoveredBy || len(ch.ReplacedBy) == all // it names them all
		})
	}
	for i := range p.Looks {
		l := &p.Looks[i]
		l.Discretion = pack.Clone(l.Discretion)
		l.Reasons = reasonsFor(l.Reasons, person)
	}
	p.answersFor(person, hasEntry)
	p.Reasons, p.MadeWith = reasonsFor(p.Reasons, person), slices.Clone(p.MadeWith)
	return p
}

// answersFor finishes the view of worries and wishes.
func (p *Plan) answersFor(person rapport.ID, hasEntry func(rapport.ID) bool) {
	for i := range p.Concerns {
		a := &p.Concerns[i]
		a.Threats, a.By, a.Reasons = slices.Clone(a.Threats), keepEach(a.By, hasEntry), reasonsFor(a.Reasons, person)
	}
	for i := range p.Wishes {
		a := &p.Wishes[i]
		a.By, a.Reasons = keepEach(a.By, hasEntry), reasonsFor(a.Reasons, person)
	}
}

// reasonsFor leaves out what lies under another person or site.
func reasonsFor(reasons []rapport.Reason, person rapport.ID) []rapport.Reason {
	return keepEach(cloneReasons(reasons), func(r rapport.Reason) bool {
		at := r.Subject.Segments()
		return len(at) < 2 || at[0] != "people" && at[0] != "sites" || at[1] == string(person)
	})
}

func cloneReasons(reasons []rapport.Reason) []rapport.Reason {
	list := append([]rapport.Reason{}, reasons...)
	for i := range list {
		list[i].Args = slices.Clone(list[i].Args)
	}
	return list
}

// keepEach returns a new list of the elements that keep says; never nil.
func keepEach[T any](list []T, keep func(T) bool) []T {
	kept := []T{}
	for _, e := range list {
		if keep(e) {
			kept = append(kept, e)
		}
	}
	return kept
}
