package privacy

import "github.com/rapport-go/rapport/internal/scale"

// Vigilance says how alert the team is. It is set by threat alone and never falls because visibility falls. The zero value is unknown.
type Vigilance uint8

// The members of Vigilance, in order.
const (
	// VigilanceUnknown means not said.
	VigilanceUnknown Vigilance = iota
	// VigilanceRelaxed is for where somebody looked and found no threat.
	VigilanceRelaxed
	// VigilanceAttentive is the usual state of work.
	VigilanceAttentive
	// VigilanceHeightened is for a high threat here.
	VigilanceHeightened
)

var vigilanceWords = []string{"unknown", "relaxed", "attentive", "heightened"}

// String returns the word; for a value that is no member, Vigilance(n).
func (v Vigilance) String() string { return scale.String("Vigilance", vigilanceWords, uint8(v)) }

// MarshalText returns the word, or an error for a value that is no member.
func (v Vigilance) MarshalText() ([]byte, error) {
	return scale.Marshal("Vigilance", vigilanceWords, uint8(v))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (v *Vigilance) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Vigilance", vigilanceWords, text)
	if err == nil {
		*v = Vigilance(member)
	}
	return err
}

// Authority says who makes a rule about visibility. The zero value is unknown.
type Authority uint8

// The members of Authority, in order.
const (
	// AuthorityUnknown means not said.
	AuthorityUnknown Authority = iota
	// AuthorityLaw is the law of the place.
	AuthorityLaw
	// AuthorityVenue is who runs the place.
	AuthorityVenue
	// AuthorityHost is who invites.
	AuthorityHost
	// AuthorityInsurer is who insures.
	AuthorityInsurer
)

var authorityWords = []string{"unknown", "law", "venue", "host", "insurer"}

// String returns the word; for a value that is no member, Authority(n).
func (a Authority) String() string { return scale.String("Authority", authorityWords, uint8(a)) }

// MarshalText returns the word, or an error for a value that is no member.
func (a Authority) MarshalText() ([]byte, error) {
	return scale.Marshal("Authority", authorityWords, uint8(a))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (a *Authority) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Authority", authorityWords, text)
	if err == nil {
		*a = Authority(member)
	}
	return err
}

// Where says which of the two ladders is meant: near the person, or at the place. The zero value is unknown.
type Where uint8

// The members of Where, in order.
const (
	// WhereUnknown means not said.
	WhereUnknown Where = iota
	// WhereNear is near the person.
	WhereNear
	// WherePlace is at the place: door, gate, cordon.
	WherePlace
	// WhereBoth is near the person and at the place.
	WhereBoth
)

var whereWords = []string{"unknown", "near", "place", "both"}

// String returns the word; for a value that is no member, Where(n).
func (w Where) String() string { return scale.String("Where", whereWords, uint8(w)) }

// MarshalText returns the word, or an error for a value that is no member.
func (w Where) MarshalText() ([]byte, error) {
	return scale.Marshal("Where", whereWords, uint8(w))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (w *Where) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Where", whereWords, text)
	if err == nil {
		*w = Where(member)
	}
	return err
}

// Fact is one condition of a bound or a driver of visibility. The list is closed: a catalogue combines facts and cannot add any. The zero value is unknown.
type Fact uint8

