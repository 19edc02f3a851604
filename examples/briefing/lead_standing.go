package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/examples/scenarios"
	"github.com/rapport-go/rapport/plan"
)

func (b briefing) standing() section {
	s := section{title: "STANDING, AND WHY", budget: 13}
	var names []string
	for _, e := range b.plan.Entries {
		if e.Scope != plan.ScopeActivity && b.readsEntry(e) && !b.anywhere(e) {
			names = append(names, strings.ToLower(e.Name))
		}
	}
	if len(names) > 0 {
		s.keep("%s", upper(strings.Join(once(names...), " · ")))
	}
	for _, line := range b.gone() {
		s.keep("%s", line)
	}
	for _, line := range b.patterns() {
		s.keep("%s", line)
	}
	var leans []string
	for _, e := range b.plan.Entries {
		for _, role := range e.LeansOn {
			if !b.readsEntry(e) {
				continue
			}
			entry, _ := b.words.Role(role)
			leans = append(leans, strings.ToLower(entry.EN.Name))
		}
	}
	if leans = once(leans...); len(leans) > 0 {
		s.keep("Leans on people who are not ours: %s. If they drop out, cover falls and we look again.", listed(leans))
	}
	for _, line := range b.notDone() {
		s.keep("%s", line)
	}
	for _, limit := range b.limits() {
		s.add("Limit of %s", limit)
	}
	for _, w := range b.plan.Wishes {
		if (w.Kept == plan.ExtentNot || w.Kept == plan.ExtentPartly) && b.reads(w.Person, client.CategoryWishesAndWorries) {
			s.add("Not kept as wished: %s", b.wishWords(w))
		}
	}
	if len(s.lines) == 0 {
		s.add("Nothing stands.")
	}
	var whys []string
	for _, e := range b.plan.Entries {
		if b.readsEntry(e) {
			whys = append(whys, fmt.Sprintf("Why %s: %s", b.scoped(e), lowerFirst(e.Why)))
		}
	}
	for _, why := range once(whys...) {
		s.add("%s", why)
	}
	return s
}

// gone lists what was in force and went, with the ground that decided, over the whole way of the case.
func (b briefing) gone() []string {
	var lines []string
	for i, step := range b.steps {
		for _, c := range step.Plan.Changes {
			if c.Kind != plan.ChangeKindReplaced && c.Kind != plan.ChangeKindDropped || b.returned(c, i) || !b.readsAll(client.CategoryProtectionPlan) {
				continue
			}
			name := nameOf(c, b.steps[:i+1])
			text := fmt.Sprintf("Gone since day %d: %s", b.day(step.At), name)
			if because := b.because(c, step); because != "" {
				text += ", " + because
			}
			if by := namesOf(c.ReplacedBy, step.Plan); len(by) > 0 {
				text += ". In its place: " + strings.Join(by, ", ")
			}
			lines = append(lines, text+".")
		}
	}
	// The latest first: the oldest is the first to be cut.
	slices.Reverse(lines)
	return lines
}

// returned reports whether a measure that went at step i is in the present plan again, or was for an
// activity that is over.
func (b briefing) returned(c plan.Change, i int) bool {
	for _, f := range b.steps[i].State.Brief.InForce {
		if f.ID != c.InForce {
			continue
		}
		if a, ok := b.activity(f.Person, f.Activity); f.Activity != "" && (!ok || a.Over(b.at)) {
			return true
		}
		return slices.ContainsFunc(b.plan.Entries, func(e plan.Entry) bool {
			return e.Measure == f.Measure && (f.Activity == "" || e.Activity == f.Activity)
		})
	}
	return true
}

// because words the ground of a change that names an input: the reaction or wish of the person, or that
// nothing asks for the measure any more.
func (b briefing) because(c plan.Change, step scenarios.Step) string {
	for _, r := range c.Reasons {
		switch r.Code {
		case plan.CodeReactionAgainst:
			if words := b.wordsAt(r.Subject, step.State.Brief.People); words != "" {
				return fmt.Sprintf("because of the reaction to it: %q", words)
			}
			return "because of the reaction to it"
		case plan.CodeWishAgainst:
			return "because of a wish against it"
		}
	}
	for _, r := range c.Reasons {
		if r.Code != plan.CodeCoveredBy && r.Weight < 0 {
			return lowerFirst(strings.TrimSuffix(r.Text, "."))
		}
	}
	return ""
}

// wordsAt returns the person's own words at the path of a reaction.
func (b briefing) wordsAt(path rapport.Path, people []client.Profile) string {
	for _, p := range people {
		for _, r := range p.Reactions {
			if path == rapport.Path("").Child("people").Element(string(p.ID)).Child("reactions").Element(string(r.ID)) {
				return r.Words
			}
		}
	}
	return ""
}

func nameOf(c plan.Change, steps []scenarios.Step) string {
	for _, step := range steps {
		for _, e := range step.Plan.Entries {
			if e.Measure == c.Measure {
				return strings.ToLower(e.Name)
			}
		}
	}
	if entry, ok := (plan.Planner{}).Measure(c.Measure); ok {
		return strings.ToLower(entry.EN.Name)
	}
	return "a measure"
}

func namesOf(ids []rapport.ID, p plan.Plan) []string {
	var names []string
	for _, e := range p.Entries {
		if slices.Contains(ids, e.ID) {
			names = append(names, strings.ToLower(e.Name))
		}
	}
	return once(names...)
}

// patterns says which routines are kept with a changed pattern because their hour is known.
func (b briefing) patterns() []string {
	var lines []string
	for _, r := range b.plan.Rows {
		if !b.readsPlan(r.Person) || r.Kind != plan.RowKindPattern || r.Met != rapport.AnswerYes {
			continue
		}
		if by := namesOf(r.By, b.plan); len(by) > 0 {
			lines = append(lines, fmt.Sprintf("%s is kept: the hour is known to %s, so %s.", upper(b.whose(r.Person)+b.named(r.Person, r.Activity)), b.calls(r.Threat), listed(by)))
		}
	}
	return once(lines...)
}

// limits lists what the main measures cannot do: of those whose loss costs the most rows, two.
func (b briefing) limits() []string {
	entries := slices.DeleteFunc(slices.Clone(b.plan.Entries), func(e plan.Entry) bool { return !b.readsEntry(e) })
	slices.SortStableFunc(entries, func(x, y plan.Entry) int { return len(y.Loses) - len(x.Loses) })
	var texts []string
	for _, e := range entries {
		text := strings.ToLower(e.Name) + ": " + lowerFirst(e.Limits)
		if len(texts) < 2 && !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	return texts
}

func (b briefing) wishWords(w plan.WishAnswer) string {
	text := ""
	for _, p := range b.state.Brief.People {
		for _, wish := range p.Wishes {
			if p.ID == w.Person && wish.ID == w.Wish {
				text = wish.Words
			}
		}
	}
	if len(w.Reasons) > 0 {
		text += ". " + w.Reasons[0].Text
	}
	return text
}
