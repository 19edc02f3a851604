package plan_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/fill"
	"github.com/rapport-go/rapport/plan"
	"github.com/rapport-go/rapport/privacy"
)

func contrast(t *testing.T, p plan.Planner, before, after plan.Brief, n int) plan.Contrast {
	t.Helper()
	c, err := p.Contrast(before, after, day(n))
	require.NoError(t, err)
	for _, x := range c.Causes {
		require.Len(t, x.Reasons, 1)
		assert.True(t, listed(x.Reasons[0].Code))
		assert.Equal(t, x.Subject, x.Reasons[0].Subject)
		assert.NotContains(t, x.Reasons[0].Text, "{")
		assert.NotNil(t, x.Came)
		assert.NotNil(t, x.Went)
	}
	return c
}

func causes(c plan.Contrast) []rapport.Path {
	list := []rapport.Path{}
	for _, x := range c.Causes {
		list = append(list, x.Subject)
	}
	return list
}

func changesOf(list []plan.EntryChange) []rapport.ID {
	ids := []rapport.ID{}
	for _, e := range list {
		ids = append(ids, e.Entry)
	}
	return ids
}

func TestOneTraitThatDiffersIsTheCause(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*plan.Brief)
		at     rapport.Path
	}{
		"a feeling": {func(b *plan.Brief) { b.People[0].Reactions[0].Feeling = mustFeel(2) }, "/people/ms-a/reactions/r-door"},
		"a worry":   {func(b *plan.Brief) { b.People[0].Concerns = b.People[0].Concerns[1:] }, "/people/ms-a/concerns/c-writer"},
		"a wish": {func(b *plan.Brief) {
			b.People[0].Wishes = slices.DeleteFunc(slices.Clone(b.People[0].Wishes), func(w client.Wish) bool { return w.ID == "w-fans" })
		}, "/people/ms-a/wishes/w-fans"},
		"an activity": {func(b *plan.Brief) { b.People[0].Activities = b.People[0].Activities[:5] }, "/people/ms-a/activities/premiere"},
		"a ranking": {func(b *plan.Brief) {
			b.People[0].Priorities = [][]client.Need{{client.NeedComfort}, {client.NeedProtection}, {client.NeedPrivacy}, {client.NeedAutonomy}}
		}, "/people/ms-a/priorities"},
		"a threat":     {func(b *plan.Brief) { b.Threats = b.Threats[:1] }, "/threats/t-photo"},
		"an agreement": {func(b *plan.Brief) { b.CovertAgreed = nil }, "/covert_agreed/ms-a"},
		"a fact": {func(b *plan.Brief) {
			b.Facts = slices.DeleteFunc(slices.Clone(b.Facts), func(f plan.Fact) bool { return f.Condition == plan.ConditionSharedBuilding })
		}, "/facts/shared-building"},
	} {
		t.Run(name, func(t *testing.T) {
			before, after := stalkedActor(14), stalkedActor(14)
			c.change(&after)
			x := contrast(t, plan.Planner{}, before, after, 14)
			assert.Equal(t, compose(t, before, day(14)), x.Before)
			assert.Equal(t, compose(t, after, day(14)), x.After)
			assert.Equal(t, x.After.Difference(x.Before), x.Difference)
			require.Equal(t, []rapport.Path{c.at}, causes(x))
			assert.Equal(t, changesOf(x.Difference.Came), x.Causes[0].Came, "taking it back takes all of it back")
			assert.Equal(t, changesOf(x.Difference.Went), x.Causes[0].Went)
			code := plan.CodeCauseOf
			if len(x.Causes[0].Came)+len(x.Causes[0].Went) == 0 {
				code = plan.CodeCauseOfNothing
			}
			assert.Equal(t, code, x.Causes[0].Reasons[0].Code)
		})
	}
}

