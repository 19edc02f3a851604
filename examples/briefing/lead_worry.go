package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// answerTo says in half a sentence what follows where a felt worry and the assessed threat differ. Where they
// agree, the plan is the answer.
func (b briefing) answerTo(row client.ContrastRow) string {
	if slices.ContainsFunc(row.Threats, func(id rapport.ID) bool { return !b.readsThreat(id) }) {
		return ""
	}
	switch row.Stance {
	case client.StanceReassure:
		return fmt.Sprintf("found %s: say what was looked at", row.Assessed)
	case client.StanceConduct:
		return "by how we behave, not by cover"
	case client.StanceAssess:
		return "not looked into yet: have it assessed"
	case client.StanceOfferAssessment:
		return "not looked into yet: offer it"
	default:
		return ""
	}
}

// worries lists the worries in the person's order, and behind those that a threat does not answer what does.
// Neighbours with one answer share it.
func (b briefing) worries(p person) string {
	var groups, words []string
	last := ""
	flush := func() {
		if len(words) > 0 {
			text := listed(words)
			if last != "" {
				text += " (" + last + ")"
			}
			groups = append(groups, text)
		}
		words = nil
	}
	for _, row := range p.contrast.Rows {
		i := slices.IndexFunc(p.Concerns, func(c client.Concern) bool { return c.ID == row.Concern })
		if i < 0 {
			continue
		}
		if answer := b.answerTo(row); answer != last {
			flush()
			last = answer
		}
		words = append(words, fmt.Sprintf("%q", b.worded(p.Concerns[i])))
	}
	flush()
	if len(groups) == 0 {
		return ""
	}
	return "Worries: " + strings.Join(groups, "; ") + "."
}

// worded is a worry in the person's own words, or by its kind.
func (b briefing) worded(c client.Concern) string {
	if c.Words != "" {
		return c.Words
	}
	entry, _ := b.words.Concern(c.Kind)
	return strings.ToLower(entry.EN.Name)
}

// unworried names the serious threats that the person does not worry about: they are told, once. With a minor
// the guardians are there, and what is said is what to do.
func (b briefing) unworried(p person) string {
	var names []string
	level := rapport.LevelUnknown
	for _, row := range p.contrast.Rows {
		if row.Stance != client.StanceProtectAndInform {
			continue
		}
		for _, id := range row.Threats {
			if b.readsThreat(id) {
				names, level = append(names, b.calls(id)), row.Assessed
			}
		}
	}
	if names = once(names...); len(names) == 0 {
		return ""
	}
	text := "Little worry about " + listed(names)
	if len(names) == 1 {
		text += fmt.Sprintf(" (%s)", level)
	}
	if p.Minor == rapport.AnswerYes {
		return text + ": tell once, with " + listed(b.inOrder(p.Guardians)) + ", what to do."
	}
	return text + ": tell the facts once, plainly, and what is not known."
}

// leverInWords says what is varied of a routine.
var leverInWords = map[client.Lever]string{
	client.LeverDay: "other days", client.LeverTime: "another hour", client.LeverPlace: "another place", client.LeverWay: "another door or way",
}

// waitedFor names the routine within the hours looked at that can best be waited for, by its counts, and the
// first thing to vary. What has to stay is covered and not changed.
func (b briefing) waitedFor(p person) string {
	best, found := client.ActivityScore{}, false
	for _, score := range p.scores.Activities {
		a, _ := b.activity(p.ID, score.Activity)
		counted := len(score.Counted.Levers) > 0 && score.Predictable.AtLeast(rapport.LevelHigh) == rapport.AnswerYes
		if counted && len(a.Between(b.at, b.end)) > 0 && (!found || score.Counted.Chance.Value > best.Counted.Chance.Value) {
			best, found = score, true
		}
	}
	if !found || !b.readsPlan(p.ID) {
		return ""
	}
	subject := rapport.Path("/activities").Element(string(best.Activity))
	said := func(code rapport.Code, arg int) string {
		for _, r := range p.scores.Reasons {
			if r.Code == code && r.Subject == subject && len(r.Args) > arg {
				return r.Args[arg]
			}
		}
		return ""
	}
	text := fmt.Sprintf("%s can be waited for: %s would meet %s", upper(b.named(p.ID, best.Activity)), said(client.CodeRoutineCounted, 0), p.name)
	first := best.Counted.Levers[0]
	if first.Ready == rapport.AnswerNo {
		return text + ". It stays: cover it, do not change it."
	}
	return text + fmt.Sprintf("; %s leaves %s.", leverInWords[first.Lever], said(client.CodeRoutineLever, 1))
}

