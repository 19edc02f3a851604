package plan

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// WorkState says how one work stands for one for whom it is done.
type WorkState struct {
	// Work is the word.
	Work Work `json:"work"`
	// Whom says whether it is done for all people together, a person or a site.
	Whom Whom `json:"whom"`
	// For is the person or site; empty means all people together.
	For rapport.ID `json:"for,omitzero"`
	// State says how it stands.
	State DueState `json:"state"`
	// Due is the day it is due; where somebody leaves it out, the last day of that; empty where it comes
	// round only after something happened.
	Due rapport.Date `json:"due,omitzero"`
	// Last is the day it was done last; empty where nobody has said that it ever was.
	Last rapport.Date `json:"last,omitzero"`
	// EveryDays is how many days after it was done it is due again, as things stand; 0 means only after
	// something happened.
	EveryDays int `json:"every_days"`
	// Role is who sees to it.
	Role client.Role `json:"role"`
	// Name is what a person reads.
	Name string `json:"name"`
	// Output says what is written down afterwards.
	Output string `json:"output"`
	// LookFor lists the early warnings to look for while it is done, sorted.
	LookFor []Sign `json:"look_for"`
	// Reasons say why, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// task is one work for one for whom it is done, being judged.
type task struct {
	entry   WorkEntry
	of      target
	state   WorkState
	after   rapport.Date // the nearest day that something that happened asks for
	stale   bool
	reasons []rapport.Reason
}

// works says how every work stands for each for whom it is done, and what is to be done about those that
// are due or brought forward. A work that comes round only after something happened stands in the list once
// it did, or once it was done.
func (w *watching) works() {
	for _, entry := range w.table().works {
		for _, of := range w.targets(entry.For) {
			t := &task{entry: entry, of: of, state: WorkState{
				Work: entry.ID, Whom: of.whom, For: of.id, Role: entry.Role, Name: entry.EN.Name, Output: entry.EN.Output, LookFor: append([]Sign{}, entry.Signs...),
			}}
			w.judge(t)
			if t.state.State == DueStateUnknown {
				continue
			}
			t.state.Reasons = rapport.SortReasons(t.reasons)
			w.workStates = append(w.workStates, t.state)
			if asked := !t.after.IsZero() && t.state.State == DueStateAhead; asked || t.state.State == DueStateDue || t.state.State == DueStateOverdue {
				w.actions = append(w.actions, w.doing(t))
			}
		}
	}
	slices.SortFunc(w.workStates, func(a, b WorkState) int {
		if a.Due.IsZero() != b.Due.IsZero() {
			return b.Due.Compare(a.Due)
		}
		return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.Work, b.Work), cmp.Compare(a.Whom, b.Whom), cmp.Compare(a.For, b.For))
	})
}

// judge says when a work is due, and why.
func (w *watching) judge(t *task) {
	s := &t.state
	s.Last = w.lastDone(t)
	s.EveryDays = w.pace(t)
	if s.EveryDays > 0 {
		s.Due = w.today
		if !s.Last.IsZero() {
			s.Due = plus(s.Last, s.EveryDays)
		}
	}
	w.readHappened(t)
	s.Due = sooner(s.Due, t.after)
	if w.waived(t) {
		return
	}
	switch {
	case !s.Due.IsZero():
		s.State = w.stateOf(s.Due)
	case !s.Last.IsZero():
		s.State = DueStateDone
	}
	w.say(t)
}

// say says how a work stands as it comes round.
func (w *watching) say(t *task) {
	s, path := t.state, t.of.path()
	say := func(code rapport.Code, weight int8, args ...string) {
		t.reasons = append(t.reasons, because(code, path, weight, args...))
	}
	due := plus(s.Last, s.EveryDays) // without what happened since
	switch {
	case s.State == DueStateUnknown:
	case s.Last.IsZero():
		say(CodeDoneUnsaid, -2)
	case s.EveryDays == 0 && t.after.IsZero():
		say(CodeDoneAfter, 3, s.Last.String())
	case s.EveryDays == 0:
	case due.Compare(w.today) > 0:
		say(CodeDoneInTime, 2, s.Last.String(), due.String())
	case due == w.today:
		say(CodeWorkDue, -2, s.Last.String())
	default:
		say(CodeWorkOverdue, -3, s.Last.String(), due.String())
	}
	if stale := t.entry.StaleDays; stale > 0 && !s.Last.IsZero() && s.Last.DaysUntil(w.today) > stale {
		t.stale = true
		say(CodeWorkStale, -3, s.Last.String(), itoa(stale))
	}
}

