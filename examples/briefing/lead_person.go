package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// person is one principal as the sheet reads them: each line of their part is made from these alone.
type person struct {
	client.Profile
	scores   client.Scores
	contrast client.Contrast
	name     string
}

// people is the part on each person whose wishes and worries the reader may have: what changes conduct in
// these hours, the most binding first.
func (b briefing) people() []section {
	var parts []section
	for i, p := range b.state.Brief.People {
		if b.reads(p.ID, client.CategoryWishesAndWorries) {
			parts = append(parts, b.person(person{p, b.scores[i], b.contrasts[i], b.label(p.ID)}, len(parts) == 0))
		}
	}
	return parts
}

// person is the part on one person; who ordered and who pays stands in the first part alone.
func (b briefing) person(p person, first bool) section {
	s := section{title: strings.ToUpper(p.name) + ", IN THESE HOURS", budget: 6, least: 5}
	few := len(b.subjects()) < 3
	if few {
		s.least = 4
	}
	put := func(keep bool, texts ...string) {
		for _, text := range texts {
			if text != "" {
				s.put(keep, "%s", text)
			}
		}
	}
	put(true, stays(p))
	put(true, blocked(p))
	put(few, b.talks(p)...)
	put(few, b.worries(p))
	put(false, b.unworried(p))
	minded, liked := b.felt(p)
	put(few, minded)
	put(false, liked)
	put(false, b.unserved(p), b.deciding(p), b.control(p), b.waitedFor(p), b.wants(p))
	if first {
		put(false, b.parties(p.ID)...)
	}
	put(false, b.ways(p), b.unknowns(p))
	if len(s.lines) == 0 {
		s.add("Nothing is known yet: ask before planning in detail.")
	}
	return s
}

// stays lists lines and strong wishes in the person's own words.
func stays(p person) string {
	var words []string
	for _, strength := range []client.Strength{client.StrengthLine, client.StrengthStrong} {
		for _, w := range p.Wishes {
			if w.Strength == strength {
				words = append(words, w.Words)
			}
		}
	}
	if words = once(words...); len(words) == 0 {
		return ""
	}
	return "Stays as it is: " + strings.Join(words, "; ") + "."
}

// felt says in the person's own words what was clearly minded and clearly liked, the newest of each element
// and setting.
func (b briefing) felt(p person) (minds, likes string) {
	var liked, minded []string
	for _, r := range p.Reactions {
		feeling, newest, ok := b.words.Feeling(p.Profile, r.Element, r.Setting, b.at)
		n, asked := feeling.Value()
		if !ok || !asked || newest.ID != r.ID {
			continue
		}
		said := b.noticed(r.Element, r.Setting)
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
	if len(minded) > 0 {
		minds = "Minds: " + strings.Join(minded, "; ") + "."
	}
	if len(liked) > 0 {
		likes = "At ease with: " + strings.Join(liked, "; ") + "."
	}
	return minds, likes
}

// noticed is what can be noticed of protection, and where.
func (b briefing) noticed(element client.Element, setting client.Setting) string {
	entry, _ := b.words.Element(element)
	return strings.ToLower(entry.EN.Name) + ", " + b.placed(setting)
}

// deciding says who decides for a minor, and what part the minor has in it.
func (b briefing) deciding(p person) string {
	if p.Minor != rapport.AnswerYes {
		return ""
	}
	who := b.state.Brief.Mandate.Decides(client.MatterMeasures, p.Profile).By
	if len(who) == 0 {
		return ""
	}
	text := listed(b.inOrder(who)) + " decide for " + p.name
	if len(who) == 1 {
		text = b.label(who[0]) + " decides for " + p.name
	} else {
		text += " together"
	}
	switch p.Heard {
	case rapport.AnswerYes:
		return text + "; " + p.name + " is asked first and helps to write the rules."
	case rapport.AnswerNo:
		return text + "; " + p.name + " is told in plain, friendly words what to do."
	default:
		return text + "."
	}
}

// inOrder labels people in the order in which they stand in the case.
func (b briefing) inOrder(ids []rapport.ID) []string {
	var names []string
	for _, id := range b.subjects() {
		if slices.Contains(ids, id) {
			names = append(names, b.label(id))
		}
	}
	for _, id := range ids {
		names = append(names, b.label(id))
	}
	return once(names...)
}

// control says where the sense of control falls behind what the person needs, and what restricts most.
func (b briefing) control(p person) string {
	c := p.scores.Control
	if c.Band != rapport.LevelHigh && (c.Band != rapport.LevelModerate || len(c.Restricts) == 0) {
		return ""
	}
	text := "Has less in hand than " + p.name + " needs"
	if len(c.Restricts) == 0 {
		return text + ": bring a choice, and leave the hour open."
	}
	most := c.Restricts[0]
	return text + "; restricts most: " + b.noticed(most.Element, most.Setting) + ". Look at that first."
}

var needInWords = map[client.Need]string{
	client.NeedProtection: "protection",
	client.NeedComfort:    "comfort",
	client.NeedPrivacy:    "privacy",
	client.NeedAutonomy:   "to decide alone",
}

// wants is the person's ranking; for a minor who is not heard, what the guardians want for them.
func (b briefing) wants(p person) string {
	var ranks []string
	for _, tied := range p.Priorities {
		var needs []string
		for _, n := range tied {
			needs = append(needs, needInWords[n])
		}
		ranks = append(ranks, listed(needs))
	}
	switch {
	case len(ranks) == 0:
		return ""
	case p.Minor == rapport.AnswerYes && p.Heard == rapport.AnswerNo && len(p.Guardians) == 0:
		return "Wanted for " + p.name + ": " + strings.Join(ranks, "; then ") + "."
	case p.Minor == rapport.AnswerYes && p.Heard == rapport.AnswerNo:
		return "Wanted for " + p.name + " by " + listed(b.inOrder(p.Guardians)) + ": " + strings.Join(ranks, "; then ") + "."
	default:
		return "Wants " + strings.Join(ranks, "; then ") + "."
	}
}

// parties says who ordered and who pays, where that is nobody of the household.
func (b briefing) parties(id rapport.ID) []string {
	m := b.state.Brief.Mandate
	own := append(m.HouseholdOf(id), id)
	for _, p := range m.Parties {
		if p.Kind == client.PartyKindHousehold && slices.Contains(p.Members, id) {
			own = append(own, p.ID)
		}
	}
	var lines []string
	for _, party := range []struct {
		id   rapport.ID
		does string
	}{{m.OrderedBy, "Ordered by"}, {m.PaidBy, "Paid by"}, {m.Client, "The client is"}} {
		if party.id != "" && !slices.Contains(own, party.id) {
			lines = append(lines, party.does+" "+b.label(party.id)+".")
		}
	}
	return lines
}

// ways says how the person is, where that is known well enough to lean on, in their own favour.
func (b briefing) ways(p person) string {
	var texts []string
	for _, d := range p.scores.Dimensions {
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
		return ""
	}
	return upper(strings.Join(texts, "; ")) + "."
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
