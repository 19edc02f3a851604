package trust

import (
	"cmp"
	"slices"

	"github.com/rapport-go/rapport"
)

// handovers lists changes of known people with the list to work through.
func (g *engaging) handovers() {
	g.Handovers = []Handover{}
	open := g.unanswered(MarkLeaving, MarkHandedOver)
	for _, e := range g.recent(longLook) {
		if !e.kind.has(MarkLeaving) || e.count == 0 {
			continue
		}
		h := Handover{Item: e.kept.subject(), Leaves: dateOf(e.day), Done: rapport.AnswerYes, Steps: []HandoverEntry{}}
		if !e.kept.Due.IsZero() {
			h.Leaves = rapport.DateOf(e.kept.Due.UTC())
		}
		at := rapport.Path("/handovers").Element(string(h.Item))
		if slices.ContainsFunc(open, func(o event) bool { return o.kept == e.kept }) {
			h.Done, h.Steps = rapport.AnswerNo, g.tracker.steps()
			g.because(CodeHandoverOpen, at, -2, h.Leaves.String())
			g.warn(WarningHandoverDue, at, h.Leaves.String())
		} else {
			g.because(CodeHandoverDone, at, 1, g.handedOver(e).String())
		}
		g.Handovers = append(g.Handovers, h)
	}
	slices.SortStableFunc(g.Handovers, func(a, b Handover) int { return cmp.Or(a.Leaves.Compare(b.Leaves), cmp.Compare(a.Item, b.Item)) })
}

// handedOver returns the day on which the hand-over of a change was done.
func (v *view) handedOver(change event) rapport.Date {
	for _, e := range v.events {
		if e.kept != nil && e.kind.has(MarkHandedOver) && (e.kept.Item == change.kept.subject() || e.kept.Item == "") && e.day >= change.day {
			return dateOf(e.day)
		}
	}
	return dateOf(change.day)
}

// steps returns the list for a hand-over: before, on the day, after, each by word.
func (t Tracker) steps() []HandoverEntry {
	list := slices.Clone(t.table().handover)
	slices.SortStableFunc(list, func(a, b HandoverEntry) int {
		return cmp.Compare(slices.Index(phases[:], a.Phase), slices.Index(phases[:], b.Phase))
	})
	return list
}

// stakeholders says which contacts have grown stale and who could stand in.
func (g *engaging) stakeholders() {
	const ready = 180
	g.Stakeholders = make([]StakeholderState, 0, len(g.circle.Stakeholders))
	overdue := map[rapport.ID]int{}
	for _, s := range g.circle.Stakeholders {
		state := StakeholderState{ID: s.ID, Stale: rapport.AnswerYes}
		of := map[rapport.ID]bool{}
		for _, known := range s.Known {
			state.Last = later(state.Last, known.On)
			if g.day-dayOf(known.On) <= ready {
				of[known.By] = true
			}
		}
		state.Ready = len(of)
		at := rapport.Path("/stakeholders").Element(string(s.ID))
		if state.Last.IsZero() {
			overdue[s.ID] = 1 << 30
			g.because(CodeStakeholderNever, at, -2)
		} else {
			quiet := g.day - dayOf(state.Last)
			overdue[s.ID] = quiet - s.Interval
			if 2*quiet > 3*s.Interval {
				g.warn(WarningStakeholderStale, at, days(quiet))
				g.because(CodeStakeholderStale, at, -1, days(quiet), days(s.Interval))
			} else {
				state.Stale = rapport.AnswerNo
				g.because(CodeStakeholderFresh, at, 1, days(quiet), days(s.Interval))
			}
		}
		if state.Ready < 2 {
			g.because(CodeStakeholderSingle, at, -1, days(state.Ready))
			if state.Ready == 1 {
				g.warn(WarningStakeholderSingle, at)
			}
		}
		g.Stakeholders = append(g.Stakeholders, state)
	}
	slices.SortFunc(g.Stakeholders, func(a, b StakeholderState) int {
		return cmp.Or(cmp.Compare(overdue[b.ID], overdue[a.ID]), cmp.Compare(a.ID, b.ID))
	})
}
