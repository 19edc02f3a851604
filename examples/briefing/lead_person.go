package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// her is the part on each person: what changes conduct in these hours.
func (b briefing) her() []section {
	var parts []section
	for i, p := range b.state.Brief.People {
		s := section{title: strings.ToUpper(b.c.Label(p.ID)) + ", IN THESE HOURS", budget: 6}
		if wants := wants(p.Priorities); wants != "" {
			s.add("Wants %s.", wants)
		}
		if kept := kept(p.Wishes); kept != "" {
			s.add("Stays as it is: %s.", kept)
		}
		for _, line := range b.felt(p) {
			s.add("%s", line)
		}
		if worries := b.worries(p, b.scores[i]); worries != "" {
			s.add("Worries, in order: %s.", worries)
		}
		for _, text := range unknowns(b.scores[i]) {
			s.add("Not known: %s", text)
		}
		if len(s.lines) == 0 {
			s.add("Nothing is known yet: ask before planning in detail.")
		}
		parts = append(parts, s)
	}
	return parts
}

// unknowns lists what is missing, what blocks planning first, in the words of the reason with its path;
// the places where nobody has asked how protection feels share one line, and so do the sides of the person
// of which too little is known.
func unknowns(scores client.Scores) []string {
	var texts, places, sides []string
	for _, m := range scores.Missing {
		for _, r := range scores.Reasons {
			switch {
			case r.Subject != m.Field || r.Weight != -1:
			case r.Code == client.CodeMissingReaction && len(r.Args) > 0:
				places = append(places, strings.ToLower(r.Args[0]))
			case r.Code == client.CodeDimensionUnknown && len(r.Args) > 0:
				sides = append(sides, strings.ToLower(r.Args[0]))
			default:
				texts = append(texts, r.Text)
			}
		}
	}
	if len(places) > 0 {
		texts = append(texts, "how protection feels at: "+strings.Join(once(places...), ", ")+".")
	}
	if len(sides) > 0 {
		texts = append(texts, "too little about: "+strings.Join(once(sides...), ", ")+".")
	}
	return once(texts...)
}

var needInWords = map[client.Need]string{
	client.NeedProtection: "protection",
	client.NeedComfort:    "comfort",
	client.NeedPrivacy:    "privacy",
	client.NeedAutonomy:   "to decide alone",
}

func wants(priorities [][]client.Need) string {
	var ranks []string
	for _, tied := range priorities {
		var needs []string
		for _, n := range tied {
			needs = append(needs, needInWords[n])
		}
		ranks = append(ranks, listed(needs))
	}
	return strings.Join(ranks, "; then ")
}

// kept lists lines and strong wishes in the person's own words.
func kept(wishes []client.Wish) string {
	var words []string
	for _, strength := range []client.Strength{client.StrengthLine, client.StrengthStrong} {
		for _, w := range wishes {
			if w.Strength == strength {
				words = append(words, w.Words)
			}
		}
	}
	return strings.Join(once(words...), "; ")
}

// felt says in the person's own words what was clearly liked and clearly minded, the newest of each
// element and setting.
func (b briefing) felt(p client.Profile) []string {
	var liked, minded []string
	for _, r := range p.Reactions {
		feeling, newest, ok := b.words.Feeling(p, r.Element, r.Setting, b.at)
		n, asked := feeling.Value()
		if !ok || !asked || newest.ID != r.ID {
			continue
		}
		element, _ := b.words.Element(r.Element)
		said := fmt.Sprintf("%s, %s", strings.ToLower(element.EN.Name), b.placed(r.Setting))
		if r.Words != "" {
			said += fmt.Sprintf(" (%q)", r.Words)
		}
		switch {
		case n >= 2:
			liked = append(liked, said)
		case n <= -2:
			minded = append(minded, said)
		}
	}
	var lines []string
	if len(liked) > 0 {
		lines = append(lines, "At ease with: "+strings.Join(liked, "; ")+".")
	}
	if len(minded) > 0 {
		lines = append(lines, "Minds: "+strings.Join(minded, "; ")+".")
	}
	return lines
}

func (b briefing) worries(p client.Profile, scores client.Scores) string {
	var words []string
	for _, score := range scores.Concerns {
		i := slices.IndexFunc(p.Concerns, func(c client.Concern) bool { return c.ID == score.Concern })
		if i < 0 {
			continue
		}
		said := p.Concerns[i].Words
		if said == "" {
			entry, _ := b.words.Concern(p.Concerns[i].Kind)
			said = strings.ToLower(entry.EN.Name)
		}
		words = append(words, fmt.Sprintf("%q", said))
	}
	return strings.Join(words, ", ")
}

// problems is the part on the threats: one answer each.
func (b briefing) problems() section {
	list := b.threats()
	s := section{title: problemTitle(len(list)), budget: 9}
	for _, p := range list {
		kind, _ := b.words.Threat(p.Kind)
		var places []string
		for _, setting := range p.Settings {
			places = append(places, b.placed(setting))
		}
		level := p.Level.String()
		if p.Directness != client.DirectnessUnknown {
			level = p.Directness.String() + ", " + level
		}
		s.keep("%s", columns([]int{18, 18}, upper(b.calls(p.Threat)), level, kind.EN.Aim))
		s.add("  bites at: %s", strings.Join(places, ", "))
		for _, r := range b.plan.Residuals {
			if r.Threat == p.Threat {
				s.keep("  left: %s", r.Text)
			}
		}
		if never := own(kind.EN.Never); len(never) > 0 {
			s.keep("  never: %s", strings.Join(never, "; "))
		}
	}
	if len(list) == 0 {
		s.add("No threat is assessed. Worry is answered by information and presence, not by guards.")
	}
	return s
}

// own returns what is said first of what a professional never does.
func own(never []string) []string {
	return never[:min(len(never), 3)]
}

func problemTitle(n int) string {
	switch n {
	case 0:
		return "THREATS"
	case 1:
		return "ONE PROBLEM, ITS ANSWER"
	case 2:
		return "TWO PROBLEMS, TWO ANSWERS"
	default:
		return fmt.Sprintf("%d PROBLEMS, AN ANSWER EACH", n)
	}
}

// labelled returns the labels of people, without repeats.
func (b briefing) labelled(ids []rapport.ID) []string {
	var names []string
	for _, id := range ids {
		names = append(names, b.c.Label(id))
	}
	return once(names...)
}
