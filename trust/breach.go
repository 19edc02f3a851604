package trust

import (
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

// breach is a failing with a playbook; with a window it is a breach of trust.
type breach struct {
	event
	subject rapport.ID
	// window is how many days it stays open at least.
	window int
	// cleared and confirmed are the days on which a named person decided; never where nobody has.
	cleared, confirmed int
	// steps are the steps of repair, in order of their days.
	steps []repairDay
}

type repairDay struct {
	step RepairStep
	day  int
	late bool
}

// repairSteps is how many there are, the unknown one included.
const repairSteps = 7

// The phases of a breach.
const (
	breachIsNone = iota
	breachIsOpen
	breachMends
	breachIsRepaired
)

// recheckAfter is how many days after a breach the re-check lies at the earliest, toldWithin how
// long the firm has to tell it, and failingCounts how many days another failing is followed.
const (
	recheckAfter  = 90
	toldWithin    = 24 * time.Hour
	failingCounts = 90
)

// findBreaches lists the failings with what was done about them.
func (v *view) findBreaches() {
	for _, e := range v.events {
		if e.kind.Playbook != "" && e.count > 0 {
			v.breaches = append(v.breaches, breach{event: e, subject: e.kept.subject(), window: e.kind.Window, cleared: never, confirmed: never})
		}
	}
	for i := range v.breaches {
		b := &v.breaches[i]
		for j := range v.breaches[:i] {
			if v.breaches[j].window > 0 && b.window > 0 && v.breaches[j].kind.Playbook == b.kind.Playbook && v.breaches[j].cleared == never {
				b.window = 2 * b.kind.Window // the second of its class counts double
			}
		}
		heard := false
		for _, e := range v.events {
			if e.kept == nil || e.kept.Item != b.subject || e.day < b.day {
				continue
			}
			switch {
			case e.kind.has(MarkWatchCleared) && b.cleared == never:
				b.cleared = e.day
			case e.kind.has(MarkWatchConfirmed) && b.confirmed == never:
				b.confirmed = e.day
			case e.kind.ID == KindBadNewsHeardElsewhere:
				heard = true
			case e.kind.Repair != RepairStepUnknown:
				b.step(e)
			}
		}
		if heard {
			b.window = b.window * 3 / 2
		}
	}
}

// step notes a step of repair. The firm's own word is not enough for a re-check.
func (b *breach) step(e event) {
	step := e.kind.Repair
	own := e.source == SourceOfficer || e.source == SourceManagement
	if step == RepairStepRechecked && (own || e.day < b.day+recheckAfter) {
		return
	}
	late := e.kept.At.Sub(b.kept.At) > toldWithin
	b.steps = append(b.steps, repairDay{step, e.day, late})
}

// counts reports whether it is a breach of trust as known on a day.
func (b *breach) counts(day int) bool {
	if b.window == 0 || b.day > day {
		return false
	}
	if !b.kind.has(MarkWatch) {
		return true
	}
	decided := b.confirmed != never && b.confirmed <= day
	return decided || (b.cleared == never || b.cleared > day) && day > b.day
}

// done returns the day of each step taken by a day, and the day from which the window runs. A failed
// re-check undoes the change and the re-check, and begins the window anew.
func (b *breach) done(day int) (done [repairSteps]int, from int) {
	for i := range done {
		done[i] = never
	}
	from = b.day
	for _, s := range b.steps {
		switch {
		case s.day > day:
		case s.step == RepairStepFailed:
			done[RepairStepChanged], done[RepairStepRechecked], from = never, never, s.day
		case s.step == RepairStepRechecked && done[RepairStepChanged] == never:
		case done[s.step] == never:
			done[s.step] = s.day
		}
	}
	return done, from
}

// needed lists the steps of the way back; a failing that is no breach needs no outsider.
func (b *breach) needed() []RepairStep {
	if b.window == 0 {
		return []RepairStep{RepairStepTold, RepairStepOwned, RepairStepChanged, RepairStepRechecked}
	}
	return []RepairStep{RepairStepTold, RepairStepOwned, RepairStepChecked, RepairStepChanged, RepairStepRechecked}
}

// phase says how far a breach is on a day. Time alone ends nothing: the window is over when there is
// contact after it.
func (b *breach) phase(day, contact int) int {
	if !b.counts(day) {
		return breachIsNone
	}
	done, from := b.done(day)
	missing := slices.DeleteFunc(b.needed(), func(s RepairStep) bool { return done[s] != never })
	switch {
	case len(missing) == 0 && contact >= from+b.window*3/2:
		return breachIsNone
	case len(missing) == 0 && contact >= from+b.window:
		return breachIsRepaired
	case len(missing) == 0 || len(missing) == 1 && missing[0] == RepairStepRechecked:
		return breachMends
	}
	return breachIsOpen
}

// hold returns how far a breach in a phase holds the value down.
func (b *breach) hold(phase int) (hold, bool) {
	switch phase {
	case breachIsOpen:
		return hold{code: CodeHeldBreachOpen, most: openAtMost, subject: b.subject}, true
	case breachMends:
		return hold{code: CodeHeldBreachMending, most: mendingAtMost, subject: b.subject}, true
	case breachIsRepaired:
		return hold{code: CodeHeldBreachRepaired, most: repairedAtMost, subject: b.subject}, true
	}
	return hold{}, false
}
