package scenarios

import (
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
	"github.com/rapport-go/rapport/trust"
)

// Schema is the schema word of a case file.
const Schema = "rapport/case/1"

// Case is one engagement as a firm's app would hold it: who and what is protected, what threatens them,
// what is in force, what the register knows, who asks for what, and what happened on a timeline. It is
// the only source of a case's inputs.
type Case struct {
	// Schema is [Schema] or empty, which means the same.
	Schema string `json:"schema,omitzero"`
	// ID is the case's key.
	ID rapport.ID `json:"id"`
	// Title says in one line what the case is about.
	Title string `json:"title"`
	// Start is when the engagement began; its day is day 0.
	Start time.Time `json:"start"`
	// Now is the moment the briefing is for; its offset is the zone in which hours are read.
	Now time.Time `json:"now"`
	// Until is the end of the hours the briefing looks at from Now on; from another moment they are as
	// long. Zero means 36 hours.
	Until time.Time `json:"until,omitzero"`
	// Labels are how people and groups are called on paper: a role or a first letter.
	Labels []Label `json:"labels,omitzero"`
	// Mandate says who stands where in the engagement.
	Mandate client.Mandate `json:"mandate,omitzero"`
	// People are the principals, as they were known at the start.
	People []client.Profile `json:"people,omitzero"`
	// Sites are the places protected.
	Sites []client.Site `json:"sites,omitzero"`
	// Threats are the assessed threats, as they were known at the start.
	Threats []client.Threat `json:"threats,omitzero"`
	// Rules are what law, venue, host or insurer demand or forbid to be seen.
	Rules []privacy.Rule `json:"rules,omitzero"`
	// CovertAgreed lists the principals who have agreed to covert cover and know its sign.
	CovertAgreed []rapport.ID `json:"covert_agreed,omitzero"`
	// Facts are what is asserted about the place and the people that a measure may depend on.
	Facts []plan.Fact `json:"facts,omitzero"`
	// Law answers questions of law and licence.
	Law []plan.LawAnswer `json:"law,omitzero"`
	// Refusals are what was refused before the start.
	Refusals []plan.Refusal `json:"refusals,omitzero"`
	// Ceilings are the most that people let protection take.
	Ceilings []plan.Ceiling `json:"ceilings,omitzero"`
	// Liaisons say who of the firm knows whom outside it.
	Liaisons []plan.Liaison `json:"liaisons,omitzero"`
	// InForce are the measures in force at the start.
	InForce []plan.InForce `json:"in_force,omitzero"`
	// Register is what the firm knows of assignments, named contacts, consents and circumstances.
	Register privacy.Register `json:"register,omitzero"`
	// Asks are who asks for what; the briefing shows what each may know.
	Asks []Ask `json:"asks,omitzero"`
	// Notes are the sheets of the case: each one fact at one grain, shown only where a decision gives it.
	Notes []Note `json:"notes,omitzero"`
	// Signals are what was observed that bears on trust, at any order.
	Signals []trust.Signal `json:"signals,omitzero"`
	// Events are what happened, at any order; only those up to the moment count.
	Events []Event `json:"events,omitzero"`
}

// Label is how somebody is called on paper.
type Label struct {
	// ID is the person, organisation or activity.
	ID rapport.ID `json:"id"`
	// Text is a role, a first letter, or what an activity is called; never a full name.
	Text string `json:"text"`
}

// Validate reports problems of shape.
func (l Label) Validate() error {
	var f rapport.Faults
	f.ID("/id", l.ID)
	if l.Text == "" {
		f.Required("/text")
	}
	return f.Err()
}

// Ask is one question to the policy, as somebody would put it.
type Ask struct {
	// ID is unique in the case's asks.
	ID rapport.ID `json:"id"`
	// Asker is who asks, Role as what; the register knows whether that is so.
	Asker rapport.ID `json:"asker"`
	// Role is the role the asker claims.
	Role client.Role `json:"role"`
	// Purpose is what for.
	Purpose privacy.Purpose `json:"purpose"`
	// Category is what about.
	Category client.Category `json:"category"`
	// Principal is about whom.
	Principal rapport.ID `json:"principal"`
	// Activity is about which activity; empty means none in particular.
	Activity rapport.ID `json:"activity,omitzero"`
}

// Validate reports problems of shape.
func (a Ask) Validate() error {
	var f rapport.Faults
	f.ID("/id", a.ID)
	f.Join("", a.Request().Validate())
	return f.Err()
}

// Request returns the ask as the policy takes it.
func (a Ask) Request() privacy.Request {
	return privacy.Request{Asker: a.Asker, Role: a.Role, Purpose: a.Purpose, Category: a.Category, Principal: a.Principal, Activity: a.Activity}
}

// Note is one fact at one grain, in the words of the sheet it is for. A sheet shows it only to a reader
// whom a decision gives this category at one of these grains.
type Note struct {
	// ID is unique in the case's notes.
	ID rapport.ID `json:"id"`
	// Category is what kind of information it is.
	Category client.Category `json:"category"`
	// Grains are the views it belongs to.
	Grains []privacy.Grain `json:"grains"`
	// Principal is whom it is about.
	Principal rapport.ID `json:"principal"`
	// Activity narrows it to one activity; empty means none in particular.
	Activity rapport.ID `json:"activity,omitzero"`
	// For narrows it to readers in one role; empty means any reader who may have it.
	For client.Role `json:"for,omitzero"`
	// WayOut is true for the way out of the activity's place; a note that is none leaves it out.
	WayOut bool `json:"way_out,omitzero"`
	// Text is one plain sentence.
	Text string `json:"text"`
}

// Validate reports problems of shape.
func (n Note) Validate() error {
	var f rapport.Faults
	f.ID("/id", n.ID)
	rapport.FaultWord(&f, "/category", n.Category)
	if len(n.Grains) == 0 {
		f.Required("/grains")
	}
	for i, g := range n.Grains {
		if g == privacy.GrainUnknown {
			f.Required(rapport.Pointer("/grains").Index(i))
		}
	}
	f.ID("/principal", n.Principal)
	f.OptionalID("/activity", n.Activity)
	rapport.FaultOptionalWord(&f, "/for", n.For)
	if n.Text == "" {
		f.Required("/text")
	}
	return f.Err()
}
