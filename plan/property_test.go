package plan_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/wording"
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
	return decided(&d, b)
}

// decided draws what people of a brief refused and let protection take, what the law says, whom the firm
// knows, and when what is in force was done.
func decided(d *dice, b plan.Brief) plan.Brief {
	standard, measures := client.Standard(), plan.Standard().Measures
	levels := []rapport.Level{rapport.LevelUnknown, rapport.LevelNone, rapport.LevelLow, rapport.LevelModerate, rapport.LevelHigh}
	for i := range b.InForce {
		if d.below(2) == 0 {
			b.InForce[i].Since = day(-d.below(500))
		}
	}
	for i, p := range b.People {
		for j := range d.below(3) {
			r := plan.Refusal{ID: rapport.ID(fmt.Sprint("n-", i, "-", j)), Person: p.ID, By: []rapport.ID{p.ID, "lead"}, On: on(-d.below(10)), Until: on(1 + d.below(20))}
			if d.below(3) == 0 {
				r.Kind = plan.RowKind(1 + d.below(int(plan.RowKindWish)))
			} else {
				r.Measure = pick(d, measures).ID
			}
			if len(p.Activities) > 0 && d.below(3) == 0 {
				r.Activity = p.Activities[0].ID
			}
			b.Refusals = append(b.Refusals, r)
		}
		if d.below(4) == 0 {
			b.Ceilings = append(b.Ceilings, plan.Ceiling{Person: p.ID, Most: plan.Intrusion{Movement: pick(d, levels), Social: pick(d, levels), Time: pick(d, levels), Privacy: pick(d, levels)}})
		}
	}
	for range d.below(5) {
		b.Law = append(b.Law, plan.LawAnswer{Law: pick(d, plan.Standard().Laws).ID, Setting: pick(d, []client.Setting{"", client.SettingHome, client.SettingPublicPlace}), Answer: pick(d, []rapport.Answer{rapport.AnswerUnsaid, rapport.AnswerNo, rapport.AnswerYes})})
	}
	for i := range d.below(4) {
		b.Liaisons = append(b.Liaisons, metOn(rapport.ID(fmt.Sprint("l-", i)), pick(d, standard.Roles).ID, on(-d.below(200))))
	}
	return b
}

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
	for seed := range 150 {
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

// stringsOf lists every string of a value as it is stored.
func stringsOf(t *testing.T, v any) []string {
	t.Helper()
	var tree any
	require.NoError(t, json.Unmarshal([]byte(jsonOf(t, v)), &tree))
	var list []string
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			list = append(list, v)
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			for _, e := range v {
				walk(e)
			}
		default: // numbers and such
		}
	}
	walk(tree)
	return list
}

func TestNothingThatIsSaidIsCertain(t *testing.T) {
	seen := map[string]bool{}
	read := func(v any) {
		for _, text := range stringsOf(t, v) {
			if seen[text] || !strings.Contains(text, " ") { // a word of a scale is no sentence
				continue
			}
			seen[text] = true
			assert.Empty(t, wording.Check(text, wording.KindCertainty), "%s", text)
			assert.NotContains(t, text, "100 %")
			assert.NotContains(t, text, "100%")
		}
	}
	for _, n := range []int{0, 3, 14} {
		read(compose(t, stalkedActor(n), day(n)))
	}
	for _, b := range append(telling(), crowded(), armed(), agreedBy()) {
		read(compose(t, b, day(14)))
	}
	for _, p := range inTheLab(t) {
		read(p)
	}
	for seed := range 40 {
		read(compose(t, anyBrief(seed), day(0)))
	}
	compared, err := plan.Planner{}.Compare(stalkedActor(14), day(14))
	require.NoError(t, err)
	read(compared)
	before := stalkedActor(14)
	before.Threats = before.Threats[:1]
	read(contrast(t, plan.Planner{}, before, stalkedActor(14), 14))
	c, b := anyLab(3)
	read(sensitivity(t, lab(t, c), b, 5))
	read(compose(t, couple(), day(14)).For("mr-b"))
	assert.Greater(t, len(seen), 500)
}

// TestNoResultSharesMemoryWithItsBrief empties every list of each result and of each brief.
func TestNoResultSharesMemoryWithItsBrief(t *testing.T) {
	for name, made := range map[string]func() plan.Brief{
		"the case": func() plan.Brief { return stalkedActor(14) }, "many": crowded, "an option": armed, "decisions": agreedBy,
		"any": func() plan.Brief { return anyBriefAt14(3) },
	} {
		t.Run(name, func(t *testing.T) {
			kept := made()
			results := map[string]func(plan.Brief) any{
				"a plan":       func(b plan.Brief) any { p := compose(t, b, day(14)); return &p },
				"a comparison": func(b plan.Brief) any { c, _ := plan.Planner{}.Compare(b, day(14)); return &c },
				"a contrast": func(b plan.Brief) any {
					c, _ := plan.Planner{}.Contrast(plan.Brief{People: kept.People, Mandate: kept.Mandate}, b, day(14))
					return &c
				},
			}
			if testing.Short() || name == "many" {
				delete(results, "a contrast")
			}
			for what, result := range results {
				b := made()
				first := result(b)
				text := jsonOf(t, first)
				scramble(reflect.ValueOf(first).Elem())
				assert.Equal(t, jsonOf(t, made()), jsonOf(t, b), "%s changes its brief", what)

				second := result(b)
				scramble(reflect.ValueOf(&b).Elem())
				assert.Equal(t, text, jsonOf(t, second), "%s changes with its brief", what)
			}
		})
	}
}

// anyBriefAt14 is a drawn brief with enough in it.
func anyBriefAt14(seed int) plan.Brief {
	for {
		if b := anyBrief(seed); len(b.Threats) > 1 && len(b.Refusals) > 0 && len(b.InForce) > 0 {
			return b
		}
		seed++
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
