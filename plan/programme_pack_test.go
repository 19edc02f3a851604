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

// stable is a pack with a sign, a work, a happening and a shorter deadline.
func stable() plan.Catalogue {
	return plan.Catalogue{
		Name: "horses.example/plan", Version: "1",
		Signs: []plan.SignEntry{{
			ID: "horses.example/open-gate", Threats: []client.ThreatKind{client.ThreatIntrusion}, Protects: client.ProtectsBoth,
			Measures: []plan.MeasureID{plan.MeasureSitePatrol}, Role: client.RoleSupervisor, With: []client.Role{client.RoleNeighbour}, Urgency: rapport.UrgencyToday,
			EN: plan.SignWords{Seen: "The gate of the meadow stands open.", Do: []string{"Close it.", "Look for tracks."}},
		}},
		Works: []plan.WorkEntry{{
			ID: "horses.example/fence-ride", For: []plan.Whom{plan.WhomSite}, EveryDays: 14, StaleDays: 60,
			Sooner: []plan.Pace{{EveryDays: 2, From: rapport.LevelHigh, Settings: []client.Setting{client.SettingRetailSite}}},
			After:  []plan.After{{What: "horses.example/storm", WithinDays: 1}}, Threats: []client.ThreatKind{client.ThreatIntrusion},
			Signs: []plan.Sign{"horses.example/open-gate"}, Measures: []plan.MeasureID{plan.MeasureSitePatrol}, Role: client.RoleSupervisor,
			EN: plan.WorkWords{Name: "Ride along the fence", Done: "The fence is ridden along.", Output: "What is broken."},
		}},
		Happenings: []plan.HappeningEntry{{ID: "horses.example/storm", Changes: []client.LifeChangeKind{client.ChangeNewPet}, Activities: []client.ActivityKind{client.ActivityHoliday}, EN: "A storm passed."}},
		Deadlines:  []plan.DeadlineEntry{{ID: plan.SeverityEasy, Days: 3}},
	}
}

func TestAPackAddsSignsWorksAndHappeningsAndShortensDeadlines(t *testing.T) {
	p := planner(t, stable())
	w := upToDate()
	w.Done = append(w.Done, plan.Done{Work: "horses.example/fence-ride", On: on(-2)})
	w.Happened = []plan.Happened{{ID: "h", What: "horses.example/storm", On: on(-1)}}
	w.Signs = []plan.Observed{seen("o", "horses.example/open-gate", "shop", 0)}
	w.Findings = []plan.Finding{{ID: "f", Severity: plan.SeverityEasy, Found: on(-1)}}
	made, err := p.Programme(w, day(0))
	require.NoError(t, err)
	ride := actionOn(t, made, plan.ActionKindWork)
	assert.Equal(t, plan.Work("horses.example/fence-ride"), ride.Work)
	assert.Equal(t, on(0), ride.By)
	assert.Equal(t, []client.Role{client.RoleNeighbour}, actionOn(t, made, plan.ActionKindSign).With)
	assert.Equal(t, on(2), findingOf(t, made, "f").Due)

	w.Happened = nil
	w.Threats = []client.Threat{aThreat("t", client.ThreatIntrusion, rapport.LevelHigh)}
	made, err = p.Programme(w, day(0))
	require.NoError(t, err)
	assert.Equal(t, 2, workOf(t, made, "horses.example/fence-ride", "shop").EveryDays)

	_, err = plan.Planner{}.Programme(w, day(0))
	assertProblem(t, err, "/signs/0/sign", rapport.CodeUnknownWord)
	entry, known := p.Work("horses.example/fence-ride")
	assert.True(t, known)
	assert.Equal(t, stable().Works[0], entry)
}

