package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

func balanceOf(t *testing.T, p plan.Plan, person rapport.ID) plan.Balance {
	t.Helper()
	for _, b := range p.Balances {
		if b.Person == person {
			return b
		}
	}
	require.Fail(t, "no balance")
	return plan.Balance{}
}

func driver(t *testing.T, s plan.Side, d plan.Driver) plan.Movement {
	t.Helper()
	for _, m := range s.Drivers {
		if m.Driver == d {
			return m
		}
	}
	require.Fail(t, "no such driver")
	return plan.Movement{}
}

// shown makes a measure one that stands at the place and is noticed as a uniform.
func shown(v rapport.Visibility) func(*plan.MeasureEntry) {
	return func(m *plan.MeasureEntry) {
		m.Layer, m.Visibility, m.Shows = plan.LayerPlace, v, []client.Element{client.ElementGuardPostUniform}
		m.Scope = plan.ScopeActivity
	}
}

func taking(i plan.Intrusion) func(*plan.MeasureEntry) {
	return func(m *plan.MeasureEntry) { m.Intrusion = i }
}

func feeling(n int) func(*plan.Brief) {
	return func(b *plan.Brief) {
		b.People[0].Reactions = []client.Reaction{{ID: "r", Element: client.ElementGuardPostUniform, Setting: client.SettingUniversity, Feeling: mustFeel(n), On: on(-1)}}
	}
}

func TestOfNothingTakenComfortAndPrivacyAreWhole(t *testing.T) {
	b := balanceOf(t, composeWith(t, lab(t, plan.Catalogue{}), plan.Brief{People: swimmer(rapport.LevelLow).People}, day(0)), "p")
	for _, s := range []plan.Side{b.Protection, b.Comfort, b.Privacy} {
		assert.Equal(t, [2]int{100, 100}, [2]int{s.Score, s.Before})
		for _, m := range s.Drivers {
			assert.Equal(t, plan.TrendSame, m.Trend)
			assert.NotNil(t, m.By)
			assert.NotNil(t, m.Gone)
		}
	}
	assert.Equal(t, plan.VerdictBalanced, b.Verdict)
	assert.True(t, hasCode(b.Reasons, plan.CodeBalanced))
	assert.Empty(t, b.Protection.Drivers)
	var comfort, privacy []plan.Driver
	for _, m := range b.Comfort.Drivers {
		comfort = append(comfort, m.Driver)
	}
	for _, m := range b.Privacy.Drivers {
		privacy = append(privacy, m.Driver)
	}
	assert.Equal(t, []plan.Driver{plan.DriverMovement, plan.DriverCompany, plan.DriverTime, plan.DriverCalm}, comfort)
	assert.Equal(t, []plan.Driver{plan.DriverPrivateSpace, plan.DriverVisibility, plan.DriverKnowledge}, privacy)
}

func TestHowAPersonFeelsMovesComfort(t *testing.T) {
	p := lab(t, tools(tool("post", rapport.BandStrong, shown(rapport.VisibilityLowProfile), taking(plan.Intrusion{Social: rapport.LevelLow}))))
	comfort := map[int]int{}
	for _, n := range []int{-3, -1, 0, 1, 3} {
		b := swimmer(rapport.LevelModerate)
		feeling(n)(&b)
		made := composeWith(t, p, b, day(0))
		require.Len(t, made.Entries, 1)
		side := balanceOf(t, made, "p").Comfort
		comfort[n] = side.Score
		assert.Equal(t, 100, side.Before, "before there was nothing")
		calm := driver(t, side, plan.DriverCalm)
		switch {
		case n < 0:
			assert.Equal(t, plan.TrendWorse, calm.Trend, "%d", n)
			assert.Equal(t, []rapport.ID{made.Entries[0].ID}, calm.By)
		case n > 0:
			assert.Equal(t, plan.TrendBetter, calm.Trend, "%d", n)
		default:
			assert.Equal(t, plan.TrendSame, calm.Trend, "%d", n)
			assert.Empty(t, calm.By)
		}
		assert.Equal(t, rapport.LevelUnknown, calm.Level)
	}
	assert.Less(t, comfort[-3], comfort[-1])
	assert.Less(t, comfort[-1], comfort[0])
	assert.Less(t, comfort[0], comfort[1])
	assert.Less(t, comfort[1], comfort[3])
	assert.Equal(t, 100, comfort[3], "what is liked that much takes nothing")
}

