package client

import (
	"slices"

	"github.com/rapport-go/rapport"
)

func (d *intakeDrawing) lives(_ *QuestionEntry, r Reply) {
	for _, a := range r.Activities {
		if !d.out.Profile.does(a.ID) {
			d.out.Profile.Activities = append(d.out.Profile.Activities, cloneActivity(a))
		}
	}
}

// ofActivity changes the activity that a reply is about.
func (d *intakeDrawing) ofActivity(change func(*Activity, Reply)) func(*QuestionEntry, Reply) {
	return func(_ *QuestionEntry, r Reply) {
		for i := range d.out.Profile.Activities {
			if a := &d.out.Profile.Activities[i]; a.ID == rapport.ID(r.About) {
				change(a, r)
			}
		}
	}
}

// routine adds a window to an activity, and where it is if nobody has said.
func routine(a *Activity, r Reply) {
	hours := canonical(r.Hours)
	if !hours.IsZero() && !slices.ContainsFunc(a.Weekly, func(h rapport.Hours) bool { return compareHours(canonical(h), hours) == 0 }) {
		a.Weekly = append(a.Weekly, hours)
	}
	if a.Setting == "" && len(r.Choices) == 1 {
		a.Setting = Setting(r.Choices[0])
	}
}

// levers adds what the person is ready to vary.
func levers(a *Activity, r Reply) {
	for _, w := range r.Choices {
		if l := leverOf(w); !slices.Contains(a.Levers, l) {
			a.Levers = append(a.Levers, l)
		}
	}
}

// kept says whether an activity stays as it is: then nothing of it is varied.
func kept(a *Activity, listed rapport.Answer) {
	if a.Stays = listed; listed == rapport.AnswerYes {
		a.Levers = nil
	}
}

// ofListed says of every activity whether a reply lists it: the question was asked of all that had been
// named by then, and says nothing of what was named later.
func (d *intakeDrawing) ofListed(change func(*Activity, rapport.Answer)) func(*QuestionEntry, Reply) {
	return func(_ *QuestionEntry, r Reply) {
		for i := range d.out.Profile.Activities {
			a := &d.out.Profile.Activities[i]
			listed := slices.Contains(r.Choices, ChoiceWord(a.ID))
			if listed || d.namedBy(a.ID, r.On) {
				change(a, rapport.AnswerOf(listed))
			}
		}
	}
}

// namedBy reports whether an activity had been named by a day.
func (d *intakeDrawing) namedBy(id rapport.ID, day rapport.Date) bool {
	return slices.ContainsFunc(d.sheet.Replies, func(r Reply) bool {
		return r.On.Compare(day) <= 0 && slices.ContainsFunc(r.Activities, func(a Activity) bool { return a.ID == id })
	})
}

func (d *intakeDrawing) lifeChanges(_ *QuestionEntry, r Reply) {
	for _, c := range r.Changes {
		if !slices.ContainsFunc(d.out.Profile.Changes, func(other LifeChange) bool { return other.ID == c.ID }) {
			d.out.Profile.Changes = append(d.out.Profile.Changes, c)
		}
	}
}

func cloneActivity(a Activity) Activity {
	a.Weekly, a.Levers = slices.Clone(a.Weekly), slices.Clone(a.Levers)
	for i, h := range a.Weekly {
		a.Weekly[i].Days = slices.Clone(h.Days)
	}
	return a
}
