package trust

import "github.com/rapport-go/rapport/internal/scale"

// State says where trust is. It names the relationship, never a person. The zero value is unknown.
type State uint8

// The members of State, in order.
const (
	// StateUnknown means that too little is known to say; it is not low.
	StateUnknown State = iota
	// StateBroken means that a breach of trust is open; only the way back of its [Repair] ends it.
	StateBroken
	// StateGuarded means that the other side is careful with us.
	StateGuarded
	// StateWorking means that the ordinary work rests on trust.
	StateWorking
	// StateStrong means that it bears hard news.
	StateStrong
)

var stateWords = []string{"unknown", "broken", "guarded", "working", "strong"}

// String returns the word; for a value that is no member, State(n).
func (s State) String() string { return scale.String("State", stateWords, uint8(s)) }

// MarshalText returns the word, or an error for a value that is no member.
func (s State) MarshalText() ([]byte, error) {
	return scale.Marshal("State", stateWords, uint8(s))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (s *State) UnmarshalText(text []byte) error {
	member, err := scale.Parse("State", stateWords, text)
	if err == nil {
		*s = State(member)
	}
	return err
}

// Trend says where trust is going, beyond the noise. The zero value is unknown: too early to say.
type Trend uint8

// The members of Trend, in order.
const (
	// TrendUnknown means too early or too little to say.
	TrendUnknown Trend = iota
	// TrendFalling means that it is getting worse.
	TrendFalling
	// TrendFading means that nothing bad happened and we are less and less there.
	TrendFading
	// TrendSteady means no change beyond the noise.
	TrendSteady
	// TrendRising means that it is getting better.
	TrendRising
)

var trendWords = []string{"unknown", "falling", "fading", "steady", "rising"}

// String returns the word; for a value that is no member, Trend(n).
func (t Trend) String() string { return scale.String("Trend", trendWords, uint8(t)) }

// MarshalText returns the word, or an error for a value that is no member.
func (t Trend) MarshalText() ([]byte, error) {
	return scale.Marshal("Trend", trendWords, uint8(t))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (t *Trend) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Trend", trendWords, text)
	if err == nil {
		*t = Trend(member)
	}
	return err
}

// Dimension is one of the seven sides of the service that trust rests on. The zero value is unknown.
type Dimension uint8

// The members of Dimension.
const (
	// DimensionUnknown means not said.
	DimensionUnknown Dimension = iota
	// DimensionConsistency is that the same people do the same thing in the same way.
	DimensionConsistency
	// DimensionReliability is that what was agreed happens.
	DimensionReliability
	// DimensionCommunication is that things are told early, fully and plainly.
	DimensionCommunication
	// DimensionDiscretion is that private things stay private.
	DimensionDiscretion
	// DimensionResponsiveness is that what is said to us is acted on.
	DimensionResponsiveness
	// DimensionEmpathy is that people are heard and met with care.
	DimensionEmpathy
	// DimensionProfessionalism is that we keep to the role, close and never chummy.
	DimensionProfessionalism
)

var dimensionWords = []string{
	"unknown", "consistency", "reliability", "communication", "discretion", "responsiveness", "empathy",
	"professionalism",
}

// String returns the word; for a value that is no member, Dimension(n).
func (d Dimension) String() string { return scale.String("Dimension", dimensionWords, uint8(d)) }

// MarshalText returns the word, or an error for a value that is no member.
func (d Dimension) MarshalText() ([]byte, error) {
	return scale.Marshal("Dimension", dimensionWords, uint8(d))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (d *Dimension) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Dimension", dimensionWords, text)
	if err == nil {
		*d = Dimension(member)
	}
	return err
}

// Source says who reported a signal; it decides how much the signal counts. The zero value is unknown.
type Source uint8

// The members of Source.
const (
	// SourceUnknown means not said; a signal without a source is refused.
	SourceUnknown Source = iota
	// SourceClient is the other side itself: the client, the principal, the household.
	SourceClient
	// SourceRecord is a log, a scan, a recording or another trace.
	SourceRecord
	// SourceSupervisor is a visit by the supervisor.
	SourceSupervisor
	// SourceThird is a third party: a tenant, a venue, the police.
	SourceThird
	// SourcePublic is a member of the public.
	SourcePublic
	// SourceOfficer is the officer whom it concerns.
	SourceOfficer
	// SourceManagement is the management of the firm.
	SourceManagement
)

var sourceWords = []string{"unknown", "client", "record", "supervisor", "third", "public", "officer", "management"}

// String returns the word; for a value that is no member, Source(n).
func (s Source) String() string { return scale.String("Source", sourceWords, uint8(s)) }

// MarshalText returns the word, or an error for a value that is no member.
func (s Source) MarshalText() ([]byte, error) {
	return scale.Marshal("Source", sourceWords, uint8(s))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (s *Source) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Source", sourceWords, text)
	if err == nil {
		*s = Source(member)
	}
	return err
}

// Direction says what a kind of signal does. The zero value is unknown.
type Direction uint8

// The members of Direction.
const (
	// DirectionUnknown means not said.
	DirectionUnknown Direction = iota
	// DirectionRaises speaks for trust.
	DirectionRaises
	// DirectionLowers speaks against trust.
	DirectionLowers
	// DirectionNeutral weighs nothing and is kept for what it tells.
	DirectionNeutral
	// DirectionExternal weighs nothing: it is nobody's doing among us, and it explains a change of tone.
	DirectionExternal
	// DirectionRefused does not bear on the relationship and is refused with the reason.
	DirectionRefused
)

var directionWords = []string{"unknown", "raises", "lowers", "neutral", "external", "refused"}

// String returns the word; for a value that is no member, Direction(n).
func (d Direction) String() string { return scale.String("Direction", directionWords, uint8(d)) }

// MarshalText returns the word, or an error for a value that is no member.
func (d Direction) MarshalText() ([]byte, error) {
	return scale.Marshal("Direction", directionWords, uint8(d))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (d *Direction) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Direction", directionWords, text)
	if err == nil {
		*d = Direction(member)
	}
	return err
}

// Weight says how much one signal of a kind counts. The zero value is unknown.
type Weight uint8

// The members of Weight, in order.
const (
	// WeightUnknown means not said; a kind that weighs nothing has no weight.
	WeightUnknown Weight = iota
	// WeightMinor is 0.15 points of evidence.
	WeightMinor
	// WeightOrdinary is 0.5 points of evidence.
	WeightOrdinary
	// WeightMajor is 1.5 points of evidence.
	WeightMajor
	// WeightGrave is 4 points of evidence.
	WeightGrave
)

var weightWords = []string{"unknown", "minor", "ordinary", "major", "grave"}

// String returns the word; for a value that is no member, Weight(n).
func (w Weight) String() string { return scale.String("Weight", weightWords, uint8(w)) }

// MarshalText returns the word, or an error for a value that is no member.
func (w Weight) MarshalText() ([]byte, error) {
	return scale.Marshal("Weight", weightWords, uint8(w))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (w *Weight) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Weight", weightWords, text)
	if err == nil {
		*w = Weight(member)
	}
	return err
}

// hundredths returns the points of evidence, in hundredths.
func (w Weight) hundredths() int {
	return [...]int{0, 15, 50, 150, 400}[min(int(w), len(weightWords)-1)]
}