func TestWhatMovesEachSide(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*plan.MeasureEntry)
		driver plan.Driver
		level  rapport.Level
		side   func(plan.Balance) plan.Side
		other  func(plan.Balance) plan.Side
	}{
		"movement":      {taking(plan.Intrusion{Movement: rapport.LevelModerate}), plan.DriverMovement, rapport.LevelModerate, comfortSide, privacySide},
		"company":       {taking(plan.Intrusion{Social: rapport.LevelHigh}), plan.DriverCompany, rapport.LevelHigh, comfortSide, privacySide},
		"time":          {taking(plan.Intrusion{Time: rapport.LevelLow}), plan.DriverTime, rapport.LevelLow, comfortSide, privacySide},
		"private space": {taking(plan.Intrusion{Privacy: rapport.LevelSevere}), plan.DriverPrivateSpace, rapport.LevelSevere, privacySide, comfortSide},
		"visibility":    {shown(rapport.VisibilityOvert), plan.DriverVisibility, rapport.LevelUnknown, privacySide, comfortSide},
	} {
		t.Run(name, func(t *testing.T) {
			b := moved(swimmer(rapport.LevelModerate), client.SettingGym) // a uniform may stand there
			plain := balanceOf(t, composeWith(t, lab(t, tools(tool("post", rapport.BandStrong, shown(rapport.VisibilityLowProfile)))), b, day(0)), "p")
			made := composeWith(t, lab(t, tools(tool("post", rapport.BandStrong, shown(rapport.VisibilityLowProfile), c.change))), b, day(0))
			require.Len(t, made.Entries, 1)
			moved := balanceOf(t, made, "p")
			assert.Less(t, c.side(moved).Score, c.side(plain).Score)
			assert.Equal(t, c.other(plain).Score, c.other(moved).Score, "the other side stays")
			assert.Equal(t, 100, moved.Protection.Score)
			m := driver(t, c.side(moved), c.driver)
			assert.Equal(t, plan.TrendWorse, m.Trend)
			assert.Equal(t, c.level, m.Level)
			assert.Equal(t, []rapport.ID{made.Entries[0].ID}, m.By)
			assert.Empty(t, m.Gone)
		})
	}
}

func comfortSide(b plan.Balance) plan.Side { return b.Comfort }
func privacySide(b plan.Balance) plan.Side { return b.Privacy }

func TestKnowledgeIsCountedOncePerKind(t *testing.T) {
	p := lab(t, tools(tool("one", rapport.BandGood, knowing(client.CategoryRoutine)), tool("two", rapport.BandGood, knowing(client.CategoryRoutine))))
	b := swimmer(rapport.LevelModerate)
	b.InForce = []plan.InForce{{ID: "i", Measure: "lab.example/one"}}
	m := driver(t, balanceOf(t, composeWith(t, p, b, day(0)), "p").Privacy, plan.DriverKnowledge)
	assert.Equal(t, plan.TrendSame, m.Trend, "the second needs what is known already")
	assert.Empty(t, m.By)
	b.InForce = nil
	made := composeWith(t, p, b, day(0))
	m = driver(t, balanceOf(t, made, "p").Privacy, plan.DriverKnowledge)
	assert.Equal(t, plan.TrendWorse, m.Trend)
	assert.Len(t, m.By, 2)
}

