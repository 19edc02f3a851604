package plan_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

func sensitivity(t *testing.T, p plan.Planner, b plan.Brief, n int) []plan.Flip {
	t.Helper()
	list, err := p.Sensitivity(b, day(n))
	require.NoError(t, err)
	require.NotNil(t, list)
	return list
}

func unmetOf(p plan.Plan) int {
	return len(rowsOf(p, func(r plan.Row) bool { return r.Met == rapport.AnswerNo && r.Refused == "" }))
}

func idsOf(p plan.Plan) []rapport.ID {
	list := []rapport.ID{}
	for _, e := range p.Entries {
		list = append(list, e.ID)
	}
	return list
}

// minus lists what a has and b has not.
func minus(a, b []rapport.ID) []rapport.ID {
	return slices.DeleteFunc(slices.Clone(a), func(id rapport.ID) bool { return slices.Contains(b, id) })
}

// assertComesTrue checks that a plan differs from another one as a flip says.
func assertComesTrue(t *testing.T, f plan.Flip, now, then plan.Plan) {
	t.Helper()
	assert.Equal(t, minus(idsOf(then), idsOf(now)), f.Came, "%v", f)
	assert.Equal(t, minus(idsOf(now), idsOf(then)), f.Went, "%v", f)
	assert.Equal(t, unmetOf(then), f.Unmet)
	assert.Equal(t, then.Burden, f.Burden)
	assert.True(t, len(f.Came)+len(f.Went) > 0 || f.Unmet != unmetOf(now), "it says nothing")
	assert.Len(t, f.Reasons, 1)
	assert.True(t, listed(f.Reasons[0].Code))
	assert.NotContains(t, f.Reasons[0].Text, "{")
}

func TestALevelThatFlipsThePlanIsListedAndNoOther(t *testing.T) {
	briefs := map[int]plan.Brief{-1: stalkedActor(3)}
	for seed := range 60 {
		if b := anyBrief(seed); len(b.Threats) > 0 && len(briefs) < 12 {
			b.Facts = b.Facts[:min(3, len(b.Facts))]
			briefs[seed] = b
		}
	}
	if testing.Short() {
		briefs = map[int]plan.Brief{-1: stalkedActor(3)}
	}
	listedFlips, quiet := 0, 0
	for seed, b := range briefs {
		n := 0
		if seed < 0 {
			n = 3
		}
		flips := sensitivity(t, plan.Planner{}, b, n)
		now := compose(t, b, day(n))
		for i, x := range b.Threats {
			for _, step := range []int{-1, 1} {
				to := x.Level.Raised(step)
				at := slices.IndexFunc(flips, func(f plan.Flip) bool { return f.Threat == x.ID && f.ToLevel == to })
				if x.Level == rapport.LevelUnknown || to == x.Level {
					assert.Negative(t, at, "there is no such step")
					continue
				}
				changed := b
				changed.Threats = slices.Clone(b.Threats)
				changed.Threats[i].Level = to
				then := compose(t, changed, day(n))
				if at < 0 {
					quiet++
					assert.Equal(t, idsOf(now), idsOf(then), "seed %d", seed)
					assert.Equal(t, unmetOf(now), unmetOf(then), "seed %d", seed)
					continue
				}
				listedFlips++
				assert.Equal(t, x.Level, flips[at].Level)
				assert.Equal(t, plan.CodeFlipsWithLevel, flips[at].Reasons[0].Code)
				assertComesTrue(t, flips[at], now, then)
			}
		}
	}
	assert.Greater(t, listedFlips, 1)
	assert.True(t, quiet > 0 || testing.Short())
}

