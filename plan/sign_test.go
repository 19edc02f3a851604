package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

// observed is a watch that is in order but for what was observed.
func observed(list ...plan.Observed) plan.Watch {
	w := upToDate()
	w.Signs = list
	return w
}

func TestEverySignCallsForActionsUntilItIsDealtWith(t *testing.T) {
	for _, e := range plan.Standard().Signs {
		around := rapport.ID("ms-a")
		if e.Protects == client.ProtectsPlace {
			around = "shop"
		}
		o := seen("o", e.ID, around, 0)
		p := programme(t, observed(o), day(0))
		a := actionOn(t, p, plan.ActionKindSign)
		assert.Equal(t, e.ID, a.Sign)
		assert.Equal(t, e.Urgency, a.Urgency)
		assert.Equal(t, e.Role, a.Role)
		assert.Equal(t, e.Measures, a.Measures)
		assert.Equal(t, e.EN.Do, a.Do)
		assert.Equal(t, []rapport.ID{"o"}, a.Observations)
		assert.Equal(t, e.Ahead, hasCode(a.Reasons, plan.CodeDateUnsaid))
		tell := actionOn(t, p, plan.ActionKindAnswer)
		assert.Equal(t, rapport.ID("porter"), tell.To)
		assert.Equal(t, on(7), tell.By)

		o.Dealt = on(0)
		p = programme(t, observed(o), day(0))
		assert.Empty(t, actionsOf(p, plan.ActionKindSign))
		assert.Len(t, actionsOf(p, plan.ActionKindAnswer), 1, "whoever reported still hears of it")

		o.Answered = on(0)
		p = programme(t, observed(o), day(0))
		assert.Empty(t, p.Actions)
		assert.True(t, hasCode(p.Reasons, plan.CodeSignsSettled))
		assert.Empty(t, programme(t, observed(), day(0)).Actions)
	}
}

func TestASignSeenAgainIsMoreUrgent(t *testing.T) {
	sign := func(days ...int) plan.Action {
		var list []plan.Observed
		for i, n := range days {
			list = append(list, seen(rapport.ID("o-"+string(rune('a'+i))), plan.SignBlindSpot, "shop", n))
		}
		return actionOn(t, programme(t, observed(list...), day(0)), plan.ActionKindSign)
	}
	cases := map[string]struct {
		days    []int
		urgency rapport.Urgency
		by      rapport.Date
	}{
		"once":                      {[]int{0}, rapport.UrgencySevenDays, on(7)},
		"twice on one day":          {[]int{0, 0}, rapport.UrgencySevenDays, on(7)},
		"on two days":               {[]int{-5, 0}, rapport.UrgencyThreeDays, on(2)},
		"on three days":             {[]int{-6, -1, 0}, rapport.UrgencyToday, on(0)},
		"on four days, not further": {[]int{-3, -2, -1, 0}, rapport.UrgencyToday, on(0)},
		"within fourteen days":      {[]int{-14, 0}, rapport.UrgencyToday, on(-7)},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			a := sign(c.days...)
			assert.Equal(t, c.urgency, a.Urgency)
			assert.Equal(t, c.by, a.By)
			assert.Len(t, a.Observations, len(c.days))
		})
	}
	before := seen("o-1", plan.SignBlindSpot, "shop", -14)
	before.Dealt = on(-13)
	a := actionOn(t, programme(t, observed(before, seen("o-2", plan.SignBlindSpot, "shop", 0)), day(0)), plan.ActionKindSign)
	assert.Equal(t, rapport.UrgencyThreeDays, a.Urgency, "what was dealt with and came back counts")
	assert.True(t, hasCode(a.Reasons, plan.CodeSignAgain))
	before.At, before.Dealt = day(-15), on(-14)
	a = actionOn(t, programme(t, observed(before, seen("o-2", plan.SignBlindSpot, "shop", 0)), day(0)), plan.ActionKindSign)
	assert.Equal(t, rapport.UrgencySevenDays, a.Urgency)
	elsewhere := programme(t, observed(seen("o-1", plan.SignBlindSpot, "ms-a", -1), seen("o-2", plan.SignBlindSpot, "shop", 0)), day(0))
	assert.Len(t, actionsOf(elsewhere, plan.ActionKindSign), 2, "somewhere else is not again")
}

