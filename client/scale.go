package client

import "github.com/rapport-go/rapport/internal/scale"

// Need is one of the four things a person wants from protection at once. The zero value is unknown.
type Need uint8

// The members of Need; their order says nothing about importance.
const (
	// NeedUnknown means not said.
	NeedUnknown Need = iota
	// NeedProtection is to be unharmed.
	NeedProtection
	// NeedComfort is to live at ease with it.
	NeedComfort
	// NeedPrivacy is that few see and few know.
	NeedPrivacy
	// NeedAutonomy is to decide oneself.
	NeedAutonomy
)

var needWords = []string{"unknown", "protection", "comfort", "privacy", "autonomy"}

// String returns the word; for a value that is no member, Need(n).
func (n Need) String() string { return scale.String("Need", needWords, uint8(n)) }

// MarshalText returns the word, or an error for a value that is no member.
func (n Need) MarshalText() ([]byte, error) { return scale.Marshal("Need", needWords, uint8(n)) }

// UnmarshalText accepts a word of the scale, letter for letter.
func (n *Need) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Need", needWords, text)
	if err == nil {
		*n = Need(member)
	}
	return err
}

// Strength says how binding a wish is. The zero value is unknown.
type Strength uint8

// The members of Strength, in order.
const (
	// StrengthUnknown means not said.
	StrengthUnknown Strength = iota
	// StrengthWish is considered when choosing; it does not by itself undo what is in force.
	StrengthWish
	// StrengthStrong is kept unless the floor needs otherwise, and then that is said.
	StrengthStrong
	// StrengthLine is kept; where the floor cannot be met so, the person with the right decides.
	StrengthLine
)

var strengthWords = []string{"unknown", "wish", "strong", "line"}

// String returns the word; for a value that is no member, Strength(n).
func (s Strength) String() string { return scale.String("Strength", strengthWords, uint8(s)) }

// MarshalText returns the word, or an error for a value that is no member.
func (s Strength) MarshalText() ([]byte, error) {
	return scale.Marshal("Strength", strengthWords, uint8(s))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (s *Strength) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Strength", strengthWords, text)
	if err == nil {
		*s = Strength(member)
	}
	return err
}

// Directness says how a threat came to notice. The zero value is unknown.
type Directness uint8

// The members of Directness, in order.
const (
	// DirectnessUnknown means not said.
	DirectnessUnknown Directness = iota
	// DirectnessPerceived is felt or reported and not yet confirmed.
	DirectnessPerceived
	// DirectnessKnown is confirmed and not aimed at this person by name.
	DirectnessKnown
	// DirectnessDirect is aimed at this person.
	DirectnessDirect
)

var directnessWords = []string{"unknown", "perceived", "known", "direct"}

// String returns the word; for a value that is no member, Directness(n).
func (d Directness) String() string { return scale.String("Directness", directnessWords, uint8(d)) }

// MarshalText returns the word, or an error for a value that is no member.
func (d Directness) MarshalText() ([]byte, error) {
	return scale.Marshal("Directness", directnessWords, uint8(d))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (d *Directness) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Directness", directnessWords, text)
	if err == nil {
		*d = Directness(member)
	}
	return err
}

// Assessor says who assessed a threat. The zero value is unknown.
type Assessor uint8

// The members of Assessor, in order.
const (
	// AssessorUnknown means not said.
	AssessorUnknown Assessor = iota
	// AssessorOwnFirm is the firm itself.
	AssessorOwnFirm
	// AssessorIndependent is an assessor outside firm and client.
	AssessorIndependent
	// AssessorAuthority is the police or another authority.
	AssessorAuthority
)

var assessorWords = []string{"unknown", "own-firm", "independent", "authority"}

// String returns the word; for a value that is no member, Assessor(n).
func (a Assessor) String() string { return scale.String("Assessor", assessorWords, uint8(a)) }

// MarshalText returns the word, or an error for a value that is no member.
func (a Assessor) MarshalText() ([]byte, error) {
	return scale.Marshal("Assessor", assessorWords, uint8(a))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (a *Assessor) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Assessor", assessorWords, text)
	if err == nil {
		*a = Assessor(member)
	}
	return err
}

// Side says on which side of the relationship a role stands. The zero value is unknown.
type Side uint8

