package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

// dog is a pack with one entry in every family.
func dog() plan.Catalogue {
	return plan.Catalogue{
		Name: "dogs.example/plan", Version: "2",
		Measures: []plan.MeasureEntry{{
			ID: "dogs.example/old-dog", Scope: plan.ScopePlace, Effects: []plan.Effect{{Threat: client.ThreatStalking, Band: rapport.BandStrong}},
			Functions: []plan.Function{plan.FunctionDetect, plan.FunctionReassure}, Mode: plan.ModeProactive, Settings: []client.Setting{client.SettingHome},
			Visibility: rapport.VisibilityCovert, Effort: "week-trace", Layer: plan.LayerPlace, Protects: client.ProtectsPerson, Group: "dogs.example/dogs",
			Shows: []client.Element{client.ElementDogPatrol}, OnlyIf: []plan.Condition{"dogs.example/likes-dogs"},
			Roles: []client.Role{client.RoleResidentialOfficer}, LeansOn: []client.Role{client.RoleNeighbour}, Knows: []client.Category{client.CategoryRoutine},
			Extensions: rapport.Extensions{"dogs.example/kennel": []byte(`{"kennel":3}`)},
			EN:         plan.MeasureWords{Name: "An old dog", Done: "A dog lives in the house.", Limits: "It sleeps at night.", Why: "It hears more than we do."},
		}},
		Groups:     []plan.GroupEntry{{ID: "dogs.example/dogs", EN: "One dog."}},
		Conditions: []plan.ConditionEntry{{ID: "dogs.example/likes-dogs", EN: "Everybody in the home likes dogs."}},
		Expected:   []plan.ExpectedEntry{{ID: "dogs.example/stalking", Threat: client.ThreatStalking, Measure: "dogs.example/old-dog", From: rapport.LevelModerate}},
		Floors:     []plan.FloorEntry{{ID: rapport.LevelModerate, Points: 25, Place: 12}},
	}
}

func planner(t *testing.T, packs ...plan.Catalogue) plan.Planner {
	t.Helper()
	p, err := plan.NewPlanner(plan.Config{Packs: packs})
	require.NoError(t, err)
	return p
}

func TestAPackIsUsed(t *testing.T) {
	b := stalkedActor(3)
	without, err := planner(t, dog()).Compose(b, day(3))
	require.NoError(t, err)
	assert.Empty(t, entriesOf(without, "dogs.example/old-dog"), "its condition is not asserted")
	assert.Equal(t, 25, coverAt(t, without, "t-writer", "gym").Need)

	b.Facts = append(b.Facts, plan.Fact{Condition: "dogs.example/likes-dogs", Person: "ms-a"})
	with, err := planner(t, dog()).Compose(b, day(3))
	require.NoError(t, err)
	require.Len(t, entriesOf(with, "dogs.example/old-dog"), 1)
	carried := entriesOf(with, "dogs.example/old-dog")[0].Extensions
	assert.JSONEq(t, `{"kennel":3}`, string(carried["dogs.example/kennel"]), "a vendor's data travels with the entry")
	assert.NotEmpty(t, rowsOf(with, func(r plan.Row) bool { return r.Measure == "dogs.example/old-dog" }))
	var names []string
	for _, e := range with.MadeWith {
		names = append(names, e.Name)
	}
	assert.Equal(t, []string{"client", "dogs.example/plan", "plan", "privacy"}, names)
}

func TestAPackMayRewordAMeasureAndNothingElse(t *testing.T) {
	words := plan.MeasureWords{Name: "Our door officer", Done: "An officer is at the door.", Limits: "One door only.", Why: "Callers are met."}
	p := planner(t, plan.Catalogue{Name: "firm.example/plan", Version: "1", Measures: []plan.MeasureEntry{{ID: plan.MeasureUniformedDoorPost, EN: words}}})
	composed, err := p.Compose(stalkedActor(0), day(0))
	require.NoError(t, err)
	assert.Equal(t, "Our door officer", entriesOf(composed, plan.MeasureUniformedDoorPost)[0].Name)
	entry, known := p.Measure(plan.MeasureUniformedDoorPost)
	assert.True(t, known)
	assert.Equal(t, plan.ScopePlace, entry.Scope)
}

