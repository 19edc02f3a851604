package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

// decisions lists what somebody has to decide because of the plan: a last resort to agree to, and a refusal
// whose day has come.
func (b briefing) decisions(item func(who, when, what string)) {
	for _, e := range b.plan.Entries {
		if e.Ends == "" || !b.readsEntry(e) {
			continue
		}
		who := "open"
		if len(e.Decides) > 0 {
			var names []string
			for _, id := range e.Decides {
				names = append(names, b.label(id))
			}
			who = listed(names)
		}
		item(who, "now", fmt.Sprintf("%s, until %s at the latest: nothing else reaches what is asked for. %s", b.scoped(e), b.when(e.To), e.Ends))
	}
	for _, r := range b.plan.Refusals {
		if r.Followed == rapport.AnswerNo && b.readsPlan(r.Person) {
			item("you", "now", b.refused(r.Refusal)+": "+lowerFirst(r.Reasons[0].Text))
		}
	}
}

// notDone lists what is not done on purpose: refused, or kept out by the law.
func (b briefing) notDone() []string {
	var lines []string
	for _, r := range b.plan.Refusals {
		if r.Followed != rapport.AnswerYes || !b.readsPlan(r.Person) {
			continue
		}
		line := "Not done: " + b.refused(r.Refusal) + "."
		if len(r.Rows) > 0 {
			line += fmt.Sprintf(" Because of that %d things asked for are not reached.", len(r.Rows))
		}
		lines = append(lines, line)
	}
	var lawful []string
	for _, reason := range b.plan.Reasons {
		if reason.Code == plan.CodeLawForbids {
			lawful = append(lawful, strings.ToLower(reason.Args[0]))
		}
	}
	if len(lawful) > 0 && b.readsAll(client.CategoryProtectionPlan) {
		lines = append(lines, "Not possible here, by law or licence: "+listed(once(lawful...))+".")
	}
	return lines
}

// refused words one refusal: what, by whom, until when.
func (b briefing) refused(id rapport.ID) string {
	list := b.state.Brief.Refusals
	r := list[slices.IndexFunc(list, func(r plan.Refusal) bool { return r.ID == id })]
	what := r.Kind.Means()
	if entry, known := (plan.Planner{}).Measure(r.Measure); known {
		what = strings.ToLower(entry.EN.Name)
	}
	var by []string
	for _, person := range r.By {
		by = append(by, b.label(person))
	}
	day := func(d rapport.Date) int { return rapport.DateOf(b.c.Start).DaysUntil(d) }
	return fmt.Sprintf("%s, refused by %s on day %d, to be asked again on day %d", what, listed(by), day(r.On), day(r.Until))
}

// forWhom lists the entries that are not in a list of IDs, each measure once, with whom it is for where there
// are several people.
func (b briefing) forWhom(entries []plan.Entry, known []rapport.ID) []string {
	var names []string
	people := map[string][]string{}
	for _, e := range entries {
		if slices.Contains(known, e.ID) || !b.readsEntry(e) {
			continue
		}
		name := b.scoped(e)
		names = append(names, name)
		for _, id := range e.People {
			people[name] = append(people[name], b.label(id))
		}
	}
	names = once(names...)
	if len(b.subjects()) < 2 {
		return names
	}
	for i, name := range names {
		if list := once(people[name]...); len(list) < len(b.subjects()) {
			names[i] = name + " (" + listed(list) + ")"
		}
	}
	return names
}

// aroundPlan lists what has reasons beside the entries and rows of the plan: options, refusals, what is bent,
// who is known, how the three sides stand.
func (b briefing) aroundPlan() []verdict {
	var list []verdict
	for _, e := range b.plan.Options {
		list = append(list, verdict{[]string{e.Name, string(e.Measure), "options"}, upper(b.scoped(e)) + ": an option, not in the plan", e.Reasons})
	}
	for _, r := range b.plan.Refusals {
		list = append(list, verdict{[]string{string(r.Refusal), "refusals"}, upper(b.refused(r.Refusal)) + ": followed " + r.Followed.String(), r.Reasons})
	}
	for _, d := range b.plan.Disruptions {
		name := b.named(d.Person, d.Activity)
		title := fmt.Sprintf("%s: bent by %s, %d times a week", upper(name), strings.Join(namesOf([]rapport.ID{d.Entry}, b.plan), ""), d.Times)
		list = append(list, verdict{[]string{string(d.Activity), name, "disruptions"}, title, d.Reasons})
	}
	for _, r := range b.plan.Readiness {
		entry, _ := b.words.Role(r.Role)
		list = append(list, verdict{[]string{string(r.Role), "readiness"}, entry.EN.Name + ": the plan leans on them", r.Reasons})
	}
	for _, x := range b.plan.Balances {
		title := fmt.Sprintf("%s: %s", upper(b.label(x.Person)), x.Verdict)
		list = append(list, verdict{[]string{string(x.Person), b.label(x.Person), "balance"}, title, x.Reasons})
	}
	return list
}
