package client

import (
	"slices"

	"github.com/rapport-go/rapport"
)

// applies reports whether a question has to do with the person: leave was not refused, its section is for
// the engagement, and its conditions hold.
func (a *asking) applies(q *QuestionEntry) bool {
	if applies, known := a.decided[q.ID]; known {
		return applies
	}
	a.decided[q.ID] = false // a condition that comes back here does not hold
	a.decided[q.ID] = a.decide(q)
	return a.decided[q.ID]
}

func (a *asking) decide(q *QuestionEntry) bool {
	section := a.table().sections.at(q.Section)
	if len(section.For) > 0 && a.sheet.Engagement != "" && !slices.Contains(section.For, a.sheet.Engagement) {
		return false
	}
	if q.Fills != FillsLeave && a.refused {
		return false
	}
	return !slices.ContainsFunc(q.When, func(c Condition) bool { return !a.holds(c) })
}

// holdsAny reports whether a choice that fits was made where a question fills something.
func (a *asking) holdsAny(what Fills, fits func(Choice) bool) bool {
	found := false
	a.answers(what, func(q *QuestionEntry, r Reply) {
		for _, c := range q.Choices {
			found = found || fits(c) && slices.Contains(r.Choices, c.ID)
		}
	})
	return found
}

// holds reports whether one of the questions of a condition has an answer that fits.
func (a *asking) holds(c Condition) bool {
	for _, id := range c.Questions {
		q := a.table().questions.at(id)
		for _, about := range a.abouts(q) {
			if r, found := a.answer(q, about); found && a.fits(c, r) {
				return true
			}
		}
	}
	return false
}

func (a *asking) fits(c Condition, r Reply) bool {
	words := slices.Clone(r.Choices)
	switch {
	case r.Yes == rapport.AnswerNo:
		words = append(words, "no")
	case r.Yes == rapport.AnswerYes || len(r.References) > 0:
		words = append(words, "yes")
	}
	holds := func(w ChoiceWord) bool { return slices.Contains(words, w) }
	switch {
	case len(c.Is) > 0 && !slices.ContainsFunc(c.Is, holds),
		slices.ContainsFunc(c.Not, holds),
		c.AtLeast != rapport.LevelUnknown && r.Level.AtLeast(c.AtLeast) != rapport.AnswerYes,
		c.Minded && !minded(r.Feeling),
		len(r.Choices)+len(r.References)+len(r.Activities) < c.Count:
		return false
	case len(c.Is)+len(c.Not) == 0 && r.Yes == rapport.AnswerNo:
		return false // "nobody", "nothing" is an answer and gives nothing to ask on
	}
	return c.Activity == "" || slices.ContainsFunc(r.Activities, func(x Activity) bool { return a.ActivityIs(x.Kind, c.Activity) })
}

// minded is a feeling of -1 or less.
func minded(feeling rapport.Feeling) bool {
	value, asked := feeling.Value()
	return asked && value < 0
}

// once is what a question is asked about that is asked once.
func once() []ChoiceWord { return []ChoiceWord{""} }

// abouts lists what a question is asked about: each worry, each activity, or once.
func (a *asking) abouts(q *QuestionEntry) []ChoiceWord {
	var list []ChoiceWord
	switch q.Fills {
	case FillsEmotion, FillsLikelihood, FillsAvoidance, FillsSince:
		a.answers(FillsConcerns, func(_ *QuestionEntry, r Reply) { list = append(list, r.Choices...) })
	case FillsRoutine, FillsLevers:
		a.answers(FillsActivities, func(_ *QuestionEntry, r Reply) {
			for _, x := range r.Activities {
				if a.varies(q, x) {
					list = append(list, ChoiceWord(x.ID))
				}
			}
		})
	default:
		return once()
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// varies reports whether it makes sense to ask how regular an activity is and what of it could change: not
// of a dated event, and not whether it could change where it has to stay.
func (a *asking) varies(q *QuestionEntry, x Activity) bool {
	stays := x.Stays == rapport.AnswerYes
	if q.Fills == FillsLevers {
		a.answers(FillsKept, func(_ *QuestionEntry, r Reply) { stays = stays || slices.Contains(r.Choices, ChoiceWord(x.ID)) })
	}
	return x.On == (rapport.Span{}) && (q.Fills != FillsLevers || !stays)
}

// places maps worries to the person's own ranking, where there is one.
func (a *asking) places() map[ChoiceWord]int {
	places := map[ChoiceWord]int{}
	a.answers(FillsConcernOrder, func(_ *QuestionEntry, r Reply) {
		for i, tied := range r.Ranking {
			for _, w := range tied {
				places[w] = i - len(r.Ranking) // before those that are not ranked
			}
		}
	})
	return places
}
