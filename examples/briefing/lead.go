package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

// sheet returns the printed sheet for the reader. A part is printed where the reader may have what it is
// made from, and left out otherwise; a lead who may have nothing gets what anybody would.
func (b briefing) sheet(full bool) string {
	anything := slices.ContainsFunc(b.subjects(), b.readsPlan) || len(b.threats()) > 0
	if b.role != client.RoleTeamLead || !anything {
		return page(b.roleSheet(), full)
	}
	sections := []section{b.head(), b.first(), b.changed(), b.decide()}
	sections = append(sections, b.people()...)
	sections = append(sections, b.places()...)
	if len(b.threats()) > 0 || b.readsAll(client.CategoryThreatFile) {
		sections = append(sections, b.problems())
	}
	if slices.ContainsFunc(b.subjects(), b.readsPlan) {
		sections = append(sections, b.hours(), b.standing(), b.ifItHappens(), b.access(), b.trusted())
	}
	return page(sections, full)
}

func (b briefing) head() section {
	var who []string
	for _, id := range b.subjects() {
		if b.knows(id) {
			who = append(who, b.label(id))
		}
	}
	s := section{budget: 2}
	left := fmt.Sprintf("BRIEFING  %s · %s (day %d) to %s", listed(who), b.at.Format("Monday 15:04"), b.day(b.at), b.end.In(b.at.Location()).Format("Monday 15:04"))
	s.keep("%s", columns([]int{paperColumns - len("TEAM LEAD") - 2}, left, "TEAM LEAD"))
	if slices.ContainsFunc(b.subjects(), b.readsPlan) {
		number, since := b.version()
		s.keep("Plan %d, in force since day %d · %s", number, b.day(since), b.nextLook())
	}
	return s
}

// version counts the plans that differed from the one before, and says since when the present one holds.
func (b briefing) version() (number int, since time.Time) {
	var last []rapport.ID
	for _, step := range b.steps {
		ids := entryIDs(step.Plan)
		if number == 0 || !slices.Equal(ids, last) {
			number, since, last = number+1, step.At, ids
		}
	}
	return number, since
}

func entryIDs(p plan.Plan) []rapport.ID {
	ids := []rapport.ID{}
	for _, e := range p.Entries {
		ids = append(ids, e.ID)
	}
	return ids
}

func (b briefing) nextLook() string {
	var next rapport.Date
	for _, p := range b.threats() {
		if p.Overdue == rapport.AnswerYes {
			return "a review is due now"
		}
		t, _ := b.threat(p.Threat)
		if next.IsZero() || !t.ReviewOn.IsZero() && t.ReviewOn.Compare(next) < 0 {
			next = t.ReviewOn
		}
	}
	if next.IsZero() {
		return "no review date is set"
	}
	if next == rapport.DateOf(b.at) {
		return "a review is due today"
	}
	return fmt.Sprintf("next review by day %d", b.day(next.Start(b.at.Location())))
}

func (b briefing) first() section {
	s := section{title: "FIRST", budget: 8}
	n := 0
	number := func(format string, args ...any) {
		n++
		s.keep("%d "+format, append([]any{n}, args...)...)
	}
	for _, p := range b.threats() {
		said, news := b.approaches(p), b.levelNews(p)
		if said == "" && news == "" {
			continue
		}
		text := strings.Join(once(news, said), "; ")
		if !strings.HasPrefix(text, b.calls(p.Threat)) {
			text = b.calls(p.Threat) + ": " + text
		}
		number("%s.", upper(text))
		s.keep("  %s", b.stance(p))
	}
	var public []string
	for _, l := range b.plan.Looks {
		if line := b.appearance(l); line != "" && !slices.Contains(public, line) {
			public = append(public, line)
			number("%s", line)
		}
	}
	for _, line := range append(b.hardHours(), b.coming()...) {
		number("%s", line)
	}
	if n == 0 {
		s.keep("Nothing stands out. Quiet is no finding.")
	}
	if n := b.leftOut(); n > 0 {
		s.keep("Not all of it is on this sheet: of %d in this case no decision gives both file and plan.", n)
	}
	return s
}

