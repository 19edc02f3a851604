package client

import "github.com/rapport-go/rapport"

// NeedEntry is a need that people have of protection.
type NeedEntry struct {
	// ID is the word.
	ID NeedKind `json:"id"`
	// Type says what kind of good it is about.
	Type NeedType `json:"type"`
	// EN is the English wording.
	EN NeedWords `json:"en"`
}

// NeedWords is the English wording of a need.
type NeedWords struct {
	// Name is what a person reads.
	Name string `json:"name"`
	// Means says in one sentence what is meant.
	Means string `json:"means"`
	// Met says by what the person themself can tell that it is met.
	Met string `json:"met"`
}

// PatternEntry is a way of how regularly something happens.
type PatternEntry struct {
	// ID is the word.
	ID Pattern `json:"id"`
	// Predictable is how well somebody who knows the pattern alone could wait for it. House judgement.
	Predictable rapport.Level `json:"predictable"`
	// EN is the English wording.
	EN Named `json:"en"`
}

// LifeChangeEntry is a kind of change in somebody's life.
type LifeChangeEntry struct {
	// ID is the word.
	ID LifeChangeKind `json:"id"`
	// Urgency says how soon after it the questions are asked again. House judgement.
	Urgency rapport.Urgency `json:"urgency"`
	// Ahead is true where they are to be asked before it happens, two weeks ahead at the latest; the entry
	// says so or leaves it out.
	Ahead bool `json:"ahead,omitzero"`
	// Asks lists the questions of the intake whose answers may no longer hold.
	Asks []Question `json:"asks,omitzero"`
	// EN is the English wording.
	EN Named `json:"en"`
}

// EngagementEntry is a kind of service.
type EngagementEntry struct {
	// ID is the word.
	ID EngagementKind `json:"id"`
	// EN is the English wording.
	EN Named `json:"en"`
}

// InteractionEntry is a kind of thing that is said or seen and bears on a profile, with what it suggests.
// House judgement. Where it suggests nothing, the wording says what is done instead.
type InteractionEntry struct {
	// ID is the word.
	ID InteractionKind `json:"id"`
	// Suggests lists what the profile would gain.
	Suggests []Suggestion `json:"suggests,omitzero"`
	// Confidence says how sure the reading is.
	Confidence rapport.Level `json:"confidence"`
	// EN is the English wording.
	EN InteractionWords `json:"en"`
}

// InteractionWords is the English wording of a kind of interaction.
type InteractionWords struct {
	// Name is what a person reads.
	Name string `json:"name"`
	// Means says in one sentence what is said or seen.
	Means string `json:"means"`
	// Next says what an officer does with it.
	Next string `json:"next"`
}

// Suggestion is one thing that an interaction suggests. It names exactly one of a dimension, an element, a
// wish, a need, a change in life, or avoidance.
type Suggestion struct {
	// Dimension is the dimension that Level speaks of.
	Dimension Dimension `json:"dimension,omitzero"`
	// Level is where it puts the person on the dimension.
	Level rapport.Level `json:"level,omitzero"`
	// Evidence says what kind of evidence it is, for a dimension or an element.
	Evidence EvidenceKind `json:"evidence,omitzero"`
	// Element is what Feeling is about.
	Element Element `json:"element,omitzero"`
	// Feeling is how it felt.
	Feeling rapport.Feeling `json:"feeling,omitzero"`
	// Setting is where, unless the interaction says where it was.
	Setting Setting `json:"setting,omitzero"`
	// Wish is the wish.
	Wish WishKind `json:"wish,omitzero"`
	// Strength is how binding it is.
	Strength Strength `json:"strength,omitzero"`
	// Need is the need.
	Need NeedKind `json:"need,omitzero"`
	// Met says whether the need is met.
	Met rapport.Answer `json:"met,omitzero"`
	// Change is the change in life.
	Change LifeChangeKind `json:"change,omitzero"`
	// Avoidance is true where the person does without more than before because of the worry that the
	// interaction names; the entry says so or leaves it out.
	Avoidance bool `json:"avoidance,omitzero"`
}

// StanceEntry is what follows where felt worry and assessed threat are laid side by side.
type StanceEntry struct {
	// ID is the word.
	ID Stance `json:"id"`
	// EN is the English wording.
	EN StanceWords `json:"en"`
}

// StanceWords is the English wording of a stance.
type StanceWords struct {
	// Name is what a person reads.
	Name string `json:"name"`
	// Means says in one sentence when it fits.
	Means string `json:"means"`
	// Do lists what is done.
	Do []string `json:"do"`
	// Never lists what is not.
	Never []string `json:"never,omitzero"`
}
