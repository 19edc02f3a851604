package plan_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

// menace is a kind of threat against which nothing of the standard catalogue does anything, so that a test
// alone says what there is.
const menace client.ThreatKind = "lab.example/menace"

// fear is a worry that is checked against menace.
const fear client.ConcernKind = "lab.example/fear"

// lab builds a planner that knows menace and what the catalogue holds against it. Groups that no catalogue
// has are added: each measure alone in its own.
func lab(t testing.TB, c plan.Catalogue, changes ...func(*client.ThreatEntry)) plan.Planner {
	t.Helper()
	kind := client.ThreatEntry{
		ID: menace, Bites: []client.Setting{client.SettingUniversity}, Protects: client.ProtectsPerson, Deterrence: client.DeterrenceIndifferent,
		EN: client.ThreatWords{Name: "A menace", Means: "Somebody threatens.", Aim: "It is noticed early."},
	}
	for _, change := range changes {
		change(&kind)
	}
	scorer, err := client.NewScorer(client.Config{Packs: []client.Catalogue{{Name: "lab.example/client", Version: "1", Threats: []client.ThreatEntry{kind}, Concerns: []client.ConcernEntry{{
		ID: fear, Checks: []client.ThreatKind{menace}, EN: client.Named{Name: "A fear", Means: "Somebody is afraid of it."},
	}}}}})
	require.NoError(t, err)
	selector, err := privacy.NewSelector(privacy.Config{Client: scorer})
	require.NoError(t, err)
	c.Name, c.Version = "lab.example/plan", "1"
	for _, m := range c.Measures {
		known := slices.ContainsFunc(c.Groups, func(g plan.GroupEntry) bool { return g.ID == m.Group })
		if strings.HasPrefix(string(m.Group), "lab.example/") && !known {
			c.Groups = append(c.Groups, plan.GroupEntry{ID: m.Group, EN: "One of its own."})
		}
	}
	p, err := plan.NewPlanner(plan.Config{Packs: []plan.Catalogue{c}, Client: scorer, Privacy: selector})
	require.NoError(t, err)
	return p
}

// tool is a measure against menace that takes nothing, works anywhere and is seen by nobody.
func tool(name string, band rapport.Band, changes ...func(*plan.MeasureEntry)) plan.MeasureEntry {
	m := plan.MeasureEntry{
		ID: plan.MeasureID("lab.example/" + name), Scope: plan.ScopePerson, Effects: []plan.Effect{{Threat: menace, Band: band}},
		Functions: []plan.Function{plan.FunctionPrevent}, Mode: plan.ModeProactive, Settings: []client.Setting{client.SettingAnywhere},
		Visibility: rapport.VisibilityCovert, Effort: "week-trace", Layer: plan.LayerUpstream, Protects: client.ProtectsBoth,
		Group: plan.Group("lab.example/" + name), Roles: []client.Role{client.RoleProtectionOfficer},
		EN: plan.MeasureWords{Name: "Tool " + name, Done: "It is done.", Limits: "It does not do all.", Why: "It helps."},
	}
	for _, change := range changes {
		change(&m)
	}
	return m
}

func tools(list ...plan.MeasureEntry) plan.Catalogue { return plan.Catalogue{Measures: list} }

// swimmer is an adult who swims twice a week at a university, with menace there at a level. Where something is
// not reached there, no last resort of the standard catalogue answers it.
func swimmer(level rapport.Level) plan.Brief {
	return plan.Brief{
		People: []client.Profile{{ID: "p", Minor: rapport.AnswerNo, Activities: []client.Activity{
			{ID: "swim", Kind: client.ActivityExercise, Setting: client.SettingUniversity, Weekly: window("18:00", "19:00", rapport.DayTue, rapport.DayThu)},
		}}},
		Threats: []client.Threat{{ID: "t", Kind: menace, Level: level, Settings: []client.Setting{client.SettingUniversity}, AssessedAt: day(-1), Source: "somebody", Words: "the menace"}},
		Mandate: client.Mandate{Rights: []client.Right{{Matter: client.MatterBelowFloor, By: "p"}, {Matter: client.MatterMeasures, By: "p"}}},
	}
}

// moved has all that the only person of a lab brief does, and the only threat to it, take place somewhere else.
func moved(b plan.Brief, to client.Setting) plan.Brief {
	for i := range b.People[0].Activities {
		b.People[0].Activities[i].Setting = to
	}
	b.Threats[0].Settings = []client.Setting{to}
	return b
}

func composeWith(t testing.TB, p plan.Planner, b plan.Brief, at time.Time) plan.Plan {
	t.Helper()
	made, err := p.Compose(b, at)
	require.NoError(t, err)
	for _, r := range reasonsOf(made) {
		require.True(t, listed(r.Code), "%s is not listed", r.Code)
		require.NotContains(t, r.Text, "{", "%s", r.Code)
	}
	return made
}

// measuresOf lists the measures of a plan by word, sorted.
func measuresOf(p plan.Plan) []plan.MeasureID {
	list := []plan.MeasureID{}
	for _, e := range p.Entries {
		list = append(list, e.Measure)
	}
	slices.Sort(list)
	return list
}

// named are the words of tools.
func named(names ...string) []plan.MeasureID {
	list := []plan.MeasureID{}
	for _, n := range names {
		list = append(list, plan.MeasureID("lab.example/"+n))
	}
	return list
}

// theRow returns the only row of a kind.
func theRow(t testing.TB, p plan.Plan, kind plan.RowKind) plan.Row {
	t.Helper()
	rows := rowsOf(p, func(r plan.Row) bool { return r.Kind == kind })
	require.Len(t, rows, 1)
	return rows[0]
}

// theEntry returns the only entry of a measure.
func theEntry(t testing.TB, p plan.Plan, m plan.MeasureID) plan.Entry {
	t.Helper()
	list := entriesOf(p, m)
	require.Len(t, list, 1)
	return list[0]
}