func TestAThreatMakesASignMoreUrgentAndNeverLess(t *testing.T) {
	for _, e := range plan.Standard().Signs {
		around := rapport.ID("ms-a")
		if e.Protects == client.ProtectsPlace {
			around = "shop"
		}
		alone := actionOn(t, programme(t, observed(seen("o", e.ID, around, 0)), day(0)), plan.ActionKindSign)
		assert.True(t, hasCode(alone.Reasons, plan.CodeSignWithoutThreat), "%s", e.ID)
		for _, kind := range client.Standard().Threats {
			for level := rapport.LevelNone; int(level) <= int(rapport.LevelSevere); level++ {
				w := observed(seen("o", e.ID, around, 0))
				w.Threats = []client.Threat{aThreat("t", kind.ID, level)}
				made, err := plan.Planner{}.Programme(w, day(0))
				require.NoError(t, err)
				a := actionOn(t, made, plan.ActionKindSign)
				assert.Equal(t, a.Urgency, a.Urgency.Sooner(alone.Urgency), "never less")
				assert.LessOrEqual(t, a.By.Compare(alone.By), 0)
				if !hasCode(a.Reasons, plan.CodeThreatHastens) {
					assert.Equal(t, alone.Urgency, a.Urgency)
				} else if alone.Urgency != rapport.UrgencyNow {
					assert.NotEqual(t, alone.Urgency, a.Urgency)
				}
			}
		}
	}
	w := observed(seen("o", plan.SignHabitFixed, "ms-a", 0))
	for level, urgency := range map[rapport.Level]rapport.Urgency{
		rapport.LevelModerate: rapport.UrgencySevenDays, rapport.LevelHigh: rapport.UrgencyThreeDays, rapport.LevelSevere: rapport.UrgencyToday,
	} {
		w.Threats = []client.Threat{aThreat("t", client.ThreatStalking, level)}
		assert.Equal(t, urgency, actionOn(t, programme(t, w, day(0)), plan.ActionKindSign).Urgency)
	}
	w.Threats[0].Level, w.Threats[0].Aimed = rapport.LevelSevere, []rapport.ID{"mr-b"}
	assert.Equal(t, rapport.UrgencySevenDays, actionOn(t, programme(t, w, day(0)), plan.ActionKindSign).Urgency, "aimed at somebody else")
}

func TestAThreatThatItsSourceRaisedCountsAsPlannedFor(t *testing.T) {
	w := observed(seen("o", plan.SignHabitFixed, "ms-a", 0))
	w.Threats = []client.Threat{aThreat("t", client.ThreatStalking, rapport.LevelModerate)}
	w.Threats[0].Contacts = []client.Contact{{ID: "c", Kind: client.ContactWaiting, At: day(0), Setting: client.SettingResidentialLobby}}
	picture, err := client.Scorer{}.Picture(w.Threats[0], day(0))
	require.NoError(t, err)
	require.NotEmpty(t, picture.Raised)
	a := actionOn(t, programme(t, w, day(0)), plan.ActionKindSign)
	assert.Equal(t, rapport.UrgencyThreeDays, a.Urgency)
}

func TestASignOfADayAheadIsDealtWithBeforeIt(t *testing.T) {
	for n, urgency := range map[int]rapport.Urgency{
		60: rapport.UrgencyNextReview, 20: rapport.UrgencyThirtyDays, 8: rapport.UrgencySevenDays, 4: rapport.UrgencyThreeDays, 1: rapport.UrgencyToday, -2: rapport.UrgencyToday,
	} {
		o := seen("o", plan.SignDateAhead, "ms-a", -3)
		o.Before = on(n)
		a := actionOn(t, programme(t, observed(o), day(0)), plan.ActionKindSign)
		assert.Equal(t, urgency, a.Urgency, "%d", n)
		assert.Equal(t, on(n-1), a.By)
		assert.True(t, hasCode(a.Reasons, plan.CodeBeforeDate))
		assert.Equal(t, n < 0, hasCode(a.Reasons, plan.CodeActionLate))
	}
	o := seen("o", plan.SignLivePosting, "ms-a", 0)
	o.Before = on(30)
	assert.Equal(t, rapport.UrgencyThreeDays, actionOn(t, programme(t, observed(o), day(0)), plan.ActionKindSign).Urgency, "a day far off makes nothing less urgent")
	o.Before = on(1)
	assert.Equal(t, rapport.UrgencyToday, actionOn(t, programme(t, observed(o), day(0)), plan.ActionKindSign).Urgency)
}

