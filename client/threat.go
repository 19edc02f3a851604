package client

import (
	"time"

	"github.com/rapport-go/rapport"
)

// Threat is what a professional has assessed: never derived from worry, never turned into worry.
type Threat struct {
	// ID is the app's key of the threat.
	ID rapport.ID `json:"id"`
	// Kind says what it is.
	Kind ThreatKind `json:"kind"`
	// Aimed lists the principals and sites it is aimed at; empty means everybody in the input.
	Aimed []rapport.ID `json:"aimed,omitzero"`
	// Source is the app's key of the person or group behind it.
	Source rapport.ID `json:"source,omitzero"`
	// Directness says how it came to notice.
	Directness Directness `json:"directness,omitzero"`
	// Level is the assessed level; unknown means not assessed yet.
	Level rapport.Level `json:"level,omitzero"`
	// Intent is how much its source wants to do harm, as assessed.
	Intent rapport.Level `json:"intent,omitzero"`
	// Capability is how far its source could, as assessed.
	Capability rapport.Level `json:"capability,omitzero"`
	// Opportunity is how far the person's life leaves room for it, as assessed.
	Opportunity rapport.Level `json:"opportunity,omitzero"`
	// Assumptions are what the assessment rests on; when one no longer holds, it has to be assessed anew.
	Assumptions []Assumption `json:"assumptions,omitzero"`
	// Activities are the activities in which it bites, beside the settings.
	Activities []rapport.ID `json:"activities,omitzero"`
	// Settings are where it bites; empty means where the kind usually does.
	Settings []Setting `json:"settings,omitzero"`
	// Assessor says who assessed it; the reasons of a picture name it.
	Assessor Assessor `json:"assessor,omitzero"`
	// AssessedAt is when it was assessed.
	AssessedAt time.Time `json:"assessed_at,omitzero"`
	// ReviewOn is the day by which it has to be assessed anew.
	ReviewOn rapport.Date `json:"review_on,omitzero"`
	// Contacts is the log of what the source did: each letter, sighting, approach; at most [MaxContacts].
	// The order says nothing.
	Contacts []Contact `json:"contacts,omitzero"`
	// Words are how the person speaks of it ("the writer"), without names.
	Words string `json:"words,omitzero"`
	// Extensions carries vendor data.
	Extensions rapport.Extensions `json:"extensions,omitzero"`
}

// Validate reports problems of shape.
func (t Threat) Validate() error {
	var f rapport.Faults
	f.ID("/id", t.ID)
	rapport.FaultWord(&f, "/kind", t.Kind)
	for i, id := range t.Aimed {
		f.ID(rapport.Pointer("/aimed").Index(i), id)
	}
	f.OptionalID("/source", t.Source)
	member(&f, "/directness", t.Directness)
	member(&f, "/level", t.Level)
	member(&f, "/intent", t.Intent)
	member(&f, "/capability", t.Capability)
	member(&f, "/opportunity", t.Opportunity)
	rapport.JoinEach(&f, "/assumptions", t.Assumptions, func(a Assumption) rapport.ID { return a.ID })
	people(&f, "/activities", t.Activities, "")
	member(&f, "/assessor", t.Assessor)
	for i, s := range t.Settings {
		rapport.FaultWord(&f, rapport.Pointer("/settings").Index(i), s)
	}
	required(&f, "/assessed_at", t.Level != rapport.LevelUnknown && t.AssessedAt.IsZero())
	bounded(&f, "/contacts", len(t.Contacts), MaxContacts)
	rapport.JoinEach(&f, "/contacts", t.Contacts, func(c Contact) rapport.ID { return c.ID })
	f.Join("/extensions", t.Extensions.Validate())
	return f.Err()
}

// Assumption is something that an assessment rests on.
type Assumption struct {
	// ID is unique in the threat's assumptions.
	ID rapport.ID `json:"id"`
	// Text is one sentence, without names.
	Text string `json:"text"`
	// Holds says whether it still holds; no makes the assessment overdue.
	Holds rapport.Answer `json:"holds,omitzero"`
}

// Validate reports problems of shape.
func (a Assumption) Validate() error {
	var f rapport.Faults
	f.ID("/id", a.ID)
	required(&f, "/text", a.Text == "")
	ownWords(&f, "/text", a.Text)
	member(&f, "/holds", a.Holds)
	return f.Err()
}

// Contact is one thing the source of a threat did, as the contact log keeps it.
type Contact struct {
	// ID is unique in the threat's contacts.
	ID rapport.ID `json:"id"`
	// Kind says what was done.
	Kind ContactKind `json:"kind"`
	// At is when.
	At time.Time `json:"at"`
	// Setting is where, or the place a message named.
	Setting Setting `json:"setting,omitzero"`
	// Activity is the activity it happened at or named, where there is one.
	Activity rapport.ID `json:"activity,omitzero"`
}

// Validate reports problems of shape.
func (c Contact) Validate() error {
	var f rapport.Faults
	f.ID("/id", c.ID)
	rapport.FaultWord(&f, "/kind", c.Kind)
	required(&f, "/at", c.At.IsZero())
	rapport.FaultOptionalWord(&f, "/setting", c.Setting)
	f.OptionalID("/activity", c.Activity)
	return f.Err()
}
