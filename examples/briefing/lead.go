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

// sheet returns the printed sheet for the reader.
func (b briefing) sheet(full bool) string {
	if b.role != client.RoleTeamLead {
		return page(b.roleSheet(), full)
	}
	sections := []section{b.head(), b.first(), b.changed(), b.decide()}
	if b.reads(client.CategoryWishesAndWorries) {
		sections = append(sections, b.her()...)
	}
	if b.reads(client.CategoryThreatFile) {
		sections = append(sections, b.problems())
	}
	if b.reads(client.CategoryMovement) && b.reads(client.CategoryProtectionPlan) {
		sections = append(sections, b.hours(), b.standing(), b.ifItHappens())
	}
	return page(append(sections, b.access()), full)
}

func (b briefing) head() section {
	var who []string
	for _, id := range b.subjects() {
		who = append(who, b.c.Label(id))
	}
	s := section{budget: 2}
	left := fmt.Sprintf("BRIEFING  %s · %s (day %d) to %s", listed(who), b.at.Format("Monday 15:04"), b.day(b.at), b.end.In(b.at.Location()).Format("Monday 15:04"))
	s.keep("%s", columns([]int{paperColumns - len("TEAM LEAD") - 2}, left, "TEAM LEAD"))
	number, since := b.version()
	s.keep("Plan %d, in force since day %d · %s", number, b.day(since), b.nextLook())
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
	for i, t := range b.state.Brief.Threats {
		if b.pictures[i].Overdue == rapport.AnswerYes {
			return "a review is due now"
		}
		if next.IsZero() || !t.ReviewOn.IsZero() && t.ReviewOn.Compare(next) < 0 {
			next = t.ReviewOn
		}
	}
	if next.IsZero() {
		return "no review date is set"
	}
	return fmt.Sprintf("next review day %d, or at once on any approach", b.day(next.Start(b.at.Location())))
}

func (b briefing) first() section {
	s := section{title: "FIRST", budget: 8}
	n := 0
	number := func(format string, args ...any) {
		n++
		s.keep("%d "+format, append([]any{n}, args...)...)
	}
	for _, p := range b.threats() {
		if said := b.approaches(p); said != "" {
			number("%s: %s.", upper(b.calls(p.Threat)), said)
			s.keep("  %s", b.stance(p))
		}
	}
	for _, l := range b.plan.Looks {
		a, _ := b.activity(l.Person, l.Activity)
		if a.Announced == rapport.AnswerYes && a.On.Overlaps(rapport.Span{From: b.at, To: b.end}) {
			number("%s to %s %s: announced. Somebody is beside %s, seen as %s; that ends with it.", b.when(a.On.From), a.On.To.In(b.at.Location()).Format("15:04"), b.named(l.Person, l.Activity), b.c.Label(l.Person), b.seen(l))
		}
	}
	for _, line := range b.hardHours() {
		number("%s", line)
	}
	if n == 0 {
		s.add("Nothing has changed the picture; quiet is no finding.")
	}
	return s
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
		text += fmt.Sprintf("; the last assessment, older than that, says %s", p.Assessed)
	}
	if t, _ := b.threat(p.Threat); len(t.Contacts) > 0 {
		last := slices.MaxFunc(t.Contacts, func(x, y client.Contact) int { return x.At.Compare(y.At) })
		if quiet := rapport.DateOf(last.At.In(b.at.Location())).DaysUntil(rapport.DateOf(b.at)); quiet > 0 {
			text += fmt.Sprintf(". %s without contact: no reason to step down", days(quiet))
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
		for _, d := range scores.Dimensions {
			if d.Dimension != client.DimensionAnxiety || d.Hours.IsZero() || d.Band != rapport.LevelHigh || d.BorrowedFrom != "" {
				continue
			}
			var answers []string
			for _, e := range b.plan.Entries {
				if slices.Contains(e.Functions, plan.FunctionReassure) && slices.Contains(e.People, scores.Profile) && e.Scope != plan.ScopeActivity {
					answers = append(answers, strings.ToLower(e.Name))
				}
			}
			line := fmt.Sprintf("%s to %s at %s are hard hours for %s", d.Hours.From, d.Hours.To, b.placed(d.Setting), b.c.Label(scores.Profile))
			if len(answers) > 0 {
				line += ": " + listed(answers)
			}
			lines = append(lines, line+".")
		}
	}
	return lines
}

func (b briefing) changed() section {
	s := section{title: "SINCE " + strings.ToUpper(b.since.In(b.at.Location()).Format("Monday 15:04")), budget: 5}
	for _, e := range b.c.Timeline(b.since, b.at) {
		s.add("+ %s (%s)", e.Text, b.when(e.At))
	}
	before, now := entryIDs(b.before), entryIDs(b.plan)
	for _, e := range b.plan.Entries {
		if !slices.Contains(before, e.ID) {
			s.add("+ new: %s", b.scoped(e))
		}
	}
	for _, e := range b.before.Entries {
		if !slices.Contains(now, e.ID) {
			s.add("- no longer: %s", b.scoped(e))
		}
	}
	for i, a := range b.answers {
		if i < len(b.earlier) && b.earlier[i].Decision.Verdict != a.Decision.Verdict {
			s.add("%s %s: %s, %s", sign(a.Decision), b.c.Label(a.Ask.Asker), b.about(a.Ask), a.Decision.Verdict)
		}
	}
	if len(s.lines) == 0 {
		s.add("Nothing differs. Quiet is no finding.")
	}
	for i, a := range b.answers {
		if i < len(b.later) && len(a.Decision.Grains) > 0 && len(b.later[i].Decision.Grains) == 0 && a.Ask.Activity == "" {
			s.add("- runs out before %s: %s, %s; renew with a date, or collect it", b.when(b.end), b.c.Label(a.Ask.Asker), b.about(a.Ask))
		}
	}
	return s
}

// overdue says why a threat has to be assessed anew.
func (b briefing) overdue(p client.Picture) string {
	if p.Level != p.Assessed || len(p.Raised) > 0 {
		return "what has happened is newer than the assessment"
	}
	return "the date for it has passed"
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

func (b briefing) decide() section {
	s := section{title: "DECIDE", budget: 4}
	for _, p := range b.threats() {
		if p.Overdue == rapport.AnswerYes {
			s.keep("%s", columns([]int{9, 6}, "assessor", "today", "assess "+b.calls(p.Threat)+" anew: "+b.overdue(p)))
		}
	}
	for _, r := range b.plan.Rows {
		if r.Met == rapport.AnswerYes {
			continue
		}
		who := "open"
		if r.Decides != "" {
			who = b.c.Label(r.Decides)
		}
		s.keep("%s  before it starts  %s: %s is not reached. Missing: %s", who, b.named(r.Person, r.Activity), rowName(r.Kind), r.Missing)
	}
	for _, a := range b.answers {
		if a.Decision.Verdict == privacy.VerdictUndecided {
			s.keep("you  before answering  %s asks for %s: %s", b.c.Label(a.Ask.Asker), b.about(a.Ask), a.Decision.Possible)
		}
	}
	if len(s.lines) == 0 {
		return section{budget: 1, lines: []line{{text: "Decide: nothing is open.", keep: true}}}
	}
	return s
}