// The members of Fact, in order.
const (
	// FactUnknown means not said and never holds.
	FactUnknown Fact = iota
	// FactChildren holds where children are present, or usually are.
	FactChildren
	// FactMedia holds where press is present or expected, or usually is.
	FactMedia
	// FactAnnounced holds where place and time of the activity are public.
	FactAnnounced
	// FactCrowdDense holds where the crowd is high or severe.
	FactCrowdDense
	// FactDark holds where it is dark or empty there.
	FactDark
	// FactHostMinds holds where the host asks for little to be seen, short of a rule.
	FactHostMinds
	// FactRankShown holds where an escort is how rank is shown.
	FactRankShown
	// FactAlarms holds where security near homes shames or alarms people.
	FactAlarms
	// FactOneSex holds where the room is for women or for men only.
	FactOneSex
	// FactInsured holds where a rule of an insurer holds.
	FactInsured
	// FactPrivacyFirst holds where the person ranks privacy first, alone or tied.
	FactPrivacyFirst
	// FactPrivacySecondOrThird holds where the person ranks privacy second or third.
	FactPrivacySecondOrThird
	// FactSensitive holds where it costs the person much here that others see or know, and they rank privacy
	// lower than third or not at all.
	FactSensitive
	// FactFeltUnsafe holds where the person feels unsafe there today.
	FactFeltUnsafe
	// FactFeltSafe holds where the person feels safe there today.
	FactFeltSafe
	// FactDislikesClearly holds where the worst feeling here about what would be seen is -2 or -3.
	FactDislikesClearly
	// FactDislikesSlightly holds where the worst feeling here about what would be seen is -1.
	FactDislikesSlightly
	// FactLikesSlightly holds where the best feeling here about more visible protection is +1 and none is bad.
	FactLikesSlightly
	// FactLikesClearly holds where the best feeling here about more visible protection is +2 or +3 and none is bad.
	FactLikesClearly
	// FactDeterred holds for a threat whose source looks for the soft target.
	FactDeterred
	// FactDrawn holds for a threat whose source is drawn by visible protection.
	FactDrawn
	// FactFixated holds for a threat whose source is fixed on the person.
	FactFixated
	// FactWatching holds for a threat whose source watches to learn the pattern.
	FactWatching
	// FactPrepared holds for a threat whose source is neither deterred nor fooled.
	FactPrepared
	// FactIndifferent holds for a threat whose source is not touched by what can be seen.
	FactIndifferent
	// FactAtLeastLow holds for a threat planned here as low or more.
	FactAtLeastLow
	// FactAtLeastModerate holds for a threat planned here as moderate or more.
	FactAtLeastModerate
	// FactAtLeastHigh holds for a threat planned here as high or more.
	FactAtLeastHigh
	// FactAtLeastSevere holds for a threat planned here as severe.
	FactAtLeastSevere
	// FactBelowSevere holds for a threat planned here below severe.
	FactBelowSevere
	// FactDirect holds for a threat aimed at this person.
	FactDirect
	// FactNearHelps holds for a threat against which somebody near can help: its harm needs somebody at the
	// place, or its source heeds what it sees.
	FactNearHelps
	// FactApproached holds for a threat whose source came, waited or left something here within the last 14 days.
	FactApproached
)

var factWords = []string{
	"unknown", "children", "media", "announced", "crowd-dense", "dark", "host-minds", "rank-shown",
	"alarms", "one-sex", "insured", "privacy-first", "privacy-second-or-third", "sensitive", "felt-unsafe",
	"felt-safe", "dislikes-clearly", "dislikes-slightly", "likes-slightly",
	"likes-clearly", "deterred", "drawn", "fixated", "watching", "prepared", "indifferent",
	"at-least-low", "at-least-moderate", "at-least-high", "at-least-severe", "below-severe", "direct",
	"near-helps", "approached",
}

// String returns the word; for a value that is no member, Fact(n).
func (f Fact) String() string { return scale.String("Fact", factWords, uint8(f)) }

// MarshalText returns the word, or an error for a value that is no member.
func (f Fact) MarshalText() ([]byte, error) {
	return scale.Marshal("Fact", factWords, uint8(f))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (f *Fact) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Fact", factWords, text)
	if err == nil {
		*f = Fact(member)
	}
	return err
}

// ofThreat reports whether the fact is about a threat.
func (f Fact) ofThreat() bool { return f >= FactDeterred }

// ofFeeling reports whether the fact is about how the person feels.
func (f Fact) ofFeeling() bool { return f >= FactFeltUnsafe && f <= FactLikesClearly }
