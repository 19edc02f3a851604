package main

import (
	"slices"
	"strings"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/examples/scenarios"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

// briefing is everything the sheet is made from: the case run to the moment, and to the moment of the
// last briefing. Every sentence of the sheet is read off these results.
type briefing struct {
	c              scenarios.Case
	at, since, end time.Time
	role           client.Role
	words          client.Scorer

	steps    []scenarios.Step
	state    scenarios.State
	plan     plan.Plan
	before   plan.Plan // at the last briefing; empty where that was before the start
	scores   []client.Scores
	pictures []client.Picture
	answers  []scenarios.Answer // of every ask, now
	earlier  []scenarios.Answer // of every ask, at the last briefing
	later    []scenarios.Answer // of every ask, at the end of the hours looked at
	held     []scenarios.Answer // of the reader's asks, now
}

func gather(c scenarios.Case, at, since time.Time, role client.Role) (briefing, error) {
	b := briefing{c: c, at: at, since: since, end: c.End(at), role: role}
	var planner plan.Planner
	var policy privacy.Policy
	var err error
	if b.steps, err = c.Run(planner, policy, at); err != nil {
		return b, err
	}
	last := b.steps[len(b.steps)-1]
	b.state, b.plan = last.State, last.Plan
	b.before = planBefore(c, planner, policy, since)
	for _, p := range b.state.Brief.People {
		scores, err := b.words.Score(p, at)
		if err != nil {
			return b, err
		}
		b.scores = append(b.scores, scores)
	}
	for _, t := range b.state.Brief.Threats {
		picture, err := b.words.Picture(t, at)
		if err != nil {
			return b, err
		}
		b.pictures = append(b.pictures, picture)
	}
	if b.answers, err = c.Answers(policy, at); err != nil {
		return b, err
	}
	b.earlier, _ = c.Answers(policy, since)
	b.later, _ = c.Answers(policy, b.end)
	for _, a := range b.answers {
		if a.Ask.Role == role {
			b.held = append(b.held, a)
		}
	}
	if len(b.held) == 0 {
		var f rapport.Faults
		f.Add("/asks", CodeNobodyAsks, "holds no ask in the role of the reader")
		return b, f.Err()
	}
	return b, nil
}

// CodeNobodyAsks means that no ask of the case is in the role the sheet is for.
const CodeNobodyAsks rapport.Code = "briefing/nobody-asks"

func planBefore(c scenarios.Case, planner plan.Planner, policy privacy.Policy, since time.Time) plan.Plan {
	if since.Before(c.Start) {
		return plan.Plan{}
	}
	steps, err := c.Run(planner, policy, since)
	if err != nil {
		return plan.Plan{}
	}
	return steps[len(steps)-1].Plan
}

// reads reports whether the reader may have a category at one of the grains, about one activity or
// about none in particular.
func (b briefing) reads(category client.Category, grains ...privacy.Grain) bool {
	return slices.ContainsFunc(b.held, func(a scenarios.Answer) bool {
		return a.Ask.Category == category && gives(a.Decision, grains...)
	})
}

func gives(d privacy.Decision, grains ...privacy.Grain) bool {
	return slices.ContainsFunc(d.Grains, func(g privacy.Grain) bool {
		return g == privacy.GrainFull || slices.Contains(grains, g)
	})
}

// threat returns a threat with its picture.
func (b briefing) threat(id rapport.ID) (client.Threat, client.Picture) {
	for i, t := range b.state.Brief.Threats {
		if t.ID == id {
			return t, b.pictures[i]
		}
	}
	return client.Threat{}, client.Picture{}
}

// threats lists the threats with their pictures, the highest level first.
func (b briefing) threats() []client.Picture {
	list := slices.Clone(b.pictures)
	slices.SortStableFunc(list, func(x, y client.Picture) int {
		a, _ := x.Level.Steps()
		c, _ := y.Level.Steps()
		return c - a
	})
	return list
}

// calls is how a threat is called on paper: in the person's own words, or by its kind.
func (b briefing) calls(id rapport.ID) string {
	t, _ := b.threat(id)
	if t.Words != "" {
		return t.Words
	}
	entry, _ := b.words.Threat(t.Kind)
	return strings.ToLower(entry.EN.Name)
}

// activity finds an activity or post by its person and ID.
func (b briefing) activity(person, id rapport.ID) (client.Activity, bool) {
	for _, a := range b.activities(person) {
		if a.ID == id {
			return a, true
		}
	}
	return client.Activity{}, false
}

func (b briefing) activities(person rapport.ID) []client.Activity {
	for _, p := range b.state.Brief.People {
		if p.ID == person {
			return p.Activities
		}
	}
	for _, s := range b.state.Brief.Sites {
		if s.ID == person {
			return s.Posts
		}
	}
	return nil
}

// subjects lists the people and sites, as they stand in the case.
func (b briefing) subjects() []rapport.ID {
	var ids []rapport.ID
	for _, p := range b.state.Brief.People {
		ids = append(ids, p.ID)
	}
	for _, s := range b.state.Brief.Sites {
		ids = append(ids, s.ID)
	}
	return ids
}

// named is what an activity is called: its kind, in small letters.
func (b briefing) named(person, id rapport.ID) string {
	if id == "" {
		return "everyday life"
	}
	a, _ := b.activity(person, id)
	entry, _ := b.words.Activity(a.Kind)
	return strings.ToLower(entry.EN.Name)
}

// placed is what a setting is called, in small letters.
func (b briefing) placed(s client.Setting) string {
	entry, _ := b.words.Setting(s)
	return strings.ToLower(entry.EN.Name)
}

// day returns the number of the day of a moment, as the case counts.
func (b briefing) day(at time.Time) int { return b.c.Day(at) }

// when writes a moment as it is said on a sheet.
func (b briefing) when(at time.Time) string { return at.In(b.at.Location()).Format("Mon 15:04") }

// once lists texts without repeats, in order of first appearance.
func once(texts ...string) []string {
	var list []string
	for _, t := range texts {
		if t != "" && !slices.Contains(list, t) {
			list = append(list, t)
		}
	}
	return list
}

// listed joins words as a sentence does.
func listed(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
	}
}
