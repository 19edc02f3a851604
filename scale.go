package rapport

import (
	"strconv"

	"github.com/rapport-go/rapport/internal/scale"
)

// Level grades how much: of a threat, an emotion, an intrusion, a sensitivity. The zero value is unknown.
type Level uint8

// The members of Level, in order.
const (
	// LevelUnknown means nobody has said or assessed it; it is not none.
	LevelUnknown Level = iota
	// LevelNone means looked at and found absent.
	LevelNone
	// LevelLow is the lowest level that counts as present.
	LevelLow
	// LevelModerate is a level that calls for an answer.
	LevelModerate
	// LevelHigh is a level that calls for a serious answer.
	LevelHigh
	// LevelSevere is the highest level.
	LevelSevere
)

var levelWords = []string{"unknown", "none", "low", "moderate", "high", "severe"}

// String returns the word; for a value that is no member, Level(n).
func (l Level) String() string { return scale.String("Level", levelWords, uint8(l)) }

// MarshalText returns the word, or an error for a value that is no member.
func (l Level) MarshalText() ([]byte, error) { return scale.Marshal("Level", levelWords, uint8(l)) }

// UnmarshalText accepts a word of the scale, letter for letter.
func (l *Level) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Level", levelWords, text)
	if err == nil {
		*l = Level(member)
	}
	return err
}

// Steps returns how many steps the value stands above the lowest known member, and whether it is known.
func (l Level) Steps() (int, bool) { return scale.Steps(levelWords, uint8(l)) }

// AtLeast answers whether the value is at or above other; AnswerUnsaid where either is unknown.
func (l Level) AtLeast(other Level) Answer { return atLeast(l.Steps, other.Steps) }

// Compare orders two values for sorting and for values that are known: negative where this one stands
// below other. Unknown stands first; to judge a value that may be unknown, use AtLeast.
func (l Level) Compare(other Level) int { return int(l) - int(other) }

// Raised returns the level n steps up (down for a negative n), kept between low and severe. Unknown and
// none are returned unchanged: a step on nothing is nothing.
func (l Level) Raised(n int) Level {
	if l == LevelUnknown || l == LevelNone || int(l) >= len(levelWords) {
		return l
	}
	n = min(max(n, -len(levelWords)), len(levelWords))
	return Level(min(max(int(l)+n, int(LevelLow)), int(LevelSevere)))
}

// Higher returns the higher of two levels. A known level is returned before an unknown one.
func (l Level) Higher(other Level) Level { return max(l, other) }

// Band says in coarse words how much a measure or technique does. Bands are expert judgement, never a percentage. The zero value is unknown.
type Band uint8

// The members of Band, in order.
const (
	// BandUnknown means no effect is claimed or known.
	BandUnknown Band = iota
	// BandNone means looked at and found without effect.
	BandNone
	// BandSlight is a small help.
	BandSlight
	// BandFair is a help that is noticed.
	BandFair
	// BandGood is an effect to build on.
	BandGood
	// BandStrong is the best one measure does.
	BandStrong
)

var bandWords = []string{"unknown", "none", "slight", "fair", "good", "strong"}

// String returns the word; for a value that is no member, Band(n).
func (b Band) String() string { return scale.String("Band", bandWords, uint8(b)) }

// MarshalText returns the word, or an error for a value that is no member.
func (b Band) MarshalText() ([]byte, error) { return scale.Marshal("Band", bandWords, uint8(b)) }

// UnmarshalText accepts a word of the scale, letter for letter.
func (b *Band) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Band", bandWords, text)
	if err == nil {
		*b = Band(member)
	}
	return err
}

// Steps returns how many steps the value stands above the lowest known member, and whether it is known.
func (b Band) Steps() (int, bool) { return scale.Steps(bandWords, uint8(b)) }

// AtLeast answers whether the value is at or above other; AnswerUnsaid where either is unknown.
func (b Band) AtLeast(other Band) Answer { return atLeast(b.Steps, other.Steps) }

// Compare orders two values for sorting and for values that are known: negative where this one stands
// below other. Unknown stands first; to judge a value that may be unknown, use AtLeast.
func (b Band) Compare(other Band) int { return int(b) - int(other) }

// Visibility is the ladder of how visible protection is to outsiders. The person protected knows of it on every rung. The zero value is unknown.
type Visibility uint8

