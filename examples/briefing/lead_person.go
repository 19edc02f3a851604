package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// people is the part on each person whose wishes and worries the reader may have: what changes conduct in
// these hours.
func (b briefing) people() []section {
	var parts []section
	for i, p := range b.state.Brief.People {
		if !b.reads(p.ID, client.CategoryWishesAndWorries) {
			continue
		}
		s := section{title: strings.ToUpper(b.label(p.ID)) + ", IN THESE HOURS", budget: 6}
		if kept := kept(p.Wishes); kept != "" {
			s.put(len(b.subjects()) < 3, "Stays as it is: %s.", kept)
		}
		for _, line := range b.felt(p) {
			s.put(len(b.subjects()) < 3, "%s", line)
		}
		if wants := wants(p.Priorities); wants != "" {
			s.add("Wants %s.", wants)
		}
		if worries := b.worries(p, b.scores[i]); worries != "" {
			s.add("Worries, in order: %s.", worries)
		}
		for _, line := range b.parties(p.ID) {
			s.add("%s", line)
		}
		for _, line := range b.ways(b.scores[i]) {
			s.add("%s", line)
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

// parties says who ordered and who pays, where that is somebody else.
func (b briefing) parties(person rapport.ID) []string {
	m := b.state.Brief.Mandate
	var lines []string
	for _, party := range []struct {
		id   rapport.ID
		does string
	}{{m.OrderedBy, "Ordered by"}, {m.PaidBy, "Paid by"}, {m.Client, "The client is"}} {
		if party.id != "" && party.id != person {
			lines = append(lines, party.does+" "+b.label(party.id)+".")
		}
	}
	return lines
}

// ways says how the person is, where that is known well enough to lean on, in their own favour.
func (b briefing) ways(scores client.Scores) []string {
	var texts []string
	for _, d := range scores.Dimensions {
		entry, _ := b.words.Dimension(d.Dimension)
		if d.Setting != client.SettingAnywhere || !d.Hours.IsZero() {
			continue
		}
		switch d.Band {
		case rapport.LevelHigh:
			texts = append(texts, lowerFirst(strings.TrimSuffix(entry.EN.High, ".")))
		case rapport.LevelLow:
			texts = append(texts, lowerFirst(strings.TrimSuffix(entry.EN.Low, ".")))
		default: // the middle says nothing to act on
		}
	}
	if len(texts) == 0 {
		return nil
	}
	return []string{upper(strings.Join(texts, "; ")) + "."}
}

// places is the part on each site.
func (b briefing) places() []section {
	var parts []section
	for _, site := range b.state.Brief.Sites {
		if !b.readsPlan(site.ID) {
			continue
		}
		s := section{title: "THIS PLACE: " + strings.ToUpper(b.label(site.ID)), budget: 4}
		var posts []string
		for _, post := range site.Posts {
			posts = append(posts, b.named(site.ID, post.ID))
		}
		s.add("%s. Posts: %s.", upper(b.placed(site.Setting)), strings.Join(posts, ", "))
		for _, line := range b.parties(site.ID) {
			s.add("%s", line)
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
		level := p.Level.String()
		if p.Directness != client.DirectnessUnknown {
			level = p.Directness.String() + ", " + level
		}
		for _, where := range p.Raised {
			if here := b.words.LevelAt(p, where); here != p.Level {
				level += "; " + b.placed(where) + " " + here.String()
			}
		}
		s.keep("%s", columns([]int{18, 18}, upper(b.calls(p.Threat)), level, kind.EN.Aim))
		for _, left := range b.left(p) {
			s.keep("  left with this plan: %s", left)
		}
		if len(kind.EN.Never) > 0 {
			s.keep("  never: %s", strings.Join(kind.EN.Never[:min(len(kind.EN.Never), 3)], "; "))
		}
	}
	for _, p := range list {
		var places []string
		for _, setting := range p.Settings {
			places = append(places, b.placed(setting))
		}
		s.add("Where, for %s: %s", b.calls(p.Threat), strings.Join(places, ", "))
	}
	if len(list) == 0 {
		s.add("No threat is assessed. Worry is answered by information and presence, not by guards.")
	}
	return s
}

// left says what is left of a threat, once for all who share it, with their names where there are several.
func (b briefing) left(p client.Picture) []string {
	var texts []string
	who := map[string][]string{}
	for _, r := range b.plan.Residuals {
		if r.Threat == p.Threat && b.reads(r.Person, client.CategoryThreatFile) {
			text := fmt.Sprintf("%s; weakest at: %s. %s", r.Level, b.placed(r.Setting), r.Gap)
			texts, who[text] = append(texts, text), append(who[text], b.label(r.Person))
		}
	}
	texts = once(texts...)
	if len(b.subjects()) > 1 {
		for i, text := range texts {
			texts[i] = listed(who[text]) + ": " + text
		}
	}
	return texts
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
		names = append(names, b.label(id))
	}
	return once(names...)
}