func TestOfSeveralInputsEachIsSaidWhatItAloneIs(t *testing.T) {
	twin := func(m *plan.MeasureEntry) { m.Group = "lab.example/twins" }
	p := lab(t, tools(tool("one", rapport.BandStrong, taking(plan.Intrusion{Time: rapport.LevelModerate})), tool("two", rapport.BandGood, twin),
		tool("desk", rapport.BandGood, twin, leaning(client.RoleReceptionist), taking(plan.Intrusion{Time: rapport.LevelLow}))))
	before, after := swimmer(rapport.LevelModerate), swimmer(rapport.LevelLow)
	after.People[0].Wishes = []client.Wish{{ID: "w", Kind: client.WishFansGreeted, Strength: client.StrengthWish, On: on(-1)}}
	after.Refusals = []plan.Refusal{without("lab.example/two", "p")}
	after.Liaisons = []plan.Liaison{metOn("l", client.RoleReceptionist, on(0))}
	x := contrast(t, p, before, after, 5)
	assert.Equal(t, named("one"), measuresOf(x.Before))
	assert.Equal(t, named("desk"), measuresOf(x.After))
	require.Equal(t, []rapport.Path{"/liaisons/l", "/people/p/wishes/w", "/refusals/no", "/threats/t"}, causes(x))
	for i, code := range []rapport.Code{plan.CodeCauseOfNothing, plan.CodeCauseOfNothing, plan.CodeCauseOf, plan.CodeCauseOf} {
		assert.Equal(t, code, x.Causes[i].Reasons[0].Code, "%s", x.Causes[i].Subject)
	}
	refusal, threat := x.Causes[2], x.Causes[3]
	assert.Equal(t, changesOf(x.Difference.Came), refusal.Came, "without the refusal the second would do it")
	assert.Empty(t, refusal.Went)
	assert.Equal(t, changesOf(x.Difference.Came), threat.Came)
	assert.Equal(t, changesOf(x.Difference.Went), threat.Went, "at its old level it takes the first")
	assert.Contains(t, threat.Reasons[0].Text, "Tool one")
}

func TestAnInputThatOthersLeanOnCannotBeTakenBackAlone(t *testing.T) {
	p := lab(t, tools(tool("one", rapport.BandStrong)))
	before, after := plan.Brief{People: swimmer(rapport.LevelModerate).People}, swimmer(rapport.LevelModerate)
	after.Mandate = client.Mandate{}
	after.Refusals = []plan.Refusal{giving(plan.RowKindCover, "p")}
	after.Refusals[0].Threat = "t"
	x := contrast(t, p, before, after, 5)
	require.Equal(t, []rapport.Path{"/refusals/no", "/threats/t"}, causes(x))
	assert.Equal(t, plan.CodeCauseOfNothing, x.Causes[0].Reasons[0].Code)
	assert.Equal(t, plan.CodeCauseBound, x.Causes[1].Reasons[0].Code)
	assert.Empty(t, x.Causes[1].Came)
}

func TestBetweenEqualBriefsThereIsNoCause(t *testing.T) {
	x := contrast(t, plan.Planner{}, stalkedActor(14), stalkedActor(14), 14)
	assert.Equal(t, []plan.Cause{}, x.Causes)
	assert.Empty(t, x.Difference.Came)
	d := dice(5)
	shuffled := stalkedActor(14)
	shuffled.Threats, shuffled.People[0].Wishes = shuffle(&d, shuffled.Threats), shuffle(&d, shuffled.People[0].Wishes)
	assert.Empty(t, contrast(t, plan.Planner{}, stalkedActor(14), shuffled, 14).Causes, "the order of a brief is no input")
}

