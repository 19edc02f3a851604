package main

import (
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/examples/scenarios"
	"github.com/rapport-go/rapport/privacy"
)

// access is the part on who may know.
func (b briefing) access() section {
	s := section{title: "WHO MAY KNOW", budget: 11, least: 7}
	var texts []string
	who := map[string][]string{}
	for _, asker := range b.askers() {
		order, asked, outside := []rapport.ID{}, map[rapport.ID][]scenarios.Answer{}, false
		for _, a := range b.answers {
			if a.Ask.Asker == asker && b.readsPlan(a.Ask.Principal) {
				role, _ := b.words.Role(a.Ask.Role)
				outside = role.Side != client.SideFirm && role.Side != client.SideClient
				order, asked[a.Ask.Principal] = append(order, a.Ask.Principal), append(asked[a.Ask.Principal], a)
			}
		}
		if len(order) == 0 {
			continue
		}
		text := b.gets(order, asked)
		if text == "" && outside {
			text = "nothing, not even that we know the person"
		} else if text == "" {
			text = "nothing now"
		}
		texts, who[text] = append(texts, text), append(who[text], b.label(asker))
	}
	for _, text := range once(texts...) {
		s.add("%s", columns([]int{16}, upper(strings.Join(who[text], ", ")), text))
	}
	if len(s.lines) == 0 {
		s.add("Nobody else has asked.")
	}
	return s
}

// gets says what somebody gets about each person, and what not; empty where they get nothing. People of whom
// the same holds share it.
func (b briefing) gets(order []rapport.ID, asked map[rapport.ID][]scenarios.Answer) string {
	var texts []string
	about, something := map[string][]rapport.ID{}, false
	for _, person := range order {
		text, some := granted(b, asked[person])
		something = something || some
		if !slices.Contains(about[text], person) {
			texts, about[text] = append(texts, text), append(about[text], person)
		}
	}
	if !something {
		return ""
	}
	texts = once(texts...)
	if len(b.subjects()) > 1 {
		for i, text := range texts {
			texts[i] = listed(b.inOrder(about[text])) + ": " + text
		}
	}
	return strings.Join(texts, "; ")
}

// granted says which categories answers give, and which they do not.
func granted(b briefing, answers []scenarios.Answer) (text string, something bool) {
	grains, order := map[string][]privacy.Grain{}, []string{}
	for _, a := range answers {
		entry, _ := b.words.Category(a.Ask.Category)
		name := strings.ToLower(entry.EN.Name)
		order, grains[name] = append(order, name), append(grains[name], a.Decision.Grains...)
	}
	var gets, not []string
	for _, name := range once(order...) {
		if len(grains[name]) == 0 {
			not = append(not, name)
		} else {
			gets = append(gets, name+" ("+grainWords(grains[name])+")")
		}
	}
	text = strings.Join(gets, ", ")
	if len(not) > 0 && len(gets) > 0 {
		text += "; "
	}
	if len(not) > 0 {
		text += "not " + strings.Join(not, ", ")
	}
	return text, len(gets) > 0
}

// askers lists who asks beside the team lead and those protected themselves, in the order of the case.
func (b briefing) askers() []rapport.ID {
	var ids []rapport.ID
	for _, a := range b.answers {
		if a.Ask.Role != client.RoleTeamLead && !slices.Contains(b.subjects(), a.Ask.Asker) && !slices.Contains(ids, a.Ask.Asker) {
			ids = append(ids, a.Ask.Asker)
		}
	}
	return ids
}

// about is what an ask is about, in words.
func (b briefing) about(a scenarios.Ask) string {
	entry, _ := b.words.Category(a.Category)
	text := strings.ToLower(entry.EN.Name)
	if a.Activity != "" {
		text += " (" + b.named(a.Principal, a.Activity) + ")"
	}
	return text
}

// grainWords says in plain words which part of a category somebody gets.
func grainWords(grains []privacy.Grain) string {
	var words []string
	for _, g := range grains {
		words = append(words, grainText[g])
	}
	return strings.Join(once(words...), ", ")
}

var grainText = map[privacy.Grain]string{
	privacy.GrainFull: "all", privacy.GrainExistence: "that there is something", privacy.GrainAction: "what to do",
	privacy.GrainRecognise: "the face", privacy.GrainContact: "our number", privacy.GrainWindow: "times",
	privacy.GrainPlace: "where", privacy.GrainCoarse: "how serious", privacy.GrainLeg: "the leg",
	privacy.GrainDay: "the day", privacy.GrainItem: "the item", privacy.GrainTicket: "ticket",
	privacy.GrainCare: "what matters for care", privacy.GrainOwn: "their own", privacy.GrainCount: "numbers",
	privacy.GrainSummary: "a summary", privacy.GrainPublic: "what is public", privacy.GrainSpecified: "the items named",
}

func lowerFirst(text string) string {
	if text == "" {
		return text
	}
	return strings.ToLower(text[:1]) + text[1:]
}
