package client

import (
	"slices"

	"github.com/rapport-go/rapport"
)

func (d *intakeDrawing) worries(_ *QuestionEntry, r Reply) {
	source := d.voice(r.On)
	if source == EvidenceAnsweredQuestion {
		source = ""
	}
	if r.Yes == rapport.AnswerNo {
		d.out.Profile.Worried = rapport.AnswerNo
	}
	for _, w := range r.Choices {
		id := idOf("worry", string(w))
		if slices.ContainsFunc(d.out.Profile.Concerns, func(c Concern) bool { return c.ID == id }) {
			continue
		}
		c := Concern{ID: id, Kind: ConcernKind(w), On: r.On, Source: source}
		if len(r.Choices) == 1 {
			c.Words = r.Words
		}
		d.out.Profile.Concerns = append(d.out.Profile.Concerns, c)
	}
}

// ofConcern changes the worry that a reply is about; the worry is as old as the last thing said of it.
func (d *intakeDrawing) ofConcern(change func(*Concern, Reply)) func(*QuestionEntry, Reply) {
	return func(q *QuestionEntry, r Reply) {
		for i := range d.out.Profile.Concerns {
			c := &d.out.Profile.Concerns[i]
			if c.Kind != ConcernKind(r.About) {
				continue
			}
			change(c, r)
			if r.On.Compare(c.On) > 0 {
				c.On = r.On
			}
			if c.Words == "" && q.Fills != FillsAvoidance {
				c.Words = r.Words
			}
		}
	}
}

func (d *intakeDrawing) concernOrder(_ *QuestionEntry, r Reply) {
	rank := 1
	for _, tied := range r.Ranking {
		place := rank
		for i := range d.out.Profile.Concerns {
			if c := &d.out.Profile.Concerns[i]; slices.Contains(tied, ChoiceWord(c.Kind)) {
				c.Rank = place
				rank++
			}
		}
	}
}

// hardHours is evidence of how strongly worry presses at these hours: as strongly as the strongest worry
// does.
func (d *intakeDrawing) hardHours(q *QuestionEntry, r Reply) {
	level := rapport.LevelUnknown
	for _, c := range d.out.Profile.Concerns {
		level = level.Higher(c.Emotion)
	}
	if r.Hours.IsZero() || level == rapport.LevelUnknown {
		return
	}
	settings := r.Choices
	if len(settings) == 0 {
		settings = once()
	}
	for _, setting := range settings {
		id := idOf(string(q.ID))
		if setting != "" {
			id = idOf(string(q.ID), string(setting))
		}
		d.out.Profile.Evidence = append(d.out.Profile.Evidence, Evidence{ID: id, Dimension: DimensionAnxiety, Kind: d.voice(r.On), Level: level, On: r.On, Setting: Setting(setting), Hours: canonical(r.Hours)})
	}
}
