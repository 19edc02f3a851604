package plan

import (
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// The limits of a brief. Beyond them the answer is an error with [CodeTooLarge].
const (
	// MaxSubjects is the largest number of people and sites together.
	MaxSubjects = 32
	// MaxActivities is the largest number of activities and posts together.
	MaxActivities = 128
	// MaxThreats is the largest number of threats.
	MaxThreats = 64
	// MaxInForce is the largest number of measures in force, and of facts, answers, refusals, ceilings
	// and liaisons, each.
	MaxInForce = 512
)

// Brief is what a plan is composed from: a household or sites, what threatens them, and what is in force.
// The order of its lists says nothing. The zero value has nobody to protect and gives an empty plan.
type Brief struct {
	// People are the principals of one household, planned together.
	People []client.Profile `json:"people,omitzero"`
	// Sites are places protected for those who use them; each is a household of its own.
	Sites []client.Site `json:"sites,omitzero"`
	// Threats are the assessed threats. Worry is never one.
	Threats []client.Threat `json:"threats,omitzero"`
	// Mandate says who stands where and who may accept what stays below a floor.
	Mandate client.Mandate `json:"mandate,omitzero"`
	// InForce are the measures in force.
	InForce []InForce `json:"in_force,omitzero"`
	// Facts are asserted conditions. What is not asserted and does not follow from the rest of the brief
	// is taken as absent: a measure that depends on it is not offered.
	Facts []Fact `json:"facts,omitzero"`
	// Rules are what law, venue, host or insurer ask of visibility.
	Rules []privacy.Rule `json:"rules,omitzero"`
	// Surroundings say what is known of the place and hour of activities beyond the profile, and what was
	// chosen there before.
	Surroundings []Surroundings `json:"surroundings,omitzero"`
	// CovertAgreed lists the people who have agreed to covert cover and know its sign. For others nobody
	// covert is planned.
	CovertAgreed []rapport.ID `json:"covert_agreed,omitzero"`
	// Law answers questions of law and licence for places. What nobody answered stays open: the entry says
	// so and does not start before.
	Law []LawAnswer `json:"law,omitzero"`
	// Refusals are what people with the right to it decided to go without.
	Refusals []Refusal `json:"refusals,omitzero"`
	// Ceilings are the most that a person lets protection take.
	Ceilings []Ceiling `json:"ceilings,omitzero"`
	// Liaisons say who of the firm knows whom outside it.
	Liaisons []Liaison `json:"liaisons,omitzero"`
	// Nodes bounds the search, in nodes; 0 means none given, and 10,000 are used.
	Nodes int `json:"nodes,omitzero"`
}

// Validate reports problems of shape; of a brief beyond the limits, these alone. Words are checked by the
// engine that knows them.
func (b Brief) Validate() error {
	var f rapport.Faults
	if b.validateSize(&f); f.Err() != nil {
		return f.Err()
	}
	rapport.JoinEach(&f, "/people", b.People, func(p client.Profile) rapport.ID { return p.ID })
	rapport.JoinEach(&f, "/sites", b.Sites, func(s client.Site) rapport.ID { return s.ID })
	rapport.JoinEach(&f, "/threats", b.Threats, func(t client.Threat) rapport.ID { return t.ID })
	f.Join("/mandate", b.Mandate.Validate())
	rapport.JoinEach(&f, "/in_force", b.InForce, func(i InForce) rapport.ID { return i.ID })
	rapport.JoinEach(&f, "/rules", b.Rules, func(r privacy.Rule) rapport.ID { return r.ID })
	for i, fact := range b.Facts {
		f.Join(rapport.Pointer("/facts").Index(i), fact.Validate())
	}
	for i, id := range b.CovertAgreed {
		f.ID(rapport.Pointer("/covert_agreed").Index(i), id)
	}
	duplicate, _ := rapport.FindCode(rapport.Codes(), rapport.CodeDuplicateID)
	for i, x := range b.Surroundings {
		at := rapport.Pointer("/surroundings").Index(i)
		f.Join(at, x.Validate())
		if slices.ContainsFunc(b.Surroundings[:i], func(y Surroundings) bool { return y.Person == x.Person && y.Activity == x.Activity }) {
			f.Coded(at.Child("activity"), duplicate)
		}
	}
	for i, x := range b.Law {
		f.Join(rapport.Pointer("/law").Index(i), x.Validate())
	}
	rapport.JoinEach(&f, "/refusals", b.Refusals, func(r Refusal) rapport.ID { return r.ID })
	b.validateCeilings(&f)
	rapport.JoinEach(&f, "/liaisons", b.Liaisons, func(l Liaison) rapport.ID { return l.ID })
	if b.Nodes < 0 {
		f.OutOfRange("/nodes")
	}
	return f.Err()
}

// validateCeilings notes a second ceiling of one person at the person, which is its key.
func (b Brief) validateCeilings(f *rapport.Faults) {
	for i, x := range b.Ceilings {
		at := rapport.Pointer("/ceilings").Index(i)
		f.Join(at, x.Validate())
		if x.Person.Valid() && slices.ContainsFunc(b.Ceilings[:i], func(o Ceiling) bool { return o.Person == x.Person }) {
			f.DuplicateID(at.Child("person"))
		}
	}
}

func (b Brief) validateSize(f *rapport.Faults) {
	activities := 0
	for _, p := range b.People {
		activities += len(p.Activities)
	}
	for _, s := range b.Sites {
		activities += len(s.Posts)
	}
	tooMany := func(at rapport.Pointer, count, limit int) {
		if count > limit {
			f.Coded(at, codeEntry(CodeTooLarge))
		}
	}
	tooMany("/people", len(b.People)+len(b.Sites), MaxSubjects)
	tooMany("/people", activities, MaxActivities)
	tooMany("/threats", len(b.Threats), MaxThreats)
	tooMany("/in_force", len(b.InForce), MaxInForce)
	tooMany("/facts", len(b.Facts), MaxInForce)
	tooMany("/surroundings", len(b.Surroundings), MaxInForce)
	tooMany("/law", len(b.Law), MaxInForce)
	tooMany("/refusals", len(b.Refusals), MaxInForce)
	tooMany("/ceilings", len(b.Ceilings), MaxInForce)
	tooMany("/liaisons", len(b.Liaisons), MaxInForce)
}

// InForce is a measure that is in force. It reaches every choice of its measure that its person and
// activity touch: without a person that of the whole household, without an activity that of every
// activity where the measure works.
type InForce struct {
	// ID is unique in the brief's measures in force.
	ID rapport.ID `json:"id"`
	// Measure is what is in force.
	Measure MeasureID `json:"measure"`
	// Person is the person or site it is for; empty means the whole household and every site.
	Person rapport.ID `json:"person,omitzero"`
	// Activity is the person's activity or the site's post; empty means it stands.
	Activity rapport.ID `json:"activity,omitzero"`
	// Setting narrows it to a kind of place and what lies below; empty means wherever the measure works.
	Setting client.Setting `json:"setting,omitzero"`
	// Since is when it began; the zero time means nobody said.
	Since time.Time `json:"since,omitzero"`
}

// Validate reports problems of shape.
func (i InForce) Validate() error {
	var f rapport.Faults
	f.ID("/id", i.ID)
	rapport.FaultWord(&f, "/measure", i.Measure)
	f.OptionalID("/person", i.Person)
	f.OptionalID("/activity", i.Activity)
	rapport.FaultOptionalWord(&f, "/setting", i.Setting)
	if i.Activity != "" && i.Person == "" {
		f.Required("/person")
	}
	if !i.Since.IsZero() {
		f.At("/since", i.Since)
	}
	return f.Err()
}

// Fact asserts that a condition is present. Condition, person and activity together are its key; a
// repeat says nothing new.
type Fact struct {
	// Condition is what is so.
	Condition Condition `json:"condition"`
	// Person is the person or site it is so for; empty means everybody in the brief.
	Person rapport.ID `json:"person,omitzero"`
	// Activity is the activity or post at which it is so; empty means every one.
	Activity rapport.ID `json:"activity,omitzero"`
}

// Validate reports problems of shape.
func (x Fact) Validate() error {
	var f rapport.Faults
	rapport.FaultWord(&f, "/condition", x.Condition)
	f.OptionalID("/person", x.Person)
	f.OptionalID("/activity", x.Activity)
	if x.Activity != "" && x.Person == "" {
		f.Required("/person")
	}
	return f.Err()
}
