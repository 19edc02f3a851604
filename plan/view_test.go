package plan_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/fill"
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

// shared is a plan in which two people had one post at the door, and each has something of their own now.
func shared() plan.Plan {
	covered := rapport.Reason{Code: plan.CodeCoveredBy, Subject: "/in_force/door", Weight: 2, Args: []string{"A lock; A dog of b"}}
	minded := rapport.Reason{Code: plan.CodeReactionAgainst, Subject: "/people/a/reactions/r", Weight: -3, Args: []string{"said by a"}}
	both := []rapport.ID{"a", "b"}
	return plan.Plan{
		Entries: []plan.Entry{
			{ID: "dog", People: []rapport.ID{"b"}, Serves: []rapport.ID{"row-b"}},
			{ID: "lock", People: both, Serves: []rapport.ID{"row-a", "row-b"}, Loses: []rapport.ID{"row-a", "row-b"}},
		},
		Rows: []plan.Row{{ID: "row-a", Person: "a", By: []rapport.ID{"lock"}}, {ID: "row-b", Person: "b", By: []rapport.ID{"dog", "lock"}}},
		Changes: []plan.Change{
			{Kind: plan.ChangeKindReplaced, InForce: "door", People: both, ReplacedBy: []rapport.ID{"dog", "lock"}, Reasons: []rapport.Reason{minded, covered}},
			{Kind: plan.ChangeKindDropped, InForce: "car-of-b", People: []rapport.ID{"b"}},
		},
		Wishes:   []plan.WishAnswer{{Person: "a", Wish: "w", By: []rapport.ID{"dog", "lock"}}},
		Concerns: []plan.ConcernAnswer{{Person: "a", Concern: "c", By: []rapport.ID{"dog", "lock"}}},
	}
}

func TestAViewNamesOfWhatIsSharedOnlyTheOwnPart(t *testing.T) {
	a, b := shared().For("a"), shared().For("b")
	require.Len(t, a.Entries, 1)
	assert.Equal(t, []rapport.ID{"row-a"}, a.Entries[0].Serves)
	assert.Equal(t, []rapport.ID{"row-a"}, a.Entries[0].Loses)
	require.Len(t, b.Entries, 2)
	assert.Equal(t, []rapport.ID{"row-b"}, b.Entries[1].Loses)

	require.Len(t, a.Changes, 1)
	assert.Equal(t, []rapport.ID{"a"}, a.Changes[0].People)
	assert.Equal(t, []rapport.ID{"lock"}, a.Changes[0].ReplacedBy)
	assert.True(t, hasCode(a.Changes[0].Reasons, plan.CodeReactionAgainst))
	assert.False(t, hasCode(a.Changes[0].Reasons, plan.CodeCoveredBy), "it names the dog of b")
	require.Len(t, b.Changes, 2)
	assert.Equal(t, []rapport.ID{"dog", "lock"}, b.Changes[0].ReplacedBy)
	assert.True(t, hasCode(b.Changes[0].Reasons, plan.CodeCoveredBy))
	assert.False(t, hasCode(b.Changes[0].Reasons, plan.CodeReactionAgainst))

	assert.Equal(t, []rapport.ID{"lock"}, a.Wishes[0].By)
	assert.Equal(t, []rapport.ID{"lock"}, a.Concerns[0].By)
}

func TestAViewSharesNoMemoryWithThePlan(t *testing.T) {
	made := func() plan.Plan {
		p := fill.Of[plan.Plan]()
		for i := range p.Entries {
			p.Entries[i].People[0], p.Rows[i].Person, p.Changes[i].People[0], p.Looks[i].Person = "p", "p", "p", "p"
			p.Residuals[i].Person, p.Concerns[i].Person, p.Wishes[i].Person = "p", "p", "p"
			p.Options[i].People[0], p.Risks[i].Person, p.Balances[i].Person, p.Disruptions[i].Person = "p", "p", "p", "p"
			p.Fits[i].Person, p.Refusals[i].Person = "p", "p"
			p.Readiness[i].Entries[0] = p.Entries[i].ID
		}
		return p
	}
	p := made()
	view := p.For("p")
	require.Len(t, view.Looks, 2)
	require.Len(t, view.Looks[0].Discretion.Reasons, 2)
	for name, n := range map[string]int{
		"options": len(view.Options), "risks": len(view.Risks), "balances": len(view.Balances), "disruptions": len(view.Disruptions),
		"fits": len(view.Fits), "refusals": len(view.Refusals), "readiness": len(view.Readiness),
	} {
		require.Equal(t, 2, n, name)
	}
	require.NotEmpty(t, view.Information)
	scramble(reflect.ValueOf(&view).Elem())
	assert.Equal(t, made(), p)
}

// scramble sets every element of every list to its zero value.
func scramble(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				scramble(v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			scramble(v.Index(i))
			v.Index(i).SetZero()
		}
	default: // no list
	}
}