// anyLab draws a catalogue against menace, in which measures lean on each other, reassure and share groups.
func anyLab(seed int) (plan.Catalogue, plan.Brief) {
	d := dice(seed*6007 + 5)
	d.below(2)
	bands := []rapport.Band{rapport.BandSlight, rapport.BandFair, rapport.BandGood, rapport.BandStrong}
	levels := []rapport.Level{rapport.LevelNone, rapport.LevelLow, rapport.LevelModerate, rapport.LevelHigh}
	b := swimmer(pick(&d, []rapport.Level{rapport.LevelLow, rapport.LevelModerate, rapport.LevelHigh}))
	b.Threats[0].Settings = append(b.Threats[0].Settings, pick(&d, []client.Setting{client.SettingHome, client.SettingOnline, client.SettingGym}))
	if d.below(2) == 0 {
		b.People[0].Concerns = []client.Concern{{ID: "c", Kind: fear, Emotion: rapport.LevelHigh}}
	}
	if d.below(2) == 0 {
		b.Refusals = []plan.Refusal{without(plan.MeasureReassuranceTouchpoints, "p")}
	}
	var c plan.Catalogue
	for i := range 3 + d.below(5) {
		c.Measures = append(c.Measures, tool(fmt.Sprint("m-", i), pick(&d, bands), func(m *plan.MeasureEntry) {
			m.Scope = pick(&d, []plan.Scope{plan.ScopeHousehold, plan.ScopePerson, plan.ScopeActivity})
			m.Intrusion = plan.Intrusion{Movement: pick(&d, levels), Privacy: pick(&d, levels)}
			m.Functions = []plan.Function{pick(&d, []plan.Function{plan.FunctionDetect, plan.FunctionRespond, plan.FunctionReassure})}
			m.Effort = pick(&d, []plan.Effort{"week-trace", "week-small", "once-small"})
			if d.below(3) == 0 {
				m.Group = "lab.example/shared"
			}
			if d.below(3) == 0 {
				m.Layer, m.Visibility = plan.LayerPlace, pick(&d, []rapport.Visibility{rapport.VisibilityLowProfile, rapport.VisibilityOrdinary, rapport.VisibilityOvert})
			}
			if i > 0 && d.below(3) == 0 {
				m.Requires = named(fmt.Sprint("m-", d.below(i)))
			}
			if i > 1 && d.below(5) == 0 {
				m.LastResort, m.EN.Ends = true, "It is over."
			}
		}))
		if d.below(4) == 0 {
			b.InForce = append(b.InForce, plan.InForce{ID: rapport.ID(fmt.Sprint("i-", i)), Measure: c.Measures[i].ID})
		}
	}
	return c, b
}

// TestABandThatFlipsThePlanIsListedAndNoOther compares with planners whose catalogue has the changed band, and
// so leaves nothing out.
func TestABandThatFlipsThePlanIsListedAndNoOther(t *testing.T) {
	order := []rapport.Band{rapport.BandNone, rapport.BandSlight, rapport.BandFair, rapport.BandGood, rapport.BandStrong}
	seeds, found, down := 80, 0, 0
	if testing.Short() {
		seeds = 20
	}
	for seed := range seeds {
		c, b := anyLab(seed)
		flips := sensitivity(t, lab(t, c), b, 5)
		now := composeWith(t, lab(t, c), b, day(5))
		for i, m := range c.Measures {
			from := slices.Index(order, m.Effects[0].Band)
			for _, to := range []int{from - 1, from + 1} {
				if to == len(order) || to == 0 { // a catalogue holds no effect of nothing: see the long way
					continue
				}
				changed := plan.Catalogue{Measures: slices.Clone(c.Measures)}
				changed.Measures[i].Effects = []plan.Effect{{Threat: menace, Band: order[to]}}
				then := composeWith(t, lab(t, changed), b, day(5))
				at := slices.IndexFunc(flips, func(f plan.Flip) bool { return f.Measure == m.ID && f.ToBand == order[to] })
				if at < 0 {
					assert.Equal(t, idsOf(now), idsOf(then), "seed %d: %s to %s", seed, m.ID, order[to])
					assert.Equal(t, unmetOf(now), unmetOf(then), "seed %d: %s to %s", seed, m.ID, order[to])
					continue
				}
				found++
				if to < from {
					down++
				}
				assert.Equal(t, menace, flips[at].Kind)
				assert.Equal(t, order[from], flips[at].Band)
				assert.Equal(t, plan.CodeFlipsWithBand, flips[at].Reasons[0].Code)
				assertComesTrue(t, flips[at], now, then)
			}
		}
	}
	assert.Greater(t, found, seeds)
	assert.Greater(t, down, seeds/2)
}

