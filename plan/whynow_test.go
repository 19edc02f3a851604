package plan_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

func TestWhatAsksForAnEntryNow(t *testing.T) {
	one := tool("one", rapport.BandStrong)
	known := swimmer(rapport.LevelModerate)
	known.Threats[0].Contacts = []client.Contact{{ID: "k", Kind: client.ContactSighting, At: day(-3), Setting: client.SettingUniversity, Activity: "swim"}}
	duty := tools(one, tool("duty", rapport.BandSlight))
	duty.Expected = []plan.ExpectedEntry{{ID: "lab.example/duty", Threat: menace, Measure: "lab.example/duty", From: rapport.LevelLow}}
	inForce := swimmer(rapport.LevelModerate)
	inForce.InForce = []plan.InForce{{ID: "i", Measure: "lab.example/two"}}
	both := swimmer(rapport.LevelModerate)
	both.InForce = []plan.InForce{{ID: "i", Measure: "lab.example/two"}, {ID: "j", Measure: "lab.example/support"}}
	worried := swimmer(rapport.LevelModerate)
	worried.Threats = nil
	worried.People[0].Concerns = []client.Concern{{ID: "c", Kind: client.ConcernStalking, Emotion: rapport.LevelHigh}}
	needs := func(m *plan.MeasureEntry) { m.Requires = named("support") }
	idle := func(m *plan.MeasureEntry) { m.Effects[0].Threat = client.ThreatMedical }

	for name, c := range map[string]struct {
		catalogue plan.Catalogue
		brief     plan.Brief
		measure   plan.MeasureID
		now       string
		without   string
	}{
		"a threat asks": {tools(one), swimmer(rapport.LevelModerate), "lab.example/one",
			"The menace: moderate here (university).", "Without it this is missing: the floor of cover, the menace, university."},
		"a threat asks where the source has been": {tools(one), known, "lab.example/one",
			"The menace: moderate here (university), and this place is known.", "Without it this is missing: the floor of cover, the menace, university."},
		"a duty asks": {duty, swimmer(rapport.LevelModerate), "lab.example/duty",
			"Tool duty belongs in every plan for this: the menace.", "Without it this is missing: an expected duty (Tool duty), the menace."},
		"a threat asks through another measure": {tools(tool("one", rapport.BandStrong, needs), tool("support", rapport.BandSlight, idle)), swimmer(rapport.LevelModerate), "lab.example/support",
			"The menace: moderate here (university).", "Without it this is missing: the floor of cover, the menace, university."},
		"another measure asks that is in place": {tools(one, tool("two", rapport.BandSlight, needs), tool("support", rapport.BandSlight, idle)), both, "lab.example/support",
			"This does not work without it: Tool two.", "Without it this does not work: Tool two."},
		"it is in place and adds to the rest": {tools(one, tool("two", rapport.BandSlight)), inForce, "lab.example/two",
			"The menace: moderate here (university).", "Nothing falls at once without it; it adds to what others do."},
		"a worry asks": {plan.Catalogue{}, worried, plan.MeasureReassuranceTouchpoints,
			"You told us that this weighs on you.", "Without it this is missing: something that reassures."},
	} {
		t.Run(name, func(t *testing.T) {
			e := theEntry(t, composeWith(t, lab(t, c.catalogue), c.brief, day(0)), c.measure)
			assert.Equal(t, c.now, e.WhyNow)
			assert.Equal(t, c.without, e.Without)
		})
	}
}

func TestAWishAsksForWhatItWishes(t *testing.T) {
	b := swimmer(rapport.LevelLow)
	b.People[0].Activities = []client.Activity{{ID: "prize", Kind: client.ActivityPremiereOrAward, Setting: client.SettingPublicEvent, Announced: rapport.AnswerYes}}
	b.People[0].Wishes = []client.Wish{{ID: "w", Kind: client.WishFansGreeted, Strength: client.StrengthStrong, On: on(-1)}}
	e := theEntry(t, compose(t, plan.Brief{People: b.People}, day(0)), plan.MeasureStructuredFanContact)
	assert.Equal(t, "You asked for it.", e.WhyNow)
	assert.Equal(t, "Without it this is missing: what was wished (Structured meet and greet), public event.", e.Without)
}

// TestWhatCountsInNothingSaysThatItIsInPlace keeps somebody's liked measure in force that is the second of its
// group: the best of a group counts, and it is not the best.
func TestWhatCountsInNothingSaysThatItIsInPlace(t *testing.T) {
	twin := func(m *plan.MeasureEntry) { m.Group = "lab.example/twins" }
	b := swimmer(rapport.LevelModerate)
	b.InForce = []plan.InForce{{ID: "i", Measure: "lab.example/lesser"}}
	e := theEntry(t, composeWith(t, lab(t, tools(tool("best", rapport.BandStrong, twin), tool("lesser", rapport.BandSlight, twin))), b, day(0)), "lab.example/lesser")
	assert.Empty(t, e.Serves)
	assert.Equal(t, "It is in place, and nothing speaks against it.", e.WhyNow)
	assert.Equal(t, "Nothing falls at once without it; it adds to what others do.", e.Without)
}

