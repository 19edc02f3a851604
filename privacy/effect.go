package privacy

import (
	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/scale"
)

// EffectID is a word for a side effect of being seen, or of not being seen.
type EffectID string

// Impact says whom a side effect touches, and how. The zero value is unknown.
type Impact uint8

// The members of Impact, in order.
const (
	// ImpactUnknown means not said.
	ImpactUnknown Impact = iota
	// ImpactHelpsClient helps the person protected.
	ImpactHelpsClient
	// ImpactStrainsClient strains the person protected.
	ImpactStrainsClient
	// ImpactHelpsOthers helps those who are there as well.
	ImpactHelpsOthers
	// ImpactStrainsOthers strains them.
	ImpactStrainsOthers
)

var impactWords = []string{"unknown", "helps-client", "strains-client", "helps-others", "strains-others"}

// String returns the word; for a value that is no member, Impact(n).
func (i Impact) String() string { return scale.String("Impact", impactWords, uint8(i)) }

// MarshalText returns the word, or an error for a value that is no member.
func (i Impact) MarshalText() ([]byte, error) {
	return scale.Marshal("Impact", impactWords, uint8(i))
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (i *Impact) UnmarshalText(text []byte) error {
	member, err := scale.Parse("Impact", impactWords, text)
	if err == nil {
		*i = Impact(member)
	}
	return err
}

// strains reports whether the side effect is one to be weighed against the rung.
func (i Impact) strains() bool { return i == ImpactStrainsClient || i == ImpactStrainsOthers }

// EffectEntry is a side effect of a rung on the person or on those who are there. All are house judgement.
type EffectEntry struct {
	// ID is the word.
	ID EffectID `json:"id"`
	// Rung is the rung that has it.
	Rung rapport.Visibility `json:"rung"`
	// Where says on which ladder.
	Where Where `json:"where"`
	// Impact says whom it touches, and how.
	Impact Impact `json:"impact"`
	// When says when it is to be expected.
	When Condition `json:"when,omitzero"`
	// EN is the English wording.
	EN EffectWords `json:"en"`
}

// EffectWords is the English wording of a side effect.
type EffectWords struct {
	// Means says it in one sentence.
	Means string `json:"means"`
}

// Effect is a side effect that is to be expected.
type Effect struct {
	// ID is its word.
	ID EffectID `json:"id"`
	// Impact says whom it touches, and how.
	Impact Impact `json:"impact"`
	// Subject names what in the choice makes it likely.
	Subject rapport.Path `json:"subject"`
	// Text says it in one sentence.
	Text string `json:"text"`
}

// effects lists the side effects of a rung here, sorted by word.
func (sc *scene) effects(where Where, rung rapport.Visibility) []Effect {
	list := []Effect{}
	for _, e := range sc.selector.words.orStandard().effects {
		if e.Rung != rung || !e.Where.covers(where) {
			continue
		}
		if subject, holds := sc.first(e.When); holds {
			list = append(list, Effect{e.ID, e.Impact, subject, e.EN.Means})
		}
	}
	return list
}

// first is the first cause of a condition here, and whether it holds.
func (sc *scene) first(c Condition) (rapport.Path, bool) {
	if !sc.here(c) {
		return "", false
	}
	causes := sc.causes(c, sc.feel(WhereBoth, rapport.VisibilityCovert), isAny)
	if len(causes) == 0 {
		return "", false
	}
	return causes[0], true
}
