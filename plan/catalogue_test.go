package plan_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/pack"
	"github.com/rapport-go/rapport/internal/roomtest"
	"github.com/rapport-go/rapport/internal/wording"
	"github.com/rapport-go/rapport/plan"
)

func TestWhatAPlanSaysPromisesNothing(t *testing.T) {
	for _, n := range []int{0, 3, 14} {
		for _, r := range compose(t, stalkedActor(n), day(n)).Residuals {
			assert.Empty(t, wording.Check(r.Text), "%s", r.Text)
			assert.NotContains(t, r.Text, "{")
		}
	}
}

func TestEveryWordOfTheCatalogueHasAnOwner(t *testing.T) {
	var s client.Scorer
	var p plan.Planner
	c := plan.Standard()
	groups, conditions, laws, variants := map[plan.Group]bool{}, map[plan.Condition]bool{}, map[plan.Law]bool{}, map[plan.Variant]bool{}
	for _, x := range c.Groups {
		groups[x.ID] = true
	}
	for _, x := range c.Conditions {
		conditions[x.ID] = true
	}
	for _, x := range c.Laws {
		laws[x.ID] = true
	}
	for _, x := range c.Variants {
		variants[x.ID] = true
	}
	used := map[string]bool{}
	for _, m := range c.Measures {
		used[string(m.Group)] = true
		assert.True(t, groups[m.Group], "%s", m.ID)
		for _, e := range m.Effects {
			_, known := s.Threat(e.Threat)
			assert.True(t, known, "%s %s", m.ID, e.Threat)
		}
		for _, x := range m.Settings {
			_, known := s.Setting(x)
			assert.True(t, known, "%s %s", m.ID, x)
		}
		for _, x := range m.Activities {
			_, known := s.Activity(x)
			assert.True(t, known, "%s %s", m.ID, x)
		}
		for _, x := range m.Shows {
			_, known := s.Element(x)
			assert.True(t, known, "%s %s", m.ID, x)
		}
		for _, x := range m.Roles {
			role, known := s.Role(x)
			assert.True(t, known, "%s %s", m.ID, x)
			assert.Contains(t, []client.Side{client.SideFirm, client.SideClient}, role.Side, "%s is carried out by %s", m.ID, x)
		}
		for _, x := range m.LeansOn {
			role, known := s.Role(x)
			assert.True(t, known, "%s %s", m.ID, x)
			assert.NotEqual(t, client.SideFirm, role.Side, "%s leans on its own firm", m.ID)
			assert.NotContains(t, m.Roles, x, "%s", m.ID)
		}
		for _, x := range m.Knows {
			_, known := s.Category(x)
			assert.True(t, known, "%s %s", m.ID, x)
		}
		for _, x := range slices.Concat(m.Requires, m.Excludes, m.LighterFormOf) {
			_, known := p.Measure(x)
			assert.True(t, known, "%s %s", m.ID, x)
			assert.NotEqual(t, m.ID, x)
		}
		for _, x := range m.OnlyIf {
			used[string(x)] = true
			assert.True(t, conditions[x], "%s %s", m.ID, x)
		}
		for _, x := range m.Law {
			used[string(x)] = true
			assert.True(t, laws[x], "%s %s", m.ID, x)
		}
		for _, x := range m.Variants {
			used[string(x)] = true
			assert.True(t, variants[x], "%s %s", m.ID, x)
		}
	}
	for _, e := range c.Expected {
		_, known := p.Measure(e.Measure)
		assert.True(t, known, "%s", e.ID)
		kind := string(e.Threat)
		if kind == "" {
			kind = "any"
		} else {
			_, known = s.Threat(e.Threat)
			assert.True(t, known, "%s", e.ID)
		}
		for _, x := range e.OnlyIf {
			assert.True(t, conditions[x], "%s %s", e.ID, x)
		}
		assert.Equal(t, kind+"-"+string(e.Measure), e.ID)
	}
	for _, list := range [][]string{wordsOf(groups), wordsOf(conditions), wordsOf(laws), wordsOf(variants)} {
		for _, x := range list {
			assert.True(t, used[x], "%s is used by no measure", x)
		}
	}
}

func wordsOf[W ~string](set map[W]bool) []string {
	var list []string
	for w := range set {
		list = append(list, string(w))
	}
	return list
}

func TestThereIsMuchToChooseFrom(t *testing.T) {
	assert.GreaterOrEqual(t, len(plan.Standard().Measures), 80)
}