func TestASignThatIsNotDealtWithInTimeIsForToday(t *testing.T) {
	a := actionOn(t, programme(t, observed(seen("o", plan.SignHabitFixed, "ms-a", -8)), day(0)), plan.ActionKindSign)
	assert.Equal(t, rapport.UrgencyToday, a.Urgency)
	assert.Equal(t, rapport.AnswerYes, a.Late)
	assert.True(t, hasCode(a.Reasons, plan.CodeActionLate))
	assert.Equal(t, on(-1), a.By)
}

func TestWhoeverReportedIsToldOnceForAllTheirReports(t *testing.T) {
	p := programme(t, observed(seen("o-1", plan.SignQuestions, "ms-a", -9), seen("o-2", plan.SignQuestions, "ms-a", 0)), day(0))
	a := actionOn(t, p, plan.ActionKindAnswer)
	assert.Equal(t, []rapport.ID{"o-1", "o-2"}, a.Observations)
	assert.Equal(t, on(-2), a.By)
	assert.Equal(t, rapport.UrgencyThreeDays, a.Urgency)

	nameless := plan.Observed{ID: "o", Sign: plan.SignQuestions, At: day(0)}
	p = programme(t, observed(nameless), day(0))
	assert.Empty(t, actionsOf(p, plan.ActionKindAnswer))
	assert.True(t, hasCode(actionOn(t, p, plan.ActionKindSign).Reasons, plan.CodeReporterUnsaid))
}

func TestEverySignAndWorkOfTheCatalogueHasAnOwnerAndWords(t *testing.T) {
	var s client.Scorer
	var p plan.Planner
	c := plan.Standard()
	looked := map[plan.Sign]bool{}
	require.Len(t, c.Signs, 30)
	for _, e := range c.Signs {
		assert.NotEmpty(t, e.Measures, "%s", e.ID)
		assert.NotEmpty(t, e.EN.Do, "%s", e.ID)
		assert.NotZero(t, e.Protects, "%s", e.ID)
		assert.NotZero(t, e.Urgency, "%s", e.ID)
		assertKnown(t, e.Measures, p.Measure)
		assertKnown(t, e.Threats, s.Threat)
		assertKnown(t, append(e.With, e.Role), s.Role)
	}
	for _, e := range c.Works {
		assert.NotEmpty(t, e.For, "%s", e.ID)
		assert.True(t, e.EveryDays > 0 || len(e.After) > 0, "%s", e.ID)
		assertKnown(t, e.Measures, p.Measure)
		assertKnown(t, e.Threats, s.Threat)
		assertKnown(t, e.Signs, p.Sign)
		assertKnown(t, []client.Role{e.Role}, s.Role)
		for _, x := range e.Signs {
			looked[x] = true
		}
		for _, x := range e.Sooner {
			assert.Less(t, x.EveryDays, e.EveryDays, "%s", e.ID)
			assertKnown(t, x.Settings, s.Setting)
		}
		for _, m := range e.Measures {
			if measure, _ := p.Measure(m); e.StaleDays > 0 && measure.LastsDays > 0 {
				assert.Equal(t, measure.LastsDays, e.StaleDays, "%s and %s count for as long", e.ID, m)
			}
		}
	}
	for _, e := range c.Signs {
		assert.True(t, looked[e.ID], "no work looks for %s", e.ID)
	}
	used := map[plan.Happening]bool{}
	for _, e := range c.Works {
		for _, a := range e.After {
			used[a.What] = true
		}
	}
	for _, e := range c.Happenings {
		assert.True(t, used[e.ID], "no work is due after %s", e.ID)
		assertKnown(t, e.Changes, s.LifeChange)
		assertKnown(t, e.Activities, s.Activity)
	}
}

func assertKnown[W ~string, E any](t testing.TB, words []W, find func(W) (E, bool)) {
	t.Helper()
	for _, w := range words {
		_, known := find(w)
		assert.True(t, known, "%s", w)
	}
}
