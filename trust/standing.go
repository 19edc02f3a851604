package trust

import (
	"github.com/rapport-go/rapport"
)

// Standing is how a relationship stands with one audience on a day. It is about the relationship: it says
// nothing about any one officer and is not fit for grading anybody. All lists are non-nil.
type Standing struct {
	// Relationship is the ledger's ID; empty where there was none.
	Relationship rapport.ID `json:"relationship,omitzero"`
	// Audience is whose trust it is.
	Audience rapport.Audience `json:"audience"`
	// On is the UTC day of the moment that was asked about; signals of that whole day count.
	On rapport.Date `json:"on"`
	// State is where trust is, in one word.
	State State `json:"state"`
	// Near is the state on the other side of a border that is less than 0.03 away; unknown where none is.
	Near State `json:"near,omitzero"`
	// Value is where trust is, from 0 to 1, held down by what Reasons name. In state unknown it means
	// nothing.
	Value float64 `json:"value"`
	// Unheld is the value before anything held it down.
	Unheld float64 `json:"unheld"`
	// Overall is the opinion over all dimensions.
	Overall Opinion `json:"overall"`
	// Evidence is how much there is behind it, in points after forgetting; a kept promise is half a point.
	Evidence float64 `json:"evidence"`
	// Dimensions are the seven sides, in the order of the scale.
	Dimensions []DimensionStanding `json:"dimensions"`
	// Since is the day of the first signal; zero where there is none.
	Since rapport.Date `json:"since,omitzero"`
	// Trend is where it is going.
	Trend Trend `json:"trend"`
	// Slowly is yes where the change shows only over 90 days; unsaid where Trend is unknown.
	Slowly rapport.Answer `json:"slowly,omitzero"`
	// Change is the value now less that of 30 days ago, of 90 where Slowly is yes; 0 where Trend is unknown.
	Change float64 `json:"change"`
	// Alarm tells a change in the weekly signals, which shows before the value does.
	Alarm Alarm `json:"alarm,omitzero"`
	// Movers are the kinds of signal of the last 30 days that moved the value, the strongest first.
	Movers []Mover `json:"movers"`
	// Repairs are the failings to be mended, breaches first, then by day and item.
	Repairs []Repair `json:"repairs"`
	// Warnings are what a professional would speak up about, the most urgent first, then by word.
	Warnings []Warning `json:"warnings"`
	// Guidance is what follows for the work.
	Guidance Guidance `json:"guidance"`
	// Reasons say why, in order. Their paths lie below the standing.
	Reasons []rapport.Reason `json:"reasons"`
	// MadeWith lists the catalogues used.
	MadeWith []rapport.Edition `json:"made_with"`
}

// DimensionStanding is the opinion of one side of the service.
type DimensionStanding struct {
	// Dimension is the side.
	Dimension Dimension `json:"dimension"`
	// Opinion is what the evidence says of it.
	Opinion Opinion `json:"opinion"`
	// For is the evidence for, in points after forgetting and saturation.
	For float64 `json:"for"`
	// Against is the evidence against, in points after forgetting, weighed.
	Against float64 `json:"against"`
}

// Guidance is what follows from a state for the work and for other packages.
type Guidance struct {
	// ExplainMore is yes where every measure should be explained in full.
	ExplainMore rapport.Answer `json:"explain_more"`
	// IntrusiveStep is no where a new intrusive step is proposed only to keep a floor.
	IntrusiveStep rapport.Answer `json:"intrusive_step"`
	// Cooperation is how far help from the other side can be counted on in an emergency.
	Cooperation rapport.Level `json:"cooperation"`
	// Do is what a professional does in this state.
	Do string `json:"do"`
	// Expect says the cooperation in words.
	Expect string `json:"expect"`
	// First is the one thing to do next: what the first warning asks for, or the state.
	First string `json:"first"`
}
