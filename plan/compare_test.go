package plan_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

func offers(t *testing.T, c plan.Comparison) map[plan.Tier]plan.Offer {
	t.Helper()
	found := map[plan.Tier]plan.Offer{}
	for _, o := range c.Offers {
		found[o.Tier] = o
	}
	return found
}

func tiers(c plan.Comparison) []plan.Tier {
	var list []plan.Tier
	for _, o := range c.Offers {
		list = append(list, o.Tier)
	}
	return list
}

// metRows lists what a plan reaches.
func metRows(p plan.Plan) map[rapport.ID]bool {
	met := map[rapport.ID]bool{}
	for _, r := range p.Rows {
		if r.Met == rapport.AnswerYes {
			met[r.ID] = true
		}
	}
	return met
}

// steps are measures of which each level asks for one more.
func steps() plan.Catalogue {
	return tools(tool("one", rapport.BandGood), tool("two", rapport.BandGood, taking(plan.Intrusion{Time: rapport.LevelLow})),
		tool("three", rapport.BandGood, taking(plan.Intrusion{Time: rapport.LevelModerate})), tool("four", rapport.BandFair, taking(plan.Intrusion{Time: rapport.LevelHigh})),
		tool("five", rapport.BandStrong, taking(plan.Intrusion{Time: rapport.LevelSevere}), func(m *plan.MeasureEntry) {
			m.Functions = []plan.Function{plan.FunctionDetect, plan.FunctionRespond}
		}))
}

func TestLevelsOfProtectionStandSideBySide(t *testing.T) {
	p, b := lab(t, steps()), swimmer(rapport.LevelModerate)
	c, err := p.Compare(b, day(0))
	require.NoError(t, err)
	assert.Equal(t, day(0).UTC(), c.At)
	assert.Equal(t, []plan.Tier{plan.TierLighter, plan.TierRecommended, plan.TierFuller}, tiers(c))
	found := offers(t, c)
	recommended := composeWith(t, p, b, day(0))
	assert.Equal(t, recommended, found[plan.TierRecommended].Plan)
	assert.Equal(t, recommended.MadeWith, c.MadeWith)
	assert.Equal(t, named("one", "two"), measuresOf(recommended))
	assert.Equal(t, named("one"), measuresOf(found[plan.TierLighter].Plan), "as if it stood one step lower")
	assert.Equal(t, named("five", "one", "two"), measuresOf(found[plan.TierFuller].Plan), "as if it stood one step higher")

	row := theRow(t, recommended, plan.RowKindCover)
	lighter := found[plan.TierLighter]
	short := theRow(t, lighter.Plan, plan.RowKindCover)
	assert.Equal(t, row.ID, short.ID)
	assert.Equal(t, [2]int{20, 10}, [2]int{short.Need, short.Got}, "asked is what the level that stands asks for")
	assert.Equal(t, rapport.LevelModerate, short.Level)
	assert.Equal(t, []rapport.ID{row.ID}, lighter.Below)
	assert.Equal(t, []rapport.ID{"p"}, lighter.Decides)
	assert.Contains(t, lighter.Text, "Of 1 things that we would ask for, it does not reach 1.")
	full := theRow(t, found[plan.TierFuller].Plan, plan.RowKindCover)
	assert.Equal(t, [2]int{20, 40}, [2]int{full.Need, full.Got})
	for _, tier := range []plan.Tier{plan.TierRecommended, plan.TierFuller} {
		o := found[tier]
		assert.Equal(t, []rapport.ID{}, o.Below)
		assert.Equal(t, []rapport.ID{}, o.Decides)
		assert.NotContains(t, o.Text, "does not reach")
	}
	texts := map[string]bool{}
	for _, o := range c.Offers {
		assert.Equal(t, o.Plan.Proactive.Hours, o.Hours)
		texts[o.Text] = true
	}
	assert.Len(t, texts, 3)
}

