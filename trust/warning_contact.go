package trust

import (
	"slices"

	"github.com/rapport-go/rapport"
)

// count adds up the signals with a mark in the last days.
func (v *view) count(days int, mark Mark) int64 {
	n := int64(0)
	for _, e := range v.recent(days) {
		if e.kind.has(mark) {
			n += e.count
		}
	}
	return n
}

// anyContact reports whether a kind is contact of any sort, about something wrong included.
func anyContact(e *KindEntry) bool { return e.has(MarkContact) || e.has(MarkMeaningful) }

func (r *rules) ofContact() {
	if quiet := r.day - last(r.meaningful, r.day, r.since); quiet > r.audience.Grace && r.audience.ID != rapport.AudiencePublic {
		r.when(true, WarningContactGap, days(quiet))
	}
	const fourWeeks = 28
	contacts, incidents := int64(0), int64(0)
	for _, e := range r.recent(fourWeeks) {
		if anyContact(e.kind) {
			contacts += e.count
			if e.kind.has(MarkIncident) {
				incidents += e.count
			}
		}
	}
	r.when(contacts >= 4 && 2*incidents > contacts, WarningIncidentOnlyContact, decimal(incidents), decimal(contacts))
	if gap := r.gapBefore(); gap > 0 {
		r.when(true, WarningFirstContactAfterGap, days(gap))
		r.because(CodeAfterGap, "", 0, days(gap))
	}
	if quiet := r.voiceAge(); quiet >= voiceDays && r.day-r.since >= voiceDays {
		r.when(true, WarningClientSilent, days(quiet))
	}
	for _, e := range r.unanswered(MarkPolicy, MarkPolicyLifted) {
		r.about(e.kept.subject(), WarningMinimiseContactPolicy, dateOf(e.day).String())
	}
}

// gapBefore returns the days of a gap of more than 90 before the last contacts, while there are no more than
// two and none is older than a month; 0 where there is none.
func (v *view) gapBefore() int {
	for i := len(v.contacts) - 1; i > 0 && i >= len(v.contacts)-2 && v.contacts[i] > v.day-trendFrom; i-- {
		if gap := v.contacts[i] - v.contacts[i-1]; gap > 90 {
			return gap
		}
	}
	return 0
}

// unanswered lists the signals with a mark that no later one with the other mark answers: one about the
// same item, or one without an item.
func (v *view) unanswered(mark, answer Mark) []event {
	var open []event
	for i, e := range v.events {
		if e.kept == nil || e.count == 0 || !e.kind.has(mark) {
			continue
		}
		answered := slices.ContainsFunc(v.events[i:], func(other event) bool {
			return other.kept != nil && other.kind.has(answer) && (other.kept.Item == e.kept.subject() || other.kept.Item == "")
		})
		if !answered {
			open = append(open, e)
		}
	}
	return open
}

func (r *rules) ofEvidence() {
	all, own, bad := int64(0), int64(0), int64(0)
	for _, e := range r.recent(longLook) {
		if e.kind.weighs() {
			all += e.count
			if e.kind.has(MarkSurvey) || e.source == SourceOfficer || e.source == SourceManagement {
				own += e.count
			}
		}
		if e.kind.has(MarkIncident) {
			bad += e.count
		}
	}
	r.when(all >= 3 && own == all, WarningThinSource)
	narrow := bad >= 3
	for _, e := range r.recent(2 * longLook) {
		narrow = narrow && (!e.kind.weighs() || e.kind.has(MarkIncident))
	}
	r.when(narrow, WarningNarrowEvidence)
	switch r.moment.held.code {
	case CodeHeldTasksOnly, CodeHeldContactMissing:
		r.when(true, WarningTasksWithoutContact)
	case CodeHeldWorkMissing:
		r.when(true, WarningContactWithoutProcedure)
	}
	o := r.moment.overall
	r.when(o.p >= one*70/100 && o.u > one*40/100, WarningGoodButUncertain)
	r.when(o.b > one*30/100 && o.d > one*30/100, WarningSplit)
	if r.day-r.since >= 180 && r.standing.State != StateUnknown {
		faults, busy, day, heavy := false, 0, never, false
		for _, e := range r.recent(180) {
			faults = faults || e.kind.Direction == DirectionLowers
			if e.day != day {
				day, busy = e.day, busy+1
			}
		}
		r.when(!faults && busy >= 90, WarningTooClean)
		for _, e := range r.recent(365) {
			heavy = heavy || e.kind.Weight == WeightMajor || e.kind.Weight == WeightGrave
		}
		r.when(r.standing.State == StateStrong && r.day-r.since >= 365 && !heavy, WarningComfort)
	}
}
