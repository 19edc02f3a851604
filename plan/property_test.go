package plan_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

// absent says whether measures of a group mean that what was to be done does not take place.
func absent(group plan.Group) bool {
	return slices.ContainsFunc(plan.Standard().Groups, func(g plan.GroupEntry) bool { return g.ID == group && g.Absent })
}

// recount counts a cover row from what the plan says of its entries and from the catalogue alone.
func recount(p plan.Plan, r plan.Row, kind client.ThreatKind, without rapport.ID) int {
	points := map[rapport.Band]int{rapport.BandSlight: 2, rapport.BandFair: 5, rapport.BandGood: 10, rapport.BandStrong: 20}
	best := map[plan.Group]int{}
	for _, e := range p.Entries {
		m, _ := plan.Planner{}.Measure(e.Measure)
		if e.ID != without && slices.Contains(r.By, e.ID) && absent(m.Group) {
			best[m.Group] = r.Need // it does not take place, and nothing is asked
			continue
		}
		if e.ID == without || !slices.Contains(r.By, e.ID) || r.Kind == plan.RowKindPlace && m.Layer != plan.LayerPlace {
			continue
		}
		for _, effect := range m.Effects {
			if effect.Threat == kind {
				best[m.Group] = max(best[m.Group], points[effect.Band])
			}
		}
	}
	sum := 0
	for _, n := range best {
		sum += n
	}
	return sum
}

func TestEveryRowThatIsSaidToBeMetIsMet(t *testing.T) {
	met, unmet, given, last := 0, 0, 0, 0
	for seed := range 240 {
		b := anyBrief(seed)
		p := compose(t, b, day(0))
		kinds := map[rapport.ID]client.ThreatKind{}
		for _, x := range b.Threats {
			kinds[x.ID] = x.Kind
		}
		ids := map[rapport.ID]bool{}
		for _, r := range p.Rows {
			assert.False(t, ids[r.ID], "seed %d: %s stands twice", seed, r.ID)
			ids[r.ID] = true
			assert.Equal(t, rapport.AnswerOf(r.Got >= r.Need), r.Met)
			if r.Met == rapport.AnswerNo {
				assert.NotEmpty(t, r.Missing)
				if r.Refused != "" {
					given++
					assert.Empty(t, r.Decides)
					continue
				}
				unmet++
				assert.Equal(t, rapport.ID("lead"), r.Decides)
				continue
			}
			met++
			switch r.Kind {
			case plan.RowKindCover, plan.RowKindPlace:
				assert.Equal(t, r.Got, recount(p, r, kinds[r.Threat], ""), "seed %d", seed)
			default:
				absent := slices.ContainsFunc(r.By, func(id rapport.ID) bool {
					return slices.ContainsFunc(p.Entries, func(e plan.Entry) bool { return e.ID == id && e.Measure == plan.MeasureTimeLimitedAvoidance })
				})
				assert.True(t, absent || len(r.By) >= r.Need, "seed %d %s", seed, r.Kind)
			}
		}
		for _, e := range p.Entries {
			assert.NotEmpty(t, e.Limits)
			assert.NotEmpty(t, e.Reasons, "seed %d %s", seed, e.Measure)
			if e.Ends != "" {
				last++
			}
		}
	}
	assert.Greater(t, given, 5, "something is given up")
	assert.Positive(t, last, "a last resort is taken")
	assert.Greater(t, met, 1000)
	assert.Greater(t, unmet, 40, "the draw also has what cannot be reached")
}

