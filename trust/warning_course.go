package trust

import (
	"slices"
	"time"

	"github.com/rapport-go/rapport"
)

func (r *rules) ofBreaches() {
	for i := range r.breaches {
		b := &r.breaches[i]
		if b.window == 0 {
			continue
		}
		undecided := b.kind.has(MarkWatch) && b.cleared == never && b.confirmed == never
		if undecided && r.at.Sub(b.kept.At) > 24*time.Hour {
			r.about(b.subject, WarningBreachUndecided)
		}
		phase := b.phase(r.day, r.moment.contact)
		if phase != breachIsOpen && phase != breachMends {
			continue
		}
		done, from := b.done(r.day)
		if done[RepairStepTold] == never && r.at.Sub(b.kept.At) > time.Hour {
			r.about(b.subject, WarningBreachNotTold)
		}
		if due := from + recheckAfter; done[RepairStepChanged] != never && done[RepairStepRechecked] == never && r.day > due {
			r.about(b.subject, WarningRecheckDue, dateOf(due).String())
		}
		kind := int64(0)
		for _, e := range r.between(b.day, r.day) {
			if e.kind.Direction == DirectionRaises && e.kind.Weight == WeightMinor && !e.kind.has(MarkTask) {
				kind += e.count
			}
		}
		if kind >= 5 {
			r.about(b.subject, WarningKindnessIsNotRepair)
		}
	}
}

func (r *rules) ofCourse() {
	r.when(r.standing.Trend == TrendFalling, WarningFalling)
	r.when(r.standing.Trend == TrendFading, WarningFading)
	worse := r.standing.Alarm.Direction == DirectionLowers
	r.when(worse && r.standing.Trend != TrendFalling && r.standing.Trend != TrendFading, WarningChangedEarly, r.standing.Alarm.Since.String())
	outside, changed := false, r.standing.Trend != TrendSteady && r.standing.Trend != TrendUnknown || worse
	for _, e := range r.recent(2 * windowOutside) {
		if e.kind.has(MarkNewContact) {
			r.about(e.kept.ID, WarningNewContactPerson, dateOf(e.day).String())
		}
		outside = outside || e.kind.Direction == DirectionExternal && e.day > r.day-windowOutside
	}
	r.when(outside && changed, WarningExternalEvent)
	now, before := r.opened(r.day-60, r.day), r.opened(r.day-180, r.day-60)
	r.when(r.day-r.since >= 180 && before >= 4 && 2*now*2 < before, WarningOpennessFalling)
}

// opened weighs what was volunteered in a stretch of days; something private counts double.
func (v *view) opened(after, through int) int64 {
	n := int64(0)
	for _, e := range v.between(after, through) {
		switch {
		case e.kind.has(MarkPrivateFact):
			n += 2 * e.count
		case e.kind.has(MarkOpenness):
			n += e.count
		}
	}
	return n
}

// audienceGap is how far two audiences lie apart before it is said. House judgement.
const audienceGap = one * 25 / 100

// ofOthers compares with the other audiences of the same ledger. They are never averaged.
func (r *rules) ofOthers() {
	cold, close := r.side(MarkCold), r.side(MarkOverFamiliar)
	uneven := cold && close
	for _, other := range audiences {
		if other == r.audience.ID || !r.ledger.speaksOf(other) {
			continue
		}
		v := r.tracker.look(r.ledger, other, r.at)
		if v.since == never {
			continue
		}
		uneven = uneven || cold && v.side(MarkOverFamiliar) || close && v.side(MarkCold)
		m := v.on(v.day)
		gap := max(m.value-r.moment.value, r.moment.value-m.value)
		if gap >= audienceGap && m.overall.u <= unknownFrom && r.moment.overall.u <= unknownFrom {
			r.list = append(r.list, r.tracker.warn(WarningAudiencesDiffer, rapport.Path("/audiences").Element(other.String()), other.String()))
		}
	}
	r.when(uneven, WarningUnevenManner)
}

// speaksOf reports whether anything in the ledger bears on an audience.
func (l *Ledger) speaksOf(audience rapport.Audience) bool {
	for i := range l.Tallies {
		if l.Tallies[i].Audience == audience {
			return true
		}
	}
	return slices.ContainsFunc(l.Kept, func(s Signal) bool { return s.Audience == audience }) ||
		slices.ContainsFunc(l.Opening, func(o Opening) bool { return o.Audience == audience })
}
