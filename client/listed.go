package client

import (
	"slices"

	"github.com/rapport-go/rapport"
)

// named lists all worries or activities that were ever named where a question is asked of each, sorted:
// those of earlier answers and those that do not count now too, since what was said of them stays.
func (a *asking) named(what Fills) []ChoiceWord {
	var list []ChoiceWord
	for _, r := range a.sheet.Replies {
		if a.table().questions.at(r.Question).Fills != what {
			continue
		}
		switch what {
		case FillsConcerns:
			list = append(list, r.Choices...)
		default:
			for _, x := range r.Activities {
				list = append(list, ChoiceWord(x.ID))
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// subjects lists what a reply to a question may be about.
func (a *asking) subjects(q *QuestionEntry) []ChoiceWord {
	switch q.Fills {
	case FillsEmotion, FillsLikelihood, FillsAvoidance, FillsSince:
		return a.named(FillsConcerns)
	case FillsRoutine, FillsLevers:
		return a.named(FillsActivities)
	default:
		return once()
	}
}

// checkWords notes words of an answer that are not of the list the question fills, and an answer about
// something that nobody named.
func (a *asking) checkWords(f *rapport.Faults, at rapport.Pointer, q *QuestionEntry, r Reply) {
	fits := a.listed(q)
	for i, w := range r.Choices {
		if !fits(w) {
			f.UnknownWord(at.Child("choices").Index(i))
		} else if slices.Contains(r.Choices[:i], w) {
			f.DuplicateID(at.Child("choices").Index(i))
		}
	}
	seen := map[ChoiceWord]bool{}
	for i, tied := range r.Ranking {
		required(f, at.Child("ranking").Index(i), len(tied) == 0)
		for j, w := range tied {
			place := at.Child("ranking").Index(i).Index(j)
			if !fits(w) {
				f.UnknownWord(place)
			} else if seen[w] {
				f.Coded(place, codeEntry(CodeRankedTwice))
			}
			seen[w] = true
		}
	}
	if !slices.Contains(a.subjects(q), r.About) {
		if r.About == "" {
			f.Required(at.Child("about"))
		} else {
			f.UnknownWord(at.Child("about"))
		}
	}
}

// listed returns what tells a word of the answer: one of the question's own choices, or a word of the list
// that it fills.
func (a *asking) listed(q *QuestionEntry) func(ChoiceWord) bool {
	if q.Type == AnswerTypeChoice || q.Type == AnswerTypeChoices {
		return func(w ChoiceWord) bool {
			return slices.ContainsFunc(q.Choices, func(c Choice) bool { return c.ID == w })
		}
	}
	switch q.Fills {
	case FillsPriorities:
		return func(w ChoiceWord) bool { return needOf(w) != NeedUnknown }
	case FillsConcerns:
		return func(w ChoiceWord) bool { return a.table().concerns.at(ConcernKind(w)).ID != "" }
	case FillsConcernOrder:
		named := a.named(FillsConcerns)
		return func(w ChoiceWord) bool { return slices.Contains(named, w) }
	case FillsKept, FillsAnnounced:
		named := a.named(FillsActivities)
		return func(w ChoiceWord) bool { return slices.Contains(named, w) }
	case FillsLevers:
		return func(w ChoiceWord) bool { return leverOf(w) != LeverUnknown }
	case FillsNote:
		return func(w ChoiceWord) bool { return a.table().roles.at(Role(w)).ID != "" }
	default:
		return func(w ChoiceWord) bool { return a.table().settings.at(Setting(w)).ID != "" }
	}
}

// needOf reads a word of the four needs; unknown for any other.
func needOf(w ChoiceWord) Need {
	var need Need
	_ = need.UnmarshalText([]byte(w))
	return need
}

// leverOf reads a word of the levers; unknown for any other.
func leverOf(w ChoiceWord) Lever {
	var lever Lever
	_ = lever.UnmarshalText([]byte(w))
	return lever
}