func bandFlips(list []plan.Flip) []plan.Flip {
	kept := []plan.Flip{}
	for _, f := range list {
		if f.Measure != "" {
			f.Reasons = nil
			kept = append(kept, f)
		}
	}
	return kept
}

func TestTheShortWayToBandsFindsWhatTheLongWayDoes(t *testing.T) {
	steps := 0
	check := func(p plan.Planner, b plan.Brief, n, seed int) {
		long, tried, err := plan.EveryBandFlip(p, b, day(n))
		require.NoError(t, err)
		steps += tried
		require.Equal(t, bandFlips(long), bandFlips(sensitivity(t, p, b, n)), "seed %d", seed)
	}
	labs, briefs := 120, 3
	if testing.Short() {
		labs, briefs = 50, 1
	}
	for seed := range labs {
		c, b := anyLab(seed)
		check(lab(t, c), b, 5, seed)
	}
	for seed := 0; briefs > 0; seed++ {
		if b := anyBrief(seed); len(b.People) == 1 && len(b.Threats) > 0 && len(b.People[0].Activities) < 3 {
			briefs--
			check(plan.Planner{}, b, 0, seed)
		}
	}
	assert.Greater(t, steps, 300)
}

func TestFlipsStandInOrderWhateverTheOrderOfTheBrief(t *testing.T) {
	c, b := steps(), swimmer(rapport.LevelModerate)
	b.InForce = []plan.InForce{{ID: "i", Measure: "lab.example/four"}}
	second := b.Threats[0]
	second.ID, second.Settings = "a-second", []client.Setting{client.SettingHome}
	b.Threats = append(b.Threats, second)
	flips := sensitivity(t, lab(t, c), b, 5)
	require.Equal(t, rapport.ID("a-second"), flips[0].Threat)
	require.True(t, slices.ContainsFunc(flips, func(f plan.Flip) bool { return f.Threat == "t" }))
	require.NotEmpty(t, bandFlips(flips))
	require.True(t, slices.IsSortedFunc(flips, func(x, y plan.Flip) int {
		switch {
		case (x.Threat == "") != (y.Threat == ""):
			if x.Threat == "" {
				return 1
			}
			return -1
		case x.Threat != y.Threat:
			return int(slices.Compare([]byte(x.Threat), []byte(y.Threat)))
		default:
			return slices.Compare([]byte(x.Measure), []byte(y.Measure))
		}
	}))
	first, err := json.Marshal(flips)
	require.NoError(t, err)
	for seed := range 5 {
		d := dice(seed)
		x := b
		x.Threats, x.InForce, x.Facts = shuffle(&d, b.Threats), shuffle(&d, b.InForce), shuffle(&d, b.Facts)
		x.People = slices.Clone(b.People)
		x.People[0].Activities = shuffle(&d, b.People[0].Activities)
		shuffled := plan.Catalogue{Measures: shuffle(&d, c.Measures)}
		again, err := json.Marshal(sensitivity(t, lab(t, shuffled), x, 5))
		require.NoError(t, err)
		assert.Equal(t, string(first), string(again))
	}
}

func TestLookingForFlipsChangesNothing(t *testing.T) {
	c, b := anyLab(7)
	p := lab(t, c)
	before := composeWith(t, p, b, day(5))
	kept := copied(t, b)
	sensitivity(t, p, b, 5)
	assert.Equal(t, kept, copied(t, b))
	assert.Equal(t, before, composeWith(t, p, b, day(5)))
}

func TestOfABadBriefNothingFlips(t *testing.T) {
	list, err := plan.Planner{}.Sensitivity(swimmer(rapport.LevelModerate), day(0))
	assertProblem(t, err, "/threats/0/kind", rapport.CodeUnknownWord)
	assert.Empty(t, list)
}