func TestWhatAPackMayNotDo(t *testing.T) {
	in := func(change func(*plan.Catalogue)) func() []plan.Catalogue {
		return func() []plan.Catalogue {
			c := dog()
			change(&c)
			return []plan.Catalogue{c}
		}
	}
	measure := func(change func(*plan.MeasureEntry)) func() []plan.Catalogue {
		return in(func(c *plan.Catalogue) { change(&c.Measures[0]) })
	}
	cases := map[string]struct {
		packs func() []plan.Catalogue
		at    rapport.Pointer
		code  rapport.Code
	}{
		"a measure without limits":      {measure(func(m *plan.MeasureEntry) { m.EN.Limits = "" }), "/packs/0/measures/0/en/limits", rapport.CodeRequired},
		"a promise":                     {measure(func(m *plan.MeasureEntry) { m.EN.Why = "It is guaranteed that nothing can happen." }), "/packs/0/measures/0/en/why", rapport.CodePackWording},
		"a lower floor":                 {in(func(c *plan.Catalogue) { c.Floors[0].Points = 10 }), "/packs/0/floors/0", plan.CodeFloorLowered},
		"a floor beyond all measures":   {in(func(c *plan.Catalogue) { c.Floors[0].Points = 5000 }), "/packs/0/floors/0", rapport.CodeOutOfRange},
		"a floor for no level":          {in(func(c *plan.Catalogue) { c.Floors[0].ID = rapport.LevelNone }), "/packs/0/floors/0/id", rapport.CodeOutOfRange},
		"a change of a built-in":        {measure(func(m *plan.MeasureEntry) { m.ID = plan.MeasureDuressAlarm }), "/packs/0/measures/0/id", rapport.CodePackBuiltIn},
		"data of no vendor":             {measure(func(m *plan.MeasureEntry) { m.Extensions = rapport.Extensions{"kennel": []byte("3")} }), "/packs/0/measures/0/extensions", rapport.CodeMalformedWord},
		"a new word without a domain":   {measure(func(m *plan.MeasureEntry) { m.ID = "old-dog" }), "/packs/0/measures/0/id", rapport.CodePackPlainWord},
		"an expectation without domain": {in(func(c *plan.Catalogue) { c.Expected[0].ID = "stalking-dog" }), "/packs/0/expected/0/id", rapport.CodePackPlainWord},
		"an expectation from nowhere":   {in(func(c *plan.Catalogue) { c.Expected[0].From = rapport.LevelUnknown }), "/packs/0/expected/0/from", rapport.CodeOutOfRange},
		"an unknown setting":            {measure(func(m *plan.MeasureEntry) { m.Settings = append(m.Settings, "moon") }), "/packs/0/measures/0/settings/1", rapport.CodeUnknownWord},
		"an unknown effort":             {measure(func(m *plan.MeasureEntry) { m.Effort = "heroic" }), "/packs/0/measures/0/effort", rapport.CodeUnknownWord},
		"an unknown group":              {measure(func(m *plan.MeasureEntry) { m.Group = "pets" }), "/packs/0/measures/0/group", rapport.CodeUnknownWord},
		"an effect without a band":      {measure(func(m *plan.MeasureEntry) { m.Effects[0].Band = rapport.BandNone }), "/packs/0/measures/0/effects/0/band", rapport.CodeOutOfRange},
		"a measure that works nowhere":  {measure(func(m *plan.MeasureEntry) { m.Settings = nil }), "/packs/0/measures/0/settings", rapport.CodeRequired},
		"a circle of requirements":      {measure(func(m *plan.MeasureEntry) { m.Requires = []plan.MeasureID{"dogs.example/old-dog"} }), "/packs/0/measures/0/requires", plan.CodeCircular},
		"a pack under a plain name":     {in(func(c *plan.Catalogue) { c.Name = "dogs" }), "/packs/0/name", rapport.CodePackPlainWord},
		"a second expectation under one ID": {in(func(c *plan.Catalogue) {
			c.Expected = append(c.Expected, plan.ExpectedEntry{ID: c.Expected[0].ID, Threat: client.ThreatHarassment, Measure: "dogs.example/old-dog", From: rapport.LevelLow})
		}), "/packs/0/expected/1/id", rapport.CodePackCollision},
		"the first of two expectations under one ID": {in(func(c *plan.Catalogue) {
			c.Expected = append(c.Expected, plan.ExpectedEntry{ID: c.Expected[0].ID, Threat: client.ThreatHarassment, Measure: "dogs.example/old-dog", From: rapport.LevelLow})
		}), "/packs/0/expected/0/id", rapport.CodePackCollision},
		"two expectations of one measure against one threat": {in(func(c *plan.Catalogue) {
			c.Expected = append(c.Expected, plan.ExpectedEntry{ID: "dogs.example/again", Threat: client.ThreatStalking, Measure: "dogs.example/old-dog", From: rapport.LevelHigh})
		}), "/packs/0/expected/1/measure", rapport.CodePackCollision},
		"what the standard catalogue expects already": {in(func(c *plan.Catalogue) {
			e := plan.Standard().Expected[0]
			c.Expected[0].Threat, c.Expected[0].Measure = e.Threat, e.Measure
		}), "/packs/0/expected/0/measure", rapport.CodePackCollision},
		"a scope that is none":         {measure(func(m *plan.MeasureEntry) { m.Scope = 99 }), "/packs/0/measures/0/scope", rapport.CodeOutOfRange},
		"a layer that is none":         {measure(func(m *plan.MeasureEntry) { m.Layer = 99 }), "/packs/0/measures/0/layer", rapport.CodeOutOfRange},
		"a visibility that is none":    {measure(func(m *plan.MeasureEntry) { m.Visibility = 99 }), "/packs/0/measures/0/visibility", rapport.CodeOutOfRange},
		"a function that is none":      {measure(func(m *plan.MeasureEntry) { m.Functions = []plan.Function{plan.FunctionDetect, 99} }), "/packs/0/measures/0/functions/1", rapport.CodeOutOfRange},
		"a function that is unsaid":    {measure(func(m *plan.MeasureEntry) { m.Functions = []plan.Function{plan.FunctionUnknown} }), "/packs/0/measures/0/functions/0", rapport.CodeOutOfRange},
		"a protection that is none":    {measure(func(m *plan.MeasureEntry) { m.Protects = 99 }), "/packs/0/measures/0/protects", rapport.CodeOutOfRange},
		"a band that is none":          {measure(func(m *plan.MeasureEntry) { m.Effects[0].Band = 99 }), "/packs/0/measures/0/effects/0/band", rapport.CodeOutOfRange},
		"movement that is no level":    {measure(func(m *plan.MeasureEntry) { m.Intrusion.Movement = 99 }), "/packs/0/measures/0/intrusion/movement", rapport.CodeOutOfRange},
		"social that is no level":      {measure(func(m *plan.MeasureEntry) { m.Intrusion.Social = 99 }), "/packs/0/measures/0/intrusion/social", rapport.CodeOutOfRange},
		"time that is no level":        {measure(func(m *plan.MeasureEntry) { m.Intrusion.Time = 99 }), "/packs/0/measures/0/intrusion/time", rapport.CodeOutOfRange},
		"privacy that is no level":     {measure(func(m *plan.MeasureEntry) { m.Intrusion.Privacy = 99 }), "/packs/0/measures/0/intrusion/privacy", rapport.CodeOutOfRange},
		"an expectation off the scale": {in(func(c *plan.Catalogue) { c.Expected[0].From = 99 }), "/packs/0/expected/0/from", rapport.CodeOutOfRange},
		"the same word in two packs": {func() []plan.Catalogue {
			other := dog()
			other.Name = "cats.example/plan"
			return []plan.Catalogue{dog(), other}
		}, "/packs/1/measures/0/id", rapport.CodePackCollision},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := plan.NewPlanner(plan.Config{Packs: c.packs()})
			assertProblem(t, err, c.at, c.code)
		})
	}
}