func TestWhatIsInForceIsLaidBesideTheRest(t *testing.T) {
	p, b := lab(t, steps()), swimmer(rapport.LevelModerate)
	b.InForce = []plan.InForce{{ID: "i", Measure: "lab.example/four"}}
	c, err := p.Compare(b, day(0))
	require.NoError(t, err)
	require.Equal(t, []plan.Tier{plan.TierAsIs, plan.TierLighter, plan.TierRecommended, plan.TierFuller}, tiers(c))
	asIs := c.Offers[0]
	assert.Equal(t, named("four"), measuresOf(asIs.Plan))
	assert.Len(t, asIs.Below, 1)
	assert.Equal(t, plan.ChangeKindKept, changeOf(t, asIs.Plan, "i").Kind)
	assert.Zero(t, asIs.Plan.Burden, "it is paid for")
	for _, code := range []rapport.Code{plan.CodeProven, plan.CodeUnproven} {
		assert.False(t, hasCode(asIs.Plan.Reasons, code), "nothing was searched for: %s", code)
	}
	assert.Equal(t, rapport.AnswerUnsaid, asIs.Plan.Proven)
}

func TestWhatIsInForceLooksAsItLooksToday(t *testing.T) {
	p, b := lab(t, tools(tool("four", rapport.BandSlight), tool("post", rapport.BandStrong, shown(rapport.VisibilityOvert)))), moved(swimmer(rapport.LevelModerate), client.SettingGym)
	b.InForce = []plan.InForce{{ID: "i", Measure: "lab.example/four"}}
	c, err := p.Compare(b, day(0))
	require.NoError(t, err)
	found := offers(t, c)
	assert.Equal(t, rapport.VisibilityOvert, lookAt(t, found[plan.TierRecommended].Plan, "swim").Place)
	look := lookAt(t, found[plan.TierAsIs].Plan, "swim")
	assert.NotEqual(t, rapport.VisibilityOvert, look.Place)
	assert.False(t, hasCode(look.Reasons, plan.CodeRungUp))
}

func TestALastResortInForceIsPartOfWhatIs(t *testing.T) {
	p, b := lab(t, tools(tool("else", rapport.BandStrong), staying(rapport.BandStrong))), swimmer(rapport.LevelModerate)
	b.InForce = []plan.InForce{{ID: "i", Measure: "lab.example/stay-away"}}
	c, err := p.Compare(b, day(0))
	require.NoError(t, err)
	found := offers(t, c)
	assert.Equal(t, named("stay-away"), measuresOf(found[plan.TierAsIs].Plan))
	assert.Empty(t, found[plan.TierAsIs].Below)
	assert.Equal(t, named("else"), measuresOf(found[plan.TierRecommended].Plan))
}

func TestComparedLevelsKeepTheirOrder(t *testing.T) {
	lessSomewhere := 0
	check := func(b plan.Brief, n, seed int) {
		c, err := plan.Planner{}.Compare(b, day(n))
		require.NoError(t, err)
		require.GreaterOrEqual(t, len(c.Offers), 3)
		assert.Equal(t, len(b.InForce) > 0, c.Offers[0].Tier == plan.TierAsIs)
		found := offers(t, c)
		lighter, recommended, fuller := found[plan.TierLighter], found[plan.TierRecommended], found[plan.TierFuller]
		for _, o := range c.Offers {
			require.Len(t, o.Plan.Rows, len(recommended.Plan.Rows), "seed %d", seed)
			assert.Len(t, o.Below, len(o.Plan.Rows)-len(metRows(o.Plan)), "seed %d", seed)
			for i, r := range o.Plan.Rows {
				assert.Equal(t, recommended.Plan.Rows[i].ID, r.ID)
				assert.Equal(t, recommended.Plan.Rows[i].Need, r.Need)
				assert.Equal(t, r.Met == rapport.AnswerNo, slices.Contains(o.Below, r.ID))
			}
		}
		reached := metRows(recommended.Plan)
		assert.LessOrEqual(t, len(metRows(lighter.Plan)), len(reached), "seed %d", seed)
		for id := range reached {
			assert.True(t, metRows(fuller.Plan)[id], "seed %d: %s", seed, id)
		}
		if len(lighter.Below) > len(recommended.Below) {
			lessSomewhere++
		}
	}
	check(stalkedActor(3), 3, -1)
	check(stalkedActor(14), 14, -2)
	seeds := 40
	if testing.Short() {
		seeds = 10
	}
	for seed := range seeds {
		check(anyBrief(seed), 0, seed)
	}
	assert.Positive(t, lessSomewhere)
}

