package plan

import "github.com/rapport-go/rapport/internal/scale"

// Verdict says what decided between protection, comfort and privacy. The zero value is unknown.
type Verdict uint8

// The members of Verdict, in order.
const (
	// VerdictUnknown means not said.
	VerdictUnknown Verdict = iota
	// VerdictBalanced reaches every floor with nothing that the person minds.
	VerdictBalanced
	// VerdictSafetyDecided reaches every floor with something that the person minds and nothing else may replace.
	VerdictSafetyDecided
	// VerdictShort does not reach every floor.
	VerdictShort
)

var verdictWords = []string{"unknown", "balanced", "safety-decided", "short"}

// String returns the word; for a value that is no member, Verdict(n).
func (v Verdict) String() string { return scale.String("Verdict", verdictWords, uint8(v)) }

// MarshalText returns the word, or an error for a value that is no member.
func (v Verdict) MarshalText() ([]byte, error) {
	return scale.Marshal("Verdict", verdictWords, uint8(v))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (v *Verdict) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Verdict", verdictWords, text)
	if err == nil {
		*v = Verdict(member)
	}
	return err
}

// Trend says whether something is better or worse than before. The zero value is unknown.
type Trend uint8

// The members of Trend, in order.
const (
	// TrendUnknown means not said.
	TrendUnknown Trend = iota
	// TrendBetter is better than before.
	TrendBetter
	// TrendSame is as before.
	TrendSame
	// TrendWorse is worse than before.
	TrendWorse
)

var trendWords = []string{"unknown", "better", "same", "worse"}

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

// trendOf reads a difference of which more is worse.
func trendOf(more int) Trend {
	switch {
	case more < 0:
		return TrendBetter
	case more > 0:
		return TrendWorse
	default:
		return TrendSame
	}
}

// Driver is something that makes life better or worse under protection. The zero value is unknown.
type Driver uint8

// The members of Driver, in order.
const (
	// DriverUnknown means not said.
	DriverUnknown Driver = iota
	// DriverThreat is what is left of a threat.
	DriverThreat
	// DriverMovement is freedom to go where one likes, as one likes.
	DriverMovement
	// DriverCompany is ease with other people.
	DriverCompany
	// DriverTime is time and attention.
	DriverTime
	// DriverCalm is what reassures, and how the person feels about what is seen.
	DriverCalm
	// DriverPrivateSpace is being unobserved.
	DriverPrivateSpace
	// DriverVisibility is the most that outsiders see.
	DriverVisibility
	// DriverKnowledge is how much the people of the plan have to know.
	DriverKnowledge
)

var driverWords = []string{"unknown", "threat", "movement", "company", "time", "calm", "private-space", "visibility", "knowledge"}

// String returns the word; for a value that is no member, Driver(n).
func (d Driver) String() string { return scale.String("Driver", driverWords, uint8(d)) }

// MarshalText returns the word, or an error for a value that is no member.
func (d Driver) MarshalText() ([]byte, error) {
	return scale.Marshal("Driver", driverWords, uint8(d))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (d *Driver) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Driver", driverWords, text)
	if err == nil {
		*d = Driver(member)
	}
	return err
}

// Tier is a level of protection that is offered beside others. The zero value is unknown.
type Tier uint8

// The members of Tier, in order.
const (
	// TierUnknown means not said.
	TierUnknown Tier = iota
	// TierAsIs is what is in force now.
	TierAsIs
	// TierLighter is made for one step below the levels that stand.
	TierLighter
	// TierRecommended is the least that reaches the levels that stand.
	TierRecommended
	// TierFuller is made for one step above them.
	TierFuller
)

var tierWords = []string{"unknown", "as-is", "lighter", "recommended", "fuller"}

// String returns the word; for a value that is no member, Tier(n).
func (t Tier) String() string { return scale.String("Tier", tierWords, uint8(t)) }

// MarshalText returns the word, or an error for a value that is no member.
func (t Tier) MarshalText() ([]byte, error) {
	return scale.Marshal("Tier", tierWords, uint8(t))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (t *Tier) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Tier", tierWords, text)
	if err == nil {
		*t = Tier(member)
	}
	return err
}