func TestAChangeSaysWhomItConcerns(t *testing.T) {
	b := couple()
	b.InForce = append(b.InForce,
		plan.InForce{ID: "trip-b", Measure: plan.MeasureTravelPreparation, Person: "mr-b"},
		plan.InForce{ID: "trips", Measure: plan.MeasureTravelPreparation})
	p := compose(t, b, day(14))
	assert.Equal(t, plan.ChangeKindDropped, changeOf(t, p, "trip-b").Kind)
	assert.Equal(t, []rapport.ID{"mr-b"}, changeOf(t, p, "trip-b").People)
	assert.Equal(t, []rapport.ID{"mr-b", "ms-a"}, changeOf(t, p, "trips").People)
	assert.Equal(t, []rapport.ID{"mr-b", "ms-a"}, changeOf(t, p, "door").People, "both live behind that door")
	sees := func(person, inForce rapport.ID) bool {
		return slices.ContainsFunc(p.For(person).Changes, func(c plan.Change) bool { return c.InForce == inForce })
	}
	assert.True(t, sees("mr-b", "trip-b"))
	assert.False(t, sees("ms-a", "trip-b"))
	assert.True(t, sees("ms-a", "trips"))
	for _, c := range p.Changes {
		if c.Entry == "" {
			continue
		}
		i := slices.IndexFunc(p.Entries, func(e plan.Entry) bool { return e.ID == c.Entry })
		assert.Equal(t, p.Entries[i].People, c.People, "%s", c.Measure)
	}
}

func jsonOf(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return string(data)
}

// agreedBy is a couple of whom each has decided something.
func agreedBy() plan.Brief {
	b := couple()
	b.People[1].Minor, b.Mandate = rapport.AnswerNo, client.Mandate{Rights: []client.Right{{Matter: client.MatterBelowFloor, By: "lead"}}}
	b.Ceilings = []plan.Ceiling{{Person: "ms-a", Most: plan.Intrusion{Privacy: rapport.LevelLow}}, {Person: "mr-b", Most: plan.Intrusion{Social: rapport.LevelLow}}}
	b.Refusals = []plan.Refusal{
		{ID: "her-no", Person: "ms-a", Measure: plan.MeasurePoliceLiaison, By: []rapport.ID{"ms-a"}, On: on(1), Until: on(60)},
		{ID: "his-no", Person: "mr-b", Measure: plan.MeasureThreatAssessment, By: []rapport.ID{"mr-b"}, On: on(1), Until: on(60)},
	}
	b.InForce = append(b.InForce, plan.InForce{ID: "police", Measure: plan.MeasurePoliceLiaison}, plan.InForce{ID: "case", Measure: plan.MeasureThreatAssessment})
	return b
}

func TestAViewHoldsNothingOfWhatAnotherPersonDecided(t *testing.T) {
	whole := compose(t, agreedBy(), day(14))
	for person, x := range map[rapport.ID]struct{ other, own, others string }{"ms-a": {"mr-b", "her-no", "his-no"}, "mr-b": {"ms-a", "his-no", "her-no"}} {
		view := whole.For(person)
		text := jsonOf(t, view)
		assert.NotContains(t, text, x.other)
		assert.NotContains(t, text, x.others)
		assert.Contains(t, text, "/refusals/"+x.own)
		assert.Contains(t, text, "/ceilings/"+string(person))
		require.Len(t, view.Refusals, 1)
		require.NotEmpty(t, view.Refusals[0].Rows)
		for _, id := range view.Refusals[0].Rows {
			rows := rowsOf(view, func(r plan.Row) bool { return r.ID == id })
			assert.Len(t, rows, 1, "a row of somebody else")
		}
		for _, list := range [][]rapport.Reason{view.Balances[0].Reasons, view.Proactive.Reasons, view.Fits[0].Reasons} {
			assert.NotEmpty(t, list)
		}
	}
}

func TestOfWhatHasToBeAgreedTogetherAViewNamesNoOtherPerson(t *testing.T) {
	p := shared()
	p.Entries[1].Decides = []rapport.ID{"a", "b", "head"}
	assert.Equal(t, []rapport.ID{"a", "head"}, p.For("a").Entries[0].Decides)
	assert.Equal(t, []rapport.ID{"a", "b", "head"}, p.Entries[1].Decides)
}

func TestAViewStandsForItself(t *testing.T) {
	whole := compose(t, couple(), day(14))
	for _, person := range []rapport.ID{"ms-a", "mr-b"} {
		view := whole.For(person)
		hours := 0
		entries := map[rapport.ID]bool{}
		for _, e := range view.Entries {
			hours += e.Hours
			entries[e.ID] = true
		}
		assert.Equal(t, hours, view.Proactive.Hours)
		for _, r := range view.Readiness {
			assert.NotEmpty(t, r.Entries)
			for _, id := range r.Entries {
				assert.True(t, entries[id])
			}
		}
		for _, b := range view.Balances {
			assert.Equal(t, person, b.Person)
			for _, m := range slices.Concat(b.Protection.Drivers, b.Comfort.Drivers, b.Privacy.Drivers) {
				for _, id := range m.By {
					assert.True(t, entries[id])
				}
			}
		}
		for _, d := range view.Disruptions {
			assert.Equal(t, person, d.Person)
		}
		for _, r := range view.Risks {
			assert.Equal(t, person, r.Person)
		}
		assert.Len(t, view.Fits, 1)
	}
	assert.Less(t, whole.For("ms-a").Proactive.Hours, whole.Proactive.Hours)
	nobody := whole.For("nobody")
	assert.Empty(t, slices.Concat(nobody.Entries, nobody.Options))
	assert.Empty(t, nobody.Information)
	assert.Empty(t, nobody.Readiness)
	assert.Zero(t, nobody.Proactive.Hours)
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