func TestALighterLevelOfTheCaseTakesLess(t *testing.T) {
	for _, n := range []int{3, 14} {
		c, err := plan.Planner{}.Compare(stalkedActor(n), day(n))
		require.NoError(t, err)
		found := offers(t, c)
		assert.LessOrEqual(t, found[plan.TierLighter].Hours, found[plan.TierRecommended].Hours)
		assert.NotEmpty(t, found[plan.TierLighter].Below)
		assert.Equal(t, []rapport.ID{"ms-a"}, found[plan.TierLighter].Decides)
	}
}

func TestAComparisonOfABadBriefIsAnError(t *testing.T) {
	b := swimmer(rapport.LevelModerate)
	c, err := plan.Planner{}.Compare(b, day(0))
	assertProblem(t, err, "/threats/0/kind", rapport.CodeUnknownWord)
	assert.Empty(t, c.Offers)
}

func TestAChoiceSaysWhatWasShownAndWhoHasNotAgreed(t *testing.T) {
	b := swimmer(rapport.LevelModerate)
	b.InForce = []plan.InForce{{ID: "i", Measure: "lab.example/four"}}
	b.Mandate.Rights = []client.Right{{Matter: client.MatterBelowFloor, By: "head"}}
	c, err := lab(t, steps()).Compare(b, day(0))
	require.NoError(t, err)
	lighter := offers(t, c)[plan.TierLighter]

	choice, err := c.Choose(plan.TierLighter, []rapport.ID{"p", "a", "p"}, day(1))
	require.NoError(t, err)
	assert.Equal(t, plan.InformedChoice{
		Tier: plan.TierLighter, By: []rapport.ID{"a", "p"}, At: day(1).UTC(), Shown: tiers(c), Left: []string{lighter.Plan.Residuals[0].Text},
		Below: lighter.Below, Missing: []rapport.ID{"head"},
	}, choice)

	choice.Below[0], choice.Left[0] = "changed", "changed"
	assert.NotContains(t, offers(t, c)[plan.TierLighter].Below, rapport.ID("changed"), "it shares no memory")

	choice, err = c.Choose(plan.TierLighter, []rapport.ID{"head"}, day(1))
	require.NoError(t, err)
	assert.Equal(t, []rapport.ID{}, choice.Missing)

	choice, err = c.Choose(plan.TierRecommended, []rapport.ID{"p"}, day(1))
	require.NoError(t, err)
	assert.Empty(t, choice.Missing, "everything is reached")
	assert.Equal(t, []rapport.ID{}, choice.Below)
}

func TestWhatIsNoChoiceIsRefused(t *testing.T) {
	c, err := lab(t, steps()).Compare(swimmer(rapport.LevelModerate), day(0))
	require.NoError(t, err)
	_, err = c.Choose(plan.TierAsIs, nil, time.Time{})
	assertProblem(t, err, "/tier", rapport.CodeOutOfRange)
	assertProblem(t, err, "/by", rapport.CodeRequired)
	assertProblem(t, err, "/at", rapport.CodeNoMoment)
	assert.Len(t, rapport.Problems(err), 3)
	_, err = c.Choose(plan.TierUnknown, []rapport.ID{"p", "not in order"}, day(0))
	assertProblem(t, err, "/tier", rapport.CodeOutOfRange)
	assertProblem(t, err, "/by/1", rapport.CodeMalformedID)
	assert.Len(t, rapport.Problems(err), 2)
}
