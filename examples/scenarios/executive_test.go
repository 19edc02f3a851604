package scenarios_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/examples/scenarios"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/trust"
)

func named(t *testing.T, name string) scenarios.Case {
	t.Helper()
	c, ok := scenarios.Named(name)
	require.True(t, ok)
	return c
}

// levelAt is the level at which a threat has to be planned for in a setting at a moment.
func levelAt(t *testing.T, c scenarios.Case, threat rapport.ID, where client.Setting, at time.Time) rapport.Level {
	t.Helper()
	threats := c.At(at).Brief.Threats
	i := slices.IndexFunc(threats, func(x client.Threat) bool { return x.ID == threat })
	require.GreaterOrEqual(t, i, 0)
	picture, err := client.Scorer{}.Picture(threats[i], at)
	require.NoError(t, err)
	return client.Scorer{}.LevelAt(picture, where)
}

// clock is a time of a day of a case.
func clock(c scenarios.Case, n, hour, minute int) time.Time {
	d := c.Start.AddDate(0, 0, n)
	return time.Date(d.Year(), d.Month(), d.Day(), hour, minute, 0, 0, c.Start.Location())
}

func without(c scenarios.Case, ids ...rapport.ID) scenarios.Case {
	c.Events = slices.DeleteFunc(slices.Clone(c.Events), func(e scenarios.Event) bool { return slices.Contains(ids, e.ID) })
	return c
}

func TestExecutive_RunsThroughItsWholeTimeline(t *testing.T) {
	c := named(t, "o3")
	for _, n := range []int{0, 1, 3, 17, 30, 31} {
		assert.NotEmpty(t, last(t, c, n).Plan.Entries, "day %d", n)
	}
}

func TestExecutive_SomebodySeenByHisHouseMakesTheThreatHighThere(t *testing.T) {
	c := named(t, "o3")
	seen := clock(c, 30, 22, 0)
	for _, n := range []int{0, 3, 17, 29} {
		assert.Equal(t, rapport.LevelModerate, levelAt(t, c, "t-messages", client.SettingHome, day(c, n)), "day %d", n)
	}
	assert.Equal(t, rapport.LevelHigh, levelAt(t, c, "t-messages", client.SettingHome, seen))
	assert.Equal(t, rapport.LevelHigh, levelAt(t, c, "t-messages", client.SettingOwnCar, seen))

	quiet := without(c, "e-seen", "e-high")
	assert.Equal(t, rapport.LevelModerate, levelAt(t, quiet, "t-messages", client.SettingHome, seen))
	unread := without(c, "e-high")
	picture, err := client.Scorer{}.Picture(unread.At(seen).Brief.Threats[0], seen)
	require.NoError(t, err)
	assert.True(t, slices.ContainsFunc(picture.Places, func(p client.KnownPlace) bool { return p.Setting == client.SettingHome }), "the source knows the home")
}

func TestExecutive_TheTrialIsAMeasurePutInForceOnItsNamedDays(t *testing.T) {
	c := named(t, "o3")
	before, after := c.At(clock(c, 3, 8, 0)).Brief, c.At(clock(c, 3, 12, 0)).Brief
	assert.Len(t, after.InForce, len(before.InForce)+1)
	trial := after.InForce[len(after.InForce)-1]
	assert.Equal(t, plan.MeasureDriverNamedDays, trial.Measure)
	assert.Contains(t, activityIDs(after.People[0]), trial.Activity)
	assert.NotContains(t, activityIDs(before.People[0]), trial.Activity)
	week := func(id rapport.ID) (days []rapport.Day) {
		for _, a := range after.People[0].Activities {
			if a.ID == id {
				days = a.Weekly[0].Days
			}
		}
		return days
	}
	assert.ElementsMatch(t, []rapport.Day{rapport.DayMon, rapport.DayTue, rapport.DayWed, rapport.DayThu, rapport.DayFri}, append(week("morning"), week(trial.Activity)...))
	step := last(t, c, 3)
	assert.True(t, slices.ContainsFunc(step.Plan.Entries, func(e plan.Entry) bool {
		return e.Measure == plan.MeasureDriverNamedDays && e.Activity == trial.Activity
	}), "what was agreed stands in the plan")
}

func TestExecutive_WhatHeSaysMovesHisProfileAndNothingElse(t *testing.T) {
	c := named(t, "o3")
	feeling := func(n int) rapport.Feeling {
		at := clock(c, n, 12, 0)
		f, _, _ := client.Scorer{}.Feeling(c.At(at).Brief.People[0], client.ElementDriverTrainedUnarmed, client.SettingDrivenCar, at)
		return f
	}
	assert.Equal(t, rapport.FeelingNotAsked, feeling(16))
	assert.Equal(t, rapport.FeelingPlus1, feeling(17))
	before, after := c.At(clock(c, 31, 9, 0)), c.At(c.Now)
	assert.Empty(t, before.Brief.Refusals)
	require.Len(t, after.Brief.Refusals, 1)
	assert.Equal(t, plan.MeasureArmedDriver, after.Brief.Refusals[0].Measure)
	assert.Equal(t, []rapport.ID{"mr-c"}, after.Brief.Refusals[0].By)
	assert.Equal(t, before.Brief.Threats, after.Brief.Threats, "a refusal changes no threat")
	assert.Equal(t, before.Brief.InForce, after.Brief.InForce, "and ends nothing that he accepts")
}

func TestExecutive_TheArmedDriverIsAnOptionUntilHeRefusesItAndInNoPlan(t *testing.T) {
	c := named(t, "o3")
	steps, err := c.Run(scenarios.Engines{}, c.Now)
	require.NoError(t, err)
	for _, s := range steps {
		offered := slices.ContainsFunc(s.Plan.Options, func(e plan.Entry) bool { return e.Measure == plan.MeasureArmedDriver })
		assert.Equal(t, len(s.State.Brief.Refusals) == 0, offered, "day %d", c.Day(s.At))
		for _, e := range s.Plan.Entries {
			assert.NotContains(t, []plan.MeasureID{plan.MeasureArmedDriver, plan.MeasureArmedOfficer}, e.Measure, "day %d", c.Day(s.At))
		}
	}
}

func TestExecutive_WhoDecidesBelowTheFloorIsNotHe(t *testing.T) {
	c := named(t, "o3")
	assert.Equal(t, []rapport.ID{"security-head"}, c.Mandate.Decides(client.MatterBelowFloor, c.People[0]).By)
	assert.Equal(t, []rapport.ID{"mr-c"}, c.Mandate.Decides(client.MatterDay, c.People[0]).By)
}

func TestExecutive_TwoRefusalsHeardCountForTrust(t *testing.T) {
	c := named(t, "o3")
	var heard []trust.Kind
	for _, s := range c.Heard(c.Now) {
		heard = append(heard, s.Kind)
	}
	assert.Equal(t, 2, len(slices.DeleteFunc(slices.Clone(heard), func(k trust.Kind) bool { return k != trust.KindRefusalRespected })))
	up := func(c scenarios.Case) float64 {
		list, err := c.Standings(scenarios.Engines{}, c.Now)
		require.NoError(t, err)
		i := slices.IndexFunc(list, func(s trust.Standing) bool { return s.Audience == rapport.AudiencePrincipal })
		require.GreaterOrEqual(t, i, 0)
		return list[i].Unheld
	}
	assert.Greater(t, up(c), up(without(c, "e-heard")))
}
