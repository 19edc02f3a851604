package main

import (
	"fmt"
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
	reader         rapport.ID
	words          client.Scorer

	steps     []scenarios.Step
	state     scenarios.State
	plan      plan.Plan
	before    plan.Plan        // at the last briefing; empty where that was before the start
	past      []client.Picture // of each threat, at the last briefing
	scores    []client.Scores
	pictures  []client.Picture
	contrasts []client.Contrast  // of each person
	answers   []scenarios.Answer // of every ask, now
	earlier   []scenarios.Answer // of every ask, at the last briefing
	later     []scenarios.Answer // of every ask, at the end of the hours looked at
	held      []scenarios.Answer // of the reader's asks, now
}

// CodeNobodyAsks means that no ask of the case is in the role the sheet is for.
const CodeNobodyAsks rapport.Code = "briefing/nobody-asks"

// gather runs the case and returns a briefing for each reader in the role, or for the one reader with
// that ID, in the order of the asks.
func gather(c scenarios.Case, at, since time.Time, reader string) ([]briefing, error) {
	b := briefing{c: c, at: at, since: since, end: c.End(at)}
	var engines scenarios.Engines
	var err error
	if b.steps, err = c.Run(engines, at); err != nil {
		return nil, err
	}
	last := b.steps[len(b.steps)-1]
	b.state, b.plan = last.State, last.Plan
	if !since.Before(c.Start) {
		if steps, err := c.Run(engines, since); err == nil {
			b.before = steps[len(steps)-1].Plan
		}
	}
	if b.scores, b.pictures, err = b.read(b.state); err != nil {
		return nil, err
	}
	for _, p := range b.state.Brief.People {
		contrast, err := b.words.Contrast(p, b.state.Brief.Threats, b.state.At)
		if err != nil {
			return nil, err
		}
		b.contrasts = append(b.contrasts, contrast)
	}
	if _, b.past, err = b.read(c.At(since)); err != nil {
		b.past = nil // before the start nothing was known
	}
	if b.answers, err = c.Answers(engines, at); err != nil {
		return nil, err
	}
	b.earlier, _ = c.Answers(engines, since)
	b.later, _ = c.Answers(engines, b.end)
	return b.readers(reader)
}

// read scores the people and pictures the threats of a state.
func (b briefing) read(s scenarios.State) (scores []client.Scores, pictures []client.Picture, err error) {
	for _, p := range s.Brief.People {
		score, err := b.words.Score(p, s.At)
		if err != nil {
			return nil, nil, err
		}
		scores = append(scores, score)
	}
	for _, t := range s.Brief.Threats {
		picture, err := b.words.Picture(t, s.At)
		if err != nil {
			return nil, nil, err
		}
		pictures = append(pictures, picture)
	}
	return scores, pictures, nil
}

// readers returns the briefing once for each reader.
func (b briefing) readers(wanted string) ([]briefing, error) {
	var list []briefing
	for _, a := range b.answers {
		if string(a.Ask.Role) != wanted && string(a.Ask.Asker) != wanted {
			continue
		}
		i := slices.IndexFunc(list, func(o briefing) bool { return o.reader == a.Ask.Asker && o.role == a.Ask.Role })
		if i < 0 {
			i, list = len(list), append(list, b)
			list[i].reader, list[i].role, list[i].held = a.Ask.Asker, a.Ask.Role, nil
		}
		list[i].held = append(list[i].held, a)
	}
	if len(list) == 0 {
		var f rapport.Faults
		f.Add("/asks", CodeNobodyAsks, "holds no ask of the reader, by role or by person")
		return nil, f.Err()
	}
	return list, nil
}

// reads reports whether the reader may have a category about a person or site at one of the grains.
func (b briefing) reads(person rapport.ID, category client.Category, grains ...privacy.Grain) bool {
	return slices.ContainsFunc(b.held, func(a scenarios.Answer) bool {
		return a.Ask.Principal == person && a.Ask.Category == category && gives(a.Decision, grains...)
	})
}

func gives(d privacy.Decision, grains ...privacy.Grain) bool {
	return slices.ContainsFunc(d.Grains, func(g privacy.Grain) bool {
		return g == privacy.GrainFull || slices.Contains(grains, g)
	})
}

// readsAll reports whether the reader may have a category about everybody in the case.
func (b briefing) readsAll(categories ...client.Category) bool {
	for _, person := range b.subjects() {
		for _, category := range categories {
			if !b.reads(person, category) {
				return false
			}
		}
	}
	return true
}

// readsFile reports whether the reader may have the whole file: every result with its reasons.
func (b briefing) readsFile() bool {
	return b.role == client.RoleTeamLead && b.readsAll(client.CategoryThreatFile, client.CategoryMovement,
		client.CategoryItinerary, client.CategoryProtectionPlan, client.CategoryWishesAndWorries)
}

// readsThreat reports whether the reader may have the file on a threat: that of somebody it is aimed at.
func (b briefing) readsThreat(id rapport.ID) bool {
	t, _ := b.threat(id)
	aimed := t.Aimed
	if len(aimed) == 0 {
		aimed = b.subjects()
	}
	return slices.ContainsFunc(aimed, func(person rapport.ID) bool { return b.reads(person, client.CategoryThreatFile) })
}

// leftOut counts the people and sites of whom the reader may not have both file and plan, so that a part
// that is missing is not taken for quiet. It names nobody.
func (b briefing) leftOut() int {
	n := 0
	for _, id := range b.subjects() {
		if !b.reads(id, client.CategoryThreatFile) || !b.readsPlan(id) {
			n++
		}
	}
	return n
}

// knows reports whether some decision gives the reader anything about a person or site.
func (b briefing) knows(person rapport.ID) bool {
	return slices.ContainsFunc(b.held, func(a scenarios.Answer) bool {
		return a.Ask.Principal == person && len(a.Decision.Grains) > 0
	})
}

// readsPlan reports whether the reader may have what is planned for a person or site, and when.
func (b briefing) readsPlan(person rapport.ID) bool {
	return b.reads(person, client.CategoryMovement) && b.reads(person, client.CategoryProtectionPlan)
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

// threats lists the pictures of the threats whose file the reader may have, the highest level first.
func (b briefing) threats() []client.Picture {
	list := slices.DeleteFunc(slices.Clone(b.pictures), func(p client.Picture) bool { return !b.readsThreat(p.Threat) })
	slices.SortStableFunc(list, func(x, y client.Picture) int {
		return y.Level.Compare(x.Level)
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

// label is how somebody is called on paper; an ID is not for paper.
func (b briefing) label(id rapport.ID) string {
	if text, ok := b.c.Label(id); ok {
		return text
	}
	return "somebody without a label"
}

// named is what an activity is called: its label, or its kind in small letters.
func (b briefing) named(person, id rapport.ID) string {
	if id == "" {
		return "everyday life"
	}
	if text, ok := b.c.Label(id); ok {
		return text
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

// when writes a moment as it is said on a sheet; what lies more than six days off has its day.
func (b briefing) when(at time.Time) string {
	text := at.In(b.at.Location()).Format("Mon 15:04")
	if off := at.Sub(b.at).Abs(); off > 6*24*time.Hour {
		text = fmt.Sprintf("day %d, %s", b.day(at), text)
	}
	return text
}

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
