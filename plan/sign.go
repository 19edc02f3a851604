package plan

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// Observed is one report of an early warning: what was done or found, never who somebody is. There is no
// room for the person observed.
type Observed struct {
	// ID is unique in the watch's signs.
	ID rapport.ID `json:"id"`
	// Sign is what was observed.
	Sign Sign `json:"sign"`
	// For is the person or site it was observed around; empty means everybody.
	For rapport.ID `json:"for,omitzero"`
	// At is when.
	At time.Time `json:"at"`
	// ReportedBy is who reported it, and is told what came of it; empty means that nobody has said.
	ReportedBy rapport.ID `json:"reported_by,omitzero"`
	// Before is the day that it is about, where there is one: a hearing, a premiere, the last day of somebody
	// who leaves. What it calls for is done before that day.
	Before rapport.Date `json:"before,omitzero"`
	// Dealt is the day on which what it called for was done; empty means that nobody has said so.
	Dealt rapport.Date `json:"dealt,omitzero"`
	// Answered is the day on which whoever reported was told what came of it; empty means that nobody has
	// said so.
	Answered rapport.Date `json:"answered,omitzero"`
}

// Validate reports problems of shape.
func (o Observed) Validate() error {
	var f rapport.Faults
	f.ID("/id", o.ID)
	rapport.FaultWord(&f, "/sign", o.Sign)
	f.OptionalID("/for", o.For)
	if o.At.IsZero() {
		f.Required("/at")
	} else {
		f.At("/at", o.At)
	}
	f.OptionalID("/reported_by", o.ReportedBy)
	if o.ReportedBy == "" && !o.Answered.IsZero() {
		f.Required("/reported_by")
	}
	return f.Err()
}

func (o Observed) path() rapport.Path { return rapport.Path("/signs").Element(string(o.ID)) }

// settled says whether nothing is left to do about a report.
func (o Observed) settled() bool {
	return !o.Dealt.IsZero() && (o.ReportedBy == "" || !o.Answered.IsZero())
}

const (
	// againDays is within how many days a sign that is seen on another day too is seen again.
	againDays = 14
	// againSteps is by how many steps that makes it more urgent at most, one for each further day.
	againSteps = 2
	// answerDays is within how many days whoever reported is told what came of it. House judgement, like the
	// others.
	answerDays = 7
)

// sightings are the reports of one sign around one person or site, in order of time.
type sightings struct {
	entry SignEntry
	of    target
	all   []Observed
	open  []Observed
}

// signs says what every early warning that is not dealt with calls for, and who is to be told what came of
// a report.
func (w *watching) signs() {
	for _, s := range w.sightings() {
		if len(s.open) > 0 {
			w.actions = append(w.actions, w.answering(s))
		}
		w.actions = append(w.actions, w.telling(s)...)
	}
}

// sightings groups the reports by sign and by whom they are around, in that order.
func (w *watching) sightings() []*sightings {
	list := slices.Clone(w.watch.Signs)
	slices.SortFunc(list, func(a, b Observed) int {
		return cmp.Or(cmp.Compare(a.Sign, b.Sign), cmp.Compare(a.For, b.For), a.At.Compare(b.At), cmp.Compare(a.ID, b.ID))
	})
	var groups []*sightings
	for _, o := range list {
		last := len(groups) - 1
		if last < 0 || groups[last].entry.ID != o.Sign || groups[last].of.id != o.For {
			entry, _ := w.table().sign(o.Sign)
			groups = append(groups, &sightings{entry: entry, of: w.targetOf(o.For)})
			last++
		}
		g := groups[last]
		g.all = append(g.all, o)
		if o.Dealt.IsZero() {
			g.open = append(g.open, o)
		}
	}
	return groups
}

