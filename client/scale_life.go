package client

import "github.com/rapport-go/rapport/internal/scale"

// NeedType says what kind of good a need is about. The zero value is unknown.
type NeedType uint8

// The members of NeedType; their order says nothing.
const (
	// NeedTypeUnknown means not said.
	NeedTypeUnknown NeedType = iota
	// NeedTypePhysical is about body, rest, movement and place.
	NeedTypePhysical
	// NeedTypeEmotional is about how life feels.
	NeedTypeEmotional
	// NeedTypeInformational is about knowing what happens and why.
	NeedTypeInformational
	// NeedTypeRelational is about people: who is near, who listens, who keeps silent.
	NeedTypeRelational
)

var needTypeWords = []string{"unknown", "physical", "emotional", "informational", "relational"}

// String returns the word; for a value that is no member, NeedType(n).
func (n NeedType) String() string { return scale.String("NeedType", needTypeWords, uint8(n)) }

// MarshalText returns the word, or an error for a value that is no member.
func (n NeedType) MarshalText() ([]byte, error) {
	return scale.Marshal("NeedType", needTypeWords, uint8(n))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (n *NeedType) UnmarshalText(text []byte) error {
	member, err := scale.Parse("NeedType", needTypeWords, text)
	if err == nil {
		*n = NeedType(member)
	}
	return err
}

// Lever is what of a routine can be varied so that it is harder to wait for. The zero value is unknown.
type Lever uint8

// The members of Lever; their order says nothing.
const (
	// LeverUnknown means not said.
	LeverUnknown Lever = iota
	// LeverDay is the days on which it happens.
	LeverDay
	// LeverTime is the hour.
	LeverTime
	// LeverPlace is the place.
	LeverPlace
	// LeverWay is the door or the last stretch of the way.
	LeverWay
)

var leverWords = []string{"unknown", "day", "time", "place", "way"}

// String returns the word; for a value that is no member, Lever(n).
func (l Lever) String() string { return scale.String("Lever", leverWords, uint8(l)) }

// MarshalText returns the word, or an error for a value that is no member.
func (l Lever) MarshalText() ([]byte, error) {
	return scale.Marshal("Lever", leverWords, uint8(l))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (l *Lever) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Lever", leverWords, text)
	if err == nil {
		*l = Lever(member)
	}
	return err
}

// PartyKind says what kind of party somebody is. The zero value is unknown.
type PartyKind uint8

// The members of PartyKind; their order says nothing.
const (
	// PartyKindUnknown means not said.
	PartyKindUnknown PartyKind = iota
	// PartyKindPerson is one human being.
	PartyKindPerson
	// PartyKindOrganisation is a company, an authority, a family office.
	PartyKindOrganisation
	// PartyKindHousehold is people who live in one home.
	PartyKindHousehold
)

var partyKindWords = []string{"unknown", "person", "organisation", "household"}

// String returns the word; for a value that is no member, PartyKind(n).
func (p PartyKind) String() string { return scale.String("PartyKind", partyKindWords, uint8(p)) }

// MarshalText returns the word, or an error for a value that is no member.
func (p PartyKind) MarshalText() ([]byte, error) {
	return scale.Marshal("PartyKind", partyKindWords, uint8(p))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (p *PartyKind) UnmarshalText(text []byte) error {
	member, err := scale.Parse("PartyKind", partyKindWords, text)
	if err == nil {
		*p = PartyKind(member)
	}
	return err
}

// Matter is something about the protection that somebody decides. The zero value is unknown.
type Matter uint8

// The members of Matter; their order says nothing.
const (
	// MatterUnknown means not said.
	MatterUnknown Matter = iota
	// MatterDay is the day itself: times, places, company.
	MatterDay
	// MatterVisibility is how visible protection is.
	MatterVisibility
	// MatterMeasures is whether a measure is accepted that touches body, home or habits.
	MatterMeasures
	// MatterBelowFloor is to go without what the floor asks for.
	MatterBelowFloor
	// MatterInformation is whether somebody outside is told.
	MatterInformation
	// MatterCost is what is paid for.
	MatterCost
	// MatterMandate is whether there is protection at all: start, change, end.
	MatterMandate
)

var matterWords = []string{
	"unknown", "day", "visibility", "measures", "below-floor", "information", "cost", "mandate",
}

// String returns the word; for a value that is no member, Matter(n).
func (m Matter) String() string { return scale.String("Matter", matterWords, uint8(m)) }

// MarshalText returns the word, or an error for a value that is no member.
func (m Matter) MarshalText() ([]byte, error) {
	return scale.Marshal("Matter", matterWords, uint8(m))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (m *Matter) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Matter", matterWords, text)
	if err == nil {
		*m = Matter(member)
	}
	return err
}

// Turn says how something differs between two versions of a profile. The zero value is unknown.
type Turn uint8

// The members of Turn; their order says nothing.
const (
	// TurnUnknown means not said.
	TurnUnknown Turn = iota
	// TurnNew was not there before.
	TurnNew
	// TurnGone is no longer there.
	TurnGone
	// TurnMore is stronger, heavier or more than before.
	TurnMore
	// TurnLess is weaker, lighter or less than before.
	TurnLess
	// TurnChanged is another than before, neither more nor less.
	TurnChanged
)

var turnWords = []string{"unknown", "new", "gone", "more", "less", "changed"}

// String returns the word; for a value that is no member, Turn(n).
func (t Turn) String() string { return scale.String("Turn", turnWords, uint8(t)) }

// MarshalText returns the word, or an error for a value that is no member.
func (t Turn) MarshalText() ([]byte, error) {
	return scale.Marshal("Turn", turnWords, uint8(t))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (t *Turn) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Turn", turnWords, text)
	if err == nil {
		*t = Turn(member)
	}
	return err
}

// Weighing says how ranked needs are weighed. The zero value is unknown.
type Weighing uint8

// The members of Weighing; their order says nothing.
const (
	// WeighingUnknown means not said.
	WeighingUnknown Weighing = iota
	// WeighingCentroid is by rank-order centroid, which falls steeply from the first.
	WeighingCentroid
	// WeighingRankSum is by rank-sum, which falls gently.
	WeighingRankSum
)

var weighingWords = []string{"unknown", "centroid", "rank-sum"}

// String returns the word; for a value that is no member, Weighing(n).
func (w Weighing) String() string { return scale.String("Weighing", weighingWords, uint8(w)) }

// MarshalText returns the word, or an error for a value that is no member.
func (w Weighing) MarshalText() ([]byte, error) {
	return scale.Marshal("Weighing", weighingWords, uint8(w))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (w *Weighing) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Weighing", weighingWords, text)
	if err == nil {
		*w = Weighing(member)
	}
	return err
}

// RandomIndex names a table of how inconsistent judgements made by chance are. The published tables differ, so the table is
// an argument. The zero value is unknown.
type RandomIndex uint8

// The members of RandomIndex; their order says nothing.
const (
	// RandomIndexUnknown means not said.
	RandomIndexUnknown RandomIndex = iota
	// RandomIndexSaaty2005 is the table of Saaty 2005; unknown means this one.
	RandomIndexSaaty2005
	// RandomIndexSaatyOlder is Saaty's older table, which ends at eight things.
	RandomIndexSaatyOlder
	// RandomIndexDoneganDodd is the table of Donegan and Dodd 1991.
	RandomIndexDoneganDodd
)

var randomIndexWords = []string{"unknown", "saaty-2005", "saaty-older", "donegan-dodd"}

// String returns the word; for a value that is no member, RandomIndex(n).
func (r RandomIndex) String() string { return scale.String("RandomIndex", randomIndexWords, uint8(r)) }

// MarshalText returns the word, or an error for a value that is no member.
func (r RandomIndex) MarshalText() ([]byte, error) {
	return scale.Marshal("RandomIndex", randomIndexWords, uint8(r))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (r *RandomIndex) UnmarshalText(text []byte) error {
	member, err := scale.Parse("RandomIndex", randomIndexWords, text)
	if err == nil {
		*r = RandomIndex(member)
	}
	return err
}
