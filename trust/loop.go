package trust

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// Loop is a matter that the other side raised, and how far it has come. Only the word of the one who
// raised it closes it. It is made of signals with the matter as their item.
type Loop struct {
	// Item is the matter.
	Item rapport.ID `json:"item"`
	// Audience is who raised it.
	Audience rapport.Audience `json:"audience"`
	// Severity is how grave it is, as it is timed: a matter that came back counts one step graver, one of
	// a relationship in its first 60 days too, one of the public one step less, severe apart.
	Severity rapport.Level `json:"severity"`
	// Received is when it was raised, or raised again after it was settled.
	Received time.Time `json:"received"`
	// Step is how far it has come.
	Step Step `json:"step"`
	// Next is the step that is due; unknown where it is closed.
	Next Step `json:"next,omitzero"`
	// Due is when the next step is due; zero where it is closed.
	Due time.Time `json:"due,omitzero"`
	// Late are the steps that passed their time, in order. Record one feedback-late for each, once.
	Late []Step `json:"late"`
	// LateSince is the day on which the first of them was due; zero where none is late.
	LateSince rapport.Date `json:"late_since,omitzero"`
	// Closed is yes once the one who raised it has confirmed it, or nobody answered three asks.
	Closed rapport.Answer `json:"closed"`
	// Recurs is yes where the matter came back after it was confirmed, within 180 days.
	Recurs rapport.Answer `json:"recurs"`
	// Settled is when the one who raised it confirmed it; zero where nobody has.
	Settled time.Time `json:"settled,omitzero"`
	// Reasons say why, in order.
	Reasons []rapport.Reason `json:"reasons"`
}

// The times of a loop. House judgement, inside what firms publish.
const (
	recursWithin  = 180
	youngLoopDays = 60
	asksInVain    = 3
	askedForDays  = 14
)

// Loops lists the matters that were raised, as of a moment: what is open first, the one due soonest in
// front, then what is closed, the latest in front. Times are counted in hours of the clock; an app that
// promises working days gives the promised moment as the signal's Due.
func (t Tracker) Loops(l Ledger, at time.Time) ([]Loop, error) {
	var f rapport.Faults
	f.At("/at", at)
	t.checkLedger(&f, "/ledger", l)
	if err := f.Err(); err != nil {
		return nil, err
	}
	list := []Loop{}
	for _, audience := range audiences {
		list = append(list, t.loops(t.look(&l, audience, at))...)
	}
	slices.SortStableFunc(list, compareLoops)
	return list, nil
}

func compareLoops(a, b Loop) int {
	if c := cmp.Compare(a.Closed, b.Closed); c != 0 {
		return c
	}
	if a.Closed == rapport.AnswerNo {
		return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.Item, b.Item))
	}
	return cmp.Or(b.Received.Compare(a.Received), cmp.Compare(a.Item, b.Item))
}

// loops follows the matters of one audience, by item.
func (t Tracker) loops(v *view) []Loop {
	var items []rapport.ID
	matters := map[rapport.ID][]*Signal{}
	for i := range v.events {
		s := v.events[i].kept
		if s == nil || v.events[i].kind.Loop == StepUnknown || s.At.After(v.at) {
			continue
		}
		if matters[s.subject()] == nil {
			items = append(items, s.subject())
		}
		matters[s.subject()] = append(matters[s.subject()], s)
	}
	slices.Sort(items)
	list := make([]Loop, 0, len(items))
	for _, item := range items {
		signals := matters[item]
		slices.SortFunc(signals, func(a, b *Signal) int { return compareSignals(*a, *b) })
		f := following{view: v, loop: Loop{Item: item, Audience: v.audience.ID, Late: []Step{}, Closed: rapport.AnswerNo, Recurs: rapport.AnswerNo}}
		for _, s := range signals {
			f.take(s)
		}
		if f.loop.Step != StepUnknown {
			list = append(list, f.end())
		}
	}
	return list
}

// following is one matter being followed.
type following struct {
	*view
	loop Loop
	// said is the severity as it was raised, raised by how much it counts graver.
	said     rapport.Level
	asks     int
	firstAsk time.Time
}

func (f *following) because(code rapport.Code, weight int8, args ...string) {
	at := rapport.Path("/loops").Element(string(f.loop.Item))
	f.loop.Reasons = append(f.loop.Reasons, codeEntry(code).Reason(at, weight, args...))
}