// TestEveryInputOfABriefIsNamedWhereItDiffers empties one field after the other.
func TestEveryInputOfABriefIsNamedWhereItDiffers(t *testing.T) {
	full := stalkedActor(14)
	full.Sites = []client.Site{{ID: "shop", Setting: client.SettingRetailSite}}
	full.Rules = []privacy.Rule{{ID: "club", By: privacy.AuthorityVenue, Setting: client.SettingGym, Where: privacy.WhereBoth, Upper: rapport.VisibilityOrdinary}}
	full.Law = []plan.LawAnswer{{Law: plan.LawConsent, Answer: rapport.AnswerYes}}
	full.Refusals = []plan.Refusal{{ID: "no", Person: "ms-a", Measure: plan.MeasureFollowCar, By: []rapport.ID{"ms-a"}, On: on(1), Until: on(60)}}
	full.Ceilings = []plan.Ceiling{{Person: "ms-a", Most: plan.Intrusion{Movement: rapport.LevelHigh}}}
	full.Liaisons = []plan.Liaison{metOn("l", client.RoleConcierge, on(1))}
	full.Surroundings = []plan.Surroundings{{Person: "ms-a", Activity: "coffee", Around: privacy.Around{Dark: rapport.AnswerYes}}}
	full.Nodes = 500
	v := reflect.TypeFor[plan.Brief]()
	for i := range v.NumField() {
		name := strings.Split(v.Field(i).Tag.Get("json"), ",")[0]
		if name == "people" {
			continue
		}
		other := full
		require.False(t, reflect.ValueOf(other).Field(i).IsZero(), "%s is not filled here", name)
		reflect.ValueOf(&other).Elem().Field(i).SetZero()
		if name == "threats" {
			other.Threats = full.Threats[:1]
		}
		x := contrast(t, plan.Planner{}, full, other, 14)
		require.NotEmpty(t, x.Causes, name)
		for _, at := range causes(x) {
			assert.True(t, at.Within(rapport.Path("/"+name)), "%s", at)
		}
	}
}

// TestEveryPartOfAProfileIsNamedWhereItDiffers empties one field after the other.
func TestEveryPartOfAProfileIsNamedWhereItDiffers(t *testing.T) {
	filled := fill.Of[client.Profile]()
	p := stalkedActor(14).People[0]
	p.Heard, p.Guardians, p.Dependants = rapport.AnswerNo, []rapport.ID{"g"}, []rapport.ID{"kid"}
	p.PrioritiesOn, p.Worried, p.Control = on(1), rapport.AnswerYes, filled.Control
	p.Control.On = on(1)
	p.Needs = []client.NeedRecord{{Kind: client.Standard().Needs[0].ID, On: on(1)}}
	p.Changes = []client.LifeChange{{ID: "move", Kind: client.Standard().Changes[0].ID, On: on(3)}}
	v := reflect.TypeFor[client.Profile]()
	for i := range v.NumField() {
		name := strings.Split(v.Field(i).Tag.Get("json"), ",")[0]
		if slices.Contains([]string{"schema", "id", "version", "extensions", "overrides"}, name) {
			continue
		}
		other := p
		require.False(t, reflect.ValueOf(other).Field(i).IsZero(), "%s is not filled here", name)
		reflect.ValueOf(&other).Elem().Field(i).SetZero()
		before, after := plan.Brief{People: []client.Profile{p}}, plan.Brief{People: []client.Profile{other}}
		x := contrast(t, plan.Planner{}, before, after, 14)
		require.NotEmpty(t, x.Causes, name)
		for _, at := range causes(x) {
			assert.True(t, at.Within(rapport.Path("/people/ms-a/"+name)), "%s", at)
		}
	}
	x := contrast(t, plan.Planner{}, plan.Brief{}, plan.Brief{People: []client.Profile{p}}, 14)
	assert.Equal(t, []rapport.Path{"/people/ms-a"}, causes(x), "a whole person that came")
	x = contrast(t, plan.Planner{}, plan.Brief{People: []client.Profile{p}}, plan.Brief{}, 14)
	assert.Equal(t, []rapport.Path{"/people/ms-a"}, causes(x), "a whole person that went")
}

func TestAContrastOfABadBriefIsAnError(t *testing.T) {
	bad := swimmer(rapport.LevelModerate)
	for _, briefs := range [][2]plan.Brief{{bad, {}}, {{}, bad}} {
		_, err := plan.Planner{}.Contrast(briefs[0], briefs[1], day(0))
		assertProblem(t, err, "/threats/0/kind", rapport.CodeUnknownWord)
	}
}

func TestAContrastLeavesBothBriefsAsTheyWere(t *testing.T) {
	before, after := crowded(), crowded()
	after.Threats, after.InForce = after.Threats[1:], nil
	after.People[0].Reactions = nil
	first, second := copied(t, before), copied(t, after)
	contrast(t, plan.Planner{}, before, after, 14)
	assert.Equal(t, first, copied(t, before))
	assert.Equal(t, second, copied(t, after))
}
