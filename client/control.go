package client

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
)

// Control is how much of their days a person holds to be in their own hands. The zero value means never
// asked.
type Control struct {
	// InHand runs from 0 (nothing) to 10 (everything); it counts only with a day.
	InHand int `json:"in_hand,omitzero"`
	// On is the day it was said.
	On rapport.Date `json:"on,omitzero"`
}

// maxInHand is everything.
const maxInHand = 10

// Validate reports a number out of range, and one without a day.
func (c Control) Validate() error {
	var f rapport.Faults
	inRange(&f, "/in_hand", c.InHand >= 0 && c.InHand <= maxInHand)
	required(&f, "/on", c.InHand != 0 && c.On.IsZero())
	return f.Err()
}

// ControlScore is a person's sense of control now, and how far it stays behind what they need. It is a
// state, not a dimension: a measure that ends takes its reactions out of it.
type ControlScore struct {
	// Estimate is the sense of control, from 0 to 1.
	Estimate rapport.Estimate `json:"estimate"`
	// Gap is the need for control less the sense of control, from -1 to 1, where both are known; its
	// confidence is the lower of the two. House judgement: above 0.3 the most restricting measure is
	// looked at first, below 0.1 all is left as it is.
	Gap float64 `json:"gap"`
	// Confidence is that of the gap; 0 means that it is not known.
	Confidence float64 `json:"confidence"`
	// Band is low where the gap is below 0.1, high above 0.3, moderate between; unknown without a gap.
	Band rapport.Level `json:"band"`
	// Restricts are what is there now, touches freedom and is minded, the most minded first, then by
	// element and setting.
	Restricts []Restriction `json:"restricts"`
}

// Restriction is something that is there now, touches freedom and is minded.
type Restriction struct {
	// Reaction is the reaction that says so.
	Reaction rapport.ID `json:"reaction"`
	// Element is what is noticed.
	Element Element `json:"element"`
	// Setting is where.
	Setting Setting `json:"setting"`
	// Feeling is how it feels.
	Feeling rapport.Feeling `json:"feeling"`
}

const (
	smallGap, largeGap = one / 10, one * 3 / 10
	// controlFresh and controlStale are the shelf life of a reaction for the sense of control, in days:
	// shorter than for how something feels. House judgement.
	controlFresh, controlStale = 60, 180
)

// control joins what the person said with how they feel about what is there now and touches freedom.
func (r *reading) control(need DimensionScore, needed bool) ControlScore {
	score := ControlScore{Restricts: []Restriction{}}
	answered := r.table().evidence.at(EvidenceAnsweredQuestion)
	var pieces []piece
	if c := r.profile.Control; !c.On.IsZero() {
		if age := answered.age(c.On, r.day); age > 0 {
			pieces = append(pieces, piece{part(c.InHand, maxInHand), part(answered.Weight, 100).times(age)})
			r.because(CodeControlSaid, "/control", 2, c.On.String())
		}
	}
	for _, i := range r.touching() {
		reaction := r.profile.Reactions[i]
		age := EvidenceEntry{Fresh: controlFresh, Stale: controlStale}.age(reaction.On, r.day)
		if age == 0 {
			continue
		}
		pieces = append(pieces, piece{ofFeeling(reaction.Feeling), age})
		value, _ := reaction.Feeling.Value()
		element := r.table().elements.at(reaction.Element)
		r.because(CodeControlTouched, reactionPath(reaction), int8(min(max(value, -2), 2)), element.EN.Name, r.settingName(reaction.Setting))
		if value < 0 {
			score.Restricts = append(score.Restricts, Restriction{reaction.ID, reaction.Element, reaction.Setting, reaction.Feeling})
		}
	}
	slices.SortFunc(score.Restricts, func(a, b Restriction) int {
		return cmp.Or(cmp.Compare(a.Feeling, b.Feeling), cmp.Compare(a.Element, b.Element), cmp.Compare(a.Setting, b.Setting))
	})
	now, known := weigh(pieces)
	if !known {
		if r.asked() {
			r.lacks(BlocksChoice, r.asks(FillsControl), CodeControlUnknown, "/control")
		}
		return score
	}
	score.Estimate = now.out()
	if needed {
		r.gap(&score, need.Estimate, now)
	}
	return score
}

func (r *reading) gap(score *ControlScore, need rapport.Estimate, now estimate) {
	gap := microOf(need.Value) - now.value
	score.Gap, score.Confidence = gap.float(), min(need.Confidence, now.confidence.float())
	switch {
	case gap > largeGap:
		score.Band = rapport.LevelHigh
		r.because(CodeControlGap, "/control", -2)
	case gap < smallGap:
		score.Band = rapport.LevelLow
		r.because(CodeControlKept, "/control", 2)
	default:
		score.Band = rapport.LevelModerate
		r.because(CodeControlNear, "/control", -1)
	}
}

// touching lists the newest reactions to what is still there and touches freedom, by element and setting;
// what was only imagined, or told by others, says nothing about now.
func (r *reading) touching() []int {
	var list []int
	for i, reaction := range r.profile.Reactions {
		over := !reaction.Until.IsZero() && reaction.Until.Compare(r.day) <= 0
		imagined := reaction.Source == EvidenceAnsweredQuestion || r.hearsay(reaction) > 0
		if over || imagined || !r.table().elements.at(reaction.Element).Freedom {
			continue
		}
		same := slices.IndexFunc(list, func(j int) bool {
			other := r.profile.Reactions[j]
			return other.Element == reaction.Element && other.Setting == reaction.Setting
		})
		switch {
		case same < 0:
			list = append(list, i)
		case r.newer(reaction, r.profile.Reactions[list[same]]) < 0:
			list[same] = i
		}
	}
	return list
}
