package plan

import (
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/pack"
)

// For returns the plan as one person or site may see it: what works for them, their rows, looks and
// answers, and no reason that lies under another person or site. Burden, bound, size and how many other sets take the same stay those of the whole
// plan. The result shares no memory with the plan.
func (p Plan) For(person rapport.ID) Plan {
	by := viewer{person: person}
	for _, r := range p.Refusals {
		if r.Person == person {
			by.refusals = append(by.refusals, r.Refusal)
		}
	}
	for _, list := range []*[]Entry{&p.Entries, &p.Options} {
		*list = keepEach(*list, func(e Entry) bool { return slices.Contains(e.People, person) })
	}
	p.Fits = keepEach(p.Fits, func(f Fit) bool { return f.Person == person })
	p.Risks = keepEach(p.Risks, func(r Risk) bool { return r.Person == person })
	p.Balances = keepEach(p.Balances, func(b Balance) bool { return b.Person == person })
	p.Disruptions = keepEach(p.Disruptions, func(d Disruption) bool { return d.Person == person })
	p.Refusals = keepEach(p.Refusals, func(r RefusalAnswer) bool { return r.Person == person })
	p.Rows = keepEach(p.Rows, func(r Row) bool { return r.Person == person })
	p.Looks = keepEach(p.Looks, func(l Look) bool { return l.Person == person })
	p.Residuals = keepEach(p.Residuals, func(r Residual) bool { return r.Person == person })
	p.Concerns = keepEach(p.Concerns, func(a ConcernAnswer) bool { return a.Person == person })
	p.Wishes = keepEach(p.Wishes, func(a WishAnswer) bool { return a.Person == person })

	p.Extensions = p.Extensions.Clone()
	hasEntry := func(id rapport.ID) bool {
		return slices.ContainsFunc(p.Entries, func(e Entry) bool { return e.ID == id })
	}
	for i := range p.Entries {
		p.Entries[i] = p.Entries[i].forPerson(by, p.Rows)
	}
	for i := range p.Options {
		p.Options[i] = p.Options[i].forPerson(by, p.Rows)
	}
	for i := range p.Rows {
		r := &p.Rows[i]
		r.By, r.LeansOn = slices.Clone(r.By), slices.Clone(r.LeansOn)
		r.Reasons = by.reasons(r.Reasons)
	}
	p.Changes = keepEach(p.Changes, func(ch Change) bool {
		return slices.Contains(ch.People, person)
	})
	for i := range p.Changes {
		ch := &p.Changes[i]
		ch.People = []rapport.ID{person}
		all := len(ch.ReplacedBy)
		ch.ReplacedBy = keepEach(ch.ReplacedBy, hasEntry)
		ch.Reasons = keepEach(by.reasons(ch.Reasons), func(r rapport.Reason) bool {
			return r.Code != CodeCoveredBy || len(ch.ReplacedBy) == all // it names them all
		})
	}
	for i := range p.Looks {
		l := &p.Looks[i]
		l.Discretion = pack.Clone(l.Discretion)
		l.Reasons = by.reasons(l.Reasons)
	}
	p.answersFor(by, hasEntry)
	p.standingFor(by, hasEntry)
	p.Reasons, p.MadeWith = by.reasons(p.Reasons), slices.Clone(p.MadeWith)
	return p
}

// forPerson returns a copy of an entry as one person may see it, given the person's rows. Where others share
// it, what is said of now and without rests on these rows alone.
func (e Entry) forPerson(by viewer, rows []Row) Entry {
	hasRow := func(id rapport.ID) bool {
		return slices.ContainsFunc(rows, func(r Row) bool { return r.ID == id })
	}
	e.Reasons = by.reasons(e.Reasons)
	option := slices.ContainsFunc(e.Reasons, func(r rapport.Reason) bool { return r.Code == CodeOptionOnly })
	if len(e.People) > 1 && !option {
		e.WhyNow, e.Without = e.saidFor(rows)
	}
	if e.Person != "" && slices.Contains(e.People, e.Person) {
		e.Person = by.person
	}
	others := e.People
	decides := keepEach(e.Decides, func(id rapport.ID) bool { return id == by.person || !slices.Contains(others, id) })
	if len(decides) == 0 { // those who decide for the person are in it too
		decides = slices.Clone(e.Decides)
	}
	e.Decides = decides
	e.People = []rapport.ID{by.person}
	e.Shows, e.Functions, e.LeansOn, e.Knows = slices.Clone(e.Shows), slices.Clone(e.Functions), slices.Clone(e.LeansOn), slices.Clone(e.Knows)
	e.Roles, e.OpenLaw = slices.Clone(e.Roles), slices.Clone(e.OpenLaw)
	e.Extensions = e.Extensions.Clone()
	e.Serves, e.Loses = keepEach(e.Serves, hasRow), keepEach(e.Loses, hasRow)
	return e
}

