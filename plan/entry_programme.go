package plan

import (
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Sign is a word for an early warning: something that was seen, heard or found and may come before harm.
// It is conduct or a state of things, never who somebody is.
type Sign string

// Work is a word for a piece of proactive work that comes round: a survey, a drill, a check.
type Work string

// Happening is a word for something after which a work is due before its time.
type Happening string

// SignEntry is an early warning with what is done first. Urgency is house judgement.
type SignEntry struct {
	// ID is the word.
	ID Sign `json:"id"`
	// Threats lists the kinds of threat it belongs to; empty means every kind.
	Threats []client.ThreatKind `json:"threats,omitzero"`
	// Protects says whether it is observed around persons, sites, or either.
	Protects client.Protects `json:"protects"`
	// Measures lists the measures to look at in the plan: whether they are there, and whether they are kept.
	Measures []MeasureID `json:"measures"`
	// Role is who sees to it.
	Role client.Role `json:"role"`
	// With lists who else has a part in it.
	With []client.Role `json:"with,omitzero"`
	// Urgency is how soon the first actions are done; of a sign of a day ahead, where nobody said the day.
	Urgency rapport.Urgency `json:"urgency"`
	// Ahead is true for a sign of a day that lies ahead, before which the actions are done; the entry says
	// so or leaves it out.
	Ahead bool `json:"ahead,omitzero"`
	// EN is the English wording.
	EN SignWords `json:"en"`
}

// SignWords is the English wording of an early warning.
type SignWords struct {
	// Seen says in one sentence what is observed.
	Seen string `json:"seen"`
	// Do lists the first actions, a sentence each, in the order in which they are done.
	Do []string `json:"do"`
}

// WorkEntry is a work of the standing programme. How often it comes round is house judgement.
type WorkEntry struct {
	// ID is the word.
	ID Work `json:"id"`
	// For says for whom it is done; for each of them on its own.
	For []Whom `json:"for"`
	// EveryDays is how many days after it was done it is due again; 0 means only after something happened.
	EveryDays int `json:"every_days,omitzero"`
	// StaleDays is for how many days what it found counts; 0 means nobody has said.
	StaleDays int `json:"stale_days,omitzero"`
	// Sooner says where it comes round in fewer days; the fewest count.
	Sooner []Pace `json:"sooner,omitzero"`
	// After lists what it is due after, whenever it was done last.
	After []After `json:"after,omitzero"`
	// Threats lists the kinds of threat it is there for; empty means every kind.
	Threats []client.ThreatKind `json:"threats,omitzero"`
	// Signs lists the early warnings to look for while it is done.
	Signs []Sign `json:"signs"`
	// Measures lists the measures that rest on it.
	Measures []MeasureID `json:"measures,omitzero"`
	// Role is who sees to it.
	Role client.Role `json:"role"`
	// EN is the English wording.
	EN WorkWords `json:"en"`
}

// WorkWords is the English wording of a work.
type WorkWords struct {
	// Name is what a person reads.
	Name string `json:"name"`
	// Done says what is done.
	Done string `json:"done"`
	// Output says what is written down afterwards.
	Output string `json:"output"`
}

// Pace says that a work comes round in fewer days where a threat of its kinds is serious, or at some kinds
// of place. It names the one or the other.
type Pace struct {
	// EveryDays is how many days after it was done it is due again.
	EveryDays int `json:"every_days"`
	// From is the level of threat from which that holds; unknown means whatever the level.
	From rapport.Level `json:"from,omitzero"`
	// Settings lists the kinds of site, with what lies below, where that holds; empty means everywhere.
	Settings []client.Setting `json:"settings,omitzero"`
}

// After says within how many days a work is due after something happened.
type After struct {
	// What is what happened.
	What Happening `json:"what"`
	// WithinDays is how many days it leaves; 0 means the same day.
	WithinDays int `json:"within_days,omitzero"`
}

// HappeningEntry is something after which a work is due before its time. Beside what is reported as such,
// changes in a life and dated activities that ended are read as it.
type HappeningEntry struct {
	// ID is the word.
	ID Happening `json:"id"`
	// Changes lists the changes in a person's life that are one.
	Changes []client.LifeChangeKind `json:"changes,omitzero"`
	// Activities lists the kinds of dated activity, with what lies below, whose end is one.
	Activities []client.ActivityKind `json:"activities,omitzero"`
	// EN says in one sentence what happened.
	EN string `json:"en"`
}

// DeadlineEntry is how long a weak point may stay open. House judgement.
type DeadlineEntry struct {
	// ID is the severity.
	ID Severity `json:"id"`
	// Days is how many days after it was found it is due; 0 means the same day. What is only to be put in
	// order is due at the next survey, and these many days after it was found at the latest.
	Days int `json:"days,omitzero"`
}

func (e SignEntry) clone() SignEntry {
	e.Threats, e.Measures, e.With, e.EN.Do = slices.Clone(e.Threats), slices.Clone(e.Measures), slices.Clone(e.With), slices.Clone(e.EN.Do)
	return e
}

func (e WorkEntry) clone() WorkEntry {
	e.For, e.After, e.Threats = slices.Clone(e.For), slices.Clone(e.After), slices.Clone(e.Threats)
	e.Signs, e.Measures = slices.Clone(e.Signs), slices.Clone(e.Measures)
	e.Sooner = slices.Clone(e.Sooner)
	for i := range e.Sooner {
		e.Sooner[i].Settings = slices.Clone(e.Sooner[i].Settings)
	}
	return e
}

func (e HappeningEntry) clone() HappeningEntry {
	e.Changes, e.Activities = slices.Clone(e.Changes), slices.Clone(e.Activities)
	return e
}
