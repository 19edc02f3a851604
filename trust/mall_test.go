package trust_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/trust"
)

// mall is a shopping centre seen from its shops: four weeks of ordinary contact, then an order to observe
// only, four incidents in four weeks, and a new officer without a hand-over. With contact that goes on,
// only the order is new.
func mall(contactGoesOn bool) *story {
	s := &story{audience: rapport.AudienceStaff}
	for d := range 56 {
		if d%7 < 5 && (d < 28 || contactGoesOn) {
			s.add(d, trust.KindOnTimeOnPost, trust.SourceRecord)
			for range 2 {
				s.add(d, trust.KindRoutineContact, trust.SourceThird)
			}
			s.add(d, trust.KindSmallCourtesy, trust.SourceThird)
			if d%5 == 2 {
				s.add(d, trust.KindTipVolunteered, trust.SourceThird)
			}
			if d%7 == 4 {
				s.add(d, trust.KindWhyExplained, trust.SourceThird).add(d, trust.KindDistressMetWithCare, trust.SourceThird)
				s.add(d, trust.KindFamiliarFaceKept, trust.SourceThird)
			}
			if d%14 == 10 {
				s.add(d, trust.KindIncidentHandledWell, trust.SourceThird)
			}
		}
	}
	s.add(28, trust.KindMinimiseContactPolicy, trust.SourceManagement, about("order"))
	if !contactGoesOn {
		for _, d := range []int{31, 39, 45, 52} {
			s.add(d, trust.KindIncidentContact, trust.SourceRecord)
		}
		s.add(56, trust.KindPersonnelChangeUnannounced, trust.SourceThird, about("officer-d")).add(57, trust.KindHandoverMissing, trust.SourceThird, about("officer-d"))
		s.add(60, trust.KindClientReteachesSite, trust.SourceThird)
	}
	return s
}

func kindsOf(warnings []trust.Warning) []trust.WarningKind {
	kinds := []trust.WarningKind{}
	for _, w := range warnings {
		kinds = append(kinds, w.Kind)
	}
	return kinds
}

func TestAMallLosesTouchWhenContactIsForbidden(t *testing.T) {
	s := mall(false)
	for _, d := range []int{7, 14, 21, 27, 28, 35, 42, 49, 55, 56, 58, 63, 70} {
		at := s.on(t, d)
		t.Logf("day %d: %s near %s %s slowly %s value %.2f u %.2f %v alarm %s first: %s", d, at.State, at.Near, at.Trend, at.Slowly, at.Value, at.Overall.Uncertainty, kindsOf(at.Warnings), at.Alarm.Direction, at.Guidance.First)
	}
	for d := 8; d < 28; d++ {
		assert.GreaterOrEqual(t, s.on(t, d).Evidence+0.3, s.on(t, d-1).Evidence, "evidence grows")
	}
	first, second := s.on(t, 14).Value-s.on(t, 0).Value, s.on(t, 27).Value-s.on(t, 14).Value
	assert.Greater(t, first, second, "repeats count less and less")

	before, order := s.on(t, 27), s.on(t, 28)
	assert.InDelta(t, before.Value, order.Value, 0.02, "the order moves no number")
	assert.NotContains(t, kindsOf(before.Warnings), trust.WarningMinimiseContactPolicy)
	assert.Contains(t, kindsOf(order.Warnings), trust.WarningMinimiseContactPolicy, "the warning comes the day the order is given")

	for d := 36; d <= 55; d += 7 {
		assert.Less(t, s.on(t, d).Value, s.on(t, d-7).Value, "day %d", d)
		assert.Greater(t, s.on(t, d).Overall.Uncertainty, s.on(t, d-7).Overall.Uncertainty, "day %d", d)
	}
	end := s.on(t, 55)
	assert.Equal(t, trust.TrendFading, end.Trend, "nobody did wrong; that no incident is reported is no gain")
	assert.Contains(t, kindsOf(end.Warnings), trust.WarningIncidentOnlyContact)
	assert.Contains(t, kindsOf(end.Warnings), trust.WarningContactGap)

	change := s.on(t, 63)
	assert.Less(t, change.Value, s.on(t, 55).Value)
	assert.Equal(t, trust.TrendFalling, change.Trend)
	assert.Contains(t, kindsOf(change.Warnings), trust.WarningHandoverDue)
	assert.Equal(t, trust.StateGuarded, s.on(t, 70).State)
}

func TestAMallWhereContactGoesOnDoesNotDrift(t *testing.T) {
	s := mall(true)
	for _, d := range []int{42, 55} {
		at := s.on(t, d)
		assert.GreaterOrEqual(t, at.Value, s.on(t, 27).Value-0.01, "day %d", d)
		assert.NotContains(t, []trust.Trend{trust.TrendFalling, trust.TrendFading}, at.Trend)
		assert.NotContains(t, kindsOf(at.Warnings), trust.WarningIncidentOnlyContact)
		assert.Contains(t, kindsOf(at.Warnings), trust.WarningMinimiseContactPolicy)
	}
}

func TestAnEngagementTellsOfTheMall(t *testing.T) {
	s := mall(false)
	var tracker trust.Tracker
	l, err := tracker.Gather("mall", s.signals)
	assert.NoError(t, err)
	engage := func(d int) trust.Engagement {
		e, err := tracker.Engage(l, trust.Circle{Audience: rapport.AudienceStaff}, day(d))
		assert.NoError(t, err)
		return e
	}
	open, closed := engage(27), engage(58)
	assert.Equal(t, rapport.LevelModerate, open.Openness)
	assert.NotZero(t, open.Contacts)
	assert.Equal(t, rapport.LevelLow, closed.Openness, "no tip in a month is not good news")
	assert.Len(t, closed.Handovers, 1)
	assert.Equal(t, rapport.AnswerNo, closed.Handovers[0].Done)
	assert.Equal(t, "before", closed.Handovers[0].Steps[0].Phase)
	assert.Contains(t, kindsOf(closed.Warnings), trust.WarningContactOverdue)
}