// saidFor says what asks for an entry and what falls without it, in the words of one person's rows; where
// none of them does, by what of the person's own requires it, or else what it is good for.
func (e Entry) saidFor(rows []Row) (now, without string) {
	var names, users []string
	for _, r := range rows {
		falls := slices.Contains(e.Loses, r.ID)
		if falls {
			names = append(names, r.Kind.Means())
		}
		if falls && len(names) == 1 || now == "" && slices.Contains(e.Serves, r.ID) {
			now = title(r.demand())
		}
	}
	for _, reason := range e.Reasons {
		if reason.Code == CodeRequiredBy {
			users = append(users, reason.Args...)
		}
	}
	users = sorted(users)
	switch names = sorted(names); {
	case len(names) > 0:
		without = sentence(textLoses, joinNames(names))
	case len(users) > 0:
		without = sentence(textLosesOthers, strings.Join(users, ", "))
	default:
		without = sentence(textLosesNone)
	}
	switch {
	case now != "":
		return now, without
	case len(users) > 0:
		return sentence(textNowRequired, strings.Join(users, ", ")), without
	default:
		return e.Why, without
	}
}

// demand is what the row's own reasons say it is demanded for.
func (r Row) demand() string {
	for _, reason := range r.Reasons {
		if reason.Weight == 2 {
			return reason.Text
		}
	}
	return ""
}

// standingFor finishes the view of risks, balances, disruptions and refusals, and draws up anew what is said
// of the entries together.
func (p *Plan) standingFor(by viewer, hasEntry func(rapport.ID) bool) {
	hasRow := func(id rapport.ID) bool {
		_, has := p.row(id)
		return has
	}
	for i := range p.Risks {
		p.Risks[i].Reasons = by.reasons(p.Risks[i].Reasons)
	}
	for i := range p.Balances {
		b := &p.Balances[i]
		for _, side := range []*Side{&b.Protection, &b.Comfort, &b.Privacy} {
			side.Drivers = slices.Clone(side.Drivers)
			for j := range side.Drivers {
				m := &side.Drivers[j]
				m.By, m.Gone = keepEach(m.By, hasEntry), slices.Clone(m.Gone)
			}
		}
		b.Reasons = by.reasons(b.Reasons)
	}
	for i := range p.Fits {
		p.Fits[i].Reasons = cloneReasons(p.Fits[i].Reasons)
	}
	for i := range p.Disruptions {
		p.Disruptions[i].Reasons = by.reasons(p.Disruptions[i].Reasons)
	}
	for i := range p.Refusals {
		r := &p.Refusals[i]
		r.Rows, r.Reasons = keepEach(r.Rows, hasRow), by.reasons(r.Reasons)
	}
	readiness := keepEach(p.Readiness, func(r Readiness) bool { return slices.ContainsFunc(r.Entries, hasEntry) })
	for i := range readiness {
		r := &readiness[i]
		r.Entries, r.Reasons = keepEach(r.Entries, hasEntry), cloneReasons(r.Reasons)
	}
	p.Readiness, p.Information = readiness, information(p.Entries)
	p.Proactive = shareOf(p.Entries)
}

// answersFor finishes the view of worries and wishes.
func (p *Plan) answersFor(by viewer, hasEntry func(rapport.ID) bool) {
	for i := range p.Concerns {
		a := &p.Concerns[i]
		a.Threats, a.By, a.Reasons = slices.Clone(a.Threats), keepEach(a.By, hasEntry), by.reasons(a.Reasons)
	}
	for i := range p.Wishes {
		a := &p.Wishes[i]
		a.By, a.Reasons = keepEach(a.By, hasEntry), by.reasons(a.Reasons)
	}
}

// viewer is the person or site that a view is for, and the refusals that are theirs.
type viewer struct {
	person   rapport.ID
	refusals []rapport.ID
}

// reasons leaves out what lies under another person or site, and under what another one refused or lets
// protection take.
func (v viewer) reasons(reasons []rapport.Reason) []rapport.Reason {
	return keepEach(cloneReasons(reasons), func(r rapport.Reason) bool {
		at := r.Subject.Segments()
		if len(at) < 2 {
			return true
		}
		switch at[0] {
		case "people", "sites", "ceilings":
			return at[1] == string(v.person)
		case "refusals":
			return slices.Contains(v.refusals, rapport.ID(at[1]))
		default:
			return true
		}
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
