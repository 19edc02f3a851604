package scenarios_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/examples/scenarios"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

func o2(t *testing.T) scenarios.Case {
	t.Helper()
	c, ok := scenarios.Named("o2")
	require.True(t, ok)
	return c
}

// last runs a case to the end of a day and returns the last step.
func last(t *testing.T, c scenarios.Case, n int) scenarios.Step {
	t.Helper()
	steps, err := c.Run(scenarios.Engines{}, c.Start.AddDate(0, 0, n).Add(12*time.Hour))
	require.NoError(t, err)
	return steps[len(steps)-1]
}

// planned lists the measures that work for one person, with their activities.
func planned(s scenarios.Step, person rapport.ID) []string {
	list := []string{}
	for _, e := range s.Plan.Entries {
		if slices.Contains(e.People, person) {
			list = append(list, string(e.Measure)+" "+string(e.Activity))
		}
	}
	return list
}

func TestFamily_RunsThroughItsWholeTimeline(t *testing.T) {
	c := o2(t)
	for _, n := range []int{0, 20, 21, 25, 60, 61} {
		assert.NotEmpty(t, last(t, c, n).Plan.Entries, "day %d", n)
	}
	state := c.At(c.Start.AddDate(0, 0, 61).Add(12 * time.Hour))
	assert.Equal(t, privacy.AtomLeaver, state.Register.Circumstances[0].Kind)
	assert.Equal(t, client.ChangeHouseholdStaffLeaves, state.Brief.People[3].Changes[0].Kind)
	assert.Equal(t, 21, c.Day(c.Start.AddDate(0, 0, 21)))
}

func TestFamily_IsLookedAtAgainBeforeTheSaleAndSteppedUpAfterIt(t *testing.T) {
	c := o2(t)
	announced := rapport.DateOf(c.People[0].Changes[0].On.Start(c.Now.Location()))
	assert.Negative(t, c.Threats[0].ReviewOn.Compare(announced), "the look comes before the news")
	before, after := last(t, c, 20), last(t, c, 21)
	for _, p := range c.People {
		assert.Greater(t, len(planned(after, p.ID)), len(planned(before, p.ID)), p.ID)
	}
	quiet := o2(t)
	quiet.Events = slices.DeleteFunc(quiet.Events, func(e scenarios.Event) bool { return e.ID == "e-sale" })
	assert.Equal(t, planned(before, "child-b"), planned(last(t, quiet, 21), "child-b"))
}

func TestFamily_TwoChildrenHaveTwoScoresAndTwoPlans(t *testing.T) {
	c := o2(t)
	step := last(t, c, 21)
	people := step.State.Brief.People
	scores := map[rapport.ID]client.Scores{}
	for _, p := range people {
		s, err := client.Score(p, step.At)
		require.NoError(t, err)
		scores[p.ID] = s
	}
	teen, child := scores["teen-b"], scores["child-b"]
	assert.NotEqual(t, teen.Tolerances, child.Tolerances)
	assert.NotEmpty(t, teen.Dimensions)
	assert.Empty(t, child.Dimensions, "a small child is asked no scales")
	assert.NotEqual(t, planned(step, "teen-b"), planned(step, "child-b"))

	calm := o2(t)
	calm.People[2].Reactions = calm.People[2].Reactions[1:]
	moved := last(t, calm, 21).State.Brief.People
	movedTeen, err := client.Score(moved[2], step.At)
	require.NoError(t, err)
	movedChild, err := client.Score(moved[3], step.At)
	require.NoError(t, err)
	assert.NotEqual(t, teen.Control, movedTeen.Control)
	assert.Equal(t, child, movedChild)
}

func TestFamily_SchoolMeasuresGoWithTheChildrenAndNothingElseFalls(t *testing.T) {
	measures := func(s scenarios.Step) []plan.MeasureID {
		var list []plan.MeasureID
		for _, e := range s.Plan.Entries {
			list = append(list, e.Measure)
		}
		return list
	}
	with := last(t, o2(t), 21)
	assert.Contains(t, measures(with), plan.MeasureFamiliarSchoolRun)
	assert.Contains(t, measures(with), plan.MeasureSchoolLiaison)
	for _, l := range with.Plan.Looks {
		if l.Person == "child-b" || l.Person == "teen-b" {
			assert.False(t, l.Near.Compare(rapport.VisibilityLowProfile) > 0, "%s %s", l.Activity, l.Near)
		}
	}

	c := o2(t)
	c.People, c.Threats, c.CovertAgreed = c.People[:2], c.Threats[:1], c.CovertAgreed[:2]
	c.InForce, c.Asks, c.Notes, c.Register = nil, nil, nil, privacy.Register{}
	c.Events = slices.DeleteFunc(c.Events, func(e scenarios.Event) bool { return e.ID != "e-sale" })
	c.Facts = slices.DeleteFunc(c.Facts, func(f plan.Fact) bool { return f.Person == "teen-b" })
	without := last(t, c, 21)
	assert.NotContains(t, measures(without), plan.MeasureFamiliarSchoolRun)
	assert.NotContains(t, measures(without), plan.MeasureSchoolLiaison)
	for _, r := range without.Plan.Rows {
		i := slices.IndexFunc(with.Plan.Rows, func(o plan.Row) bool { return o.ID == r.ID })
		if i >= 0 && with.Plan.Rows[i].Met == rapport.AnswerYes {
			assert.Equal(t, rapport.AnswerYes, r.Met, r.ID)
		}
	}
}

func TestFamily_WealthThatIsPublicAtTheStartStartsHigher(t *testing.T) {
	c := o2(t)
	c.Threats[0].Level = rapport.LevelModerate
	assert.Equal(t, planned(last(t, o2(t), 21), "child-b"), planned(last(t, c, 0), "child-b"), "the same family of measures, three weeks earlier")
	assert.Greater(t, len(planned(last(t, c, 0), "child-b")), len(planned(last(t, o2(t), 0), "child-b")))
}

func TestAt_SharesNoMemoryOfAFamilyWithTheCase(t *testing.T) {
	c := o2(t)
	c.People[0].Wishes[0].People = []rapport.ID{"a"}
	c.People[0].Overrides = []client.Override{{ID: "o"}}
	c.People[0].Evidence[0].Scale = client.Scale{For: []int{4}, Against: []int{2}}
	c.Threats[0].Activities = []rapport.ID{"c-run"}
	want, err := json.Marshal(c)
	require.NoError(t, err)
	b := c.At(c.Now).Brief
	mother, child := &b.People[0], &b.People[3]
	mother.Dependants[0], mother.Wishes[0].People[0], mother.Concerns[1].About[0] = "changed", "changed", "changed"
	mother.Changes[0].Words, mother.Overrides[0].ID, mother.Activities[1].Levers[0] = "changed", "changed", client.LeverDay
	mother.Evidence[0].Scale.For[0], mother.Evidence[0].Scale.Against[0] = 1, 1
	child.Guardians[0], child.Needs[0].Kind = "changed", "changed"
	b.Threats[0].Assumptions[0].Text, b.Threats[0].Activities[0] = "changed", "changed"
	b.Mandate.Rights[0].By, b.Mandate.Parties[0].Members[0] = "changed", "changed"
	b.Mandate.Parties[1].ID = "changed"
	got, err := json.Marshal(c)
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got))
}
