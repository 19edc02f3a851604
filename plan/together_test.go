package plan_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

func TestWhereAPersonOfOursIsSaidToBeThereIsOne(t *testing.T) {
	people := map[plan.Group]bool{}
	for _, g := range plan.Standard().Groups {
		people[g.ID] = g.People
		assert.True(t, g.People || !g.Beside, "%s", g.ID)
	}
	for _, m := range plan.Standard().Measures {
		if !people[m.Group] {
			continue
		}
		assert.Equal(t, plan.LayerPlace, m.Layer, "%s", m.ID)
		assert.Contains(t, m.Functions, plan.FunctionDetect, "%s", m.ID)
		assert.Contains(t, m.Law, plan.LawGuardLicence, "%s", m.ID)
	}
}

func TestOnlyOneBodyIsBesideAPerson(t *testing.T) {
	beside := map[plan.Group]bool{}
	for _, g := range plan.Standard().Groups {
		beside[g.ID] = g.Beside
	}
	var list []plan.MeasureEntry
	for _, m := range plan.Standard().Measures {
		if beside[m.Group] {
			list = append(list, m)
		}
	}
	require.Greater(t, len(list), 5)
	for i, a := range list {
		for _, b := range list[:i] {
			assert.True(t, slices.Contains(a.Excludes, b.ID) || slices.Contains(b.Excludes, a.ID), "%s and %s", a.ID, b.ID)
		}
	}
}

func TestArmedAndUnarmedFormsDoNotGoTogether(t *testing.T) {
	all := plan.Standard().Measures
	for _, armed := range all {
		if !slices.Contains(armed.Variants, plan.VariantArmedCover) {
			continue
		}
		for _, m := range all {
			if m.Group == armed.Group && m.ID != armed.ID && m.Scope == armed.Scope {
				assert.True(t, slices.Contains(armed.Excludes, m.ID) || slices.Contains(m.Excludes, armed.ID), "%s and %s", armed.ID, m.ID)
			}
		}
	}
}

func TestTheSameThingAgainIsTheSameThing(t *testing.T) {
	family := map[plan.Variant][]plan.MeasureEntry{}
	for _, m := range plan.Standard().Measures {
		for _, v := range m.Variants {
			family[v] = append(family[v], m)
		}
	}
	for v, list := range family {
		assert.Greater(t, len(list), 1, "%s", v)
		for i, a := range list {
			for _, b := range list[:i] {
				shared := slices.ContainsFunc(a.Effects, func(e plan.Effect) bool {
					return slices.ContainsFunc(b.Effects, func(x plan.Effect) bool { return x.Threat == e.Threat })
				})
				assert.True(t, shared, "%s: %s and %s do nothing against the same", v, a.ID, b.ID)
				assert.NotContains(t, a.LighterFormOf, b.ID, "a lighter form stays open, the same thing again does not")
				assert.NotContains(t, b.LighterFormOf, a.ID, "a lighter form stays open, the same thing again does not")
			}
		}
	}
}

func TestAnExpectedStepIsNoGuardAndFallsAwayWithItsFact(t *testing.T) {
	people := map[plan.Group]bool{}
	for _, g := range plan.Standard().Groups {
		people[g.ID] = g.People
	}
	for _, e := range plan.Standard().Expected {
		m := measureOf(t, e.Measure)
		assert.False(t, m.OptionOnly || m.LastResort, "%s", e.ID)
		assert.True(t, e.Threat == "" || slices.ContainsFunc(m.Effects, func(x plan.Effect) bool { return x.Threat == e.Threat }), "%s does nothing", e.ID)
		guarded := people[m.Group] && m.ID != plan.MeasureFamiliarSchoolRun && m.ID != plan.MeasureCrowdManagement
		assert.False(t, guarded, "%s", e.ID)
	}

	child := func(minor rapport.Answer) plan.Brief {
		return plan.Brief{
			People: []client.Profile{{ID: "p", Minor: minor, Activities: []client.Activity{{ID: "run", Kind: client.ActivitySchoolRun, Setting: client.SettingSchool}}}},
			Threats: []client.Threat{
				aThreat("t", client.ThreatKidnap, rapport.LevelModerate, client.SettingSchool),
			},
		}
	}
	due := func(b plan.Brief) []plan.Row {
		return rowsOf(compose(t, b, day(0)), func(r plan.Row) bool {
			return r.Kind == plan.RowKindExpected && (r.Measure == plan.MeasureFamiliarSchoolRun || r.Measure == plan.MeasureSchoolLiaison)
		})
	}
	assert.Len(t, due(child(rapport.AnswerYes)), 2)
	assert.Empty(t, due(child(rapport.AnswerNo)))

	meeting := plan.Brief{
		People:  []client.Profile{{ID: "p", Activities: []client.Activity{{ID: "talk", Kind: client.ActivityDifficultMeeting, Setting: client.SettingWorkplace}}}},
		Threats: []client.Threat{aThreat("t", client.ThreatWorkplaceViolence, rapport.LevelModerate, client.SettingWorkplace)},
	}
	assert.Empty(t, entriesOf(compose(t, meeting, day(0)), plan.MeasureDifficultMeetingPlan))
	meeting.Facts = []plan.Fact{{Condition: plan.ConditionMeetingPlanned, Person: "p", Activity: "talk"}}
	assert.Len(t, entriesOf(compose(t, meeting, day(0)), plan.MeasureDifficultMeetingPlan), 1)
}
