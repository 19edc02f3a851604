package scenarios

import (
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

// InForceEvent is a measure put in force by agreement. Its ID and beginning are those of the event. The
// next plan keeps it, replaces it or drops it, like any measure in force, and says why.
type InForceEvent struct {
	// Measure is what is put in force.
	Measure plan.MeasureID `json:"measure"`
	// Person is the principal or site it is for; empty means the whole household and every site.
	Person rapport.ID `json:"person,omitzero"`
	// Activity is the person's activity or the site's post; empty means it stands.
	Activity rapport.ID `json:"activity,omitzero"`
	// Setting narrows it to a kind of place and what lies below; empty means wherever the measure works.
	Setting client.Setting `json:"setting,omitzero"`
}

// inForce returns the measure as a plan takes it.
func (i InForceEvent) inForce(id rapport.ID, since time.Time) plan.InForce {
	return plan.InForce{ID: id, Measure: i.Measure, Person: i.Person, Activity: i.Activity, Setting: i.Setting, Since: since}
}

// CalledOffEvent is an activity that will not take place. What was asserted of it or in force for it alone
// goes with it. A later event may bring it back as a new one.
type CalledOffEvent struct {
	// Person is the principal or site.
	Person rapport.ID `json:"person"`
	// Activity is what is called off.
	Activity rapport.ID `json:"activity"`
}

// endsInForce reports whether a measure was in force for the activity alone.
func (o CalledOffEvent) endsInForce(f plan.InForce) bool {
	return f.Person == o.Person && f.Activity == o.Activity
}

// putInForce returns what is in force after the event.
func (e Event) putInForce(before []plan.InForce) []plan.InForce {
	switch {
	case e.InForce != nil:
		list, _ := put(before, e.InForce.inForce(e.ID, e.At), inForceID)
		return list
	case e.CalledOff != nil:
		return slices.DeleteFunc(slices.Clone(before), e.CalledOff.endsInForce)
	default:
		return before
	}
}

// foldInForce adds a measure that was put in force.
func (s *State) foldInForce(e Event, at rapport.Pointer) {
	var i int
	s.Brief.InForce, i = put(s.Brief.InForce, e.InForce.inForce(e.ID, e.At), inForceID)
	s.came(rapport.Pointer("/in_force").Index(i), at)
}

func inForceID(f plan.InForce) rapport.ID { return f.ID }

// foldCalledOff takes out an activity and what rests on it.
func (s *State) foldCalledOff(off CalledOffEvent) {
	list, root := s.activities(off.Person)
	if list == nil {
		return
	}
	cut(s, list, root, func(a client.Activity) bool { return a.ID == off.Activity })
	cut(s, &s.Brief.InForce, "/in_force", off.endsInForce)
	cut(s, &s.Brief.Facts, "/facts", func(x plan.Fact) bool { return x.Person == off.Person && x.Activity == off.Activity })
}

// activities returns the list of a principal's activities or of a site's posts, and where it stands in the
// brief; nil for somebody unknown.
func (s *State) activities(subject rapport.ID) (*[]client.Activity, rapport.Pointer) {
	if p, i := s.person(subject); p != nil {
		return &p.Activities, rapport.Pointer("/people").Index(i).Child("activities")
	}
	i := slices.IndexFunc(s.Brief.Sites, func(x client.Site) bool { return x.ID == subject })
	if i < 0 {
		return nil, ""
	}
	return &s.Brief.Sites[i].Posts, rapport.Pointer("/sites").Index(i).Child("posts")
}

// cut takes elements out of a list of the state, in place. Those behind move up and keep their places in
// the file.
func cut[T any](s *State, list *[]T, root rapport.Pointer, gone func(T) bool) {
	kept := 0
	for i, element := range *list {
		from := s.place(root.Index(i))
		delete(s.from, root.Index(i))
		if gone(element) {
			continue
		}
		if to := root.Index(kept); from != to {
			s.came(to, from)
		}
		(*list)[kept] = element
		kept++
	}
	*list = (*list)[:kept]
}