// The members of Visibility, in order.
const (
	// VisibilityUnknown means not chosen or not said.
	VisibilityUnknown Visibility = iota
	// VisibilityCovert cannot be recognised as security by outsiders.
	VisibilityCovert
	// VisibilityLowProfile is recognised on a second look only.
	VisibilityLowProfile
	// VisibilityOrdinary is normal professional security.
	VisibilityOrdinary
	// VisibilityOvert is meant to be seen.
	VisibilityOvert
)

var visibilityWords = []string{"unknown", "covert", "low-profile", "ordinary", "overt"}

// String returns the word; for a value that is no member, Visibility(n).
func (v Visibility) String() string { return scale.String("Visibility", visibilityWords, uint8(v)) }

// MarshalText returns the word, or an error for a value that is no member.
func (v Visibility) MarshalText() ([]byte, error) {
	return scale.Marshal("Visibility", visibilityWords, uint8(v))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (v *Visibility) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Visibility", visibilityWords, text)
	if err == nil {
		*v = Visibility(member)
	}
	return err
}

// Steps returns how many steps the value stands above the lowest known member, and whether it is known.
func (v Visibility) Steps() (int, bool) { return scale.Steps(visibilityWords, uint8(v)) }

// AtLeast answers whether the value is as visible as or more visible than other; AnswerUnsaid where either is unknown.
func (v Visibility) AtLeast(other Visibility) Answer { return atLeast(v.Steps, other.Steps) }

// Compare orders two values for sorting and for values that are known: negative where this one stands
// below other. Unknown stands first; to judge a value that may be unknown, use AtLeast.
func (v Visibility) Compare(other Visibility) int { return int(v) - int(other) }

// Stepped returns the rung n steps more visible (less for a negative n), kept on the ladder. Unknown is
// returned unchanged.
func (v Visibility) Stepped(n int) Visibility {
	if v == VisibilityUnknown || int(v) >= len(visibilityWords) {
		return v
	}
	n = min(max(n, -len(visibilityWords)), len(visibilityWords))
	return Visibility(min(max(int(v)+n, int(VisibilityCovert)), int(VisibilityOvert)))
}

// Urgency says how soon something has to be done. Where a date is nearer, the date decides. The zero value is unknown.
type Urgency uint8

// The members of Urgency, in order.
const (
	// UrgencyUnknown means nobody has said.
	UrgencyUnknown Urgency = iota
	// UrgencyNow means act first, at the latest within the hour.
	UrgencyNow
	// UrgencyToday means before the day ends.
	UrgencyToday
	// UrgencyThreeDays means within three days.
	UrgencyThreeDays
	// UrgencySevenDays means within seven days.
	UrgencySevenDays
	// UrgencyThirtyDays means within thirty days.
	UrgencyThirtyDays
	// UrgencyNextReview means at the next planned review.
	UrgencyNextReview
)

var urgencyWords = []string{"unknown", "now", "today", "three-days", "seven-days", "thirty-days", "next-review"}

// String returns the word; for a value that is no member, Urgency(n).
func (u Urgency) String() string { return scale.String("Urgency", urgencyWords, uint8(u)) }

// MarshalText returns the word, or an error for a value that is no member.
func (u Urgency) MarshalText() ([]byte, error) {
	return scale.Marshal("Urgency", urgencyWords, uint8(u))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (u *Urgency) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Urgency", urgencyWords, text)
	if err == nil {
		*u = Urgency(member)
	}
	return err
}

// Sooner returns the more urgent of two. A known urgency is returned before an unknown one.
func (u Urgency) Sooner(other Urgency) Urgency {
	if u == UrgencyUnknown || (other != UrgencyUnknown && other < u) {
		return other
	}
	return u
}

// Audience names whose trust is meant; each audience is followed on its own. The zero value is unknown.
type Audience uint8

// The members of Audience, in order.
const (
	// AudienceUnknown means not said.
	AudienceUnknown Audience = iota
	// AudienceClient is the organisation or person that has the relationship with the firm.
	AudienceClient
	// AudiencePrincipal is the person protected.
	AudiencePrincipal
	// AudienceHousehold is who lives or works in the principal's home.
	AudienceHousehold
	// AudienceStaff is who works at a protected place.
	AudienceStaff
	// AudiencePublic is everybody else who meets the officers.
	AudiencePublic
)

var audienceWords = []string{"unknown", "client", "principal", "household", "staff", "public"}

// String returns the word; for a value that is no member, Audience(n).
func (a Audience) String() string { return scale.String("Audience", audienceWords, uint8(a)) }

// MarshalText returns the word, or an error for a value that is no member.
func (a Audience) MarshalText() ([]byte, error) {
	return scale.Marshal("Audience", audienceWords, uint8(a))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (a *Audience) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Audience", audienceWords, text)
	if err == nil {
		*a = Audience(member)
	}
	return err
}