// levelNews says how a threat's level differs from the last briefing.
func (b briefing) levelNews(p client.Picture) string {
	i := slices.IndexFunc(b.past, func(o client.Picture) bool { return o.Threat == p.Threat })
	if i < 0 || b.past[i].Level == p.Level {
		return ""
	}
	return fmt.Sprintf("now %s, %s at the last briefing", p.Level, b.past[i].Level)
}

// appearance says who is beside the person at an announced appearance in the hours looked at.
func (b briefing) appearance(l plan.Look) string {
	a, ok := b.activity(l.Person, l.Activity)
	if !ok || a.Announced != rapport.AnswerYes || !a.On.Overlaps(rapport.Span{From: b.at, To: b.end}) || !b.readsPlan(l.Person) {
		return ""
	}
	text := fmt.Sprintf("%s to %s %s: place and time are public", b.when(a.On.From), a.On.To.In(b.at.Location()).Format("15:04"), b.named(l.Person, l.Activity))
	for _, r := range b.plan.Rows {
		if r.Kind != plan.RowKindAnnounced || r.Person != l.Person || r.Activity != l.Activity {
			continue
		}
		if r.Met == rapport.AnswerYes {
			return text + fmt.Sprintf(". With %s: %s, seen as %s; that ends with it.", listed(b.accompanied(r)), listed(b.beside(r)), b.seen(l))
		}
		return text + ", and " + r.Missing + " is missing."
	}
	return text + "."
}

// accompanied lists for whom what of an announced row is there.
func (b briefing) accompanied(r plan.Row) []string {
	var names []string
	for _, e := range b.plan.Entries {
		for _, id := range e.People {
			if slices.Contains(r.By, e.ID) && e.Scope == plan.ScopeActivity {
				names = append(names, b.label(id))
			}
		}
	}
	return once(names...)
}

// beside lists what of an announced row is there with the person, and not only before.
func (b briefing) beside(r plan.Row) []string {
	var names []string
	for _, e := range b.plan.Entries {
		if slices.Contains(r.By, e.ID) && e.Layer == plan.LayerPlace {
			names = append(names, strings.ToLower(e.Name))
		}
	}
	return names
}

// approaches lists where the source of a threat came near since the start, in order of time.
func (b briefing) approaches(p client.Picture) string {
	t, _ := b.threat(p.Threat)
	contacts := slices.Clone(t.Contacts)
	slices.SortFunc(contacts, func(x, y client.Contact) int { return x.At.Compare(y.At) })
	var said []string
	for _, c := range contacts {
		kind, _ := b.words.Contact(c.Kind)
		if kind.Approach && !c.At.Before(b.c.Start) {
			said = append(said, fmt.Sprintf("%s (day %d)", b.told(c, kind), b.day(c.At)))
		}
	}
	return strings.Join(said, "; ")
}

// told says what happened at a contact: in the words of the event, or by its kind and place.
func (b briefing) told(c client.Contact, kind client.ContactEntry) string {
	for _, e := range b.c.Events {
		if e.ID == c.ID {
			return e.Text
		}
	}
	return strings.ToLower(kind.EN.Name) + ", " + b.placed(c.Setting)
}

// stance says at which level a threat is planned and where, since when, and what that rests on.
func (b briefing) stance(p client.Picture) string {
	text := fmt.Sprintf("Planned as %s since day %d", p.Level, b.day(b.levelSince(p, client.SettingAnywhere)))
	for _, where := range p.Raised {
		if level := b.words.LevelAt(p, where); level != p.Level {
			text += fmt.Sprintf("; %s as %s since day %d", b.placed(where), level, b.day(b.levelSince(p, where)))
		}
	}
	if p.Assessed != p.Level {
		text += fmt.Sprintf("; last assessed as %s", p.Assessed)
	}
	if t, _ := b.threat(p.Threat); len(t.Contacts) > 0 {
		last := slices.MaxFunc(t.Contacts, func(x, y client.Contact) int { return x.At.Compare(y.At) })
		if quiet := rapport.DateOf(last.At.In(b.at.Location())).DaysUntil(rapport.DateOf(b.at)); quiet > 0 {
			text += fmt.Sprintf(". %s quiet: no ground to step down", days(quiet))
		}
	}
	return text + "."
}

