package scenarios

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/plan"
)

// RefusalEvent is a decision to go without a measure or without a demand of the plan. Its ID and day are
// those of the event.
type RefusalEvent struct {
	// Person is the principal or site it is for.
	Person rapport.ID `json:"person"`
	// Measure is what is refused; empty where a demand is.
	Measure plan.MeasureID `json:"measure,omitzero"`
	// Kind is the demand that is given up; unknown where a measure is refused.
	Kind plan.RowKind `json:"kind,omitzero"`
	// Threat narrows a demand to one threat.
	Threat rapport.ID `json:"threat,omitzero"`
	// Activity narrows it to one activity or post.
	Activity rapport.ID `json:"activity,omitzero"`
	// By lists those who decided.
	By []rapport.ID `json:"by"`
	// Until is the day from which it is asked again.
	Until rapport.Date `json:"until"`
}

// refusal returns the decision as a plan takes it.
func (r RefusalEvent) refusal(id rapport.ID, on rapport.Date) plan.Refusal {
	return plan.Refusal{ID: id, Person: r.Person, Measure: r.Measure, Kind: r.Kind, Threat: r.Threat, Activity: r.Activity,
		By: slices.Clone(r.By), On: on, Until: r.Until}
}
