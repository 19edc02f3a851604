package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

func TestWhatBendsARoutineIsCounted(t *testing.T) {
	perActivity := func(i plan.Intrusion) func(*plan.MeasureEntry) {
		return func(m *plan.MeasureEntry) { m.Scope, m.Intrusion = plan.ScopeActivity, i }
	}
	for name, c := range map[string]struct {
		change func(*plan.MeasureEntry)
		bends  bool
	}{
		"it takes nothing":                           {perActivity(plan.Intrusion{}), false},
		"it takes movement":                          {perActivity(plan.Intrusion{Movement: rapport.LevelLow}), true},
		"it takes movement wherever the person is":   {taking(plan.Intrusion{Movement: rapport.LevelLow}), true},
		"it takes time at the activity":              {perActivity(plan.Intrusion{Time: rapport.LevelLow}), true},
		"it takes time at no activity in particular": {taking(plan.Intrusion{Time: rapport.LevelLow}), false},
		"it takes company and privacy alone":         {perActivity(plan.Intrusion{Social: rapport.LevelHigh, Privacy: rapport.LevelHigh}), false},
	} {
		t.Run(name, func(t *testing.T) {
			made := composeWith(t, lab(t, tools(tool("only", rapport.BandStrong, c.change))), swimmer(rapport.LevelModerate), day(0))
			require.Len(t, made.Entries, 1)
			assert.NotNil(t, made.Disruptions)
			if !c.bends {
				assert.Empty(t, made.Disruptions)
				return
			}
			require.Len(t, made.Disruptions, 1, "everyday life that nobody listed is not counted")
			d := made.Disruptions[0]
			assert.Equal(t, made.Entries[0].ID, d.Entry)
			assert.Equal(t, rapport.ID("p"), d.Person)
			assert.Equal(t, rapport.ID("swim"), d.Activity)
			assert.Equal(t, client.SettingUniversity, d.Setting)
			assert.Equal(t, 2, d.Times, "twice a week")
			assert.Equal(t, made.Entries[0].Intrusion.Movement, d.Movement)
			assert.Equal(t, made.Entries[0].Intrusion.Time, d.Time)
			assert.Empty(t, d.Alternative)
			assert.True(t, hasCode(d.Reasons, plan.CodeNothingGentler))
		})
	}
}