// answering is what one early warning calls for. It begins with the urgency of the sign, or with the days
// that are left where it is about a day ahead. Each further day on which it was seen within two weeks, and
// each threat of its kinds at high or severe, makes it more urgent. Where its day has passed it is for today
// at least.
func (w *watching) answering(s *sightings) Action {
	first, latest := w.day(s.open[0].At), w.day(s.open[len(s.open)-1].At)
	a := Action{
		ID: contentID(string(s.entry.ID), string(s.of.id)), Kind: ActionKindSign, For: s.of.id, Urgency: s.entry.Urgency,
		Sign: s.entry.ID, Role: s.entry.Role, With: s.entry.With, Name: s.entry.EN.Seen, Do: s.entry.EN.Do, Measures: s.entry.Measures,
	}
	a.By = plus(first, daysOf(a.Urgency))
	w.readDate(s, &a)

	steps, reasons := w.hastens(s.entry.Threats, s.of)
	a.Reasons = append(a.Reasons, reasons...)
	if len(w.reaching(s.entry.Threats, s.of)) == 0 {
		a.Reasons = append(a.Reasons, because(CodeSignWithoutThreat, s.open[0].path(), -1))
	}
	if days := w.daysSeen(s, latest); days > 1 {
		steps += min(days-1, againSteps)
		a.Reasons = append(a.Reasons, because(CodeSignAgain, s.open[len(s.open)-1].path(), -2, itoa(days)))
	}
	if steps > 0 {
		a.Urgency = hastened(a.Urgency, steps)
		a.By = sooner(a.By, plus(latest, daysOf(a.Urgency)))
	}
	if a.By.Compare(w.today) < 0 {
		a.Urgency = a.Urgency.Sooner(rapport.UrgencyToday)
		a.Reasons = append(a.Reasons, because(CodeActionLate, s.open[0].path(), -3, a.By.String()))
	}
	for _, o := range s.open {
		a.Observations = append(a.Observations, o.ID)
		a.Reasons = append(a.Reasons, because(CodeSignSeen, o.path(), -2, w.day(o.At).String()))
		if o.ReportedBy == "" {
			a.Reasons = append(a.Reasons, because(CodeReporterUnsaid, o.path(), -1))
		}
	}
	return a
}

// readDate reads the day that a sign is about: the nearest of its open reports. Of a sign of a day ahead it
// sets the urgency; any other it can only make more urgent.
func (w *watching) readDate(s *sightings, a *Action) {
	var nearest Observed
	for _, o := range s.open {
		if sooner(nearest.Before, o.Before) != nearest.Before {
			nearest = o
		}
	}
	if nearest.Before.IsZero() {
		if s.entry.Ahead {
			a.Reasons = append(a.Reasons, because(CodeDateUnsaid, s.open[0].path(), -1))
		}
		return
	}
	by := plus(nearest.Before, -1)
	left := urgencyIn(w.today.DaysUntil(by))
	if s.entry.Ahead {
		a.Urgency, a.By = left, by
	} else {
		a.Urgency, a.By = a.Urgency.Sooner(left), sooner(a.By, by)
	}
	a.Reasons = append(a.Reasons, because(CodeBeforeDate, nearest.path(), -2, nearest.Before.String()))
}

// daysSeen counts the days on which a sign was seen within two weeks up to a day, dealt with or not.
func (w *watching) daysSeen(s *sightings, latest rapport.Date) int {
	days := map[rapport.Date]bool{}
	for _, o := range s.all {
		if day := w.day(o.At); day.Compare(latest) <= 0 && day.DaysUntil(latest) <= againDays {
			days[day] = true
		}
	}
	return len(days)
}

// telling is who is to be told what came of the reports of one sign, each with the reports they made.
func (w *watching) telling(s *sightings) []Action {
	var list []Action
	for _, o := range s.all {
		if o.ReportedBy == "" || !o.Answered.IsZero() {
			continue
		}
		i := slices.IndexFunc(list, func(a Action) bool { return a.To == o.ReportedBy })
		if i < 0 {
			i = len(list)
			list = append(list, Action{
				ID: contentID("answer", string(o.ReportedBy), string(s.entry.ID), string(s.of.id)), Kind: ActionKindAnswer, For: s.of.id,
				Urgency: rapport.UrgencySevenDays, By: plus(w.day(o.At), answerDays), Sign: s.entry.ID, Role: s.entry.Role, To: o.ReportedBy,
				Name: actionText("answer-name"), Do: []string{actionText("answer")},
			})
		}
		a := &list[i]
		a.Observations = append(a.Observations, o.ID)
		a.Reasons = append(a.Reasons, because(CodeAnswerOwed, o.path(), -2, w.day(o.At).String()))
	}
	for i := range list {
		if list[i].By.Compare(w.today) < 0 {
			list[i].Urgency = rapport.UrgencyThreeDays
		}
	}
	return list
}

// fits says whether a sign may be observed around somebody.
func (e SignEntry) fits(whom Whom) bool {
	switch whom {
	case WhomPerson:
		return e.Protects != client.ProtectsPlace
	case WhomSite:
		return e.Protects != client.ProtectsPerson
	default:
		return true
	}
}
