package trust

import (
	"strconv"

	"github.com/rapport-go/rapport"
)

// side reports whether one side of the band is active: four tenths of a point in 90 days, two
// signals or one heard from them. House judgement.
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
		if loop.Recurs == rapport.AnswerYes && loop.Closed == rapport.AnswerNo {
			r.about(loop.Item, WarningRecurringIssue)
		}
	}
	r.when(late > 0, WarningFeedbackLate, strconv.Itoa(late), oldest.String())
}