// take follows one signal.
func (f *following) take(s *Signal) {
	step := f.tracker.table().kind(s.Kind).Loop
	l := &f.loop
	switch {
	case step == StepReceived:
		f.receive(s)
		return
	case l.Step == StepUnknown || l.Closed == rapport.AnswerYes:
		return
	case step == StepConfirmed && s.Source != SourceClient && s.Source != SourceThird && s.Source != SourcePublic:
		f.because(CodeLoopNotTheirs, -1, s.Source.String())
		return
	}
	f.lateUntil(s.At, step)
	switch step {
	case StepConfirmed:
		l.Settled, l.Closed = s.At.UTC(), rapport.AnswerYes
	case StepAsked:
		if f.asks++; f.asks == 1 {
			f.firstAsk = s.At
		}
	case StepUnknown, StepReceived, StepAcknowledged, StepAnswered, StepActed, StepUnanswered:
	}
	if step.after(l.Step) {
		l.Step = step
		l.Next, l.Due = f.next(s.At)
	}
	if !s.Due.IsZero() {
		l.Due = s.Due.UTC() // a promised moment begins the time anew
	}
}

// receive begins a matter, or begins it again.
func (f *following) receive(s *Signal) {
	l := &f.loop
	if l.Step != StepUnknown && l.Closed == rapport.AnswerNo {
		return
	}
	if !l.Settled.IsZero() && dayAt(s.At)-dayAt(l.Settled) <= recursWithin {
		l.Recurs = rapport.AnswerYes
		f.because(CodeLoopRecurs, -2, rapport.DateOf(l.Settled).String())
	}
	f.said = s.Severity
	if f.said == rapport.LevelUnknown || f.said == rapport.LevelNone {
		f.said = rapport.LevelModerate
	}
	l.Severity = f.timed(dayAt(s.At))
	l.Received, l.Step, l.Closed, l.Settled, f.asks = s.At.UTC(), StepReceived, rapport.AnswerNo, time.Time{}, 0
	l.Next, l.Due = f.next(s.At)
}

// timed returns how grave the matter counts for its times.
func (f *following) timed(day int) rapport.Level {
	level := f.said
	if f.loop.Recurs == rapport.AnswerYes {
		level = level.Raised(1)
	}
	if day-f.since < youngLoopDays {
		level = level.Raised(1)
	}
	if f.audience.ID == rapport.AudiencePublic && f.said != rapport.LevelSevere {
		level = level.Raised(-1)
	}
	return level
}

// next returns the step after the present one and when it is due.
func (f *following) next(now time.Time) (Step, time.Time) {
	var times timesEntry
	for _, entry := range standardTimes {
		if entry.ID == f.loop.Severity {
			times = entry
		}
	}
	from := f.loop.Received
	after := func(hours int) time.Time { return from.Add(time.Duration(hours) * time.Hour).UTC() }
	switch f.loop.Step {
	case StepReceived:
		return StepAcknowledged, after(times.Acknowledge)
	case StepAcknowledged:
		return StepAnswered, after(times.Answer)
	case StepAnswered:
		return StepActed, after(times.Act)
	case StepActed:
		from = now
		return StepAsked, after(times.Ask)
	case StepAsked:
		from = now
		return StepConfirmed, after(askedForDays * 24)
	case StepUnknown, StepConfirmed, StepUnanswered:
	}
	return StepUnknown, time.Time{}
}

// lateUntil notes that the due step passed its time before a moment.
func (f *following) lateUntil(now time.Time, step Step) {
	l := &f.loop
	if l.Next == StepUnknown || l.Next == StepConfirmed || !now.After(l.Due) || step != StepUnknown && l.Next.after(step) || slices.Contains(l.Late, l.Next) {
		return
	}
	l.Late = append(l.Late, l.Next)
	if l.LateSince.IsZero() {
		l.LateSince = rapport.DateOf(l.Due)
	}
	f.because(CodeLoopLate, -2, l.Next.String(), rapport.DateOf(l.Due).String())
}

// end closes what nobody answers and says how the matter stands.
func (f *following) end() Loop {
	l := &f.loop
	if l.Closed == rapport.AnswerNo {
		f.lateUntil(f.at, StepUnknown)
		if f.asks >= asksInVain && dayAt(f.at)-dayAt(f.firstAsk) >= askedForDays {
			l.Step, l.Closed = StepUnanswered, rapport.AnswerYes
			f.because(CodeLoopUnanswered, -1)
		}
	}
	if l.Step == StepConfirmed {
		f.because(CodeLoopConfirmed, 2, rapport.DateOf(l.Settled).String())
	}
	if l.Closed == rapport.AnswerYes {
		l.Next, l.Due = StepUnknown, time.Time{}
	} else {
		f.because(CodeLoopOpen, -1, l.Next.String(), rapport.DateOf(l.Due).String())
	}
	l.Reasons = rapport.SortReasons(l.Reasons)
	return *l
}