func TestOfTwoShorterDeadlinesTheShorterCounts(t *testing.T) {
	other := plan.Catalogue{Name: "firm.example/plan", Version: "1", Deadlines: []plan.DeadlineEntry{{ID: plan.SeverityEasy, Days: 5}, {ID: plan.SeverityNeedsSkill, Days: 30}}}
	w := upToDate()
	w.Findings = []plan.Finding{{ID: "f", Severity: plan.SeverityEasy, Found: on(0)}, {ID: "g", Severity: plan.SeverityNeedsSkill, Found: on(0)}}
	a, err := planner(t, stable(), other).Programme(w, day(0))
	require.NoError(t, err)
	b, err := planner(t, other, stable()).Programme(w, day(0))
	require.NoError(t, err)
	assert.Equal(t, a, b)
	assert.Equal(t, on(3), findingOf(t, a, "f").Due)
	assert.Equal(t, on(30), findingOf(t, a, "g").Due)
}

func TestWhatAPackMayNotDoToTheProgramme(t *testing.T) {
	sign := func(change func(*plan.SignEntry)) func(*plan.Catalogue) {
		return func(c *plan.Catalogue) { change(&c.Signs[0]) }
	}
	work := func(change func(*plan.WorkEntry)) func(*plan.Catalogue) {
		return func(c *plan.Catalogue) { change(&c.Works[0]) }
	}
	cases := map[string]struct {
		change func(*plan.Catalogue)
		at     rapport.Pointer
		code   rapport.Code
	}{
		"a sign of who somebody is":    {sign(func(e *plan.SignEntry) { e.EN.Seen = "A migrant stands at the gate." }), "/signs/0/en/seen", plan.CodeSignOfWho},
		"an action that goes by it":    {sign(func(e *plan.SignEntry) { e.EN.Do[1] = "Write down the religion." }), "/signs/0/en/do/1", plan.CodeSignOfWho},
		"a reworded sign of it":        {func(c *plan.Catalogue) { c.Signs = append(c.Signs, reworded("Refugees are asking.")) }, "/signs/1/en/seen", plan.CodeSignOfWho},
		"a sign without actions":       {sign(func(e *plan.SignEntry) { e.EN.Do = nil }), "/signs/0/en/do", rapport.CodeRequired},
		"a sign without urgency":       {sign(func(e *plan.SignEntry) { e.Urgency = 0 }), "/signs/0/urgency", rapport.CodeRequired},
		"an urgency that is none":      {sign(func(e *plan.SignEntry) { e.Urgency = 99 }), "/signs/0/urgency", rapport.CodeOutOfRange},
		"a sign for nobody":            {sign(func(e *plan.SignEntry) { e.Protects = 0 }), "/signs/0/protects", rapport.CodeRequired},
		"a sign of an unknown threat":  {sign(func(e *plan.SignEntry) { e.Threats[0] = "bad-luck" }), "/signs/0/threats/0", rapport.CodeUnknownWord},
		"a sign without a measure":     {sign(func(e *plan.SignEntry) { e.Measures[0] = "moat" }), "/signs/0/measures/0", rapport.CodeUnknownWord},
		"a sign that nobody sees to":   {sign(func(e *plan.SignEntry) { e.Role = "wizard" }), "/signs/0/role", rapport.CodeUnknownWord},
		"a part for nobody":            {sign(func(e *plan.SignEntry) { e.With[0] = "wizard" }), "/signs/0/with/0", rapport.CodeUnknownWord},
		"a sign without a domain":      {sign(func(e *plan.SignEntry) { e.ID = "sign-crow" }), "/signs/0/id", rapport.CodePackPlainWord},
		"a work for nobody":            {work(func(e *plan.WorkEntry) { e.For = nil }), "/works/0/for", rapport.CodeRequired},
		"a work for one twice":         {work(func(e *plan.WorkEntry) { e.For = append(e.For, plan.WhomSite) }), "/works/0/for/1", rapport.CodeDuplicateID},
		"a work for whom is not said":  {work(func(e *plan.WorkEntry) { e.For[0] = 0 }), "/works/0/for/0", rapport.CodeRequired},
		"a work that never comes":      {work(func(e *plan.WorkEntry) { e.EveryDays, e.After, e.Sooner = 0, nil, nil }), "/works/0/every_days", rapport.CodeRequired},
		"a work before it was done":    {work(func(e *plan.WorkEntry) { e.EveryDays = -1 }), "/works/0/every_days", rapport.CodeOutOfRange},
		"a work that counts backwards": {work(func(e *plan.WorkEntry) { e.StaleDays = -1 }), "/works/0/stale_days", rapport.CodeOutOfRange},
		"a pace that is slower":        {work(func(e *plan.WorkEntry) { e.Sooner[0].EveryDays = 14 }), "/works/0/sooner/0/every_days", rapport.CodeOutOfRange},
		"a pace for no reason":         {work(func(e *plan.WorkEntry) { e.Sooner[0].From, e.Sooner[0].Settings = 0, nil }), "/works/0/sooner/0/from", rapport.CodeRequired},
		"a pace at an unknown place":   {work(func(e *plan.WorkEntry) { e.Sooner[0].Settings[0] = "moon" }), "/works/0/sooner/0/settings/0", rapport.CodeUnknownWord},
		"a work after nothing known":   {work(func(e *plan.WorkEntry) { e.After[0].What = "full-moon" }), "/works/0/after/0/what", rapport.CodeUnknownWord},
		"a work before it happened":    {work(func(e *plan.WorkEntry) { e.After[0].WithinDays = -1 }), "/works/0/after/0/within_days", rapport.CodeOutOfRange},
		"a look for an unknown sign":   {work(func(e *plan.WorkEntry) { e.Signs[0] = "crow" }), "/works/0/signs/0", rapport.CodeUnknownWord},
		"a promise":                    {work(func(e *plan.WorkEntry) { e.EN.Done = "It is guaranteed that nothing can happen." }), "/works/0/en/done", rapport.CodePackWording},
		"an unknown change in a life":  {func(c *plan.Catalogue) { c.Happenings[0].Changes[0] = "rebirth" }, "/happenings/0/changes/0", rapport.CodeUnknownWord},
		"an unknown activity":          {func(c *plan.Catalogue) { c.Happenings[0].Activities[0] = "flying" }, "/happenings/0/activities/0", rapport.CodeUnknownWord},
		"a longer deadline":            {func(c *plan.Catalogue) { c.Deadlines[0].Days = 15 }, "/deadlines/0/days", plan.CodeDeadlineLengthened},
		"a deadline before the find":   {func(c *plan.Catalogue) { c.Deadlines[0].Days = -1 }, "/deadlines/0/days", rapport.CodeOutOfRange},
		"a deadline for no severity":   {func(c *plan.Catalogue) { c.Deadlines[0].ID = 0 }, "/deadlines/0/id", rapport.CodeOutOfRange},
		"two deadlines for one":        {func(c *plan.Catalogue) { c.Deadlines = append(c.Deadlines, c.Deadlines[0]) }, "/deadlines/1/id", rapport.CodeDuplicateID},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			pack := stable()
			c.change(&pack)
			_, err := plan.NewPlanner(plan.Config{Packs: []plan.Catalogue{pack}})
			assertProblem(t, err, c.at.Under("/packs/0"), c.code)
		})
	}
}

// reworded is a wording of a built-in sign.
func reworded(seen string) plan.SignEntry {
	built, _ := plan.Planner{}.Sign(plan.SignQuestions)
	return plan.SignEntry{ID: built.ID, EN: plan.SignWords{Seen: seen, Do: slices.Clone(built.EN.Do)}}
}

func TestAPackMayRewordASignAndDropNoneOfItsActions(t *testing.T) {
	c := plan.Catalogue{Name: "firm.example/plan", Version: "1", Signs: []plan.SignEntry{reworded("Somebody wanted to know our times.")}}
	made, err := planner(t, c).Programme(observed(seen("o", plan.SignQuestions, "ms-a", 0)), day(0))
	require.NoError(t, err)
	assert.Equal(t, "Somebody wanted to know our times.", actionOn(t, made, plan.ActionKindSign).Name)
	c.Signs[0].EN.Do = c.Signs[0].EN.Do[:1]
	_, err = plan.NewPlanner(plan.Config{Packs: []plan.Catalogue{c}})
	assertProblem(t, err, "/packs/0/signs/0/id", rapport.CodePackBuiltIn)
}
