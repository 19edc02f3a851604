package plan_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/plan"
)

func fitOf(t *testing.T, p plan.Plan, person rapport.ID) plan.Fit {
	t.Helper()
	for _, f := range p.Fits {
		if f.Person == person {
			return f
		}
	}
	require.Fail(t, "no fit")
	return plan.Fit{}
}

func TestAPlanFitsBecauseOfWorriesDaysAndWishes(t *testing.T) {
	b := swimmer(rapport.LevelModerate)
	b.People[0].Concerns = []client.Concern{{ID: "c", Kind: client.ConcernStalking, Emotion: rapport.LevelHigh}}
	b.People[0].Wishes = []client.Wish{{ID: "w", Kind: client.WishNoUniformAt, Setting: client.SettingUniversity, Strength: client.StrengthStrong, On: on(-1)}}
	bends := func(m *plan.MeasureEntry) { m.Intrusion.Movement = rapport.LevelLow }
	f := fitOf(t, composeWith(t, lab(t, tools(tool("bends", rapport.BandStrong, bends))), b, day(0)), "p")
	assert.Equal(t, []rapport.Code{plan.CodeFitsWorry}, codesAt(f.Reasons, "/people/p/concerns/c"))
	assert.Equal(t, []rapport.Code{plan.CodeFitsDayKept}, codesAt(f.Reasons, "/people/p/activities/swim"))
	assert.Equal(t, []rapport.Code{plan.CodeFitsWish}, codesAt(f.Reasons, "/people/p/wishes/w"))
	assert.Len(t, f.Reasons, 3, "everyday life that nobody listed is none of it")
	texts := map[rapport.Code]string{}
	for _, r := range f.Reasons {
		texts[r.Code] = r.Text
	}
	assert.Contains(t, texts[plan.CodeFitsWorry], "What answers it: A ")
	assert.Contains(t, texts[plan.CodeFitsDayKept], "what is different there: Tool bends.")

	f = fitOf(t, composeWith(t, lab(t, tools(tool("still", rapport.BandStrong))), b, day(0)), "p")
	assert.Equal(t, []rapport.Code{plan.CodeFitsDayAsItIs}, codesAt(f.Reasons, "/people/p/activities/swim"))
}

func TestWhatDoesNotFitIsNotPraised(t *testing.T) {
	b := swimmer(rapport.LevelModerate)
	b.People[0].Concerns = []client.Concern{{ID: "c", Kind: client.ConcernStalking, Emotion: rapport.LevelHigh}}
	b.People[0].Wishes = []client.Wish{{ID: "w", Kind: client.WishNoUniformAt, Setting: client.SettingUniversity, Strength: client.StrengthStrong, On: on(-1)}}
	b.Refusals = []plan.Refusal{without(plan.MeasureReassuranceTouchpoints, "p")}
	made := composeWith(t, lab(t, tools(tool("post", rapport.BandStrong, shown(rapport.VisibilityLowProfile)))), b, day(5))
	require.Equal(t, named("post"), measuresOf(made))
	f := fitOf(t, made, "p")
	assert.Empty(t, codesAt(f.Reasons, "/people/p/concerns/c"), "nothing reassures")
	assert.Empty(t, codesAt(f.Reasons, "/people/p/wishes/w"), "the wish is broken")
	assert.Len(t, f.Reasons, 1)
}

func TestADayThatIsCalledOffIsNotKept(t *testing.T) {
	c := tools(staying(rapport.BandStrong, func(m *plan.MeasureEntry) { m.Scope, m.Group = plan.ScopeActivity, "lab.example/off" }))
	c.Groups = []plan.GroupEntry{{ID: "lab.example/off", Absent: true, EN: "It does not take place."}}
	made := composeWith(t, lab(t, c), swimmer(rapport.LevelModerate), day(0))
	require.Equal(t, named("stay-away"), measuresOf(made))
	assert.Empty(t, fitOf(t, made, "p").Reasons)
}

func TestASiteHasNoFit(t *testing.T) {
	b := crowded()
	p := compose(t, b, day(14))
	require.Len(t, p.Fits, 2)
	assert.Equal(t, rapport.ID("mr-b"), p.Fits[0].Person)
	assert.Equal(t, rapport.ID("ms-a"), p.Fits[1].Person)
	for _, f := range p.Fits {
		for _, r := range f.Reasons {
			assert.True(t, r.Subject.Within(rapport.Path("/people").Element(string(f.Person))))
		}
	}
	assert.Len(t, p.For("ms-a").Fits, 1)
}

func TestATravelledDayIsCounted(t *testing.T) {
	b := swimmer(rapport.LevelLow)
	b.People[0].Activities = append(b.People[0].Activities, client.Activity{ID: "walk", Kind: client.ActivityWalkOrDog, Setting: client.SettingOnFoot})
	f := fitOf(t, composeWith(t, lab(t, tools(tool("still", rapport.BandGood))), b, day(0)), "p")
	assert.Equal(t, []rapport.Code{plan.CodeFitsDayAsItIs}, codesAt(f.Reasons, "/people/p/activities/walk"), "where nothing bites nothing changes")
}