func TestTheMostPressingIsNamedFirstAndTheRestIsCounted(t *testing.T) {
	b := swimmer(rapport.LevelModerate)
	b.Threats[0].Settings = []client.Setting{client.SettingUniversity, client.SettingHome, client.SettingOnline}
	worse := b.Threats[0]
	worse.ID, worse.Words, worse.Level, worse.Settings = "a-worse", "the other", rapport.LevelHigh, []client.Setting{client.SettingHome}
	b.Threats = append(b.Threats, worse)
	both := func(m *plan.MeasureEntry) { m.Functions = []plan.Function{plan.FunctionDetect, plan.FunctionRespond} }
	made := composeWith(t, lab(t, tools(tool("one", rapport.BandStrong, both), tool("two", rapport.BandGood), tool("three", rapport.BandFair))), b, day(0))
	e := theEntry(t, made, "lab.example/one")
	require.Len(t, e.Loses, 6, "cover at three places, and of the other cover, eyes and hands")
	assert.Equal(t, "The other: high here (home).", e.WhyNow)
	assert.Equal(t, "Without it this is missing: the floor of cover, the other, home; the floor of cover, the menace, home; and 4 more.", e.Without)
}

func TestTheHigherLevelPressesMore(t *testing.T) {
	for _, levels := range [][2]rapport.Level{{rapport.LevelLow, rapport.LevelModerate}, {rapport.LevelModerate, rapport.LevelLow}} {
		b := swimmer(levels[0])
		other := b.Threats[0]
		other.ID, other.Words, other.Level = "u", "the other", levels[1]
		b.Threats = append(b.Threats, other)
		e := theEntry(t, composeWith(t, lab(t, tools(tool("one", rapport.BandStrong))), b, day(0)), "lab.example/one")
		assert.Equal(t, levels[1] == rapport.LevelModerate, e.WhyNow == "The other: moderate here (university).", "%s", e.WhyNow)
		assert.Equal(t, levels[0] == rapport.LevelModerate, e.WhyNow == "The menace: moderate here (university).", "%s", e.WhyNow)
	}
}

func TestEveryEntrySaysWhatAsksAndWhatFalls(t *testing.T) {
	for seed := range 40 {
		p := compose(t, anyBrief(seed), day(0))
		for _, e := range p.Entries {
			assert.NotEmpty(t, e.WhyNow)
			assert.NotEmpty(t, e.Without)
			for _, s := range []string{e.WhyNow, e.Without} {
				assert.NotContains(t, s, "{")
				assert.True(t, strings.HasSuffix(s, "."), "%s", s)
			}
		}
	}
}

func TestOfASharedEntryEachHearsOnlyOfTheirOwnThreats(t *testing.T) {
	b := couple()
	b.Threats[2].Words = "the angry client"
	p := compose(t, b, day(14))
	shared := 0
	for person, others := range map[rapport.ID][]string{"ms-a": {"the angry client"}, "mr-b": {"the writer", "the photographers"}} {
		view := p.For(person)
		for _, e := range view.Entries {
			i := 0
			for ; p.Entries[i].ID != e.ID; i++ {
			}
			whole := p.Entries[i]
			for _, words := range others {
				for _, s := range []string{e.WhyNow, e.Without} {
					assert.NotContains(t, strings.ToLower(s), words, "%s", e.Measure)
				}
			}
			assert.NotEmpty(t, e.WhyNow, "%s %s", person, e.Measure)
			assert.NotEmpty(t, e.Without, "%s %s", person, e.Measure)
			if len(whole.People) > 1 {
				shared++
			} else {
				assert.Equal(t, whole.WhyNow, e.WhyNow)
			}
		}
	}
	assert.Greater(t, shared, 4)
}

func TestOfASharedEntryThatOnlyTheOtherNeedsItIsSaidWhatItIsGoodFor(t *testing.T) {
	own := func(m *plan.MeasureEntry) { m.Requires = named("shared") }
	house := func(m *plan.MeasureEntry) { m.Scope, m.Effects[0].Threat = plan.ScopeHousehold, client.ThreatMedical }
	b := swimmer(rapport.LevelModerate)
	b.People = append(b.People, client.Profile{ID: "q"})
	b.Threats[0].Aimed = []rapport.ID{"p"}
	p := composeWith(t, lab(t, tools(tool("own", rapport.BandStrong, own), tool("shared", rapport.BandSlight, house))), b, day(0))
	hers := theEntry(t, p.For("p"), "lab.example/shared")
	assert.Equal(t, "The menace stands at moderate here; that level has a floor of cover.", hers.WhyNow)
	assert.Equal(t, "Without it this is missing: the floor of cover.", hers.Without)
	his := theEntry(t, p.For("q"), "lab.example/shared")
	assert.Equal(t, "It helps.", his.WhyNow)
	assert.Equal(t, "Nothing falls at once without it; it adds to what others do.", his.Without)
}

func TestOfASharedEntryEachHearsWhichOfTheirOwnLeansOnIt(t *testing.T) {
	own := func(m *plan.MeasureEntry) { m.Requires = named("shared") }
	house := func(m *plan.MeasureEntry) { m.Scope, m.Effects[0].Threat = plan.ScopeHousehold, client.ThreatMedical }
	b := swimmer(rapport.LevelModerate)
	b.People = append(b.People, client.Profile{ID: "q"})
	b.Threats[0].Aimed = []rapport.ID{"p"}
	b.InForce = []plan.InForce{{ID: "i", Measure: "lab.example/own"}, {ID: "j", Measure: "lab.example/shared"}}
	p := composeWith(t, lab(t, tools(tool("own", rapport.BandSlight, own), tool("shared", rapport.BandSlight, house), tool("most", rapport.BandStrong))), b, day(0))
	hers := theEntry(t, p.For("p"), "lab.example/shared")
	assert.Equal(t, "This does not work without it: Tool own.", hers.WhyNow)
	assert.Equal(t, "Without it this does not work: Tool own.", hers.Without)
	assert.Equal(t, "It helps.", theEntry(t, p.For("q"), "lab.example/shared").WhyNow)
}