func TestABalanceIsHeldAgainstWhatIsInForce(t *testing.T) {
	heavy := tool("heavy", rapport.BandGood, shown(rapport.VisibilityLowProfile), taking(plan.Intrusion{Movement: rapport.LevelHigh, Privacy: rapport.LevelHigh}))
	p := lab(t, tools(heavy, tool("light", rapport.BandStrong, taking(plan.Intrusion{Movement: rapport.LevelLow}))))
	b := swimmer(rapport.LevelModerate)
	feeling(-3)(&b)
	b.InForce = []plan.InForce{{ID: "old", Measure: "lab.example/heavy"}}
	made := composeWith(t, p, b, day(0))
	require.Equal(t, named("light"), measuresOf(made))
	x := balanceOf(t, made, "p")
	assert.Equal(t, [2]int{100, 50}, [2]int{x.Protection.Score, x.Protection.Before}, "ten points of twenty were there")
	assert.Greater(t, x.Comfort.Score, x.Comfort.Before)
	assert.Greater(t, x.Privacy.Score, x.Privacy.Before)
	for _, m := range []plan.Movement{driver(t, x.Comfort, plan.DriverMovement), driver(t, x.Comfort, plan.DriverCalm), driver(t, x.Privacy, plan.DriverPrivateSpace), driver(t, x.Privacy, plan.DriverVisibility)} {
		assert.Equal(t, plan.TrendBetter, m.Trend, "%s", m.Driver)
		assert.Equal(t, []rapport.ID{"old"}, m.Gone, "%s", m.Driver)
	}
	assert.Equal(t, []rapport.ID{made.Entries[0].ID}, driver(t, x.Comfort, plan.DriverMovement).By)
	require.Len(t, x.Protection.Drivers, 1)
	threat := x.Protection.Drivers[0]
	assert.Equal(t, plan.Movement{Driver: plan.DriverThreat, Threat: "t", Level: rapport.LevelLow, Trend: plan.TrendBetter, By: []rapport.ID{made.Entries[0].ID}, Gone: []rapport.ID{}}, threat)
}

func TestOnlyWhatIsNewOrGoneMovesASide(t *testing.T) {
	walks := func(l rapport.Level) func(*plan.MeasureEntry) { return taking(plan.Intrusion{Movement: l}) }
	p := lab(t, tools(tool("old", rapport.BandGood, walks(rapport.LevelLow)), tool("new", rapport.BandGood, walks(rapport.LevelLow))))
	b := moved(swimmer(rapport.LevelModerate), client.SettingGym)
	b.InForce = []plan.InForce{{ID: "i", Measure: "lab.example/old"}}
	made := composeWith(t, p, b, day(0))
	m := driver(t, balanceOf(t, made, "p").Comfort, plan.DriverMovement)
	assert.Equal(t, plan.TrendWorse, m.Trend)
	assert.Equal(t, []rapport.ID{theEntry(t, made, "lab.example/new").ID}, m.By)
	assert.Empty(t, m.Gone, "the old one stays")

	seen := lab(t, tools(tool("old", rapport.BandGood, shown(rapport.VisibilityOvert)), tool("new", rapport.BandGood, shown(rapport.VisibilityLowProfile))))
	m = driver(t, balanceOf(t, composeWith(t, seen, b, day(0)), "p").Privacy, plan.DriverVisibility)
	assert.Equal(t, plan.TrendSame, m.Trend, "the highest rung is seen as before")
}

func TestTooMuchAtOnePlaceIsNoProtectionAtAnother(t *testing.T) {
	at := func(s client.Setting) func(*plan.MeasureEntry) {
		return func(m *plan.MeasureEntry) { m.Settings = []client.Setting{s} }
	}
	b := swimmer(rapport.LevelModerate)
	b.Threats[0].Settings = []client.Setting{client.SettingUniversity, client.SettingHome}
	b.InForce = []plan.InForce{{ID: "i", Measure: "lab.example/one"}, {ID: "j", Measure: "lab.example/two"}}
	made := composeWith(t, lab(t, tools(tool("one", rapport.BandStrong, at(client.SettingUniversity)), tool("two", rapport.BandStrong, at(client.SettingUniversity)))), b, day(0))
	require.Len(t, made.Entries, 2)
	assert.Equal(t, 50, balanceOf(t, made, "p").Protection.Score)

	two := swimmer(rapport.LevelModerate)
	two.People = append(two.People, client.Profile{ID: "q", Activities: two.People[0].Activities})
	two.Refusals = []plan.Refusal{without("lab.example/one", "p")}
	made = composeWith(t, lab(t, tools(tool("one", rapport.BandStrong))), two, day(5))
	assert.Equal(t, 0, balanceOf(t, made, "p").Protection.Score)
	assert.Equal(t, 100, balanceOf(t, made, "q").Protection.Score)
	assert.Equal(t, plan.VerdictBalanced, balanceOf(t, made, "q").Verdict)
}

