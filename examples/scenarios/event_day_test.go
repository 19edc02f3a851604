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
)

func activityIDs(p client.Profile) []rapport.ID {
	var ids []rapport.ID
	for _, a := range p.Activities {
		ids = append(ids, a.ID)
	}
	return ids
}

func TestAt_AMeasurePutInForceCountsFromItsMoment(t *testing.T) {
	c := o1(t)
	at := day(c, 5)
	c.Events = append(c.Events, scenarios.Event{ID: "e-car", At: at, Text: "x", InForce: &scenarios.InForceEvent{Measure: plan.MeasureFollowCar, Person: "ms-a", Activity: "gym"}})
	assert.Equal(t, c.InForce, c.At(at.Add(-time.Second)).Brief.InForce)
	want := plan.InForce{ID: "e-car", Measure: plan.MeasureFollowCar, Person: "ms-a", Activity: "gym", Since: at}
	assert.Equal(t, append(slices.Clip(c.InForce), want), c.At(at).Brief.InForce)
	assert.Len(t, c.InForce, 1, "the case itself does not change")

	steps, err := c.Run(scenarios.Engines{}, at)
	require.NoError(t, err)
	step := steps[len(steps)-2]
	require.Equal(t, rapport.ID("e-car"), step.Event.ID)
	assert.Contains(t, step.State.Brief.InForce, want, "beside what the plan before it chose")
	assert.Greater(t, len(step.State.Brief.InForce), 2)
	assert.True(t, slices.ContainsFunc(step.Plan.Changes, func(x plan.Change) bool { return x.InForce == "e-car" }), "the plan says what becomes of it")
}

func TestRun_AMeasurePutInForceAtTheStartCountsForTheFirstPlan(t *testing.T) {
	c := o1(t)
	c.Events = []scenarios.Event{{ID: "e-car", At: c.Start, Text: "x", InForce: &scenarios.InForceEvent{Measure: plan.MeasureFollowCar}}}
	steps, err := c.Run(scenarios.Engines{}, c.Start)
	require.NoError(t, err)
	assert.Len(t, steps[0].State.Brief.InForce, 2)
}

func TestAt_AnActivityCalledOffGoesWithWhatRestsOnIt(t *testing.T) {
	c := o1(t)
	at := day(c, 5)
	c.InForce = append(c.InForce, plan.InForce{ID: "car", Measure: plan.MeasureFollowCar, Person: "ms-a", Activity: "gym"})
	c.Facts = append([]plan.Fact{{Condition: plan.ConditionVenueAgrees, Person: "ms-a", Activity: "gym"}}, c.Facts...)
	c.Events = append(c.Events,
		scenarios.Event{ID: "e-off", At: at, Text: "x", CalledOff: &scenarios.CalledOffEvent{Person: "ms-a", Activity: "gym"}},
		scenarios.Event{ID: "e-back", At: at.AddDate(0, 0, 2), Text: "x", Activity: &scenarios.ActivityEvent{Person: "ms-a", Activity: client.Activity{ID: "gym", Kind: client.ActivityExercise}}})
	before, off, back := c.At(at.Add(-time.Second)).Brief, c.At(at).Brief, c.At(at.AddDate(0, 0, 2)).Brief
	assert.Contains(t, activityIDs(before.People[0]), rapport.ID("gym"))
	want := slices.DeleteFunc(activityIDs(before.People[0]), func(id rapport.ID) bool { return id == "gym" })
	assert.Equal(t, want, activityIDs(off.People[0]))
	assert.Equal(t, append(want, "gym"), activityIDs(back.People[0]))
	assert.Equal(t, c.InForce[:1], off.InForce)
	assert.Equal(t, c.Facts[1:], off.Facts)
	assert.Len(t, c.Facts, 3, "the case itself does not change")

	steps, err := c.Run(scenarios.Engines{}, at)
	require.NoError(t, err, "what was planned for the activity is not in force without it")
	for _, e := range steps[len(steps)-1].Plan.Entries {
		assert.NotEqual(t, rapport.ID("gym"), e.Activity)
	}
}

func TestCheck_ProblemsKeepTheirPlaceInTheFileWhenAnActivityIsCalledOff(t *testing.T) {
	c := o1(t)
	coffee := slices.IndexFunc(c.People[0].Activities, func(a client.Activity) bool { return a.ID == "coffee" })
	c.People[0].Activities[coffee].Kind = "bad-word"
	c.Events = append(c.Events,
		scenarios.Event{ID: "e-car", At: day(c, 4), Text: "x", InForce: &scenarios.InForceEvent{Measure: "bad-word", Person: "ms-a", Activity: "gym"}},
		scenarios.Event{ID: "e-shoot", At: day(c, 4), Text: "x", Activity: &scenarios.ActivityEvent{Person: "ms-a", Activity: client.Activity{ID: "shoot", Kind: "bad-word"}}},
		scenarios.Event{ID: "e-off", At: day(c, 5), Text: "x", CalledOff: &scenarios.CalledOffEvent{Person: "ms-a", Activity: "gym"}},
		scenarios.Event{ID: "e-out", At: day(c, 6), Text: "x", InForce: &scenarios.InForceEvent{Measure: "bad-word"}})
	n := len(c.Events) - 4
	found := map[rapport.Pointer]bool{}
	for _, p := range rapport.Problems(c.Check(scenarios.Engines{})) {
		found[p.Pointer] = true
	}
	event := rapport.Pointer("/events")
	for _, want := range []rapport.Pointer{
		rapport.Pointer("/people/0/activities").Index(coffee).Child("kind"),
		event.Index(n) + "/in_force/measure", event.Index(n+1) + "/activity/activity/kind", event.Index(n+3) + "/in_force/measure",
	} {
		assert.True(t, found[want], "%s is named in %v", want, found)
	}
}

func TestAt_ANewAssessmentStandsForItself(t *testing.T) {
	c := o1(t)
	c.Threats[0].Intent, c.Threats[0].Assumptions = rapport.LevelHigh, []client.Assumption{{ID: "a", Text: "He only writes."}}
	given := []client.Assumption{{ID: "b", Text: "He comes alone."}}
	c.Events = append(c.Events, scenarios.Event{ID: "e-new", At: day(c, 15), Text: "x", Assessment: &scenarios.AssessmentEvent{
		Threat: "t-writer", Level: rapport.LevelHigh, Assessor: client.AssessorIndependent, Capability: rapport.LevelLow, Assumptions: given}})
	before, after := c.At(day(c, 14)).Brief.Threats[0], c.At(day(c, 15)).Brief.Threats[0]
	assert.Equal(t, rapport.LevelHigh, before.Intent)
	assert.Equal(t, c.Threats[0].Assumptions, before.Assumptions)
	assert.Equal(t, rapport.LevelUnknown, after.Intent)
	assert.Equal(t, rapport.LevelLow, after.Capability)
	assert.Equal(t, given, after.Assumptions)
	after.Assumptions[0].Text = "changed"
	assert.Equal(t, "He comes alone.", given[0].Text, "the state shares no memory with the event")
}