// levelSince returns since which step of the case a threat has been planned at its present level in a
// setting.
func (b briefing) levelSince(p client.Picture, where client.Setting) time.Time {
	since := b.at
	for i := len(b.steps) - 1; i >= 0; i-- {
		t, ok := threatOf(b.steps[i].State.Brief, p.Threat)
		then, err := b.words.Picture(t, b.steps[i].State.At)
		if !ok || err != nil || b.words.LevelAt(then, where) != b.words.LevelAt(p, where) {
			break
		}
		since = b.steps[i].At
	}
	return since
}

func threatOf(brief plan.Brief, id rapport.ID) (client.Threat, bool) {
	i := slices.IndexFunc(brief.Threats, func(t client.Threat) bool { return t.ID == id })
	if i < 0 {
		return client.Threat{}, false
	}
	return brief.Threats[i], true
}

func days(n int) string {
	if n == 1 {
		return "One day"
	}
	return fmt.Sprintf("%d days", n)
}

// hardHours says when worry is raised within the hours looked at, and what answers it.
func (b briefing) hardHours() []string {
	var lines []string
	for _, scores := range b.scores {
		if !b.reads(scores.Profile, client.CategoryWishesAndWorries) {
			continue
		}
		for _, d := range scores.Dimensions {
			if d.Dimension != client.DimensionAnxiety || d.Hours.IsZero() || d.Band != rapport.LevelHigh || d.BorrowedFrom != "" {
				continue
			}
			var answers []string
			for _, r := range b.plan.Rows {
				if r.Kind == plan.RowKindReassure && r.Person == scores.Profile && r.Setting != "" && b.words.Lies(r.Setting, d.Setting) {
					answers = append(answers, namesOf(r.By, b.plan)...)
				}
			}
			answers = once(answers...)
			line := fmt.Sprintf("%s to %s at %s are hard hours for %s", d.Hours.From, d.Hours.To, b.placed(d.Setting), b.label(scores.Profile))
			if len(answers) > 0 {
				line += ": " + listed(answers)
			}
			lines = append(lines, line+".")
		}
	}
	return lines
}

func (b briefing) changed() section {
	s := section{title: "SINCE " + strings.ToUpper(b.since.In(b.at.Location()).Format("Monday 15:04")), budget: 5, least: 3}
	events := b.c.Timeline(b.since, b.at)
	slices.Reverse(events) // the newest first: the oldest are the first to be cut
	for _, e := range events {
		if b.readsEvent(e) {
			s.put(e.Contact != nil || e.Assessment != nil, "+ %s (%s)", e.Text, b.when(e.At))
		}
	}
	before, now := entryIDs(b.before), entryIDs(b.plan)
	for _, names := range b.forWhom(b.plan.Entries, before) {
		s.add("+ new: %s", names)
	}
	for _, names := range b.forWhom(b.before.Entries, now) {
		s.add("- no longer: %s", names)
	}
	for i, a := range b.answers {
		if b.readsPlan(a.Ask.Principal) && i < len(b.earlier) && b.earlier[i].Decision.Verdict != a.Decision.Verdict {
			s.add("%s %s: %s, %s", sign(a.Decision), b.label(a.Ask.Asker), b.about(a.Ask), a.Decision.Verdict)
		}
	}
	if len(s.lines) == 0 {
		s.keep("Nothing differs. Quiet is no finding.")
	}
	b.ending(&s)
	return s
}

// ending adds whose answers end within the hours looked at.
func (b briefing) ending(s *section) {
	for i, a := range b.answers {
		if !b.readsPlan(a.Ask.Principal) {
			continue
		}
		if i < len(b.later) && len(a.Decision.Grains) > 0 && len(b.later[i].Decision.Grains) == 0 && a.Ask.Activity == "" {
			s.add("- runs out before %s: %s, %s; renew with a date, or collect it", b.when(b.end), b.label(a.Ask.Asker), b.about(a.Ask))
		}
	}
}

// readsEntry reports whether the reader may have what is planned for somebody an entry works for.
func (b briefing) readsEntry(e plan.Entry) bool { return slices.ContainsFunc(e.People, b.readsPlan) }

