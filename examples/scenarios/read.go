package scenarios

import (
	"cmp"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/privacy"
	"github.com/rapport-go/rapport/trust"
)

// CodeSeveralInOne means that an event carries more than one thing.
const CodeSeveralInOne rapport.Code = "scenarios/several-in-one"

// Codes lists the codes that this package adds to those of the rooms, sorted. The list is the caller's
// own.
func Codes() []rapport.CodeEntry {
	return []rapport.CodeEntry{{
		ID: CodeSeveralInOne, Kind: "error", Means: "An event carries more than one thing.",
		EN: "carries more than one thing; use one event for each",
	}}
}

// Read reads a case file strictly and with the standard engines. It reports every problem at once, each
// with its pointer into the file. A case with vendors' words is read with [rapport.Decode] and checked by
// [Case.Check].
func Read(data []byte) (Case, error) {
	var c checked
	if err := rapport.Decode(data, &c); err != nil {
		return Case{}, err
	}
	return Case(c), nil
}

// checked is a case that is in order only where the standard engines find it so.
type checked Case

// Validate reports problems of shape and words that the standard catalogues do not know.
func (c checked) Validate() error {
	var f rapport.Faults
	f.Join("", Case(c).Validate())
	f.Join("", Case(c).Check(Engines{}))
	return f.Err()
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
	rapport.JoinEach(&f, "/signals", c.Signals, func(s trust.Signal) rapport.ID { return s.ID })
	rapport.JoinEach(&f, "/events", c.Events, func(e Event) rapport.ID { return e.ID })
	c.validateReferences(&f)
	return f.Err()
}

// validateReferences notes IDs that point to nothing in the case.
func (c Case) validateReferences(f *rapport.Faults) {
	r := references{of: map[rapport.ID]map[rapport.ID]bool{}, people: map[rapport.ID]bool{}, subjects: map[rapport.ID]bool{}, threats: map[rapport.ID]bool{}, activities: map[rapport.ID]bool{}}
	r.collect(c)
	for i, a := range c.Asks {
		at := rapport.Pointer("/asks").Index(i)
		r.known(f, r.subjects, at.Child("principal"), a.Principal)
		r.known(f, r.activities, at.Child("activity"), a.Activity)
	}
	for i, n := range c.Notes {
		r.note(f, rapport.Pointer("/notes").Index(i), n)
	}
	for i, a := range c.Register.Assignments {
		r.assignment(f, rapport.Pointer("/register/assignments").Index(i), a)
	}
	for i, x := range c.Register.Contacts {
		at := rapport.Pointer("/register/contacts").Index(i)
		r.known(f, r.subjects, at.Child("principal"), x.Principal)
		r.known(f, r.activities, at.Child("activity"), x.Activity)
	}
	for i, e := range c.Events {
		r.event(f, rapport.Pointer("/events").Index(i), e)
	}
}

// references are the IDs that a case has, its events included.
type references struct {
	people, subjects, threats, activities map[rapport.ID]bool
	// of are the activities of each principal and the posts of each site.
	of map[rapport.ID]map[rapport.ID]bool
}

func (r references) collect(c Case) {
	for _, p := range c.People {
		r.people[p.ID], r.subjects[p.ID] = true, true
		for _, a := range p.Activities {
			r.activity(p.ID, a.ID)
		}
	}
	for _, s := range c.Sites {
		r.subjects[s.ID] = true
		for _, a := range s.Posts {
			r.activity(s.ID, a.ID)
		}
	}
	for _, t := range c.Threats {
		r.threats[t.ID] = true
	}
	for _, e := range c.Events {
		if e.Activity != nil {
			r.activity(e.Activity.Person, e.Activity.Activity.ID)
		}
	}
}

func (r references) activity(subject, activity rapport.ID) {
	r.activities[activity] = true
	if r.of[subject] == nil {
		r.of[subject] = map[rapport.ID]bool{}
	}
	r.of[subject][activity] = true
}

func (r references) known(f *rapport.Faults, list map[rapport.ID]bool, at rapport.Pointer, id rapport.ID) {
	if id != "" && !list[id] {
		f.UnknownID(at)
	}
}

func (r references) note(f *rapport.Faults, at rapport.Pointer, n Note) {
	r.known(f, r.subjects, at.Child("principal"), n.Principal)
	r.known(f, r.activities, at.Child("activity"), n.Activity)
}

func (r references) assignment(f *rapport.Faults, at rapport.Pointer, a privacy.Assignment) {
	r.known(f, r.subjects, at.Child("principal"), a.Principal)
	r.known(f, r.activities, at.Child("activity"), a.Activity)
}

func (r references) event(f *rapport.Faults, at rapport.Pointer, e Event) {
	switch {
	case e.Contact != nil:
		r.known(f, r.threats, at.Child("contact").Child("threat"), e.Contact.Threat)
		r.known(f, r.activities, at.Child("contact").Child("activity"), e.Contact.Activity)
	case e.Assessment != nil:
		r.known(f, r.threats, at.Child("assessment").Child("threat"), e.Assessment.Threat)
	case e.Reaction != nil:
		r.known(f, r.people, at.Child("reaction").Child("person"), e.Reaction.Person)
	case e.Wish != nil:
		r.known(f, r.people, at.Child("wish").Child("person"), e.Wish.Person)
	case e.Activity != nil:
		r.known(f, r.subjects, at.Child("activity").Child("person"), e.Activity.Person)
	case e.Assignment != nil:
		r.assignment(f, at.Child("assignment"), *e.Assignment)
	case e.Note != nil:
		r.note(f, at.Child("note"), *e.Note)
	case e.Change != nil:
		r.known(f, r.people, at.Child("change").Child("person"), e.Change.Person)
	case e.Circumstance != nil:
		r.known(f, r.subjects, at.Child("circumstance").Child("principal"), e.Circumstance.Principal)
	case e.InForce != nil:
		r.known(f, r.subjects, at.Child("in_force").Child("person"), e.InForce.Person)
		r.known(f, r.of[e.InForce.Person], at.Child("in_force").Child("activity"), e.InForce.Activity)
	case e.Refusal != nil:
		r.known(f, r.subjects, at.Child("refusal").Child("person"), e.Refusal.Person)
		r.known(f, r.threats, at.Child("refusal").Child("threat"), e.Refusal.Threat)
		r.known(f, r.of[e.Refusal.Person], at.Child("refusal").Child("activity"), e.Refusal.Activity)
	case e.CalledOff != nil:
		r.known(f, r.subjects, at.Child("called_off").Child("person"), e.CalledOff.Person)
		r.known(f, r.of[e.CalledOff.Person], at.Child("called_off").Child("activity"), e.CalledOff.Activity)
	}
}

func compareIDs(a, b rapport.ID) int { return cmp.Compare(a, b) }
