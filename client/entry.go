package client

import "github.com/rapport-go/rapport"

// Named is the English wording of an entry that has a name and one line of meaning.
type Named struct {
	// Name is what a person reads.
	Name string `json:"name"`
	// Means says in one sentence what is meant.
	Means string `json:"means"`
}

// SettingEntry is a setting of the tree.
type SettingEntry struct {
	// ID is the word.
	ID Setting `json:"id"`
	// Parent is the setting it lies in; only "anywhere" has none. What fits a setting fits what lies
	// below it.
	Parent Setting `json:"parent,omitzero"`
	// EN is the English wording.
	EN Named `json:"en"`
}

// ActivityEntry is an activity of the tree.
type ActivityEntry struct {
	// ID is the word.
	ID ActivityKind `json:"id"`
	// Parent is the more general activity; empty at the top.
	Parent ActivityKind `json:"parent,omitzero"`
	// Setting is where it usually happens.
	Setting Setting `json:"setting"`
	// Exposure is how exposed it leaves a person before any threat is assessed. House judgement.
	Exposure rapport.Level `json:"exposure"`
	// Children is true where children are often present; the entry says so or leaves it out.
	Children bool `json:"children,omitzero"`
	// Media is true where press is likely; the entry says so or leaves it out.
	Media bool `json:"media,omitzero"`
	// Announced is true where place and time are usually public; the entry says so or leaves it out.
	Announced bool `json:"announced,omitzero"`
	// EN is the English wording.
	EN Named `json:"en"`
}

// ElementEntry is something a person can notice of protection.
type ElementEntry struct {
	// ID is the word.
	ID Element `json:"id"`
	// Visibility is the rung on which outsiders notice it; unknown where only the person does.
	Visibility rapport.Visibility `json:"visibility,omitzero"`
	// Beside says whether it is noticed beside the person (yes) or at the place (no); unsaid means in either.
	Beside rapport.Answer `json:"beside,omitzero"`
	// Freedom is true where it touches how freely the person moves, meets people or is by themself; the
	// entry says so or leaves it out.
	Freedom bool `json:"freedom,omitzero"`
	// EN is the English wording.
	EN Named `json:"en"`
}

// ThreatEntry is a kind of threat.
type ThreatEntry struct {
	// ID is the word.
	ID ThreatKind `json:"id"`
	// Bites lists the settings where it bites first.
	Bites []Setting `json:"bites"`
	// Protects says whether it is planned for a person, for a site, or for either.
	Protects Protects `json:"protects"`
	// HandsOn is true where harm needs somebody or something at the place.
	HandsOn bool `json:"hands_on,omitzero"`
	// Deterrence says how its source answers to visible protection.
	Deterrence Deterrence `json:"deterrence"`
	// Harm is how bad it usually is where it happens; unknown where nobody said. House judgement.
	Harm rapport.Level `json:"harm,omitzero"`
	// EN is the English wording.
	EN ThreatWords `json:"en"`
}

// ThreatWords is the English wording of a kind of threat.
type ThreatWords struct {
	// Name is what a person reads.
	Name string `json:"name"`
	// Means says in one sentence what is meant.
	Means string `json:"means"`
	// Aim says in half a sentence what protection against it tries to do.
	Aim string `json:"aim"`
	// Never lists what a professional never does about it.
	Never []string `json:"never,omitzero"`
}

// ContactEntry is a kind of thing the source of a threat does.
type ContactEntry struct {
	// ID is the word.
	ID ContactKind `json:"id"`
	// Present is true where the source was at the place; the place counts as known to them.
	Present bool `json:"present,omitzero"`
	// Approach is true where the source came up to the person, waited or left something.
	Approach bool `json:"approach,omitzero"`
	// NamesPlace is true where it names a place the person uses; the place counts as known to the source.
	NamesPlace bool `json:"names_place,omitzero"`
	// Raises says where it raises the level that is planned for until the next assessment. House
	// judgement.
	Raises Raise `json:"raises"`
	// Urgency says how soon a review is due after it.
	Urgency rapport.Urgency `json:"urgency"`
	// EN is the English wording.
	EN Named `json:"en"`
}

// ConcernEntry is a kind of felt worry.
type ConcernEntry struct {
	// ID is the word.
	ID ConcernKind `json:"id"`
	// Checks lists the kinds of threat to have assessed because of it. A worry is never itself a threat.
	Checks []ThreatKind `json:"checks,omitzero"`
	// Presses lists the needs that usually lie behind it.
	Presses []NeedKind `json:"presses,omitzero"`
	// EN is the English wording.
	EN Named `json:"en"`
}

// DimensionEntry is a psychological dimension. It describes wishes in the context of protection, not
// traits of character.
type DimensionEntry struct {
	// ID is the word.
	ID Dimension `json:"id"`
	// EN is the English wording.
	EN DimensionWords `json:"en"`
}

// DimensionWords is the English wording of a dimension.
type DimensionWords struct {
	// Name is what a person reads.
	Name string `json:"name"`
	// Means says in one sentence what is meant.
	Means string `json:"means"`
	// Low describes the low end in the person's favour.
	Low string `json:"low"`
	// High describes the high end in the person's favour.
	High string `json:"high"`
	// Changes says what officers do otherwise because of it.
	Changes string `json:"changes"`
}

// EvidenceEntry is a source of evidence with its weight and shelf life: full weight up to Fresh days,
// then linearly down to nothing at Stale days. House judgement, to be calibrated.
type EvidenceEntry struct {
	// ID is the word.
	ID EvidenceKind `json:"id"`
	// Weight is in hundredths, 1 to 100.
	Weight int `json:"weight"`
	// Fresh is in days.
	Fresh int `json:"fresh"`
	// Stale is in days, more than Fresh.
	Stale int `json:"stale"`
	// HalvesOlder is true where older evidence of other kinds counts half from then on.
	HalvesOlder bool `json:"halves_older,omitzero"`
	// BesideOnly is true where it counts only beside evidence of a kind without this mark.
	BesideOnly bool `json:"beside_only,omitzero"`
	// EN is the English wording.
	EN Named `json:"en"`
}

// WishEntry is a kind of preference or line.
type WishEntry struct {
	// ID is the word.
	ID WishKind `json:"id"`
	// Against lists the elements that go against the wish where they can be noticed.
	Against []Element `json:"against,omitzero"`
	// EN is the English wording.
	EN Named `json:"en"`
}

// RoleEntry is a role.
type RoleEntry struct {
	// ID is the word.
	ID Role `json:"id"`
	// Side says where the role stands.
	Side Side `json:"side"`
	// EN is the English wording.
	EN Named `json:"en"`
}

// CategoryEntry is a kind of information; how it is handled is package privacy's.
type CategoryEntry struct {
	// ID is the word.
	ID Category `json:"id"`
	// EN is the English wording.
	EN Named `json:"en"`
}
