package plan

//go:generate go -C ../internal/tools run ./cmd/catalogue plan

import (
	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Catalogue is a set of measures with what belongs to them: the standard one, or a vendor's pack. A
// pack's measures, groups and conditions carry vendor words. A measure whose word is built in may replace
// its English wording and nothing else; a floor may be raised, never lowered. The zero value is an empty
// pack that lacks its name.
type Catalogue struct {
	// Name is "plan" for the standard catalogue, a vendor's word for a pack.
	Name string `json:"name"`
	// Version is counted by its maker.
	Version string `json:"version"`
	// Measures are what can be chosen.
	Measures []MeasureEntry `json:"measures,omitzero"`
	// Groups join measures that fail together.
	Groups []GroupEntry `json:"groups,omitzero"`
	// Conditions are facts that a measure may depend on.
	Conditions []ConditionEntry `json:"conditions,omitzero"`
	// Expected are the measures that a kind of threat calls for at a level.
	Expected []ExpectedEntry `json:"expected,omitzero"`
	// Floors are the points of cover that a level requires.
	Floors []FloorEntry `json:"floors,omitzero"`
	// Laws are questions of law or licence that a measure may depend on.
	Laws []LawEntry `json:"laws,omitzero"`
	// Variants are families of measures that a person would call the same thing again.
	Variants []VariantEntry `json:"variants,omitzero"`
	// Signs are early warnings with what is done first.
	Signs []SignEntry `json:"signs,omitzero"`
	// Works are what is done again and again so that less happens.
	Works []WorkEntry `json:"works,omitzero"`
	// Happenings are what a work is due after.
	Happenings []HappeningEntry `json:"happenings,omitzero"`
	// Deadlines are how long a weak point may stay open. A pack may shorten one, never lengthen it.
	Deadlines []DeadlineEntry `json:"deadlines,omitzero"`
}

// MeasureEntry is something the firm does or installs. Every effect is house judgement, to be calibrated
// by the firm: nobody has published effect sizes for this work.
type MeasureEntry struct {
	// ID is the word.
	ID MeasureID `json:"id"`
	// Scope says what one choice of it reaches.
	Scope Scope `json:"scope"`
	// Effects says how much it does against which kind of threat; a kind that is not listed gets nothing.
	Effects []Effect `json:"effects"`
	// Functions says what it does.
	Functions []Function `json:"functions"`
	// Mode says whether it works before something happens, once it does, or both.
	Mode Mode `json:"mode"`
	// Settings lists where it works, with what lies below.
	Settings []client.Setting `json:"settings"`
	// Activities narrows it to kinds of activity, with what lies below; empty means whatever is done there.
	Activities []client.ActivityKind `json:"activities,omitzero"`
	// Varies lists what of a routine it varies: one of these has to be among what the person is ready to vary. A
	// dated event has no pattern; only what is done on named days varies it.
	Varies []client.Lever `json:"varies,omitzero"`
	// Visibility is how visible it is to outsiders.
	Visibility rapport.Visibility `json:"visibility"`
	// Shows lists the elements a person can notice of it; reactions and wishes reach it through them.
	Shows []client.Element `json:"shows,omitzero"`
	// Intrusion is what it takes from the person.
	Intrusion Intrusion `json:"intrusion,omitzero"`
	// Effort is what it takes from the firm.
	Effort Effort `json:"effort"`
	// Layer says whether it works at the place or before.
	Layer Layer `json:"layer"`
	// Protects says whether it is for a person, a site, or either.
	Protects client.Protects `json:"protects"`
	// Group is the dependence group.
	Group Group `json:"group"`
	// Requires lists measures that have to be in the plan too.
	Requires []MeasureID `json:"requires,omitzero"`
	// Excludes lists measures that do not go with it in one activity.
	Excludes []MeasureID `json:"excludes,omitzero"`
	// OnlyIf lists facts that all have to be present.
	OnlyIf []Condition `json:"only_if,omitzero"`
	// OptionOnly is true for what is never chosen by the library, only shown where it was asked for and
	// every question of law is answered with yes; the entry says so or leaves it out.
	OptionOnly bool `json:"option_only,omitzero"`
	// LastResort is true for what restricts the person and is chosen only where nothing else reaches a row;
	// the entry says so or leaves it out. Its wording names the condition that ends it.
	LastResort bool `json:"last_resort,omitzero"`
	// NamedDays is true for what is done on named days only: it works for a dated activity and for a routine
	// of at most two windows a week, since it would leave the other days of a fuller one open; the entry says
	// so or leaves it out.
	NamedDays bool `json:"named_days,omitzero"`
	// Variants lists the families of measures that a person would call the same thing again.
	Variants []Variant `json:"variants,omitzero"`
	// LighterFormOf lists measures of which this is a smaller dose. It stays open where they are refused.
	LighterFormOf []MeasureID `json:"lighter_form_of,omitzero"`
	// Law lists the questions of law or licence to be answered for the place before it starts.
	Law []Law `json:"law,omitzero"`
	// LastsDays is for how many days it counts once it was done; 0 means as long as it is in force.
	LastsDays int `json:"lasts_days,omitzero"`
	// Roles lists who carries it out.
	Roles []client.Role `json:"roles"`
	// LeansOn lists roles outside the firm without whom it does not work.
	LeansOn []client.Role `json:"leans_on,omitzero"`
	// Knows lists the kinds of information that its people need, and nothing more.
	Knows []client.Category `json:"knows,omitzero"`
	// Extensions carries a vendor's data; built-in measures have none.
	Extensions rapport.Extensions `json:"extensions,omitzero"`
	// EN is the English wording.
	EN MeasureWords `json:"en"`
}

// Effect is how much a measure does against one kind of threat.
type Effect struct {
	// Threat is the kind.
	Threat client.ThreatKind `json:"threat"`
	// Band is how much.
	Band rapport.Band `json:"band"`
}

// Intrusion is what a measure takes from a person; a level that is left out takes nothing.
type Intrusion struct {
	// Movement is freedom to go where one likes, as one likes.
	Movement rapport.Level `json:"movement,omitzero"`
	// Social is ease with other people.
	Social rapport.Level `json:"social,omitzero"`
	// Time is time and attention.
	Time rapport.Level `json:"time,omitzero"`
	// Privacy is being unseen and unknown.
	Privacy rapport.Level `json:"privacy,omitzero"`
}

// MeasureWords is the English wording of a measure.
type MeasureWords struct {
	// Name is what a person reads.
	Name string `json:"name"`
	// Done says what is done.
	Done string `json:"done"`
	// Limits says what it does not do. A measure without limits is not accepted.
	Limits string `json:"limits"`
	// Why says to the client what it is good for.
	Why string `json:"why"`
	// Ends names the condition that ends a measure of last resort; empty for every other one.
	Ends string `json:"ends,omitzero"`
}

// LawEntry is a question of law or licence. The library does not answer it.
type LawEntry struct {
	// ID is the word.
	ID Law `json:"id"`
	// OnlyIf lists facts without which nobody has to ask it.
	OnlyIf []Condition `json:"only_if,omitzero"`
	// EN asks the question.
	EN string `json:"en"`
}

// VariantEntry is a family of measures that a person would call the same thing again: where one of them is
// refused, none of the others is offered to that person.
type VariantEntry struct {
	// ID is the word.
	ID Variant `json:"id"`
	// EN is what the person would say.
	EN string `json:"en"`
}

// GroupEntry is a dependence group and what its measures are to a plan; each mark says so or is left out.
type GroupEntry struct {
	// ID is the word.
	ID Group `json:"id"`
	// People is true where its measures put a person at the place.
	People bool `json:"people,omitzero"`
	// Beside is true where that person is within a few steps of the one protected.
	Beside bool `json:"beside,omitzero"`
	// Near is true where its measures are seen near the person, not at the place.
	Near bool `json:"near,omitzero"`
	// KnowsFace is true where somebody who knows the face of the source is there.
	KnowsFace bool `json:"knows_face,omitzero"`
	// Pattern is true where its measures change when, where or by which door something happens.
	Pattern bool `json:"pattern,omitzero"`
	// Advance is true where its measures look at the place beforehand.
	Advance bool `json:"advance,omitzero"`
	// Absent is true where its measures mean that the activity does not take place: nothing is asked there.
	Absent bool `json:"absent,omitzero"`
	// Reassurance is true where its measures reassure without guarding.
	Reassurance bool `json:"reassurance,omitzero"`
	// EN says in a few words what its measures share.
	EN string `json:"en"`
}

// ConditionEntry is a fact that a measure may depend on.
type ConditionEntry struct {
	// ID is the word.
	ID Condition `json:"id"`
	// EN says in one sentence what has to be so.
	EN string `json:"en"`
}

// ExpectedEntry is a step of little intrusion that belongs in a plan from a level on, even where the
// points would allow leaving it out.
type ExpectedEntry struct {
	// ID is the kind of threat, or "any", and the measure, with a hyphen between; a pack's is a vendor's word.
	ID string `json:"id"`
	// Threat is the kind; empty means any kind.
	Threat client.ThreatKind `json:"threat,omitzero"`
	// Measure is what is expected.
	Measure MeasureID `json:"measure"`
	// From is the level from which it is.
	From rapport.Level `json:"from"`
	// OnlyIf lists facts without which it is not.
	OnlyIf []Condition `json:"only_if,omitzero"`
}

// FloorEntry is what a level requires, in points. House judgement: ten points halve what is left.
type FloorEntry struct {
	// ID is the level.
	ID rapport.Level `json:"id"`
	// Points is the floor.
	Points int `json:"points"`
	// Place is how many of them have to work where the harm would happen.
	Place int `json:"place,omitzero"`
}

// bandEntry is how many points a band counts.
type bandEntry struct {
	ID     rapport.Band `json:"id"`
	Points int          `json:"points"`
}

// effortEntry is how many staff hours an effort counts.
type effortEntry struct {
	ID      Effort  `json:"id"`
	Cadence Cadence `json:"cadence"`
	Hours   int     `json:"hours"`
}

// textEntry is a text with blanks.
type textEntry struct {
	ID    string `json:"id"`
	Means string `json:"means"`
	EN    string `json:"en"`
}
