package trust

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/rapport-go/rapport"
)

// Warning is something a professional would speak up about. It lowers no value by itself.
type Warning struct {
	// Kind is the word.
	Kind WarningKind `json:"kind"`
	// Urgency says how soon something is to be done.
	Urgency rapport.Urgency `json:"urgency"`
	// Subject is what caused it, by its ID; empty where it is the relationship as a whole.
	Subject rapport.Path `json:"subject,omitzero"`
	// Args fill the blanks of the text, in order.
	Args []string `json:"args,omitzero"`
	// Text is what is the matter.
	Text string `json:"text"`
	// Next is what to do about it.
	Next string `json:"next"`
}

// warn words a warning.
func (t Tracker) warn(kind WarningKind, subject rapport.Path, args ...string) Warning {
	entry, _ := t.table().warnings.find(kind)
	return Warning{Kind: kind, Urgency: entry.Urgency, Subject: subject, Args: args, Text: rapport.Fill(entry.EN.Says, args...), Next: entry.EN.Next}
}

// sortWarnings puts the most urgent first, then goes by word and subject; the list is never nil.
func sortWarnings(list []Warning) []Warning {
	if len(list) == 0 {
		return []Warning{}
	}
	slices.SortFunc(list, func(a, b Warning) int {
		return cmp.Or(cmp.Compare(a.Urgency, b.Urgency), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Subject, b.Subject))
	})
	return list
}

// rules is a set of warnings being collected.
type rules struct {
	*conclusion
	list []Warning
}

func (r *rules) when(holds bool, kind WarningKind, args ...string) {
	if holds {
		r.list = append(r.list, r.tracker.warn(kind, "", args...))
	}
}

func (r *rules) about(item rapport.ID, kind WarningKind, args ...string) {
	r.list = append(r.list, r.tracker.warn(kind, rapport.Path("/items").Element(string(item)), args...))
}

// warnings asks all rules; none stops another.
func (c *conclusion) warnings() []Warning {
	if c.since == never {
		return []Warning{}
	}
	r := rules{conclusion: c}
	r.ofContact()
	r.ofEvidence()
	r.ofManner()
	r.ofContinuity()
	r.ofPromises()
	r.ofBreaches()
	r.ofCourse()
	r.ofOthers()
	return sortWarnings(r.list)
}

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

// side reports whether one side of the band is active: half a point against us in 90 days.
func (v *view) side(mark Mark) bool {
	sum := micro(0)
	for _, e := range v.recent(longLook) {
		if e.kind.has(mark) {
			sum += e.amount
		}
	}
	return sum >= one*4/10
}

func (r *rules) ofManner() {
	r.when(r.side(MarkOverFamiliar), WarningOverFamiliar)
	r.when(r.side(MarkCold), WarningTooCold)
	r.when(r.count(longLook, MarkFavourHabit) > 0 || r.count(trendFrom, MarkFavour) >= 3, WarningFavourHabit)
	sources := map[Source]bool{}
	for _, e := range r.recent(longLook) {
		if e.kind.has(MarkUnfair) {
			sources[e.source] = true
		}
	}
	r.when(len(sources) >= 2, WarningUnequalTreatment)
}

func (r *rules) ofContinuity() {
	for _, e := range r.unanswered(MarkLeaving, MarkHandedOver) {
		if e.day > r.day-longLook {
			leaves := dateOf(e.day)
			if !e.kept.Due.IsZero() {
				leaves = rapport.DateOf(e.kept.Due.UTC())
			}
			r.about(e.kept.subject(), WarningHandoverDue, leaves.String())
		}
	}
	left := r.count(longLook, MarkLeaving)
	r.when(left >= 3 || r.count(longLook, MarkTurnover) > 0, WarningContinuityRisk, decimal(max(left, 3)))
	visit := never
	for _, e := range r.events {
		if e.kind.has(MarkVisit) {
			visit = e.day
		}
	}
	fine := r.standing.State == StateWorking || r.standing.State == StateStrong
	if fine && visit != never && r.day-visit > r.audience.Grace {
		r.when(true, WarningGreenSiteSkipped, days(r.day-visit))
	}
}

func (r *rules) ofPromises() {
	for _, e := range r.unanswered(MarkOverPromise, MarkPromiseCorrected) {
		r.about(e.kept.subject(), WarningOverPromised)
	}
	late, oldest := 0, rapport.Date{}
	for _, loop := range r.tracker.loops(r.view) {
		if len(loop.Late) > 0 && loop.Closed == rapport.AnswerNo {
			if late++; oldest.IsZero() || loop.LateSince.Compare(oldest) < 0 {
				oldest = loop.LateSince
			}
		}
		if loop.Recurs == rapport.AnswerYes {
			r.about(loop.Item, WarningRecurringIssue)
		}
	}
	r.when(late > 0, WarningFeedbackLate, strconv.Itoa(late), oldest.String())
}
