package scenarios

import (
	"slices"
	"strings"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

// State is what was known at one moment of a case: its start with every event up to the moment folded
// in. It shares no memory with the case.
type State struct {
	// At is the moment, in the location it was asked in; hours are read there.
	At time.Time
	// Brief is what a plan is composed from; in force is what was so at the start and what events have put
	// in force since. [Case.Run] adds what each plan chose.
	Brief plan.Brief
	// Register is what the firm knows.
	Register privacy.Register
	// Notes are the sheets.
	Notes []Note

	// from leads from places in the brief back to the events they came from.
	from map[rapport.Pointer]rapport.Pointer
}

// At returns what was known at a moment. Events count from their own moment on, whatever their order in
// the file.
func (c Case) At(at time.Time) State {
	c = c.clone()
	s := State{At: at, Register: c.Register, Notes: c.Notes, from: map[rapport.Pointer]rapport.Pointer{}}
	s.Brief = plan.Brief{
		People: c.People, Sites: c.Sites, Threats: c.Threats, Mandate: c.Mandate, InForce: c.InForce,
		Facts: c.Facts, Rules: c.Rules, CovertAgreed: c.CovertAgreed,
		Law: c.Law, Refusals: c.Refusals, Ceilings: c.Ceilings, Liaisons: c.Liaisons,
	}
	for _, e := range c.Timeline(time.Time{}, at) {
		s.fold(e, rapport.Pointer("/events").Index(slices.IndexFunc(c.Events, func(x Event) bool { return x.ID == e.ID })))
	}
	return s
}

// Timeline lists the events after from, up to and with to, in order of time and then of ID.
func (c Case) Timeline(from, to time.Time) []Event {
	events := slices.DeleteFunc(slices.Clone(c.Events), func(e Event) bool { return !e.At.After(from) || e.At.After(to) })
	slices.SortFunc(events, func(a, b Event) int {
		if d := a.At.Compare(b.At); d != 0 {
			return d
		}
		return compareIDs(a.ID, b.ID)
	})
	return events
}

// Day returns the number of the day on which a moment falls, day 0 being the start.
func (c Case) Day(at time.Time) int {
	return rapport.DateOf(c.Start).DaysUntil(rapport.DateOf(at))
}

// End returns the end of the hours to look at from a moment on: as long as from Now to Until, or 36
// hours.
func (c Case) End(at time.Time) time.Time {
	if c.Until.After(c.Now) {
		return at.Add(c.Until.Sub(c.Now))
	}
	return at.Add(36 * time.Hour)
}

// Label returns how somebody or something is called on paper, and false where nobody has said: an ID is
// not for paper.
func (c Case) Label(id rapport.ID) (string, bool) {
	for _, l := range c.Labels {
		if l.ID == id {
			return l.Text, true
		}
	}
	return "", false
}

// fold adds one event, which stands in the case at the pointer.
func (s *State) fold(e Event, at rapport.Pointer) {
	on := rapport.DateOf(e.At.In(s.At.Location()))
	switch {
	case e.Contact != nil:
		c := client.Contact{ID: e.ID, Kind: e.Contact.Kind, At: e.At, Setting: e.Contact.Setting, Activity: e.Contact.Activity}
		if i := slices.IndexFunc(s.Brief.Threats, func(t client.Threat) bool { return t.ID == e.Contact.Threat }); i >= 0 {
			t := &s.Brief.Threats[i]
			t.Contacts = append(slices.Clip(t.Contacts), c)
			s.came(rapport.Pointer("/threats").Index(i).Child("contacts").Index(len(t.Contacts)-1), at.Child("contact"))
		}
	case e.Assessment != nil:
		s.foldAssessment(*e.Assessment, e.At, at.Child("assessment"))
	case e.Reaction != nil:
		r := client.Reaction{ID: e.ID, Element: e.Reaction.Element, Setting: e.Reaction.Setting, Feeling: e.Reaction.Feeling, On: on, Until: e.Reaction.Until, Words: e.Reaction.Words}
		if p, i := s.person(e.Reaction.Person); p != nil {
			p.Reactions = append(slices.Clip(p.Reactions), r)
			s.came(rapport.Pointer("/people").Index(i).Child("reactions").Index(len(p.Reactions)-1), at.Child("reaction"))
		}
	case e.Wish != nil:
		w := client.Wish{ID: e.ID, Kind: e.Wish.Kind, Setting: e.Wish.Setting, Strength: e.Wish.Strength, On: on, Words: e.Wish.Words}
		if p, i := s.person(e.Wish.Person); p != nil {
			p.Wishes = append(slices.Clip(p.Wishes), w)
			s.came(rapport.Pointer("/people").Index(i).Child("wishes").Index(len(p.Wishes)-1), at.Child("wish"))
		}
	case e.Activity != nil:
		s.foldActivity(e.Activity.Person, e.Activity.Activity, at.Child("activity").Child("activity"))
	case e.Assignment != nil:
		var i int
		s.Register.Assignments, i = put(s.Register.Assignments, *e.Assignment, func(a privacy.Assignment) rapport.ID { return a.ID })
		s.came(rapport.Pointer("/register/assignments").Index(i), at.Child("assignment"))
	case e.Note != nil:
		var i int
		s.Notes, i = put(s.Notes, cloneNote(*e.Note), func(n Note) rapport.ID { return n.ID })
		s.came(rapport.Pointer("/notes").Index(i), at.Child("note"))
	case e.Change != nil:
		if p, i := s.person(e.Change.Person); p != nil {
			p.Changes = append(slices.Clip(p.Changes), e.Change.change(e.ID, on))
			s.came(rapport.Pointer("/people").Index(i).Child("changes").Index(len(p.Changes)-1), at.Child("change"))
		}
	case e.Circumstance != nil:
		var i int
		s.Register.Circumstances, i = put(s.Register.Circumstances, *e.Circumstance, func(c privacy.Circumstance) rapport.ID { return c.ID })
		s.came(rapport.Pointer("/register/circumstances").Index(i), at.Child("circumstance"))
	case e.InForce != nil:
		s.foldInForce(e, at.Child("in_force"))
	case e.CalledOff != nil:
		s.foldCalledOff(*e.CalledOff)
	case e.Refusal != nil:
		s.Brief.Refusals = append(slices.Clip(s.Brief.Refusals), e.Refusal.refusal(e.ID, on))
		s.came(rapport.Pointer("/refusals").Index(len(s.Brief.Refusals)-1), at.Child("refusal"))
	}
}

func (s *State) foldAssessment(e AssessmentEvent, on time.Time, at rapport.Pointer) {
	i := slices.IndexFunc(s.Brief.Threats, func(t client.Threat) bool { return t.ID == e.Threat })
	if i < 0 {
		return
	}
	t := &s.Brief.Threats[i]
	t.Level, t.Assessor, t.AssessedAt, t.ReviewOn = e.Level, e.Assessor, on, e.ReviewOn
	t.Intent, t.Capability, t.Opportunity, t.Assumptions = e.Intent, e.Capability, e.Opportunity, slices.Clone(e.Assumptions)
	for _, field := range []string{"level", "assessor", "review_on", "intent", "capability", "opportunity", "assumptions"} {
		s.came(rapport.Pointer("/threats").Index(i).Child(field), at.Child(field))
	}
}

func (s *State) foldActivity(person rapport.ID, a client.Activity, at rapport.Pointer) {
	list, root := s.activities(person)
	if list == nil {
		return
	}
	var i int
	*list, i = put(*list, cloneActivity(a), func(a client.Activity) rapport.ID { return a.ID })
	s.came(root.Index(i), at)
}

func (s *State) person(id rapport.ID) (*client.Profile, int) {
	i := slices.IndexFunc(s.Brief.People, func(p client.Profile) bool { return p.ID == id })
	if i < 0 {
		return nil, i
	}
	return &s.Brief.People[i], i
}

func (s *State) came(to, from rapport.Pointer) { s.from[to] = from }

// place returns where in the case file a place of the brief or the register came from. What did not come
// from an event has the same pointer in both.
func (s *State) place(p rapport.Pointer) rapport.Pointer {
	for to, from := range s.from {
		if p == to || strings.HasPrefix(string(p), string(to)+"/") {
			return p[len(to):].Under(from)
		}
	}
	return p
}

// put returns a copy of the list in which element stands in place of the one with its ID, or at the end,
// and where it stands.
func put[T any](list []T, element T, id func(T) rapport.ID) ([]T, int) {
	list = slices.Clone(list)
	if i := slices.IndexFunc(list, func(x T) bool { return id(x) == id(element) }); i >= 0 {
		list[i] = element
		return list, i
	}
	return append(list, element), len(list)
}
