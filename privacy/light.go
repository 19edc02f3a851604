package privacy

import "github.com/rapport-go/rapport/internal/scale"

// Light is a label of the Traffic Light Protocol 2.0 (FIRST 2022): it tells the recipient of a view how far
// they may pass it on. It is no right of access. The zero value is unknown.
type Light uint8

// The members of Light, from the most open to the strictest.
const (
	// LightUnknown means not labelled.
	LightUnknown Light = iota
	// LightClear is for anyone.
	LightClear
	// LightGreen is for the recipient's community.
	LightGreen
	// LightAmber is for the recipient's organisation and its clients, as each needs to know.
	LightAmber
	// LightAmberStrict is for the recipient's organisation, as each needs to know.
	LightAmberStrict
	// LightRed is for the named recipients and nobody else.
	LightRed
)

var lightWords = []string{"unknown", "clear", "green", "amber", "amber-strict", "red"}

// String returns the word; for a value that is no member, Light(n).
func (t Light) String() string { return scale.String("Light", lightWords, uint8(t)) }

// MarshalText returns the word, or an error for a value that is no member.
func (t Light) MarshalText() ([]byte, error) { return scale.Marshal("Light", lightWords, uint8(t)) }

// UnmarshalText accepts a word of the scale, letter for letter.
func (t *Light) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Light", lightWords, text)
	if err == nil {
		*t = Light(member)
	}
	return err
}

// Stricter returns the stricter of two labels: what is put together takes the strictest of its parts.
func (t Light) Stricter(other Light) Light { return max(t, other) }

// Reach says who may hear of what carries a label, beyond the one who was told.
func (t Light) Reach() Reach {
	switch t {
	case LightClear:
		return ReachAnyone
	case LightGreen:
		return ReachCommunity
	case LightAmber:
		return ReachOrganisationAndClients
	case LightAmberStrict:
		return ReachOrganisation
	case LightRed, LightUnknown:
		return ReachNamed
	}
	return ReachNamed
}

// Reach is whom a recipient may pass a view on to. The zero value is unknown.
type Reach uint8

// The members of Reach, from the narrowest to the widest.
const (
	// ReachUnknown means not said.
	ReachUnknown Reach = iota
	// ReachNamed is the named recipients and nobody else.
	ReachNamed
	// ReachOrganisation is the recipient's organisation, as each needs to know.
	ReachOrganisation
	// ReachOrganisationAndClients is the organisation and its clients, as each needs to know.
	ReachOrganisationAndClients
	// ReachCommunity is the recipient's community.
	ReachCommunity
	// ReachAnyone is anyone.
	ReachAnyone
)

var reachWords = []string{"unknown", "named", "organisation", "organisation-and-clients", "community", "anyone"}

// String returns the word; for a value that is no member, Reach(n).
func (r Reach) String() string { return scale.String("Reach", reachWords, uint8(r)) }

// MarshalText returns the word, or an error for a value that is no member.
func (r Reach) MarshalText() ([]byte, error) { return scale.Marshal("Reach", reachWords, uint8(r)) }

// UnmarshalText accepts a word of the scale, letter for letter.
func (r *Reach) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Reach", reachWords, text)
	if err == nil {
		*r = Reach(member)
	}
	return err
}
