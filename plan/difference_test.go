package plan_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

func TestBetweenEqualPlansThereIsNoDifference(t *testing.T) {
	p := compose(t, stalkedActor(14), day(14))
	empty := plan.Difference{Came: []plan.EntryChange{}, Went: []plan.EntryChange{}, Rows: []plan.RowChange{}, Looks: []plan.LookChange{}, Left: []plan.LeftChange{}}
	assert.Equal(t, empty, p.Difference(p))
	assert.Equal(t, empty, plan.Plan{}.Difference(plan.Plan{}))
}

func TestADifferenceSaysWhatChangedAndWhy(t *testing.T) {
	two := tools(tool("one", rapport.BandStrong, taking(plan.Intrusion{Time: rapport.LevelLow})), tool("two", rapport.BandGood), tool("three", rapport.BandFair))
	brief := func(changes ...func(*plan.Brief)) plan.Brief {
		b := swimmer(rapport.LevelModerate)
		for _, change := range changes {
			change(&b)
		}
		return b
	}
	level := func(l rapport.Level) func(*plan.Brief) { return func(b *plan.Brief) { b.Threats[0].Level = l } }
	calm := func(b *plan.Brief) { b.Threats = nil }
	refused := func(b *plan.Brief) { b.Refusals = []plan.Refusal{without("lab.example/one", "p")} }
	for name, c := range map[string]struct {
		before, after plan.Brief
		came, went    []plan.MeasureID
		code          rapport.Code
		at            rapport.Path
		need, to      int
		left, toLeft  rapport.Level
	}{
		"a threat came": {before: brief(calm), after: brief(), came: named("one"), code: plan.CodeDemandNew, at: "/threats/t",
			to: 20, toLeft: rapport.LevelLow},
		"a threat went": {before: brief(), after: brief(calm), went: named("one"), code: plan.CodeDemandEnded, at: "/threats/t",
			need: 20, left: rapport.LevelLow},
		"a level rose": {before: brief(level(rapport.LevelLow)), after: brief(), came: named("one"), went: named("two"), code: plan.CodeDemandRaised, at: "/threats/t",
			need: 10, to: 20, left: rapport.LevelUnknown, toLeft: rapport.LevelUnknown},
		"a level fell": {before: brief(), after: brief(level(rapport.LevelLow)), came: named("two"), went: named("one"), code: plan.CodeDemandLowered, at: "/threats/t",
			need: 20, to: 10, left: rapport.LevelUnknown, toLeft: rapport.LevelUnknown},
		"a refusal is over": {before: brief(refused), after: brief(), came: named("one"), went: named("three", "two"), code: plan.CodeDemandReached, at: "/threats/t",
			need: 20, to: 20, left: rapport.LevelModerate, toLeft: rapport.LevelLow},
	} {
		t.Run(name, func(t *testing.T) {
			p := lab(t, two)
			before, after := composeWith(t, p, c.before, day(5)), composeWith(t, p, c.after, day(5))
			d := after.Difference(before)
			var reasons []rapport.Reason
			list := func(changes []plan.EntryChange) []plan.MeasureID {
				var words []plan.MeasureID
				for _, e := range changes {
					words = append(words, e.Measure)
					assert.NotEmpty(t, e.Name)
					assert.Equal(t, []rapport.ID{"p"}, e.People)
					require.NotEmpty(t, e.Reasons)
					reasons = append(reasons, e.Reasons...)
				}
				return words
			}
			assert.ElementsMatch(t, c.came, list(d.Came))
			assert.ElementsMatch(t, c.went, list(d.Went))
			assert.Contains(t, codesAt(reasons, c.at), c.code)
			for _, r := range reasons {
				assert.True(t, listed(r.Code))
				assert.NotContains(t, r.Text, "{")
			}
			require.Len(t, d.Rows, 1)
			assert.Equal(t, [2]int{c.need, c.to}, [2]int{d.Rows[0].Need, d.Rows[0].ToNeed})
			assert.Equal(t, rapport.ID("t"), d.Rows[0].Threat)
			assert.Equal(t, c.need == 0, d.Rows[0].Met == rapport.AnswerUnsaid)
			assert.Equal(t, c.to == 0, d.Rows[0].ToMet == rapport.AnswerUnsaid)
			if c.left == c.toLeft {
				assert.Empty(t, d.Left)
				return
			}
			assert.Equal(t, []plan.LeftChange{{Person: "p", Threat: "t", Level: c.left, ToLevel: c.toLeft}}, d.Left)
			assert.Empty(t, d.Looks)
		})
	}
}