func TestNothingInAPlanIsWithoutUse(t *testing.T) {
	for seed := range 150 {
		b := anyBrief(seed)
		p := compose(t, b, day(0))
		short := map[rapport.ID]bool{}
		for _, r := range p.Rows {
			short[r.ID] = r.Met == rapport.AnswerNo
		}
		for _, e := range p.Entries {
			kept := slices.ContainsFunc(p.Changes, func(c plan.Change) bool { return c.Entry == e.ID && c.Kind == plan.ChangeKindKept })
			required := hasCode(e.Reasons, plan.CodeRequiredBy)
			lifts := slices.ContainsFunc(e.Serves, func(id rapport.ID) bool { return short[id] })
			assert.True(t, kept || required || lifts || len(e.Loses) > 0, "seed %d: %s could go", seed, e.Measure)
		}
		assert.LessOrEqual(t, p.Bound, p.Burden)
		assert.Equal(t, rapport.AnswerYes, p.Proven, "seed %d", seed)
	}
}

func TestALookNeverLeavesItsBounds(t *testing.T) {
	for seed := range 150 {
		for _, l := range compose(t, anyBrief(seed), day(0)).Looks {
			for _, x := range []struct {
				rung, lower, upper rapport.Visibility
			}{{l.Near, l.Discretion.Near.Lower, l.Discretion.Near.Upper}, {l.Place, l.Discretion.Place.Lower, l.Discretion.Place.Upper}} {
				if x.upper.AtLeast(x.lower) == rapport.AnswerYes {
					assert.True(t, x.rung.AtLeast(x.lower) == rapport.AnswerYes && x.upper.AtLeast(x.rung) == rapport.AnswerYes, "seed %d %s: %s not in %s to %s", seed, l.Setting, x.rung, x.lower, x.upper)
				}
			}
		}
	}
}

func TestAHigherLevelNeedsNoLessInAnyBrief(t *testing.T) {
	for seed := range 80 {
		b := anyBrief(seed)
		if len(b.Threats) == 0 || b.Threats[0].Level == rapport.LevelUnknown || b.Threats[0].Level == rapport.LevelSevere {
			continue
		}
		before := compose(t, b, day(0))
		b.Threats[0].Level++
		after := map[rapport.ID]int{}
		for _, r := range compose(t, b, day(0)).Rows {
			after[r.ID] = r.Need
		}
		for _, r := range before.Rows {
			assert.GreaterOrEqual(t, after[r.ID], r.Need, "seed %d: %s", seed, r.Kind)
		}
	}
}

func TestARaisedThreatIsMetNoLess(t *testing.T) {
	raised := 0
	for seed := range 120 {
		b := anyBrief(seed)
		if len(b.Threats) == 0 || b.Threats[0].Level == rapport.LevelUnknown || b.Threats[0].Level == rapport.LevelSevere {
			continue
		}
		before := compose(t, b, day(0))
		b.Threats[0].Level = b.Threats[0].Level.Raised(1)
		after := map[rapport.ID]plan.Row{}
		for _, r := range compose(t, b, day(0)).Rows {
			after[r.ID] = r
		}
		for _, r := range before.Rows {
			if r.Threat != b.Threats[0].ID || r.Refused != "" || r.Kind != plan.RowKindCover && r.Kind != plan.RowKindPlace {
				continue
			}
			raised++
			assert.GreaterOrEqual(t, after[r.ID].Need, r.Need, "seed %d: %s", seed, r.Kind)
			assert.GreaterOrEqual(t, min(after[r.ID].Got, r.Need), min(r.Got, r.Need), "seed %d: %s at %s", seed, r.Kind, r.Setting)
		}
	}
	assert.Greater(t, raised, 100)
}

