package main

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

// occurrence is one time an activity happens within the hours looked at.
type occurrence struct {
	person   rapport.ID
	with     []rapport.ID // who does it together with the person
	activity client.Activity
	span     rapport.Span
}

// occurrences lists what happens in the hours looked at, by the clock.
func (b briefing) occurrences() []occurrence {
	var list []occurrence
	for _, person := range b.subjects() {
		if !b.readsPlan(person) {
			continue
		}
		for _, a := range b.activities(person) {
			for _, span := range a.Between(b.at, b.end) {
				if span.From = b.after(person, a, span); span.From.Before(b.end) {
					list = b.join(list, occurrence{person: person, activity: a, span: span})
				}
			}
		}
	}
	slices.SortStableFunc(list, func(x, y occurrence) int { return x.span.From.Compare(y.span.From) })
	return list
}

// join adds an occurrence, to that of another person where both do the same at the same time under one name.
func (b briefing) join(list []occurrence, o occurrence) []occurrence {
	for i := range list {
		x := &list[i]
		same := x.activity.ID == o.activity.ID && x.activity.Kind == o.activity.Kind && x.activity.Setting == o.activity.Setting && x.span == o.span
		if same && x.person != o.person && len(o.activity.Weekly) == 0 {
			x.with = append(x.with, o.person)
			return list
		}
	}
	return append(list, o)
}

// whoDoes names who does what happens, where there are several people.
func (b briefing) whoDoes(o occurrence) string {
	switch {
	case len(o.with) == 0:
		return b.whose(o.person)
	case len(o.with) == 1 && len(b.subjects()) == 2:
		return "both, "
	case len(o.with)+1 == len(b.subjects()):
		return "all, "
	default:
		return b.label(o.person) + " and others, "
	}
}

// after returns when a routine begins that a dated event of the person runs into: at the event's end.
func (b briefing) after(person rapport.ID, a client.Activity, span rapport.Span) time.Time {
	from := span.From
	for _, event := range b.activities(person) {
		on := event.On
		if event.ID != a.ID && len(a.Weekly) > 0 && !on.To.IsZero() && on.Contains(from) && on.To.Before(span.To) {
			from = on.To.In(from.Location())
		}
	}
	return from
}

func (b briefing) hours() section {
	s := section{title: "NEXT HOURS", budget: 16}
	widths := []int{9, b.longest(), 12}
	s.put(true, "%s", columns(widths, "", "", "seen as", "who, what, way out"))
	var doors []string
	var idle []occurrence
	several, sure := len(b.subjects()) > 1, 48*time.Hour
	if several {
		sure = 24 * time.Hour // for more people, fewer hours are sure to be on the paper
	}
	said := map[string]string{} // what was said of an activity, and when it was
	for _, o := range b.occurrences() {
		when := b.when(o.span.From)
		if o.span.From.Before(b.at) {
			when = "now"
		}
		work := b.work(o)
		if several && strings.HasPrefix(work, standing) && !strings.Contains(work, short) {
			idle = append(idle, o)
			continue
		}
		near, door := b.seenAs(o)
		if door != "" {
			doors = append(doors, b.named(o.person, o.activity.ID)+" "+door)
			near += "*"
		}
		if first, again := said[string(o.person)+" "+string(o.activity.ID)+" "+work]; again {
			work = "as at " + first
		} else {
			said[string(o.person)+" "+string(o.activity.ID)+" "+work] = when
		}
		soon := o.span.From.Before(b.at.Add(sure))
		s.put(soon, "%s", columns(widths, when, b.whoDoes(o)+b.named(o.person, o.activity.ID), near, work))
	}
	if len(idle) > 0 {
		s.put(true, "Also, covered by what stands: %s", b.together(idle))
	}
	if len(doors) > 0 {
		s.put(true, "* more may be seen at the place itself: %s", strings.Join(once(doors...), ", "))
	}
	if len(s.lines) == 1 {
		return section{title: s.title, budget: 1, lines: []line{{text: "Nothing is in the diary for these hours."}}}
	}
	return s
}

const (
	// standing is what is said of an activity that has nothing of its own.
	standing = "nothing of its own; what stands covers it"
	// short begins what is said of an activity that does not reach what it needs.
	short = "SHORT of "
)

// longest is the width of the column that names the activities.
func (b briefing) longest() int {
	width := 18
	for _, o := range b.occurrences() {
		width = max(width, utf8.RuneCountInString(b.whoDoes(o)+b.named(o.person, o.activity.ID)))
	}
	return min(width, 22)
}

// together lists activities by person, each once.
func (b briefing) together(list []occurrence) string {
	var texts []string
	for _, person := range b.subjects() {
		var names []string
		for _, o := range list {
			if o.person == person {
				names = append(names, b.named(person, o.activity.ID))
			}
		}
		if len(names) > 0 {
			texts = append(texts, b.whose(person)+strings.Join(once(names...), ", "))
		}
	}
	return strings.Join(texts, "; ")
}

// seenAs says how visible protection is near the person, and at the place where more may be seen there.
func (b briefing) seenAs(o occurrence) (near, door string) {
	for _, l := range b.plan.Looks {
		if l.Person == o.person && l.Activity == o.activity.ID {
			if l.Place.Compare(l.Near) > 0 {
				door = l.Place.String()
			}
			return b.seen(l), door
		}
	}
	return "-", ""
}