func TestWhySomethingGentlerWasNotTaken(t *testing.T) {
	bending := tool("bends", rapport.BandStrong, taking(plan.Intrusion{Movement: rapport.LevelModerate}))
	gentler := func(band rapport.Band, changes ...func(*plan.MeasureEntry)) plan.MeasureEntry {
		return tool("gentle", band, changes...)
	}
	heavy := taking(plan.Intrusion{Privacy: rapport.LevelSevere})
	for name, c := range map[string]struct {
		gentle plan.MeasureEntry
		change func(*plan.Brief)
		code   rapport.Code
		at     rapport.Path
	}{
		"it does not reach the floor": {gentler(rapport.BandGood, heavy), nil, plan.CodeGentlerShort, ""},
		"it takes more in other ways": {gentler(rapport.BandStrong, heavy), nil, plan.CodeGentlerHeavier, ""},
		"it is refused": {gentler(rapport.BandStrong), func(b *plan.Brief) {
			b.Refusals = []plan.Refusal{without("lab.example/gentle", "p")}
		}, plan.CodeRefusalStands, "/refusals/no"},
		"it is over a ceiling": {gentler(rapport.BandStrong, heavy), func(b *plan.Brief) {
			b.Ceilings = []plan.Ceiling{{Person: "p", Most: plan.Intrusion{Privacy: rapport.LevelHigh}}}
		}, plan.CodeCeilingStands, "/ceilings/p"},
		"a line speaks against it": {gentler(rapport.BandStrong, shown(rapport.VisibilityLowProfile)), func(b *plan.Brief) {
			b.People[0].Wishes = []client.Wish{{ID: "w", Kind: client.WishNoUniformAt, Setting: client.SettingUniversity, Strength: client.StrengthLine, On: on(-1)}}
		}, plan.CodeWishAgainst, "/people/p/wishes/w"},
		"it is more visible than may be": {gentler(rapport.BandStrong, shown(rapport.VisibilityOvert)), func(b *plan.Brief) {
			b.Rules = []privacy.Rule{{ID: "club", By: privacy.AuthorityVenue, Setting: client.SettingUniversity, Where: privacy.WhereBoth, Upper: rapport.VisibilityOrdinary}}
		}, plan.CodeBoundStands, "/people/p/activities/swim"},
		"it is a last resort":                       {gentler(rapport.BandStrong, func(m *plan.MeasureEntry) { m.LastResort, m.EN.Ends = true, "It is over." }), nil, plan.CodeNothingGentler, ""},
		"it does nothing for what this one carries": {gentler(rapport.BandStrong, func(m *plan.MeasureEntry) { m.Settings = []client.Setting{client.SettingRestaurant} }), nil, plan.CodeNothingGentler, ""},
		"it bends as much":                          {gentler(rapport.BandStrong, taking(plan.Intrusion{Time: rapport.LevelModerate, Privacy: rapport.LevelSevere})), nil, plan.CodeNothingGentler, ""},
		"it needs what is not there":                {gentler(rapport.BandStrong, func(m *plan.MeasureEntry) { m.Requires = []plan.MeasureID{plan.MeasureStructuredFanContact} }), nil, plan.CodeNothingGentler, ""},
	} {
		t.Run(name, func(t *testing.T) {
			b := swimmer(rapport.LevelModerate)
			if c.change != nil {
				c.change(&b)
			}
			made := composeWith(t, lab(t, tools(bending, c.gentle)), b, day(5))
			require.Equal(t, named("bends"), measuresOf(made))
			require.Len(t, made.Disruptions, 1)
			d := made.Disruptions[0]
			require.True(t, hasCode(d.Reasons, c.code), "%v", d.Reasons)
			if c.at != "" {
				assert.Contains(t, codesAt(d.Reasons, c.at), c.code)
			}
			assert.Equal(t, c.code != plan.CodeNothingGentler, d.Alternative == "lab.example/gentle")
		})
	}
}

// TestSomethingGentlerHereIsLeftForThePlanAsAWhole has a gentle measure that takes as much in another way, and
// one that is lighter by itself and needs another one that is not.
func TestSomethingGentlerHereIsLeftForThePlanAsAWhole(t *testing.T) {
	bends := tool("bends", rapport.BandStrong, taking(plan.Intrusion{Movement: rapport.LevelModerate}))
	gentle := tool("gentle", rapport.BandGood, func(m *plan.MeasureEntry) { m.Requires = named("support") })
	support := func(l rapport.Level) plan.MeasureEntry {
		return tool("support", rapport.BandGood, taking(plan.Intrusion{Privacy: l}))
	}
	assert.Equal(t, named("gentle", "support"), measuresOf(composeWith(t, lab(t, tools(bends, gentle, support(rapport.LevelNone))), swimmer(rapport.LevelModerate), day(0))))

	even := tool("gentle", rapport.BandStrong, taking(plan.Intrusion{Privacy: rapport.LevelModerate}))
	for code, with := range map[rapport.Code][]plan.MeasureEntry{
		plan.CodeGentlerElsewhere: {bends, even},
		plan.CodeGentlerHeavier:   {bends, gentle, support(rapport.LevelSevere)},
	} {
		made := composeWith(t, lab(t, tools(with...)), swimmer(rapport.LevelModerate), day(0))
		require.Equal(t, named("bends"), measuresOf(made))
		require.Len(t, made.Disruptions, 1)
		assert.Equal(t, plan.MeasureID("lab.example/gentle"), made.Disruptions[0].Alternative)
		assert.True(t, hasCode(made.Disruptions[0].Reasons, code), "%v", made.Disruptions[0].Reasons)
	}
}