func TestPrivacyRankedFirstRaisesNoLookWithoutSayingWhy(t *testing.T) {
	highest := func(l plan.Look) rapport.Visibility {
		if l.Near.AtLeast(l.Place) == rapport.AnswerYes {
			return l.Near
		}
		return l.Place
	}
	lowered := 0
	for seed := range 100 {
		b := anyBrief(seed)
		before := compose(t, b, day(0))
		b.People = slices.Clone(b.People)
		for i := range b.People {
			b.People[i].Priorities = [][]client.Need{{client.NeedPrivacy}}
		}
		after := compose(t, b, day(0))
		require.Len(t, after.Looks, len(before.Looks))
		for i, l := range after.Looks {
			if highest(before.Looks[i]).AtLeast(highest(l)) == rapport.AnswerYes {
				if highest(l) != highest(before.Looks[i]) {
					lowered++
				}
				continue
			}
			lowest := l.Discretion.Near.Lower.AtLeast(highest(l)) == rapport.AnswerYes || l.Discretion.Place.Lower.AtLeast(highest(l)) == rapport.AnswerYes
			assert.True(t, hasCode(l.Reasons, plan.CodeRungUp) || hasCode(l.Reasons, plan.CodeRungInForce) || lowest, "seed %d: %s, %s was %s: %v", seed, l.Setting, highest(l), highest(before.Looks[i]), l.Reasons)
		}
	}
	assert.Positive(t, lowered, "the ranking decides something")
}

// TestWhatAnEntryCarriesIsItsOwnOrThatOfWhatRequiresIt holds the rows that are said to fall against a count of
// one's own.
func TestWhatAnEntryCarriesIsItsOwnOrThatOfWhatRequiresIt(t *testing.T) {
	carried, free := 0, 0
	for seed := range 100 {
		b := anyBrief(seed)
		p := compose(t, b, day(0))
		kinds := map[rapport.ID]client.ThreatKind{}
		for _, x := range b.Threats {
			kinds[x.ID] = x.Kind
		}
		for _, e := range p.Entries {
			own, _ := plan.Planner{}.Measure(e.Measure)
			required := hasCode(e.Reasons, plan.CodeRequiredBy)
			alone := len(slices.DeleteFunc(slices.Clone(p.Entries), func(o plan.Entry) bool {
				m, _ := plan.Planner{}.Measure(o.Measure)
				return m.Group != own.Group
			})) == 1
			for _, r := range p.Rows {
				serves, loses := slices.Contains(e.Serves, r.ID), slices.Contains(e.Loses, r.ID)
				assert.Equal(t, serves, slices.Contains(r.By, e.ID))
				if loses {
					carried++
					assert.Equal(t, rapport.AnswerYes, r.Met, "what is not there cannot fall")
					assert.True(t, serves || required, "seed %d: %s carries %s", seed, e.Measure, r.Kind)
				}
				if r.Kind != plan.RowKindCover && r.Kind != plan.RowKindPlace || !alone || required || r.Met != rapport.AnswerYes {
					continue
				}
				free++
				left := recount(p, r, kinds[r.Threat], e.ID)
				assert.LessOrEqual(t, left, r.Got)
				assert.Equal(t, left < r.Need, loses, "seed %d: %s of %s", seed, r.Kind, e.Measure)
			}
		}
	}
	assert.Greater(t, carried, 300)
	assert.Greater(t, free, 300)
}

// crowded is a brief in which every list has several elements.
func crowded() plan.Brief {
	b := couple()
	b.Sites = []client.Site{
		{ID: "shop", Setting: client.SettingRetailSite, Posts: []client.Activity{{ID: "floor", Kind: client.ActivityWork}, {ID: "gate", Kind: client.ActivityWork}, {ID: "till", Kind: client.ActivityWork}}},
		{ID: "store", Setting: client.SettingRetailSite},
	}
	theft := aThreat("t-theft", client.ThreatSiteTheft, rapport.LevelHigh)
	theft.Aimed = []rapport.ID{"shop", "store"}
	b.Threats = append(b.Threats, theft)
	b.Threats[0].Aimed = []rapport.ID{"ms-a", "mr-b"}
	b.Rules = []privacy.Rule{
		{ID: "club", By: privacy.AuthorityVenue, Setting: client.SettingGym, Where: privacy.WhereBoth, Upper: rapport.VisibilityOrdinary},
		{ID: "court", By: privacy.AuthorityLaw, Setting: client.SettingCourthouse, Where: privacy.WherePlace, Lower: rapport.VisibilityOrdinary},
		{ID: "host", By: privacy.AuthorityHost, Setting: client.SettingGym, Where: privacy.WhereNear, Upper: rapport.VisibilityLowProfile},
	}
	b.CovertAgreed = []rapport.ID{"ms-a", "mr-b"}
	return b
}

