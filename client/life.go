package client

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
)

// LifeChange is a change in somebody's life: a new home, a separation, a film that comes out. It may lie
// ahead.
type LifeChange struct {
	// ID is unique in the profile's changes.
	ID rapport.ID `json:"id"`
	// Kind says what changes.
	Kind LifeChangeKind `json:"kind"`
	// On is the day it happens or happened.
	On rapport.Date `json:"on"`
	// Words are the person's own, without names.
	Words string `json:"words,omitzero"`
}

// Validate reports problems of shape.
func (c LifeChange) Validate() error {
	var f rapport.Faults
	f.ID("/id", c.ID)
	rapport.FaultWord(&f, "/kind", c.Kind)
	required(&f, "/on", c.On.IsZero())
	ownWords(&f, "/words", c.Words)
	return f.Err()
}

// ChangeScore is a change in life with what has to be asked because of it.
type ChangeScore struct {
	// Change is the change's ID.
	Change rapport.ID `json:"change"`
	// Kind is the change's kind.
	Kind LifeChangeKind `json:"kind"`
	// By is the day by which it is to be talked about: the day before, for what is planned ahead and has not
	// happened; otherwise as many days after it as the urgency of its kind leaves.
	By rapport.Date `json:"by"`
	// Due is yes from the day on which the talk should begin: two weeks before what is planned ahead, the
	// day itself otherwise.
	Due rapport.Answer `json:"due"`
	// Asks are the questions whose answers may no longer hold, sorted.
	Asks []Question `json:"asks"`
}

const (
	// aheadDays is how long before it happens a change that can be planned for is talked about.
	aheadDays = 14
	// changeDays is how long a change stays on the list. House judgement, like aheadDays.
	changeDays = 180
)

// urgencyDays is how many days an urgency leaves.
func urgencyDays(u rapport.Urgency) int {
	switch u {
	case rapport.UrgencyThreeDays:
		return 3
	case rapport.UrgencySevenDays:
		return 7
	case rapport.UrgencyThirtyDays, rapport.UrgencyNextReview:
		return 30
	default: // now, today, and where nobody has said
		return 0
	}
}

// changes lists the changes in life that lie ahead or not long back, the earliest day first, then by ID.
func (r *reading) changes() []ChangeScore {
	list := []ChangeScore{}
	for _, c := range r.profile.Changes {
		kind := r.table().changes.at(c.Kind)
		if c.On.DaysUntil(r.day) > changeDays {
			continue
		}
		score := ChangeScore{Change: c.ID, Kind: c.Kind, Due: rapport.AnswerNo, Asks: append([]Question{}, kind.Asks...)}
		begins := c.On
		score.By = c.On.AddDays(urgencyDays(kind.Urgency))
		if kind.Ahead {
			begins = c.On.AddDays(-aheadDays)
			if c.On.Compare(r.day) > 0 {
				score.By = c.On.AddDays(-1)
			}
		}
		subject := rapport.Path("/changes").Element(string(c.ID))
		if begins.Compare(r.day) <= 0 {
			score.Due = rapport.AnswerYes
			r.because(CodeChangeDue, subject, 2, kind.EN.Name, c.On.String(), score.By.String())
		} else {
			r.because(CodeChangeAhead, subject, 1, kind.EN.Name, c.On.String())
		}
		list = append(list, score)
	}
	slices.SortFunc(list, func(a, b ChangeScore) int {
		return cmp.Or(a.By.Compare(b.By), cmp.Compare(a.Change, b.Change))
	})
	return list
}
