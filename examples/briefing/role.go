package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/examples/scenarios"
	"github.com/rapport-go/rapport/privacy"
)

// roleSheet is the sheet for any reader but the team lead: what each decision gives, and what to say
// about the rest. It never names the principal to somebody who may not even know of the engagement.
func (b briefing) roleSheet() []section {
	role, _ := b.words.Role(b.role)
	head := section{budget: 2}
	head.keep("SHEET FOR %s · %s to %s", strings.ToUpper(role.EN.Name+b.called()), b.at.Format("Monday 15:04"), b.end.In(b.at.Location()).Format("Monday 15:04"))
	gets := section{title: "FOR YOU", budget: 30}
	for _, text := range b.holds() {
		gets.keep("%s", text)
	}
	if len(gets.lines) == 0 {
		nothing := section{budget: 4}
		for _, text := range b.says() {
			nothing.keep("%s", text)
		}
		return []section{head, nothing}
	}
	rest := section{title: "PLEASE", budget: 6}
	if b.firm() {
		for _, text := range b.says() {
			rest.add("%s", text)
		}
	}
	for _, text := range b.duties() {
		rest.add("%s", text)
	}
	if len(rest.lines) == 0 {
		return []section{head, gets}
	}
	return []section{head, gets, rest}
}

// called is how the reader is called, where the case says so.
func (b briefing) called() string {
	if text, ok := b.c.Label(b.reader); ok {
		return " (" + text + ")"
	}
	return ""
}

// holds lists the facts that the reader's decisions give, once each: the times that the plan knows, and
// the notes at the grains given.
func (b briefing) holds() []string {
	var texts []string
	for _, a := range b.held {
		texts = append(texts, b.times(a)...)
		for _, n := range b.state.Notes {
			if n.Category == a.Ask.Category && n.Principal == a.Ask.Principal && (n.For == "" || n.For == b.role) && b.timely(n) &&
				(a.Ask.Activity == "" || n.Activity == a.Ask.Activity) && slices.ContainsFunc(n.Grains, func(g privacy.Grain) bool { return gives(a.Decision, g) }) {
				texts = append(texts, n.Text)
			}
		}
	}
	return slices.DeleteFunc(once(texts...), func(text string) bool {
		return slices.ContainsFunc(texts, func(longer string) bool {
			return len(longer) > len(text) && strings.HasPrefix(longer, strings.TrimSuffix(text, "."))
		})
	})
}

// timely reports whether a note is about no activity in particular, or about one that happens in the hours
// looked at: a sheet never carries yesterday's orders.
func (b briefing) timely(n scenarios.Note) bool {
	if n.Activity == "" {
		return true
	}
	a, _ := b.activity(n.Principal, n.Activity)
	return len(a.Between(b.at, b.end)) > 0
}

// timed are the grains that carry times of an activity.
var timed = []privacy.Grain{privacy.GrainWindow, privacy.GrainLeg, privacy.GrainDay, privacy.GrainItem}

// times lists when the activity of an ask happens in the hours looked at, where the decision gives times.
func (b briefing) times(a scenarios.Answer) []string {
	if a.Ask.Activity == "" || !gives(a.Decision, timed...) {
		return nil
	}
	activity, _ := b.activity(a.Ask.Principal, a.Ask.Activity)
	var texts []string
	for _, span := range activity.Between(b.at, b.end) {
		text := fmt.Sprintf("%s to %s", b.when(span.From), span.To.Format("15:04"))
		if gives(a.Decision, privacy.GrainDay, privacy.GrainItem, privacy.GrainLeg) {
			text += ": " + b.named(a.Ask.Principal, a.Ask.Activity)
		}
		if gives(a.Decision, privacy.GrainDay) && !gives(a.Decision, privacy.GrainLeg) {
			if done := b.done(a.Ask.Principal, a.Ask.Activity); len(done) > 0 && b.firm() {
				text += "; " + strings.Join(done, ", ")
			}
		}
		texts = append(texts, text+".")
	}
	return texts
}

// firm reports whether the reader is one of the firm's own people.
func (b briefing) firm() bool {
	role, _ := b.words.Role(b.role)
	return role.Side == client.SideFirm
}

// says lists what the reader hears about what is not given, once each.
func (b briefing) says() []string {
	var texts []string
	for _, a := range b.held {
		texts = append(texts, a.Decision.Say)
	}
	return once(texts...)
}

// duties lists what comes with what is given.
func (b briefing) duties() []string {
	var texts []string
	for _, a := range b.held {
		for _, o := range a.Decision.Obligations {
			texts = append(texts, dutyText(o))
		}
	}
	return once(texts...)
}

// dutyText words an obligation of the reader; those of the firm are not for this sheet.
func dutyText(o privacy.Obligation) string {
	switch o {
	case privacy.ObligationDeleteWhenWindowCloses:
		return "Give this sheet back or delete it when the time is over."
	case privacy.ObligationShownNoCopy:
		return "Please take no copy."
	case privacy.ObligationCaveatTravels:
		return "For you and for this task only; please do not pass it on."
	default:
		return ""
	}
}
