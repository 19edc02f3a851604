package scenarios

import (
	"cmp"

	"github.com/rapport-go/rapport"
)

// CodeSeveralInOne means that an event carries more than one thing.
const CodeSeveralInOne rapport.Code = "scenarios/several-in-one"

// Read reads a case file strictly. It reports every problem of shape at once, each with its pointer into
// the file; words of open vocabularies are checked by the engines that know them (see [Case.Run]).
func Read(data []byte) (Case, error) {
	var c Case
	if err := rapport.Decode(data, &c); err != nil {
		return Case{}, err
	}
	return c, nil
}

// Validate reports problems of shape, and IDs that point to nothing in the case.
func (c Case) Validate() error {
	var f rapport.Faults
	f.Schema("/schema", c.Schema, Schema)
	f.ID("/id", c.ID)
	if c.Title == "" {
		f.Required("/title")
	}
	if c.Start.IsZero() {
		f.Required("/start")
	}
	if c.Now.IsZero() {
		f.Required("/now")
	}
	f.Join("/mandate", c.Mandate.Validate())
	rapport.JoinEach(&f, "/labels", c.Labels, func(l Label) rapport.ID { return l.ID })
	rapport.JoinEach(&f, "/asks", c.Asks, func(a Ask) rapport.ID { return a.ID })
	rapport.JoinEach(&f, "/notes", c.Notes, func(n Note) rapport.ID { return n.ID })
	rapport.JoinEach(&f, "/events", c.Events, func(e Event) rapport.ID { return e.ID })
	c.validateReferences(&f)
	return f.Err()
}

func (c Case) validateReferences(f *rapport.Faults) {
	subjects, threats := map[rapport.ID]bool{}, map[rapport.ID]bool{}
	for _, p := range c.People {
		subjects[p.ID] = true
	}
	for _, s := range c.Sites {
		subjects[s.ID] = true
	}
	for _, t := range c.Threats {
		threats[t.ID] = true
	}
	known := func(list map[rapport.ID]bool, at rapport.Pointer, id rapport.ID) {
		if id != "" && !list[id] {
			f.UnknownID(at)
		}
	}
	for i, a := range c.Asks {
		known(subjects, rapport.Pointer("/asks").Index(i).Child("principal"), a.Principal)
	}
	for i, n := range c.Notes {
		known(subjects, rapport.Pointer("/notes").Index(i).Child("principal"), n.Principal)
	}
	for i, e := range c.Events {
		at := rapport.Pointer("/events").Index(i)
		switch {
		case e.Contact != nil:
			known(threats, at.Child("contact").Child("threat"), e.Contact.Threat)
		case e.Assessment != nil:
			known(threats, at.Child("assessment").Child("threat"), e.Assessment.Threat)
		case e.Reaction != nil:
			known(subjects, at.Child("reaction").Child("person"), e.Reaction.Person)
		case e.Wish != nil:
			known(subjects, at.Child("wish").Child("person"), e.Wish.Person)
		case e.Activity != nil:
			known(subjects, at.Child("activity").Child("person"), e.Activity.Person)
		}
	}
}

func compareIDs(a, b rapport.ID) int { return cmp.Compare(a, b) }

// cutRoot returns the rest of a pointer below root.
func cutRoot(p, root rapport.Pointer) (rapport.Pointer, bool) {
	if len(p) >= len(root) && p[:len(root)] == root {
		return p[len(root):], true
	}
	return p, false
}
