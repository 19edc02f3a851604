package plan

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/privacy"
)

// Surroundings is what is known of one activity's place and hour. Person and activity together are its key
// and stand once in a brief.
type Surroundings struct {
	// Person is the person.
	Person rapport.ID `json:"person"`
	// Activity is the person's activity; empty means everyday life.
	Activity rapport.ID `json:"activity,omitzero"`
	// Around is what is known of place and hour.
	Around privacy.Around `json:"around,omitzero"`
	// Last is how visible protection was there by an earlier plan: a recent choice holds back a step down.
	Last privacy.Last `json:"last,omitzero"`
}

// Validate reports problems of shape.
func (s Surroundings) Validate() error {
	var f rapport.Faults
	f.ID("/person", s.Person)
	f.OptionalID("/activity", s.Activity)
	f.Join("/around", s.Around.Validate())
	for _, rung := range []struct {
		field string
		is    rapport.Visibility
	}{{"near", s.Last.Near}, {"place", s.Last.Place}} {
		if _, err := rung.is.MarshalText(); err != nil {
			f.OutOfRange(rapport.Pointer("/last").Child(rung.field))
		}
	}
	if !s.Last.Since.IsZero() {
		f.At("/last/since", s.Last.Since)
	}
	return f.Err()
}

// Surroundings returns what was known of the surroundings before, with the looks of this plan as the last
// choice: since its moment, or since before where the rungs are the same. It is in the order of the looks and
// the caller's own; hand it to the next brief.
func (p Plan) Surroundings(before []Surroundings) []Surroundings {
	list := make([]Surroundings, 0, len(p.Looks))
	for _, l := range p.Looks {
		if l.Activity == "" && slices.ContainsFunc(list, func(s Surroundings) bool { return s.Person == l.Person && s.Activity == "" }) {
			continue // everyday life at home stands for both
		}
		s := Surroundings{Person: l.Person, Activity: l.Activity}
		for _, old := range before {
			if old.Person == l.Person && old.Activity == l.Activity {
				s = old
			}
		}
		if s.Last.Near != l.Near || s.Last.Place != l.Place || s.Last.Since.IsZero() {
			s.Last = privacy.Last{Near: l.Near, Place: l.Place, Since: p.At}
		}
		s.Last.Since = s.Last.Since.UTC()
		list = append(list, s)
	}
	return list
}

// surroundings returns what is known of a cell.
func (c *composition) surroundings(x *cell) Surroundings {
	for _, s := range c.brief.Surroundings {
		if s.Person == x.subject.id && s.Activity == x.id() {
			return s
		}
	}
	return Surroundings{}
}