// seen says how visible what is near the person really is: the rung that may be used, or less where what
// was chosen shows less.
func (b briefing) seen(l plan.Look) string {
	shown := rapport.VisibilityUnknown
	for _, e := range b.plan.Entries {
		if e.Layer == plan.LayerPlace && b.counts(e, l.Person, l.Activity) && e.Visibility.Compare(shown) > 0 {
			shown = e.Visibility
		}
	}
	switch {
	case shown == rapport.VisibilityUnknown:
		return "-"
	case shown.Compare(l.Near) > 0:
		return l.Near.String()
	default:
		return shown.String()
	}
}

// work says who is there, what is done only there, what is short, and the way out.
func (b briefing) work(o occurrence) string {
	var parts []string
	what := b.done(o.person, o.activity.ID)
	who := b.onDuty(o.person, o.activity.ID, o.span.From)
	switch {
	case b.unmanned(o):
		parts = append(parts, "NOBODY ROSTERED for "+strings.Join(what, ", "))
	case len(who) > 0 && len(what) > 0:
		parts = append(parts, listed(who)+": "+strings.Join(what, ", "))
	case len(who)+len(what) > 0:
		parts = append(parts, strings.Join(append(who, what...), ", "))
	default:
		parts = append(parts, standing)
	}
	for _, r := range b.plan.Rows {
		if r.Person == o.person && r.Activity == o.activity.ID && r.Met != rapport.AnswerYes {
			parts = append(parts, short+r.Kind.Means())
		}
	}
	for _, n := range b.state.Notes {
		if n.WayOut && n.Activity == o.activity.ID && n.Principal == o.person && b.reads(o.person, n.Category, n.Grains...) {
			parts = append(parts, lowerFirst(strings.TrimSuffix(n.Text, ".")))
		}
	}
	return strings.Join(parts, "; ")
}

// unmanned reports whether the plan puts a person at an activity and the register rosters nobody to it.
func (b briefing) unmanned(o occurrence) bool {
	if len(b.onDuty(o.person, o.activity.ID, o.span.From)) > 0 {
		return false
	}
	return slices.ContainsFunc(b.plan.Rows, func(r plan.Row) bool {
		person := r.Kind == plan.RowKindPerson || r.Kind == plan.RowKindAnnounced
		return person && r.Person == o.person && r.Activity == o.activity.ID && slices.ContainsFunc(b.plan.Entries, func(e plan.Entry) bool {
			return (e.Scope == plan.ScopeActivity || e.Scope == plan.ScopePlace) && slices.Contains(e.Functions, plan.FunctionRespond) && slices.Contains(r.By, e.ID)
		})
	})
}

// done lists what is done at one activity: what is there for it alone, and who stands at its place and
// can act.
func (b briefing) done(person, activity rapport.ID) []string {
	var names []string
	for _, e := range b.plan.Entries {
		here := e.Scope == plan.ScopeActivity && slices.Contains(e.People, person) && e.Activity == activity
		stands := e.Scope == plan.ScopePlace && e.Layer == plan.LayerPlace && slices.Contains(e.Functions, plan.FunctionRespond) && b.counts(e, person, activity)
		drives := e.Scope == plan.ScopePerson && b.isThere(e, person, activity)
		if here || stands || drives {
			names = append(names, strings.ToLower(e.Name))
		}
	}
	return once(names...)
}

// isThere reports whether an entry is the person who can act at an activity.
func (b briefing) isThere(e plan.Entry, person, activity rapport.ID) bool {
	return slices.ContainsFunc(b.plan.Rows, func(r plan.Row) bool {
		return r.Kind == plan.RowKindPerson && r.Person == person && r.Activity == activity && slices.Contains(r.By, e.ID)
	})
}

// onDuty lists who the register has rostered to an activity at a moment.
func (b briefing) onDuty(person, activity rapport.ID, at time.Time) []string {
	var ids []rapport.ID
	for _, a := range b.state.Register.Assignments {
		if a.Principal == person && a.Activity == activity && a.Span.Contains(at) {
			ids = append(ids, a.Person)
		}
	}
	return b.labelled(ids)
}

// ifItHappens says who acts where, and what else answers.
func (b briefing) ifItHappens() section {
	s := section{title: "IF IT HAPPENS", budget: 6}
	anywhere, where := []string{}, map[string][]string{}
	var order []string
	for _, e := range b.plan.Entries {
		if !slices.Contains(e.Functions, plan.FunctionRespond) || !b.readsEntry(e) {
			continue
		}
		name := strings.ToLower(e.Name)
		if b.anywhere(e) {
			anywhere = append(anywhere, name)
			continue
		}
		for _, o := range b.occurrences() {
			if b.counts(e, o.person, o.activity.ID) {
				order = append(order, name)
				where[name] = append(where[name], b.whose(o.person)+b.named(o.person, o.activity.ID))
			}
		}
	}
	if len(anywhere) > 0 {
		s.keep("Anywhere: %s", strings.Join(once(anywhere...), ", "))
	}
	for _, name := range once(order...) {
		s.add("%s: %s", upper(name), strings.Join(once(where[name]...), ", "))
	}
	if len(s.lines) == 0 {
		s.add("Nothing in the plan acts; nothing assessed asks for it.")
	}
	return s
}

// anywhere reports whether an entry acts wherever the person is, so that it belongs to what happens then.
func (b briefing) anywhere(e plan.Entry) bool {
	return slices.Contains(e.Functions, plan.FunctionRespond) && (e.Scope == plan.ScopePerson || e.Scope == plan.ScopeHousehold)
}

// counts reports whether an entry counts in a row of an activity.
func (b briefing) counts(e plan.Entry, person, activity rapport.ID) bool {
	return slices.ContainsFunc(b.plan.Rows, func(r plan.Row) bool {
		return r.Person == person && r.Activity == activity && slices.Contains(r.By, e.ID)
	})
}