func (b briefing) decide() section {
	s := section{title: "DECIDE", budget: 4}
	item := func(who, when, what string) { s.keep("%s", columns([]int{9, 9}, who, when, what)) }
	for _, p := range b.threats() {
		if p.Overdue == rapport.AnswerYes {
			item("assessor", b.urgency(p), "assess "+b.calls(p.Threat)+" anew: "+b.overdue(p))
		} else if t, _ := b.threat(p.Threat); t.ReviewOn == rapport.DateOf(b.at) {
			item("assessor", "today", "assess "+b.calls(p.Threat)+" anew: today is the day set for it")
		}
	}
	for _, r := range b.plan.Rows {
		if r.Met == rapport.AnswerYes || r.Refused != "" || !b.readsPlan(r.Person) {
			continue
		}
		who := "open"
		if r.Decides != "" {
			who = b.label(r.Decides)
		}
		item(who, "before", b.whose(r.Person)+b.named(r.Person, r.Activity)+": "+r.Kind.Means()+" is not reached. Missing: "+r.Missing)
	}
	b.decisions(item)
	for _, o := range b.occurrences() {
		for _, line := range b.unset(o) {
			item("you", b.when(o.span.From), line)
		}
	}
	for _, a := range b.answers {
		if a.Decision.Verdict == privacy.VerdictUndecided && b.readsPlan(a.Ask.Principal) {
			item("you", "first", b.label(a.Ask.Asker)+" asks for "+b.about(a.Ask)+": "+a.Decision.Possible)
		}
	}
	for _, m := range b.matters() {
		item("you", m.when, m.text)
	}
	if len(s.lines) == 0 {
		return section{budget: 1, lines: []line{{text: "Decide: nothing is open.", keep: true}}}
	}
	s.lines = slices.CompactFunc(s.lines, func(x, y line) bool { return x.text == y.text })
	return s
}

// unset lists what has to be set before an activity begins: who goes, and the new hour of a routine
// whose hour is known.
func (b briefing) unset(o occurrence) []string {
	var lines []string
	name := b.whoDoes(o) + b.named(o.person, o.activity.ID)
	if b.unmanned(o) {
		lines = append(lines, name+": an officer is planned and nobody is rostered")
	}
	for _, r := range b.plan.Rows {
		if r.Kind == plan.RowKindPattern && r.Person == o.person && r.Activity == o.activity.ID {
			lines = append(lines, name+": set another hour or door; this one is known to "+b.calls(r.Threat))
		}
	}
	return lines
}

// whose names the person or site before what is theirs, where there are several.
func (b briefing) whose(person rapport.ID) string {
	if len(b.subjects()) < 2 {
		return ""
	}
	return b.label(person) + ", "
}

// overdue says why a threat has to be assessed anew.
func (b briefing) overdue(p client.Picture) string {
	if p.Level != p.Assessed || len(p.Raised) > 0 {
		return "what has happened is newer than the assessment"
	}
	return "the date for it has passed"
}

// urgency says how soon: as soon as the most urgent contact since the assessment asks, or today.
func (b briefing) urgency(p client.Picture) string {
	t, _ := b.threat(p.Threat)
	soonest := rapport.UrgencyUnknown
	for _, c := range t.Contacts {
		if kind, _ := b.words.Contact(c.Kind); c.At.After(t.AssessedAt) {
			soonest = soonest.Sooner(kind.Urgency)
		}
	}
	if soonest == rapport.UrgencyUnknown {
		soonest = rapport.UrgencyToday
	}
	return strings.ReplaceAll(soonest.String(), "-", " ")
}

func sign(d privacy.Decision) string {
	if len(d.Grains) > 0 {
		return "+"
	}
	return "-"
}

// scoped names an entry with what it is for.
func (b briefing) scoped(e plan.Entry) string {
	switch {
	case e.Scope == plan.ScopeActivity:
		return strings.ToLower(e.Name) + ", " + b.named(e.Person, e.Activity)
	case e.Setting != "":
		return strings.ToLower(e.Name) + ", " + b.placed(e.Setting)
	default:
		return strings.ToLower(e.Name)
	}
}