func TestTheOrderOfTheBriefSaysNothing(t *testing.T) {
	check := func(b plan.Brief, n, seed int) {
		first, err := json.Marshal(compose(t, b, day(n)))
		require.NoError(t, err)
		d := dice(seed)
		x := b
		x.People, x.Sites, x.Threats = shuffle(&d, b.People), shuffle(&d, b.Sites), shuffle(&d, b.Threats)
		x.Refusals, x.Ceilings, x.Law, x.Liaisons = shuffle(&d, b.Refusals), shuffle(&d, b.Ceilings), shuffle(&d, b.Law), shuffle(&d, b.Liaisons)
		x.InForce, x.Facts, x.CovertAgreed = shuffle(&d, b.InForce), shuffle(&d, b.Facts), shuffle(&d, b.CovertAgreed)
		for i := range x.People {
			p := &x.People[i]
			p.Activities, p.Reactions, p.Wishes = shuffle(&d, p.Activities), shuffle(&d, p.Reactions), shuffle(&d, p.Wishes)
			p.Concerns, p.Evidence = shuffle(&d, p.Concerns), shuffle(&d, p.Evidence)
		}
		x.Rules = shuffle(&d, b.Rules)
		for i := range x.Sites {
			x.Sites[i].Posts = shuffle(&d, x.Sites[i].Posts)
		}
		for i := range x.Threats {
			y := &x.Threats[i]
			y.Contacts, y.Settings, y.Aimed = shuffle(&d, y.Contacts), shuffle(&d, y.Settings), shuffle(&d, y.Aimed)
		}
		again, err := json.Marshal(compose(t, x, day(n)))
		require.NoError(t, err)
		require.JSONEq(t, string(first), string(again), "seed %d", seed)
		assert.Equal(t, string(first), string(again))
	}
	for seed := range 20 {
		check(stalkedActor(14), 14, seed)
	}
	for seed := range 4 {
		check(crowded(), 14, seed)
		check(agreedBy(), 14, seed)
	}
	for seed := range 60 {
		check(anyBrief(seed), 0, seed)
	}
}

func TestTheBriefIsNotChangedAndSharesNothing(t *testing.T) {
	b, copied := stalkedActor(14), stalkedActor(14)
	p := compose(t, b, day(14))
	for i := range p.Entries {
		for j := range p.Entries[i].Shows {
			p.Entries[i].Shows[j] = "changed"
		}
		for j := range p.Entries[i].Functions {
			p.Entries[i].Functions[j] = plan.FunctionUnknown
		}
	}
	for i := range p.Looks {
		p.Looks[i].Discretion.Near.Order[0] = rapport.VisibilityUnknown
	}
	assert.Equal(t, copied, b)
	again := compose(t, b, day(14))
	assert.NotEqual(t, p, again)
	assert.NotContains(t, again.Entries[0].Functions, plan.FunctionUnknown)
}

func TestABudgetOfNodesBoundsTheSearchAndIsSaid(t *testing.T) {
	b := stalkedActor(20)
	full := compose(t, b, day(20))
	b.Nodes = 1
	short := compose(t, b, day(20))
	assert.GreaterOrEqual(t, short.Burden, full.Burden)
	assert.LessOrEqual(t, short.Bound, full.Bound)
	for _, r := range short.Rows {
		assert.Equal(t, rapport.AnswerOf(r.Got >= r.Need), r.Met)
	}
	code := plan.CodeProven
	if short.Proven == rapport.AnswerNo {
		code = plan.CodeUnproven
	}
	assert.True(t, hasCode(short.Reasons, code))
}
