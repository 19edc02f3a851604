package client

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// Open is a question that is to be asked: it applies and has no answer that still holds.
type Open struct {
	// Question is the question.
	Question Question `json:"question"`
	// About is the kind of worry or the ID of the activity it is asked about; empty where it is asked once.
	About ChoiceWord `json:"about,omitzero"`
	// Ask is how it is spoken, in the words for a minor where one answers.
	Ask string `json:"ask"`
	// Choices word the question's own choices, in their order.
	Choices []string `json:"choices"`
	// Blocks says what has to wait for the answer.
	Blocks Blocks `json:"blocks"`
	// Waits says it in half a sentence; it may be empty.
	Waits string `json:"waits,omitzero"`
	// Reasons say why it is asked now, in order; subjects are paths below the sheet, by question.
	Reasons []rapport.Reason `json:"reasons"`
}

// declinedDays is how long a question is left alone that the person preferred not to answer. House
// judgement.
const declinedDays = 90

// Next returns the question to ask next: of those whose missing answer blocks the gravest, the one worth
// most, then the one that comes first when spoken; of several worries the heaviest. It is false where
// nothing is open. Once answered, the question is no longer open and what waited for it waits no more. An
// error lists all that is wrong with the sheet.
func (s Scorer) Next(sheet Sheet, at time.Time) (Open, bool, error) {
	open, err := s.Open(sheet, at)
	if err != nil || len(open) == 0 {
		return Open{}, false, err
	}
	return open[0], true, nil
}

// Open lists the questions to ask, in the order of [Scorer.Next]. A question is open where it applies and
// nobody has answered it, where the answer is too old, where a change in life since may have changed it, or
// where the person preferred not to say and some time has passed. An error lists all that is wrong with the
// sheet.
func (s Scorer) Open(sheet Sheet, at time.Time) ([]Open, error) {
	if err := s.checkAsked(sheet, at); err != nil {
		return nil, err
	}
	a := s.asking(sheet, rapport.DateOf(at))
	young := a.holdsAny(FillsAge, func(c Choice) bool { return c.Minor == rapport.AnswerYes })
	type ranked struct {
		*QuestionEntry
		Open
	}
	var list []ranked
	questions := s.table().questions
	for i := range questions {
		q := &questions[i]
		if !a.applies(q) || q.Own && a.proxy {
			continue
		}
		for _, about := range a.abouts(q) {
			why, open := a.why(q, about)
			if !open {
				continue
			}
			o := Open{Question: q.ID, About: about, Ask: q.EN.Ask, Blocks: q.Blocks, Waits: q.EN.Waits,
				Choices: append([]string{}, q.EN.Choices...), Reasons: []rapport.Reason{why}}
			if young && !a.proxy && q.EN.Young != "" {
				o.Ask = q.EN.Young
			}
			list = append(list, ranked{q, o})
		}
	}
	places := a.places()
	slices.SortFunc(list, func(x, y ranked) int {
		return cmp.Or(cmp.Compare(x.QuestionEntry.Blocks, y.QuestionEntry.Blocks), cmp.Compare(y.Priority, x.Priority),
			s.compareQuestions(x.QuestionEntry, y.QuestionEntry), cmp.Compare(places[x.About], places[y.About]), cmp.Compare(x.About, y.About))
	})
	result := make([]Open, len(list))
	for i, r := range list {
		result[i] = r.Open
	}
	return result, nil
}

// compareQuestions orders questions as they are spoken.
func (s Scorer) compareQuestions(a, b *QuestionEntry) int {
	return cmp.Or(
		cmp.Compare(s.table().sections.at(a.Section).Order, s.table().sections.at(b.Section).Order),
		cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID))
}

func (s Scorer) checkAsked(sheet Sheet, at time.Time) error {
	var f rapport.Faults
	f.At("", at)
	f.Join("", s.CheckSheet(sheet))
	if day := rapport.DateOf(at); !day.IsZero() {
		for i, r := range sheet.Replies {
			if r.On.Compare(day) > 0 {
				f.AfterMoment(rapport.Pointer("/replies").Index(i).Child("on"))
			}
			if s.table().questions.at(r.Question).Fills == FillsSince && r.Day.Compare(day) > 0 {
				f.AfterMoment(rapport.Pointer("/replies").Index(i).Child("day"))
			}
		}
	}
	return f.Err()
}

// why says why a question is open; it is false where an answer still holds.
func (a *asking) why(q *QuestionEntry, about ChoiceWord) (rapport.Reason, bool) {
	subject := rapport.Path("/replies").Element(string(q.ID))
	if about != "" {
		subject = subject.Element(string(about))
	}
	r, found := a.reply(q.ID, about)
	if !found {
		return codeEntry(CodeAskNever).Reason(subject, 2), true
	}
	age := r.On.DaysUntil(a.day)
	if r.Declined == rapport.AnswerYes {
		return codeEntry(CodeAskDeclined).Reason(subject, 1, r.On.String()), age > declinedDays
	}
	if change, found := a.changedSince(q.ID, r.On); found {
		kind := a.table().changes.at(change.Kind)
		return codeEntry(CodeAskChange).Reason(subject, 3, kind.EN.Name, change.On.String()), true
	}
	return codeEntry(CodeAskOld).Reason(subject, 1, r.On.String()), age > a.shelf(q, r)
}

// changedSince finds a change in life that asks the question again: one that has come since the answer, or
// one that lies ahead and is due to be talked about.
func (a *asking) changedSince(q Question, on rapport.Date) (LifeChange, bool) {
	var found LifeChange
	a.answers(FillsChanges, func(_ *QuestionEntry, r Reply) {
		for _, c := range r.Changes {
			kind := a.table().changes.at(c.Kind)
			from := c.On
			if kind.Ahead {
				from = from.AddDays(-aheadDays)
			}
			if slices.Contains(kind.Asks, q) && from.Compare(a.day) <= 0 && on.Compare(from) < 0 && (found.ID == "" || cmp.Or(c.On.Compare(found.On), cmp.Compare(c.Kind, found.Kind)) < 0) {
				found = c
			}
		}
	})
	return found, found.ID != ""
}

// shelf is for how many days an answer holds. A line never ages.
func (a *asking) shelf(q *QuestionEntry, r Reply) int {
	switch q.Fills {
	case FillsConcerns, FillsConcernOrder, FillsEmotion, FillsLikelihood, FillsAvoidance, FillsHardHours, FillsNeed:
		return askAgainDays
	case FillsDimension, FillsReaction, FillsControl:
		return a.table().evidence.at(a.voice(r.On)).Stale - 1
	case FillsLeave, FillsSource, FillsNote:
		return maxShelfLife
	default: // facts and wishes
		if q.Strength == StrengthLine {
			return maxShelfLife
		}
		return readBackDays
	}
}