// TestSomethingGentlerForOneDayIsShortForAll has a gentle measure that does for one activity of two.
func TestSomethingGentlerForOneDayIsShortForAll(t *testing.T) {
	bends := tool("bends", rapport.BandStrong, taking(plan.Intrusion{Movement: rapport.LevelModerate}))
	gentle := tool("gentle", rapport.BandStrong, taking(plan.Intrusion{Privacy: rapport.LevelHigh}), func(m *plan.MeasureEntry) {
		m.Scope = plan.ScopeActivity
	})
	b := swimmer(rapport.LevelModerate)
	b.People[0].Activities = append(b.People[0].Activities, client.Activity{ID: "run", Kind: client.ActivityExercise, Setting: client.SettingUniversity, Weekly: window("07:00", "08:00", rapport.DaySat)})
	made := composeWith(t, lab(t, tools(bends, gentle)), b, day(0))
	require.Equal(t, named("bends"), measuresOf(made))
	require.Len(t, made.Disruptions, 2)
	for _, d := range made.Disruptions {
		assert.Equal(t, plan.MeasureID("lab.example/gentle"), d.Alternative)
		assert.True(t, hasCode(d.Reasons, plan.CodeGentlerShort), "%v", d.Reasons)
	}
}

func TestOfSeveralGentlerTheOneThatComesClosestIsNamed(t *testing.T) {
	heavy := taking(plan.Intrusion{Privacy: rapport.LevelSevere})
	p := lab(t, tools(tool("bends", rapport.BandStrong, taking(plan.Intrusion{Movement: rapport.LevelModerate})),
		tool("a-short", rapport.BandFair), tool("b-close", rapport.BandStrong, heavy), tool("c-short", rapport.BandGood)))
	b := swimmer(rapport.LevelModerate)
	made := composeWith(t, p, b, day(0))
	require.Equal(t, named("bends"), measuresOf(made))
	assert.Equal(t, plan.MeasureID("lab.example/b-close"), made.Disruptions[0].Alternative)
}

func TestDisruptionsOfTheCaseAreItsOwnAndNameWhatIsThere(t *testing.T) {
	p := compose(t, stalkedActor(14), day(14))
	require.NotEmpty(t, p.Disruptions)
	for _, d := range p.Disruptions {
		assert.NotEmpty(t, d.Activity)
		assert.NotEmpty(t, d.Reasons)
		assert.Positive(t, d.Times)
		for _, e := range p.Entries {
			if e.ID == d.Entry {
				assert.NotEqual(t, d.Alternative, e.Measure)
			}
		}
	}
}

func TestASiteHasNoDayThatIsBent(t *testing.T) {
	b := swimmer(rapport.LevelModerate)
	b.Sites = []client.Site{{ID: "pool", Setting: client.SettingUniversity, Posts: []client.Activity{{ID: "desk", Kind: client.ActivityWork}}}}
	p := lab(t, tools(tool("only", rapport.BandStrong, taking(plan.Intrusion{Movement: rapport.LevelLow}))), func(e *client.ThreatEntry) { e.Protects = client.ProtectsBoth })
	made := composeWith(t, p, b, day(0))
	require.Len(t, made.For("pool").Entries, 1)
	assert.Empty(t, made.For("pool").Disruptions)
	assert.Len(t, made.For("p").Disruptions, 1)
}

func TestWhatIsGentleSomewhereElseIsNoAlternative(t *testing.T) {
	at := func(s client.Setting) func(*plan.MeasureEntry) {
		return func(m *plan.MeasureEntry) { m.Settings = []client.Setting{s} }
	}
	b := swimmer(rapport.LevelModerate)
	b.Threats[0].Settings = []client.Setting{client.SettingUniversity, client.SettingHome}
	p := lab(t, tools(tool("bends", rapport.BandStrong, at(client.SettingUniversity), taking(plan.Intrusion{Movement: rapport.LevelModerate})),
		tool("home", rapport.BandStrong, at(client.SettingHome)), tool("gentle", rapport.BandStrong, at(client.SettingHome), taking(plan.Intrusion{Privacy: rapport.LevelHigh}))))
	made := composeWith(t, p, b, day(0))
	require.Equal(t, named("bends", "home"), measuresOf(made))
	require.Len(t, made.Disruptions, 1)
	assert.True(t, hasCode(made.Disruptions[0].Reasons, plan.CodeNothingGentler))
}
