package scenarios

import (
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// Event is one thing that happened. It carries exactly one of the fields below Text.
type Event struct {
	// ID is unique in the case's events and becomes the ID of what it adds.
	ID rapport.ID `json:"id"`
	// At is when.
	At time.Time `json:"at"`
	// Text says in half a sentence what happened, for the list of what changed.
	Text string `json:"text"`
	// Contact is something the source of a threat did.
	Contact *ContactEvent `json:"contact,omitzero"`
	// Reaction is how a principal felt about something they noticed.
	Reaction *ReactionEvent `json:"reaction,omitzero"`
	// Assessment is a threat assessed anew.
	Assessment *AssessmentEvent `json:"assessment,omitzero"`
	// Activity is an activity that is new or has changed; one with a known ID is replaced.
	Activity *ActivityEvent `json:"activity,omitzero"`
	// Wish is a wish said.
	Wish *WishEvent `json:"wish,omitzero"`
	// Assignment is a person put on the work or taken off it; one with a known ID is replaced.
	Assignment *privacy.Assignment `json:"assignment,omitzero"`
	// Note is a sheet's fact that is new or has changed; one with a known ID is replaced.
	Note *Note `json:"note,omitzero"`
	// Signal is something that bears on trust.
	Signal *SignalEvent `json:"signal,omitzero"`
	// Change is a change in a principal's life.
	Change *ChangeEvent `json:"change,omitzero"`
	// Circumstance is a dated fact about the service or a person, such as that somebody has left; one with a
	// known ID is replaced.
	Circumstance *privacy.Circumstance `json:"circumstance,omitzero"`
	// InForce is a measure put in force by agreement, beside what a plan chose: a trial, or what a host
	// provides.
	InForce *InForceEvent `json:"in_force,omitzero"`
	// CalledOff is an activity that will not take place.
	CalledOff *CalledOffEvent `json:"called_off,omitzero"`
	// Refusal is a decision to go without a measure or without a demand of the plan.
	Refusal *RefusalEvent `json:"refusal,omitzero"`
}

// ContactEvent is something the source of a threat did.
type ContactEvent struct {
	// Threat is which threat.
	Threat rapport.ID `json:"threat"`
	// Kind is what was done.
	Kind client.ContactKind `json:"kind"`
	// Setting is where, or the place a message named.
	Setting client.Setting `json:"setting,omitzero"`
	// Activity is the activity it happened at or named.
	Activity rapport.ID `json:"activity,omitzero"`
}

// ReactionEvent is how a principal felt about something they noticed.
type ReactionEvent struct {
	// Person is the principal.
	Person rapport.ID `json:"person"`
	// Element is what was noticed.
	Element client.Element `json:"element"`
	// Setting is where.
	Setting client.Setting `json:"setting"`
	// Feeling is how it felt.
	Feeling rapport.Feeling `json:"feeling"`
	// Until is the day from which what was noticed is no longer there; zero means that it still is.
	Until rapport.Date `json:"until,omitzero"`
	// Words are the person's own, without names.
	Words string `json:"words,omitzero"`
}

// AssessmentEvent is a threat assessed anew. It stands for itself: parts and assumptions of an earlier
// assessment that it does not give are no longer said.
type AssessmentEvent struct {
	// Threat is which threat.
	Threat rapport.ID `json:"threat"`
	// Level is what was found.
	Level rapport.Level `json:"level"`
	// Assessor is who assessed it.
	Assessor client.Assessor `json:"assessor"`
	// ReviewOn is the day by which it has to be assessed anew.
	ReviewOn rapport.Date `json:"review_on,omitzero"`
	// Intent is how much its source wants to do harm, as assessed.
	Intent rapport.Level `json:"intent,omitzero"`
	// Capability is how far its source could, as assessed.
	Capability rapport.Level `json:"capability,omitzero"`
	// Opportunity is how far the person's life leaves room for it, as assessed.
	Opportunity rapport.Level `json:"opportunity,omitzero"`
	// Assumptions are what the assessment rests on.
	Assumptions []client.Assumption `json:"assumptions,omitzero"`
}

// ActivityEvent is an activity that is new or has changed.
type ActivityEvent struct {
	// Person is the principal or site.
	Person rapport.ID `json:"person"`
	// Activity is the activity as it now is.
	Activity client.Activity `json:"activity"`
}

// WishEvent is a wish said.
type WishEvent struct {
	// Person is the principal.
	Person rapport.ID `json:"person"`
	// Kind is what is wished.
	Kind client.WishKind `json:"kind"`
	// Setting is where it holds; empty means anywhere.
	Setting client.Setting `json:"setting,omitzero"`
	// Strength says how binding it is.
	Strength client.Strength `json:"strength"`
	// Words are the person's own, without names.
	Words string `json:"words,omitzero"`
}

// Validate reports problems of shape; the words and IDs in it are checked where the case is.
func (e Event) Validate() error {
	var f rapport.Faults
	f.ID("/id", e.ID)
	if e.At.IsZero() {
		f.Required("/at")
	}
	if e.Text == "" {
		f.Required("/text")
	}
	carried := 0
	for _, given := range []bool{e.Contact != nil, e.Reaction != nil, e.Assessment != nil, e.Activity != nil, e.Wish != nil, e.Assignment != nil, e.Note != nil, e.Signal != nil, e.Change != nil, e.Circumstance != nil, e.InForce != nil, e.CalledOff != nil, e.Refusal != nil} {
		if given {
			carried++
		}
	}
	switch {
	case carried == 0:
		f.Required("")
	case carried > 1:
		f.Coded("", Codes()[0])
	}
	return f.Err()
}