func TestWhatWentNamesWhatDoesItsWorkNow(t *testing.T) {
	p := lab(t, tools(tool("one", rapport.BandStrong), tool("else", rapport.BandStrong, taking(plan.Intrusion{Time: rapport.LevelHigh}))))
	b := swimmer(rapport.LevelModerate)
	before := composeWith(t, p, b, day(5))
	b.InForce = before.InForce(nil)
	b.Refusals = []plan.Refusal{without("lab.example/one", "p")}
	d := composeWith(t, p, b, day(5)).Difference(before)
	require.Len(t, d.Went, 1)
	assert.Contains(t, codesAt(d.Went[0].Reasons, "/refusals/no"), plan.CodeRefusedMeasure)
	assert.Contains(t, codesAt(d.Went[0].Reasons, "/entries"), plan.CodeCoveredBy)
	require.Len(t, d.Came, 1)
	assert.Contains(t, codesAt(d.Came[0].Reasons, "/refusals/no"), plan.CodeRefusedMeasure, "it came because the other was refused")
	assert.Empty(t, d.Rows)
}

func TestWhatStayedDoesNobodysWorkAnew(t *testing.T) {
	p := lab(t, tools(tool("stays", rapport.BandGood), tool("one", rapport.BandGood), tool("else", rapport.BandGood, taking(plan.Intrusion{Time: rapport.LevelHigh}))))
	b := swimmer(rapport.LevelModerate)
	before := composeWith(t, p, b, day(5))
	b.Refusals = []plan.Refusal{without("lab.example/one", "p")}
	d := composeWith(t, p, b, day(5)).Difference(before)
	require.Len(t, d.Went, 1)
	require.Len(t, d.Went[0].Reasons, 1)
	assert.Equal(t, "What it did is done by: Tool else.", d.Went[0].Reasons[0].Text)
}

func TestWhatNobodyNeedsAnyMoreIsSaidToBeSo(t *testing.T) {
	before := plan.Plan{Entries: []plan.Entry{{ID: "a", Name: "A"}}}
	d := plan.Plan{}.Difference(before)
	require.Len(t, d.Went, 1)
	assert.True(t, hasCode(d.Went[0].Reasons, plan.CodeNotNeeded))

	after := plan.Plan{Entries: []plan.Entry{{ID: "b", Name: "B", Reasons: []rapport.Reason{{Code: plan.CodeServes, Text: "Own."}}}}}
	d = after.Difference(plan.Plan{})
	require.Len(t, d.Came, 1)
	assert.True(t, hasCode(d.Came[0].Reasons, plan.CodeServes), "nothing is new: its own grounds")
}

func TestWhatIsSeenAndHasChangedIsListed(t *testing.T) {
	p := lab(t, tools(tool("post", rapport.BandStrong, shown(rapport.VisibilityOvert))))
	b := moved(swimmer(rapport.LevelModerate), client.SettingGym)
	quiet := plan.Brief{People: b.People}
	before, after := composeWith(t, p, quiet, day(0)), composeWith(t, p, b, day(0))
	d := after.Difference(before)
	now, then := lookAt(t, after, "swim"), lookAt(t, before, "swim")
	require.Contains(t, d.Looks, plan.LookChange{Person: "p", Activity: "swim", Setting: client.SettingGym, Near: then.Near, Place: then.Place, ToNear: now.Near, ToPlace: rapport.VisibilityOvert})

	quiet.People[0].Activities = nil
	gone := composeWith(t, p, quiet, day(0)).Difference(after)
	require.Contains(t, gone.Looks, plan.LookChange{Person: "p", Activity: "swim", Setting: client.SettingGym, Near: now.Near, Place: now.Place})
	assert.Contains(t, after.Difference(composeWith(t, p, quiet, day(0))).Looks, plan.LookChange{Person: "p", Activity: "swim", Setting: client.SettingGym, ToNear: now.Near, ToPlace: now.Place})
}