// coming names each change in life that falls into these hours, once for all whom it concerns.
func (b briefing) coming() []string {
	var names []string
	who, on := map[string][]string{}, map[string]rapport.Date{}
	for i, p := range b.state.Brief.People {
		if !b.reads(p.ID, client.CategoryWishesAndWorries) {
			continue
		}
		for _, score := range b.scores[i].Changes {
			j := slices.IndexFunc(p.Changes, func(c client.LifeChange) bool { return c.ID == score.Change })
			if change := p.Changes[j]; change.On.Compare(rapport.DateOf(b.at)) > 0 && change.On.Start(b.at.Location()).Before(b.end) {
				name := b.changeName(change)
				names, who[name], on[name] = append(names, name), append(who[name], b.label(p.ID)), change.On
			}
		}
	}
	var lines []string
	for _, name := range once(names...) {
		lines = append(lines, fmt.Sprintf("%s: %s. What it changes for %s is looked at before it comes.", upper(b.onDay(on[name])), name, listed(who[name])))
	}
	return lines
}

// changeName is what a change in life is called: in the person's words where there are some.
func (b briefing) changeName(change client.LifeChange) string {
	if change.Words != "" {
		return change.Words
	}
	entry, _ := b.words.LifeChange(change.Kind)
	return lowerFirst(entry.EN.Name)
}

// unserved names the needs that the person says are not met, of whatever kind.
func (b briefing) unserved(p person) string {
	var names []string
	for _, t := range needTypes {
		for _, n := range p.scores.Unserved(t) {
			entry, _ := b.words.Need(n.Kind)
			names = append(names, lowerFirst(entry.EN.Name))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return fmt.Sprintf("Not met, %s says: %s.", p.name, strings.Join(names, "; "))
}

var needTypes = [...]client.NeedType{client.NeedTypePhysical, client.NeedTypeEmotional, client.NeedTypeInformational, client.NeedTypeRelational}

// talks names each change in life that is due to be talked about, and by when.
func (b briefing) talks(p person) []string {
	var lines []string
	today := rapport.DateOf(b.at)
	for _, score := range p.scores.Changes {
		i := slices.IndexFunc(p.Changes, func(c client.LifeChange) bool { return c.ID == score.Change })
		if score.Due != rapport.AnswerYes || score.By.Compare(today) < 0 || i < 0 {
			continue
		}
		change := p.Changes[i]
		name := b.changeName(change)
		by := "today"
		if score.By != today {
			by = "by " + b.onDay(score.By)
		}
		lines = append(lines, fmt.Sprintf("%s (%s): to be talked through %s.", upper(name), b.onDay(change.On), by))
	}
	return lines
}

// onDay writes a day as it is said on a sheet.
func (b briefing) onDay(on rapport.Date) string {
	start := on.Start(b.at.Location())
	switch rapport.DateOf(b.at).DaysUntil(on) {
	case 0:
		return "today"
	case 1:
		return "tomorrow"
	default:
		return fmt.Sprintf("%s, day %d", start.Format("Monday"), b.day(start))
	}
}

// gaps splits what is missing into what planning has to wait for and the rest.
func gaps(p person, waits bool) []client.Missing {
	var list []client.Missing
	for _, m := range p.scores.Missing {
		if (m.Blocks == client.BlocksAsking || m.Blocks == client.BlocksPlanning) == waits {
			list = append(list, m)
		}
	}
	return list
}

// reasonOf returns the reason that says what is missing.
func reasonOf(p person, m client.Missing) (rapport.Reason, bool) {
	i := slices.IndexFunc(p.scores.Reasons, func(r rapport.Reason) bool { return r.Subject == m.Field && r.Weight == -1 })
	if i < 0 {
		return rapport.Reason{}, false
	}
	return p.scores.Reasons[i], true
}

// blocked names what planning has to wait for.
func blocked(p person) string {
	var texts []string
	for _, m := range gaps(p, true) {
		if r, ok := reasonOf(p, m); ok {
			texts = append(texts, lowerFirst(strings.TrimSuffix(r.Text, ".")))
		}
	}
	if len(texts) == 0 {
		return ""
	}
	return "Ask first, a plan without it is a guess: " + strings.Join(once(texts...), "; ") + "."
}

// unknowns names what else is missing: the places where nobody has asked how protection feels, and the sides
// of the person of which too little is known. A minor who is not heard is not questioned.
func (b briefing) unknowns(p person) string {
	var places, sides, others []string
	for _, m := range gaps(p, false) {
		r, ok := reasonOf(p, m)
		switch {
		case !ok:
		case r.Code == client.CodeMissingReaction && len(r.Args) > 0:
			places = append(places, strings.ToLower(r.Args[0]))
		case r.Code == client.CodeDimensionUnknown && len(r.Args) > 0:
			sides = append(sides, strings.ToLower(r.Args[0]))
		case r.Code == client.CodeMissingConcerns:
			others = append(others, "what worries "+p.name)
		default:
			others = append(others, lowerFirst(strings.TrimSuffix(r.Text, ".")))
		}
	}
	if len(places) > 0 {
		others = append(others, "how protection feels at "+listed(once(places...)))
	}
	if len(sides) > 0 {
		others = append(others, "too little about "+listed(once(sides...)))
	}
	if len(others) == 0 {
		return ""
	}
	text := "Not known: "
	if p.Minor == rapport.AnswerYes && p.Heard == rapport.AnswerNo {
		text = "Not known, and learnt by being there, not by asking: "
	}
	return text + strings.Join(once(others...), "; ") + "."
}
