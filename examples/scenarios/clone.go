package scenarios

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

// clone returns a copy of the case that shares no list with it.
func (c Case) clone() Case {
	c.Mandate = cloneMandate(c.Mandate)
	c.Labels, c.Rules, c.CovertAgreed = slices.Clone(c.Labels), slices.Clone(c.Rules), slices.Clone(c.CovertAgreed)
	c.Facts, c.InForce, c.Asks = slices.Clone(c.Facts), slices.Clone(c.InForce), slices.Clone(c.Asks)
	c.Law, c.Ceilings, c.Liaisons = slices.Clone(c.Law), slices.Clone(c.Ceilings), slices.Clone(c.Liaisons)
	c.Refusals = each(c.Refusals, func(r plan.Refusal) plan.Refusal {
		r.By = slices.Clone(r.By)
		return r
	})
	c.People = each(c.People, cloneProfile)
	c.Sites = each(c.Sites, func(s client.Site) client.Site {
		s.Posts = each(s.Posts, cloneActivity)
		return s
	})
	c.Threats = each(c.Threats, func(t client.Threat) client.Threat {
		t.Aimed, t.Settings, t.Contacts = slices.Clone(t.Aimed), slices.Clone(t.Settings), slices.Clone(t.Contacts)
		t.Assumptions, t.Activities = slices.Clone(t.Assumptions), slices.Clone(t.Activities)
		t.Extensions = t.Extensions.Clone()
		return t
	})
	c.Register = cloneRegister(c.Register)
	c.Notes = each(c.Notes, cloneNote)
	c.Signals = each(c.Signals, cloneSignal)
	return c
}

// each returns a list of the copies of the elements; nil stays nil.
func each[T any](list []T, copied func(T) T) []T {
	list = slices.Clone(list)
	for i, element := range list {
		list[i] = copied(element)
	}
	return list
}

func cloneProfile(p client.Profile) client.Profile {
	p.Priorities = each(p.Priorities, slices.Clone[[]client.Need])
	p.Evidence = each(p.Evidence, func(e client.Evidence) client.Evidence {
		e.Hours = cloneHours(e.Hours)
		e.Scale.For, e.Scale.Against = slices.Clone(e.Scale.For), slices.Clone(e.Scale.Against)
		return e
	})
	p.Guardians, p.Dependants = slices.Clone(p.Guardians), slices.Clone(p.Dependants)
	p.Reactions, p.Needs = slices.Clone(p.Reactions), slices.Clone(p.Needs)
	p.Changes, p.Overrides = slices.Clone(p.Changes), slices.Clone(p.Overrides)
	p.Concerns = each(p.Concerns, func(k client.Concern) client.Concern {
		k.About = slices.Clone(k.About)
		return k
	})
	p.Wishes = each(p.Wishes, func(w client.Wish) client.Wish {
		w.People = slices.Clone(w.People)
		return w
	})
	p.Activities = each(p.Activities, cloneActivity)
	p.Extensions = p.Extensions.Clone()
	return p
}

func cloneActivity(a client.Activity) client.Activity {
	a.Weekly, a.Levers = each(a.Weekly, cloneHours), slices.Clone(a.Levers)
	return a
}

func cloneMandate(m client.Mandate) client.Mandate {
	m.Rights = slices.Clone(m.Rights)
	m.Parties = each(m.Parties, func(p client.Party) client.Party {
		p.Members = slices.Clone(p.Members)
		return p
	})
	return m
}

func cloneHours(h rapport.Hours) rapport.Hours {
	h.Days = slices.Clone(h.Days)
	return h
}

func cloneRegister(r privacy.Register) privacy.Register {
	r.Assignments, r.Contacts, r.Relations = slices.Clone(r.Assignments), slices.Clone(r.Contacts), slices.Clone(r.Relations)
	r.Subjects, r.Circumstances = slices.Clone(r.Subjects), slices.Clone(r.Circumstances)
	r.Consents = each(r.Consents, func(c privacy.Consent) privacy.Consent {
		c.Categories, c.Grains, c.Purposes = slices.Clone(c.Categories), slices.Clone(c.Grains), slices.Clone(c.Purposes)
		return c
	})
	return r
}

func cloneNote(n Note) Note {
	n.Grains = slices.Clone(n.Grains)
	return n
}