func TestACollisionNamesTheOtherPlace(t *testing.T) {
	twice := dog()
	twice.Expected = append(twice.Expected, twice.Expected[0])
	_, err := plan.NewPlanner(plan.Config{Packs: []plan.Catalogue{twice}})
	problems := rapport.Problems(err)
	require.Len(t, problems, 2)
	assert.Contains(t, problems[0].Text, "/packs/0/expected/1/id")
	assert.Contains(t, problems[1].Text, "/packs/0/expected/0/id")
}

func TestAnOptionIsNeverChosen(t *testing.T) {
	c := dog()
	c.Measures[0].OnlyIf, c.Measures[0].OptionOnly = nil, true
	p, err := planner(t, c).Compose(stalkedActor(14), day(14))
	require.NoError(t, err)
	assert.Empty(t, entriesOf(p, "dogs.example/old-dog"))
	rows := rowsOf(p, func(r plan.Row) bool { return r.Measure == "dogs.example/old-dog" })
	require.Len(t, rows, 1)
	assert.Equal(t, rapport.AnswerNo, rows[0].Met)

	c.Measures[0].OptionOnly = false
	p, err = planner(t, c).Compose(stalkedActor(14), day(14))
	require.NoError(t, err)
	assert.Len(t, entriesOf(p, "dogs.example/old-dog"), 1)
}

func TestTheOrderOfPacksMeansNothing(t *testing.T) {
	other := plan.Catalogue{Name: "firm.example/plan", Version: "1", Floors: []plan.FloorEntry{{ID: rapport.LevelModerate, Points: 22, Place: 20}, {ID: rapport.LevelHigh, Points: 40, Place: 20}}}
	a, err := planner(t, dog(), other).Compose(stalkedActor(3), day(3))
	require.NoError(t, err)
	b, err := planner(t, other, dog()).Compose(stalkedActor(3), day(3))
	require.NoError(t, err)
	assert.Equal(t, a, b)
	assert.Equal(t, 25, coverAt(t, a, "t-writer", "gym").Need)
}
