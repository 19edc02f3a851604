package plan

import (
	"slices"

	"github.com/rapport-go/rapport"
)

// Ceiling is the most that one person lets protection take. What takes more is not offered; where a row
// then lacks it, the row says so.
type Ceiling struct {
	// Person is whose; each person has one ceiling at most.
	Person rapport.ID `json:"person"`
	// Most is the most of each kind of freedom; unknown means no ceiling, none that nothing may be taken.
	Most Intrusion `json:"most"`
}

// Validate reports problems of shape.
func (c Ceiling) Validate() error {
	var f rapport.Faults
	f.ID("/person", c.Person)
	c.Most.validate(&f, "/most")
	return f.Err()
}

// validate notes levels that are no members of their scale.
func (i Intrusion) validate(f *rapport.Faults, at rapport.Pointer) {
	for _, d := range intrusionFields {
		if _, err := d.of(i).MarshalText(); err != nil {
			f.OutOfRange(at.Child(d.field))
		}
	}
}

// intrusionFields are the kinds of freedom, in order.
var intrusionFields = []struct {
	field string
	of    func(Intrusion) rapport.Level
}{
	{"movement", func(i Intrusion) rapport.Level { return i.Movement }},
	{"social", func(i Intrusion) rapport.Level { return i.Social }},
	{"time", func(i Intrusion) rapport.Level { return i.Time }},
	{"privacy", func(i Intrusion) rapport.Level { return i.Privacy }},
}

// ceilingsOf lists the people whose ceilings a column goes over, sorted.
func (c *composition) ceilingsOf(k *column) []rapport.ID {
	var list []rapport.ID
	for _, x := range c.brief.Ceilings {
		if !slices.ContainsFunc(k.subjects, func(s *subject) bool { return s.id == x.Person }) {
			continue
		}
		for _, d := range intrusionFields {
			if d.of(x.Most).AtLeast(d.of(k.measure.Intrusion)) == rapport.AnswerNo {
				list = append(list, x.Person)
			}
		}
	}
	return sorted(list)
}
