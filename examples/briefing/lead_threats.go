package main

import (
	"fmt"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

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
			s.put(len(b.subjects()) < 3 || !strings.Contains(left, ": "+rapport.LevelLow.String()+";"), "  left with this plan: %s", left)
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
