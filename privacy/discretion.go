package privacy

import (
	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Discretion is how visible protection should be at one activity: near the person and at the place, each
// with its bounds and the rungs inside them in order. How alert the team is does not depend on it.
type Discretion struct {
	// Activity is the activity's ID.
	Activity rapport.ID `json:"activity"`
	// Setting is where it happens.
	Setting client.Setting `json:"setting"`
	// Near is near the person.
	Near Ladder `json:"near"`
	// Place is at the place: door, gate, cordon.
	Place Ladder `json:"place"`
	// Vigilance is how alert the team is.
	Vigilance Vigilance `json:"vigilance"`
	// Flips lists the single changes that would bring another rung to the front, near the person first,
	// then by what changes. Tried are each fact of the occasion and the place, the rank of privacy, the
	// level and the nearness of each threat, each feeling, rule and wish, covert agreed and danger.
	Flips []Flip `json:"flips"`
	// Yields lists the situations in which privacy gives way, to be told beforehand, in the order
	// in which they are told.
	Yields []Yield `json:"yields"`
	// Reasons say why, in order; their subjects are paths in the choice.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used, sorted.
	MadeWith []rapport.Edition `json:"made_with"`
}

// Ladder holds the hard bounds of a choice of visibility and the rungs inside them.
type Ladder struct {
	// Lower is the least visible rung allowed.
	Lower rapport.Visibility `json:"lower"`
	// Upper is the most visible rung allowed.
	Upper rapport.Visibility `json:"upper"`
	// Order lists the rungs inside the bounds, the preferred one first, then by distance from it, the
	// less visible first among equals. It is empty where the bounds contradict each other: then place,
	// time or host have to change, or the person with the right decides.
	Order []rapport.Visibility `json:"order"`
	// Seen is what an onlooker sees at the preferred rung; empty where there is none.
	Seen string `json:"seen,omitzero"`
	// Effects is what the preferred rung does to the person and to others here, sorted by word.
	Effects []Effect `json:"effects"`
	// RunnersUp lists the other rungs of Order, in its order, with what each would cost.
	RunnersUp []RunnerUp `json:"runners_up"`
}

// RunnerUp is a rung that is allowed and not preferred.
type RunnerUp struct {
	// Rung is the rung.
	Rung rapport.Visibility `json:"rung"`
	// Seen is what an onlooker sees at it.
	Seen string `json:"seen"`
	// Costs say what taking it would cost, in order: what speaks against it, what deterrence would be
	// missed, what has to be done by other means, and what it does to people.
	Costs []rapport.Reason `json:"costs"`
}

// Flip is one single change of the input that would bring another rung to the front.
type Flip struct {
	// Where says on which ladder.
	Where Where `json:"where"`
	// Rung is what would come first.
	Rung rapport.Visibility `json:"rung"`
	// If names the input and the change.
	If rapport.Reason `json:"if"`
}
