package client

import (
	"slices"

	"github.com/rapport-go/rapport"
)

// readBackDays is how long a wish or a ranking holds before it is read back; until then and after it counts. A line never ages. House judgement.
const readBackDays = 365

// gaps notes what nobody has said. What is too old was noted where it was read.
func (r *reading) gaps(scores Scores) {
	p := r.profile
	if p.Minor == rapport.AnswerUnsaid {
		r.lacks(BlocksPlanning, r.asks(FillsAge), CodeMissingMinor, "/minor")
	}
	if p.Minor == rapport.AnswerYes && len(p.Guardians) == 0 {
		r.lacks(BlocksPlanning, r.asks(FillsGuardians), CodeMissingGuardian, "/guardians")
	}
	if len(p.Concerns) == 0 && p.Worried != rapport.AnswerNo {
		blocks := BlocksPlanning
		if !r.asked() {
			blocks = BlocksChoice // a small child is talked with, not questioned
		}
		r.lacks(blocks, r.asks(FillsConcerns), CodeMissingConcerns, "/concerns")
	}
	if len(p.Activities) == 0 {
		r.lacks(BlocksPlanning, r.asks(FillsActivities), CodeMissingActivities, "/activities")
	}
	if !slices.ContainsFunc(p.Priorities, func(tied []Need) bool { return len(tied) > 0 }) && r.asked() {
		r.lacks(BlocksChoice, r.asks(FillsPriorities), CodeMissingPriorities, "/priorities")
	}
	if on := p.PrioritiesOn; !on.IsZero() && on.DaysUntil(r.day) > readBackDays {
		r.lacks(BlocksChoice, r.asks(FillsPriorities), CodePrioritiesReadBack, "/priorities", on.String())
	}
	for _, a := range scores.Activities {
		felt := slices.ContainsFunc(scores.Tolerances, func(t Tolerance) bool { return t.Setting == a.Setting })
		if !felt {
			r.lacks(BlocksChoice, r.asksAt(a.Setting), CodeMissingReaction, rapport.Path("/activities").Element(string(a.Activity)), r.settingName(a.Setting))
		}
	}
	for _, w := range p.Wishes {
		if w.Strength != StrengthLine && w.On.DaysUntil(r.day) > readBackDays {
			r.lacks(BlocksChoice, r.asksWish(w.Kind), CodeWishReadBack, rapport.Path("/wishes").Element(string(w.ID)), w.On.String())
		}
	}
}

// first returns the question that comes first in the intake among those that fit, and none where none does.
func (s Scorer) first(fits func(*QuestionEntry) bool) Question {
	var found *QuestionEntry
	questions := s.table().questions
	for i := range questions {
		q := &questions[i]
		if fits(q) && (found == nil || s.compareQuestions(q, found) < 0) {
			found = q
		}
	}
	if found == nil {
		return ""
	}
	return found.ID
}

// asks returns the question that fills something and is asked at the person's age.
func (r *reading) asks(what Fills) Question {
	return r.first(func(q *QuestionEntry) bool { return q.Fills == what && r.ofAge(q) })
}

// ofAge reports whether a question is asked at the person's age; where that is not known, it is.
func (r *reading) ofAge(q *QuestionEntry) bool {
	for _, condition := range q.When {
		for _, id := range condition.Questions {
			age := r.table().questions.at(id)
			if age.Fills != FillsAge {
				continue
			}
			theirs := func(c Choice) bool {
				return c.Minor == r.profile.Minor && (c.Minor == rapport.AnswerNo || c.Heard == r.profile.Heard)
			}
			fits := func(c Choice) bool {
				return (len(condition.Is) == 0 || slices.Contains(condition.Is, c.ID)) && !slices.Contains(condition.Not, c.ID)
			}
			known := slices.ContainsFunc(age.Choices, theirs)
			if known && !slices.ContainsFunc(age.Choices, func(c Choice) bool { return theirs(c) && fits(c) }) {
				return false
			}
		}
	}
	return true
}

// asksDimension returns the question that bears on a dimension.
func (s Scorer) asksDimension(d Dimension) Question {
	return s.first(func(q *QuestionEntry) bool { return q.Fills == FillsDimension && q.Dimension == d })
}

// asksAt returns the question that asks how protection feels in a setting, or in one it lies in.
func (s Scorer) asksAt(setting Setting) Question {
	for entry := s.table().settings.at(setting); entry.ID != "" && entry.ID != anywhere; entry = s.table().settings.at(entry.Parent) {
		if q := s.first(func(q *QuestionEntry) bool { return q.Fills == FillsReaction && q.Setting == entry.ID }); q != "" {
			return q
		}
	}
	return ""
}

// asksWish returns the question that asks for a wish.
func (s Scorer) asksWish(kind WishKind) Question {
	return s.first(func(q *QuestionEntry) bool {
		return q.Wish == kind || slices.ContainsFunc(q.Choices, func(c Choice) bool { return c.Wish == kind })
	})
}
