package client

import (
	"slices"

	"github.com/rapport-go/rapport"
)

// readBackDays is how long a wish holds before it is read back. A line never ages. House judgement.
const readBackDays = 365

// gaps notes what nobody has said. What is too old was noted where it was read.
func (r *reading) gaps(scores Scores) {
	p := r.profile
	if p.Minor == rapport.AnswerUnsaid {
		r.lacks(BlocksPlanning, CodeMissingMinor, "/minor")
	}
	if len(p.Concerns) == 0 {
		r.lacks(BlocksPlanning, CodeMissingConcerns, "/concerns")
	}
	if len(p.Activities) == 0 {
		r.lacks(BlocksPlanning, CodeMissingActivities, "/activities")
	}
	if !slices.ContainsFunc(p.Priorities, func(tied []Need) bool { return len(tied) > 0 }) {
		r.lacks(BlocksChoice, CodeMissingPriorities, "/priorities")
	}
	for _, a := range scores.Activities {
		felt := slices.ContainsFunc(scores.Tolerances, func(t Tolerance) bool { return t.Setting == a.Setting })
		if !felt {
			r.lacks(BlocksChoice, CodeMissingReaction, rapport.Path("/activities").Element(string(a.Activity)), r.settingName(a.Setting))
		}
	}
	for _, w := range p.Wishes {
		if w.Strength != StrengthLine && w.On.DaysUntil(r.day) > readBackDays {
			r.lacks(BlocksChoice, CodeWishReadBack, rapport.Path("/wishes").Element(string(w.ID)), w.On.String())
		}
	}
}
