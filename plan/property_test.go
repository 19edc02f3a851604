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
	"github.com/rapport-go/rapport/privacy"
)

// dice is a small linear congruential generator, so that every machine draws the same briefs.
type dice uint64

func (d *dice) below(n int) int {
	*d = *d*6364136223846793005 + 1442695040888963407
	return int(uint64(*d>>33) % uint64(n))
}

func pick[T any](d *dice, list []T) T { return list[d.below(len(list))] }

func shuffle[T any](d *dice, list []T) []T {
	list = slices.Clone(list)
	for i := len(list) - 1; i > 0; i-- {
		j := d.below(i + 1)
		list[i], list[j] = list[j], list[i]
	}
	return list
}

// anyBrief draws a household or a site with threats, feelings, wishes and measures in force.
func anyBrief(seed int) plan.Brief {
	d := dice(seed*7919 + 17)
	d.below(2)
	standard, measures := client.Standard(), plan.Standard().Measures
	levels := []rapport.Level{rapport.LevelUnknown, rapport.LevelLow, rapport.LevelModerate, rapport.LevelHigh, rapport.LevelSevere}
	b := plan.Brief{Mandate: client.Mandate{Rights: []client.Right{{Matter: client.MatterBelowFloor, By: "lead"}}}}
	for i := range 1 + d.below(3) {
		p := client.Profile{ID: rapport.ID(fmt.Sprint("p-", i)), Minor: pick(&d, []rapport.Answer{rapport.AnswerUnsaid, rapport.AnswerNo, rapport.AnswerYes})}
		p.Priorities = [][]client.Need{{pick(&d, []client.Need{client.NeedPrivacy, client.NeedAutonomy, client.NeedComfort, client.NeedProtection})}}
		for j := range d.below(4) {
			a := client.Activity{ID: rapport.ID(fmt.Sprint("a-", j)), Kind: pick(&d, standard.Activities).ID, Announced: pick(&d, []rapport.Answer{rapport.AnswerUnsaid, rapport.AnswerYes})}
			p.Activities = append(p.Activities, a)
		}
		for j := range d.below(4) {
			p.Reactions = append(p.Reactions, client.Reaction{ID: rapport.ID(fmt.Sprint("r-", j)), Element: pick(&d, standard.Elements).ID, Setting: pick(&d, standard.Settings).ID, Feeling: mustFeel(d.below(7) - 3), On: on(-d.below(30))})
		}
		for j := range d.below(3) {
			p.Wishes = append(p.Wishes, client.Wish{ID: rapport.ID(fmt.Sprint("w-", j)), Kind: pick(&d, standard.Wishes).ID, Strength: client.Strength(1 + d.below(3)), On: on(-d.below(30))})
		}
		for j := range d.below(3) {
			p.Concerns = append(p.Concerns, client.Concern{ID: rapport.ID(fmt.Sprint("c-", j)), Kind: pick(&d, standard.Concerns).ID, Emotion: pick(&d, levels)})
		}
		b.People = append(b.People, p)
		if d.below(2) == 0 {
			b.CovertAgreed = append(b.CovertAgreed, p.ID)
		}
	}
	if d.below(3) == 0 {
		b.Sites = []client.Site{{ID: "s-0", Setting: client.SettingRetailSite}}
	}
	for i := range d.below(4) {
		t := aThreat(rapport.ID(fmt.Sprint("t-", i)), pick(&d, standard.Threats).ID, pick(&d, levels))
		for j := range d.below(2) {
			t.Contacts = append(t.Contacts, client.Contact{ID: rapport.ID(fmt.Sprint("k-", j)), Kind: pick(&d, standard.Contacts).ID, At: day(-d.below(20)), Setting: pick(&d, standard.Settings).ID})
		}
		b.Threats = append(b.Threats, t)
	}
	for i := range d.below(4) {
		b.InForce = append(b.InForce, plan.InForce{ID: rapport.ID(fmt.Sprint("i-", i)), Measure: pick(&d, measures).ID})
	}
	for _, c := range plan.Standard().Conditions {
		if d.below(2) == 0 {
			b.Facts = append(b.Facts, plan.Fact{Condition: c.ID})
		}
	}
	return b
}

// recount counts a cover row from what the plan says of its entries and from the catalogue alone.
func recount(p plan.Plan, r plan.Row, kind client.ThreatKind, without rapport.ID) int {
	points := map[rapport.Band]int{rapport.BandSlight: 2, rapport.BandFair: 5, rapport.BandGood: 10, rapport.BandStrong: 20}
	best := map[plan.Group]int{}
	for _, e := range p.Entries {
		m, _ := plan.Planner{}.Measure(e.Measure)
		if m.Group == plan.GroupAbsence && e.ID != without && slices.Contains(r.By, e.ID) {
			best[m.Group] = r.Need // nothing is asked of what does not take place
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
	met, unmet := 0, 0
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
				unmet++
				assert.NotEmpty(t, r.Missing)
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
		}
	}
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
	for seed := range 100 {
		check(stalkedActor(14), 14, seed)
	}
	for seed := range 8 {
		check(crowded(), 14, seed)
	}
	for seed := range 40 {
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
