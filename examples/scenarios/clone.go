package scenarios

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// clone returns a copy of the case that shares no list with it.
func (c Case) clone() Case {
	c.Labels, c.Rules, c.CovertAgreed = slices.Clone(c.Labels), slices.Clone(c.Rules), slices.Clone(c.CovertAgreed)
	c.Facts, c.InForce, c.Asks = slices.Clone(c.Facts), slices.Clone(c.InForce), slices.Clone(c.Asks)
	c.People = each(c.People, cloneProfile)
	c.Sites = each(c.Sites, func(s client.Site) client.Site {
		s.Posts = each(s.Posts, cloneActivity)
		return s
	})
	c.Threats = each(c.Threats, func(t client.Threat) client.Threat {
		t.Aimed, t.Settings, t.Contacts = slices.Clone(t.Aimed), slices.Clone(t.Settings), slices.Clone(t.Contacts)
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
		return e
	})
	p.Concerns, p.Reactions, p.Wishes = slices.Clone(p.Concerns), slices.Clone(p.Reactions), slices.Clone(p.Wishes)
	p.Activities = each(p.Activities, cloneActivity)
	p.Extensions = p.Extensions.Clone()
	return p
}

func cloneActivity(a client.Activity) client.Activity {
	a.Weekly = each(a.Weekly, cloneHours)
	return a
}

func cloneHours(h rapport.Hours) rapport.Hours {
	h.Days = slices.Clone(h.Days)
	return h
}

func cloneRegister(r privacy.Register) privacy.Register {
	r.Assignments, r.Contacts, r.Relations = slices.Clone(r.Assignments), slices.Clone(r.Contacts), slices.Clone(r.Relations)
	r.Subjects, r.Circumstances = slices.Clone(r.Subjects), slices.Clone(r.Circumstances)
	r.Consents = each(r.Consents, func(c privacy.Consent) privacy.Consent {
		c.Categories, c.Purposes = slices.Clone(c.Categories), slices.Clone(c.Purposes)
		return c
	})
	return r
}

func cloneNote(n Note) Note {
	n.Grains = slices.Clone(n.Grains)
	return n
}