func TestEveryMeasureSaysWhatItIs(t *testing.T) {
	for _, m := range plan.Standard().Measures {
		assert.NotZero(t, m.Scope, "%s", m.ID)
		assert.NotZero(t, m.Mode, "%s", m.ID)
		assert.NotZero(t, m.Layer, "%s", m.ID)
		assert.NotZero(t, m.Protects, "%s", m.ID)
		assert.NotZero(t, m.Visibility, "%s", m.ID)
		assert.NotEmpty(t, m.Functions, "%s", m.ID)
		assert.NotEmpty(t, m.Settings, "%s", m.ID)
		assert.NotEmpty(t, m.Roles, "%s", m.ID)
		assert.NotEmpty(t, m.EN.Limits, "%s", m.ID)
		assert.Equal(t, m.LastResort, m.EN.Ends != "", "%s: a last resort, and nothing else, names what ends it", m.ID)
		assert.GreaterOrEqual(t, m.LastsDays, 0, "%s", m.ID)
		require.NotEmpty(t, m.Effects, "%s", m.ID)
		for i, e := range m.Effects {
			assert.Equal(t, rapport.AnswerYes, e.Band.AtLeast(rapport.BandSlight), "%s %s", m.ID, e.Threat)
			assert.False(t, slices.ContainsFunc(m.Effects[:i], func(x plan.Effect) bool { return x.Threat == e.Threat }), "%s %s twice", m.ID, e.Threat)
		}
	}
}

func TestOnlyWhatTakesAPlaceFromAPersonIsALastResort(t *testing.T) {
	var list []plan.MeasureID
	for _, m := range plan.Standard().Measures {
		if m.LastResort {
			list = append(list, m.ID)
		}
		if m.Intrusion.Movement.AtLeast(rapport.LevelHigh) == rapport.AnswerYes {
			assert.True(t, m.LastResort, "%s", m.ID)
		}
	}
	assert.Equal(t, []plan.MeasureID{plan.MeasureTemporaryRelocation, plan.MeasureTimeLimitedAvoidance}, list)
}

func TestAMeasureIsNarrowedToActivitiesOnlyWhereItMakesNoSenseElsewhere(t *testing.T) {
	narrowed := map[plan.MeasureID][]client.ActivityKind{}
	for _, m := range plan.Standard().Measures {
		if len(m.Activities) > 0 {
			narrowed[m.ID] = m.Activities
		}
	}
	driven := []client.ActivityKind{client.ActivityOnTheWay, client.ActivityBusinessTrip}
	assert.Equal(t, map[plan.MeasureID][]client.ActivityKind{
		plan.MeasureArmedDriver:     driven,
		plan.MeasureDriverNamedDays: driven,
		plan.MeasureFollowCar:       driven,
		plan.MeasureSecurityDriver:  append(slices.Clone(driven), client.ActivitySchoolRun),
		plan.MeasureExposedDayAlternative: {client.ActivityBusinessMeeting, client.ActivityBusinessTrip, client.ActivityCommute, client.ActivityDrivingSelf,
			client.ActivityOfficeDay, client.ActivitySiteVisit, client.ActivityStaffAssembly, client.ActivityTravelLeg},
		plan.MeasureDifficultMeetingPlan: {client.ActivityCourtDate, client.ActivityDifficultMeeting, client.ActivityHouseholdStaffChange, client.ActivityStaffAssembly},
		plan.MeasureFamiliarSchoolRun:    {client.ActivitySchoolRun},
		plan.MeasureStructuredFanContact: {client.ActivityMediaInterview, client.ActivityPublicAppearance},
	}, narrowed)
}

func TestFloorsRiseWithTheLevel(t *testing.T) {
	points := map[rapport.Level][2]int{}
	for _, f := range plan.Standard().Floors {
		points[f.ID] = [2]int{f.Points, f.Place}
	}
	assert.Equal(t, map[rapport.Level][2]int{
		rapport.LevelLow: {10, 0}, rapport.LevelModerate: {20, 10}, rapport.LevelHigh: {35, 20}, rapport.LevelSevere: {50, 30},
	}, points)
}

func TestTheEditionNamesTheContentsOfTheStandardCatalogue(t *testing.T) {
	digest, err := pack.Digest(plan.Standard())
	require.NoError(t, err)
	assert.Contains(t, compose(t, plan.Brief{}, day(0)).MadeWith, rapport.Edition{Name: "plan", Version: plan.Standard().Version, Digest: digest})
}

func TestStandardIsACopy(t *testing.T) {
	first := plan.Standard()
	first.Measures[0].EN.Name, first.Measures[0].Effects[0].Band, first.Measures[0].Settings[0] = "changed", rapport.BandNone, "changed"
	first.Expected[0].Measure, first.Floors[0].Points, first.Groups[0].EN = "changed", 0, "changed"
	assert.NotEqual(t, first, plan.Standard())
	second := plan.Standard()
	assert.NotEqual(t, rapport.BandNone, second.Measures[0].Effects[0].Band)
	assert.NotEqual(t, client.Setting("changed"), second.Measures[0].Settings[0])
}

func TestCodesAreSortedWellFormedAndWorded(t *testing.T) {
	roomtest.Codes(t, plan.Codes())
}