// lastDone is the latest day on which a work was done for somebody.
func (w *watching) lastDone(t *task) rapport.Date {
	var last rapport.Date
	for _, d := range w.done[t.entry.ID] {
		if w.counts(d.For, t.of) {
			last = later(last, d.On)
		}
	}
	return last
}

// pace is how often a work comes round: as a rule, or sooner where a threat or the kind of place says so.
func (w *watching) pace(t *task) int {
	every := t.entry.EveryDays
	var why rapport.Reason
	for _, p := range t.entry.Sooner {
		reason, holds := w.paceHolds(t, p)
		if holds && p.EveryDays < every {
			every, why = p.EveryDays, reason
		}
	}
	if why.Code != "" {
		t.reasons = append(t.reasons, why)
	}
	return every
}

func (w *watching) paceHolds(t *task, p Pace) (rapport.Reason, bool) {
	lies := func(x client.Setting) bool { return w.client.Lies(w.sites[t.of.id].Setting, x) }
	if len(p.Settings) > 0 && (t.of.whom != WhomSite || !slices.ContainsFunc(p.Settings, lies)) {
		return rapport.Reason{}, false
	}
	if p.From == rapport.LevelUnknown {
		return because(CodeSoonerForPlace, t.of.path(), -1, itoa(p.EveryDays), itoa(t.entry.EveryDays)), true
	}
	var reason rapport.Reason
	holds, highest := false, rapport.LevelUnknown
	for _, x := range w.reaching(t.entry.Threats, t.of) {
		level := w.levelOf(x)
		if level.AtLeast(p.From) == rapport.AnswerYes && level.Higher(highest) != highest {
			highest, holds = level, true
			reason = because(CodeSoonerForThreat, x.path(), -1, title(x.name()), level.String(), itoa(p.EveryDays), itoa(t.entry.EveryDays))
		}
	}
	return reason, holds
}

// readHappened finds what happened since a work was done, and the nearest day that it asks for.
func (w *watching) readHappened(t *task) {
	for _, h := range w.happened {
		i := slices.IndexFunc(t.entry.After, func(a After) bool { return a.What == h.what })
		if i < 0 || !w.counts(h.id, t.of) || h.on.Compare(t.state.Last) <= 0 {
			continue
		}
		by := plus(h.on, t.entry.After[i].WithinDays)
		t.after = sooner(t.after, by)
		entry, _ := w.table().happening(h.what)
		t.reasons = append(t.reasons, because(CodeWorkAfter, h.path, -2, entry.EN, h.on.String(), by.String()))
	}
}

// waived says whether somebody who may decide that leaves a work out today.
func (w *watching) waived(t *task) bool {
	left := false
	for _, x := range w.watch.Waived {
		if x.Work != t.entry.ID || !w.counts(x.For, t.of) {
			continue
		}
		path := rapport.Path("/waived").Element(string(x.Work))
		if x.For != "" {
			path = path.Element(string(x.For))
		}
		accepted, reasons := w.accepted(x.Accepted, t.of.id, path)
		t.reasons = append(t.reasons, reasons...)
		if accepted == rapport.AnswerYes && x.Accepted.Until.Compare(w.today) >= 0 {
			if left {
				t.state.Due = later(t.state.Due, x.Accepted.Until)
				continue
			}
			left, t.state.State, t.state.Due = true, DueStateAccepted, x.Accepted.Until
		}
	}
	return left
}

// doing is what is to be done about a work that is due or brought forward.
func (w *watching) doing(t *task) Action {
	s := t.state
	a := Action{
		ID: contentID(string(s.Work), s.Whom.String(), string(s.For)), Kind: ActionKindWork, For: s.For, By: s.Due, Work: s.Work, Role: s.Role,
		Name: s.Name, Do: []string{t.entry.EN.Done, actionText("write-down", untitle(s.Output))}, Measures: slices.Clone(t.entry.Measures),
		Reasons: slices.Clone(t.reasons),
	}
	switch {
	case t.stale:
		a.Urgency = rapport.UrgencyToday
	case s.State == DueStateOverdue:
		a.Urgency = rapport.UrgencyThreeDays
	case s.State == DueStateDue:
		a.Urgency = rapport.UrgencySevenDays
	}
	if !t.after.IsZero() {
		a.Urgency = a.Urgency.Sooner(urgencyIn(w.today.DaysUntil(t.after)))
	}
	steps, reasons := w.hastens(t.entry.Threats, t.of)
	a.Urgency = rapport.Urgency(max(int(hastened(a.Urgency, steps)), int(rapport.UrgencyToday))) // a check is never for within the hour
	a.Reasons = append(a.Reasons, reasons...)
	return a
}