// The members of Side, in order.
const (
	// SideUnknown means not said.
	SideUnknown Side = iota
	// SideFirm is the firm and its people.
	SideFirm
	// SideClient is the client, the principal, and who lives with or works for them.
	SideClient
	// SideSite is who uses or runs a protected place.
	SideSite
	// SideThird is an outsider with a part to play.
	SideThird
	// SideAuthority is an authority.
	SideAuthority
)

var sideWords = []string{"unknown", "firm", "client", "site", "third", "authority"}

// String returns the word; for a value that is no member, Side(n).
func (s Side) String() string { return scale.String("Side", sideWords, uint8(s)) }

// MarshalText returns the word, or an error for a value that is no member.
func (s Side) MarshalText() ([]byte, error) { return scale.Marshal("Side", sideWords, uint8(s)) }

// UnmarshalText accepts a word of the scale, letter for letter.
func (s *Side) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Side", sideWords, text)
	if err == nil {
		*s = Side(member)
	}
	return err
}

// Protects says whom a threat is aimed at and so whom a measure protects. The zero value is unknown.
type Protects uint8

// The members of Protects, in order.
const (
	// ProtectsUnknown means not said.
	ProtectsUnknown Protects = iota
	// ProtectsPerson is a person.
	ProtectsPerson
	// ProtectsPlace is a site with all who use it.
	ProtectsPlace
	// ProtectsBoth is either.
	ProtectsBoth
)

var protectsWords = []string{"unknown", "person", "site", "both"}

// String returns the word; for a value that is no member, Protects(n).
func (p Protects) String() string { return scale.String("Protects", protectsWords, uint8(p)) }

// MarshalText returns the word, or an error for a value that is no member.
func (p Protects) MarshalText() ([]byte, error) {
	return scale.Marshal("Protects", protectsWords, uint8(p))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (p *Protects) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Protects", protectsWords, text)
	if err == nil {
		*p = Protects(member)
	}
	return err
}

// Deterrence says how the source of a threat answers to visible protection. The zero value is unknown.
type Deterrence uint8

// The members of Deterrence, in order.
const (
	// DeterrenceUnknown means not said.
	DeterrenceUnknown Deterrence = iota
	// DeterrenceDeterred looks for the soft target and goes elsewhere.
	DeterrenceDeterred
	// DeterrenceDrawn is drawn by visible protection, which advertises value.
	DeterrenceDrawn
	// DeterrenceFixated is fixed on the person and seldom put off; witnesses and distance matter more.
	DeterrenceFixated
	// DeterrenceWatching watches to learn the pattern; the team is not shown, the place may be.
	DeterrenceWatching
	// DeterrencePrepared is neither deterred nor fooled.
	DeterrencePrepared
	// DeterrenceIndifferent is not touched by what can be seen.
	DeterrenceIndifferent
)

var deterrenceWords = []string{"unknown", "deterred", "drawn", "fixated", "watching", "prepared", "indifferent"}

// String returns the word; for a value that is no member, Deterrence(n).
func (d Deterrence) String() string { return scale.String("Deterrence", deterrenceWords, uint8(d)) }

// MarshalText returns the word, or an error for a value that is no member.
func (d Deterrence) MarshalText() ([]byte, error) {
	return scale.Marshal("Deterrence", deterrenceWords, uint8(d))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (d *Deterrence) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Deterrence", deterrenceWords, text)
	if err == nil {
		*d = Deterrence(member)
	}
	return err
}

// Raise says where a contact raises the level that is planned for, until the threat is assessed anew. The zero value is unknown.
type Raise uint8

// The members of Raise, in order.
const (
	// RaiseUnknown means not said.
	RaiseUnknown Raise = iota
	// RaiseNowhere raises nothing; the place counts as known.
	RaiseNowhere
	// RaiseHere raises it at the setting of the contact.
	RaiseHere
	// RaiseEverywhere raises it in every setting of the threat.
	RaiseEverywhere
)

var raiseWords = []string{"unknown", "nowhere", "here", "everywhere"}

// String returns the word; for a value that is no member, Raise(n).
func (r Raise) String() string { return scale.String("Raise", raiseWords, uint8(r)) }

// MarshalText returns the word, or an error for a value that is no member.
func (r Raise) MarshalText() ([]byte, error) { return scale.Marshal("Raise", raiseWords, uint8(r)) }

// UnmarshalText accepts a word of the scale, letter for letter.
func (r *Raise) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Raise", raiseWords, text)
	if err == nil {
		*r = Raise(member)
	}
	return err
}
