package plan_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

// couple is the case with a partner who has a threat and wishes of their own.
func couple() plan.Brief {
	b := stalkedActor(14)
	b.People = append(b.People, client.Profile{
		ID:         "mr-b",
		Activities: []client.Activity{{ID: "court", Kind: client.ActivityCourtDate, Setting: client.SettingCourthouse}, {ID: "night", Kind: client.ActivityNightAtHome}},
		Reactions:  []client.Reaction{{ID: "r-b", Element: client.ElementGuardPostUniform, Setting: client.SettingHome, Feeling: mustFeel(-3), On: on(2)}},
		Wishes:     []client.Wish{{ID: "w-b", Kind: client.WishNotFollowed, Strength: client.StrengthWish, On: on(2), Words: "nobody behind me"}},
		Concerns:   []client.Concern{{ID: "c-b", Kind: client.ConcernPhysicalAttack, Emotion: rapport.LevelHigh}},
	})
	threat := aThreat("t-b", client.ThreatTargetedViolence, rapport.LevelHigh, client.SettingCourthouse, client.SettingHome)
	threat.Aimed = []rapport.ID{"mr-b"}
	b.Threats = append(b.Threats, threat)
	return b
}

func TestAViewHoldsNothingOfAnotherPerson(t *testing.T) {
	whole := compose(t, couple(), day(14))
	before, err := json.Marshal(whole)
	require.NoError(t, err)
	for person, other := range map[rapport.ID]string{"ms-a": "mr-b", "mr-b": "ms-a"} {
		view := whole.For(person)
		assert.NotEmpty(t, view.Entries)
		assert.NotEmpty(t, view.Rows)
		text, err := json.Marshal(view)
		require.NoError(t, err)
		assert.NotContains(t, string(text), other)
		rows := map[rapport.ID]bool{}
		for _, r := range view.Rows {
			rows[r.ID] = true
		}
		for _, e := range view.Entries {
			for _, id := range e.Serves {
				assert.True(t, rows[id])
			}
		}
	}
	assert.NotContains(t, jsonOf(t, whole.For("ms-a")), "nobody behind me")
	assert.Contains(t, jsonOf(t, whole.For("mr-b")), "w-b")
	after, err := json.Marshal(whole)
	require.NoError(t, err)
	assert.Equal(t, string(before), string(after))
}

func jsonOf(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return string(data)
}

func TestWhatCoversTwoPeopleStandsOnce(t *testing.T) {
	p := compose(t, couple(), day(14))
	police := entriesOf(p, plan.MeasurePoliceLiaison)
	require.Len(t, police, 1)
	assert.Equal(t, []rapport.ID{"mr-b", "ms-a"}, police[0].People)
	assert.Equal(t, plan.ScopeHousehold, police[0].Scope)
	assert.Equal(t, []rapport.ID{"mr-b"}, p.For("mr-b").Entries[0].People)
}

func TestASiteIsAHouseholdOfItsOwn(t *testing.T) {
	b := stalkedActor(3)
	b.Sites = []client.Site{{ID: "shop", Setting: client.SettingRetailSite, Posts: []client.Activity{{ID: "floor", Kind: client.ActivityWork}}}}
	theft := aThreat("t-shop", client.ThreatSiteTheft, rapport.LevelModerate)
	theft.Aimed = []rapport.ID{"shop"}
	b.Threats = append(b.Threats, theft)
	p := compose(t, b, day(3))
	for _, e := range p.For("shop").Entries {
		assert.NotContains(t, e.People, rapport.ID("ms-a"))
		m, _ := plan.Planner{}.Measure(e.Measure)
		assert.NotEqual(t, client.ProtectsPerson, m.Protects, "%s", e.Measure)
	}
	assert.Equal(t, rapport.AnswerYes, coverAt(t, p, "t-shop", "floor").Met)
}

func TestTheSameMeasureInTheSameScopeHasTheSameIDInEveryPlan(t *testing.T) {
	ids := map[plan.MeasureID]rapport.ID{}
	for _, n := range []int{0, 3, 10, 14} {
		for _, e := range compose(t, stalkedActor(n), day(n)).Entries {
			assert.True(t, e.ID.Valid())
			if e.Scope != plan.ScopeHousehold {
				continue
			}
			if known, seen := ids[e.Measure]; seen {
				assert.Equal(t, known, e.ID)
			}
			ids[e.Measure] = e.ID
		}
	}
}