// TestWithoutThePhotographersWhatTheStalkerNeedsMayChangeAndNamesThem looks at the case in which nothing else
// has changed: each entry that came or went gives the threat that is gone, or what stands in its place.
func TestWithoutThePhotographersWhatTheStalkerNeedsMayChangeAndNamesThem(t *testing.T) {
	b := stalkedActor(14)
	before := compose(t, b, day(14))
	b.Threats = b.Threats[:1]
	after := compose(t, b, day(14))
	d := after.Difference(before)
	require.NotEmpty(t, d.Went)
	for _, e := range d.Went {
		assert.NotEmpty(t, codesAt(e.Reasons, "/threats/t-photo"), "%s: %v", e.Measure, e.Reasons)
	}
	alsoAgainstTheStalker := 0
	for _, e := range d.Went {
		m, _ := plan.Planner{}.Measure(e.Measure)
		for _, effect := range m.Effects {
			if effect.Threat == client.ThreatStalking {
				alsoAgainstTheStalker++
			}
		}
	}
	assert.Positive(t, alsoAgainstTheStalker, "a measure that counted against the stalker too is gone with them")
	for _, r := range d.Rows {
		assert.True(t, r.Threat == "t-photo" || r.Threat == "", "%v", r)
	}
	for _, l := range d.Left {
		assert.Contains(t, []rapport.ID{"t-photo", "t-writer"}, l.Threat)
	}
}

func TestADifferenceSharesNoMemoryWithEitherPlan(t *testing.T) {
	b := stalkedActor(14)
	b.InForce = compose(t, b, day(14)).InForce(b.InForce)
	before := compose(t, b, day(14))
	b.Threats = b.Threats[:1]
	b.Mandate.Rights = append(b.Mandate.Rights, client.Right{Matter: client.MatterMeasures, By: "ms-a"})
	for i, m := range []plan.MeasureID{plan.MeasureNearbyResponseRoom, plan.MeasurePoliceLiaison, plan.MeasureConciergePartnership} {
		b.Refusals = append(b.Refusals, plan.Refusal{ID: rapport.ID("no-" + string(rune('a'+i))), Person: "ms-a", Measure: m, By: []rapport.ID{"ms-a"}, On: on(1), Until: on(60)})
	}
	after := compose(t, b, day(14))
	first, second := jsonOf(t, before), jsonOf(t, after)
	d := after.Difference(before)
	require.NotEmpty(t, d.Came)
	require.NotEmpty(t, d.Went)
	scramble(reflect.ValueOf(&d).Elem())
	assert.Equal(t, first, jsonOf(t, before))
	assert.Equal(t, second, jsonOf(t, after))
}

func TestADifferenceIsTheOtherWayRoundTheOtherWayRound(t *testing.T) {
	for seed := range 20 {
		b := anyBrief(seed)
		before := compose(t, b, day(0))
		if len(b.Threats) > 0 {
			b.Threats = b.Threats[1:]
		}
		b.InForce = nil
		after := compose(t, b, day(0))
		there, back := after.Difference(before), before.Difference(after)
		names := func(list []plan.EntryChange) (ids []rapport.ID) {
			for _, e := range list {
				ids = append(ids, e.Entry)
			}
			return ids
		}
		assert.Equal(t, names(there.Came), names(back.Went))
		assert.Equal(t, names(there.Went), names(back.Came))
		require.Len(t, back.Rows, len(there.Rows))
		for i, r := range there.Rows {
			r.Need, r.ToNeed, r.Met, r.ToMet = r.ToNeed, r.Need, r.ToMet, r.Met
			assert.Equal(t, r, back.Rows[i])
		}
		_, err := json.Marshal(there)
		require.NoError(t, err)
	}
}