// Answer is a fact that may be unsaid. Unsaid is never read as no, except where a door opens only on an asserted fact. The zero value is unsaid.
type Answer uint8

// The members of Answer, in order.
const (
	// AnswerUnsaid means nobody has said.
	AnswerUnsaid Answer = iota
	// AnswerNo means said, and the answer is no.
	AnswerNo
	// AnswerYes means said, and the answer is yes.
	AnswerYes
)

var answerWords = []string{"unsaid", "no", "yes"}

// String returns the word; for a value that is no member, Answer(n).
func (a Answer) String() string { return scale.String("Answer", answerWords, uint8(a)) }

// MarshalText returns the word, or an error for a value that is no member.
func (a Answer) MarshalText() ([]byte, error) { return scale.Marshal("Answer", answerWords, uint8(a)) }

// UnmarshalText accepts a word of the scale, letter for letter.
func (a *Answer) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Answer", answerWords, text)
	if err == nil {
		*a = Answer(member)
	}
	return err
}

// AnswerOf returns AnswerYes for true and AnswerNo for false.
func AnswerOf(fact bool) Answer {
	if fact {
		return AnswerYes
	}
	return AnswerNo
}

func atLeast(value, other func() (int, bool)) Answer {
	a, knownA := value()
	b, knownB := other()
	if !knownA || !knownB {
		return AnswerUnsaid
	}
	return AnswerOf(a >= b)
}

// Feeling is how a person feels about something, from -3 (strong discomfort) over 0 (neither) to +3
// (strongly reassured). The zero value is "not asked", which is not 0. Its text form is the number with
// its sign ("-2", "0", "+3").
type Feeling uint8

// The members of Feeling, in order.
const (
	// FeelingNotAsked means nobody has asked or seen it.
	FeelingNotAsked Feeling = iota
	// FeelingMinus3 is strong discomfort.
	FeelingMinus3
	// FeelingMinus2 is clear discomfort.
	FeelingMinus2
	// FeelingMinus1 is slight discomfort.
	FeelingMinus1
	// FeelingNeutral is neither discomfort nor reassurance.
	FeelingNeutral
	// FeelingPlus1 is slight reassurance.
	FeelingPlus1
	// FeelingPlus2 is clear reassurance.
	FeelingPlus2
	// FeelingPlus3 is strong reassurance.
	FeelingPlus3
)

var feelingWords = []string{"not-asked", "-3", "-2", "-1", "0", "+1", "+2", "+3"}

// FeelingOf returns the feeling for a number from -3 to +3, and false for any other number.
func FeelingOf(n int) (Feeling, bool) {
	if n < -3 || n > 3 {
		return FeelingNotAsked, false
	}
	return Feeling(n + int(FeelingNeutral)), true
}

// Value returns the number from -3 to +3, and false where nobody has asked.
func (f Feeling) Value() (int, bool) {
	if f == FeelingNotAsked || int(f) >= len(feelingWords) {
		return 0, false
	}
	return int(f) - int(FeelingNeutral), true
}

// String returns the number with its sign, "not-asked", or Feeling(n) for a value that is no member.
func (f Feeling) String() string { return scale.String("Feeling", feelingWords, uint8(f)) }

// MarshalText returns the text form, or an error for a value that is no member.
func (f Feeling) MarshalText() ([]byte, error) {
	return scale.Marshal("Feeling", feelingWords, uint8(f))
}

// UnmarshalText accepts the text form, letter for letter.
func (f *Feeling) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Feeling", feelingWords, text)
	if err == nil {
		*f = Feeling(member)
	}
	return err
}

// Estimate is a computed value with how far it can be relied on. Both lie in [0, 1]. With confidence 0
// the estimate is unknown, whatever the value; the zero value is unknown.
type Estimate struct {
	// Value is the estimate, from 0 to 1.
	Value float64 `json:"value"`
	// Confidence is how far the value can be relied on, from 0 (unknown) to 1.
	Confidence float64 `json:"confidence"`
}

// Known reports whether there is anything behind the value.
func (e Estimate) Known() bool { return e.Confidence > 0 }

// String returns value and confidence in per cent, or "unknown".
func (e Estimate) String() string {
	if !e.Known() {
		return "unknown"
	}
	per := func(f float64) string { return strconv.FormatFloat(float64(f*100), 'f', 0, 64) }
	return per(e.Value) + "% (confidence " + per(e.Confidence) + "%)"
}