func TestAThreatOfWhichAsMuchIsLeftHasNotMoved(t *testing.T) {
	act := func(m *plan.MeasureEntry) { m.Functions = []plan.Function{plan.FunctionDetect, plan.FunctionRespond} }
	p := lab(t, tools(tool("one", rapport.BandStrong, act), tool("two", rapport.BandGood), tool("three", rapport.BandFair)))
	b := swimmer(rapport.LevelHigh)
	b.InForce = []plan.InForce{{ID: "i", Measure: "lab.example/one"}}
	made := composeWith(t, p, b, day(0))
	require.Len(t, made.Entries, 3)
	m := balanceOf(t, made, "p").Protection.Drivers[0]
	assert.Equal(t, plan.TrendSame, m.Trend, "35 points take one step away, as 20 did")
	assert.Empty(t, m.By)
}

func TestMoreIsLeftOfAThreatWhereWhatWasInForceIsRefused(t *testing.T) {
	p := lab(t, tools(tool("one", rapport.BandStrong)))
	b := swimmer(rapport.LevelModerate)
	b.InForce = []plan.InForce{{ID: "i", Measure: "lab.example/one"}}
	b.Refusals = []plan.Refusal{without("lab.example/one", "p")}
	x := balanceOf(t, composeWith(t, p, b, day(5)), "p")
	assert.Equal(t, plan.TrendWorse, x.Protection.Drivers[0].Trend)
	assert.Equal(t, [2]int{0, 100}, [2]int{x.Protection.Score, x.Protection.Before})
	assert.Equal(t, plan.VerdictShort, x.Verdict)
}

func TestWhatDecidedBetweenTheSides(t *testing.T) {
	post := tool("post", rapport.BandStrong, shown(rapport.VisibilityLowProfile))
	for name, c := range map[string]struct {
		measures []plan.MeasureEntry
		feels    int
		verdict  plan.Verdict
		code     rapport.Code
	}{
		"nothing is minded":                      {[]plan.MeasureEntry{post}, 0, plan.VerdictBalanced, plan.CodeBalanced},
		"a little is minded":                     {[]plan.MeasureEntry{post}, -1, plan.VerdictBalanced, plan.CodeBalanced},
		"what is minded stays":                   {[]plan.MeasureEntry{post}, -2, plan.VerdictSafetyDecided, plan.CodeBalanceSafety},
		"what is minded can be replaced":         {[]plan.MeasureEntry{post, tool("else", rapport.BandStrong)}, -2, plan.VerdictBalanced, plan.CodeBalanced},
		"a floor is not reached":                 {nil, 0, plan.VerdictShort, plan.CodeBalanceShort},
		"a floor is not reached with the minded": {[]plan.MeasureEntry{tool("post", rapport.BandGood, shown(rapport.VisibilityLowProfile))}, -2, plan.VerdictShort, plan.CodeBalanceShort},
	} {
		t.Run(name, func(t *testing.T) {
			b := swimmer(rapport.LevelModerate)
			feeling(c.feels)(&b)
			x := balanceOf(t, composeWith(t, lab(t, tools(c.measures...)), b, day(0)), "p")
			assert.Equal(t, c.verdict, x.Verdict)
			assert.Equal(t, c.code, x.Reasons[0].Code)
			assert.Equal(t, c.verdict == plan.VerdictShort, x.Protection.Score < 100)
		})
	}
}

func TestABalanceIsOnePersonsOwn(t *testing.T) {
	p := compose(t, couple(), day(14))
	require.Len(t, p.Balances, 2)
	assert.Equal(t, rapport.ID("mr-b"), p.Balances[0].Person)
	for _, m := range p.Balances[0].Protection.Drivers {
		assert.Equal(t, rapport.ID("t-b"), m.Threat)
	}
}
