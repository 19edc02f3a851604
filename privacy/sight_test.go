package privacy_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// atHome is the stalked person at home, after a uniform at the door felt like a prison.
func atHome() privacy.Choice {
	return privacy.Choice{
		Profile:  person(1, felt(client.ElementGuardPostUniform, client.SettingHome, -2)),
		Activity: withoutChildren(doing(client.ActivityHomeDay, "")),
		Threats:  []client.Threat{threat(client.ThreatStalking, rapport.LevelModerate, client.DirectnessDirect, client.SettingHome)},
	}
}

// atPremiere is the same person at an announced appearance with a crowd and press.
func atPremiere() privacy.Choice {
	premiere := doing(client.ActivityPremiereOrAward, "")
	premiere.Crowd, premiere.Announced, premiere.Media = rapport.LevelHigh, rapport.AnswerYes, rapport.AnswerYes
	return privacy.Choice{
		Profile: person(1), Activity: withoutChildren(premiere),
		Threats: []client.Threat{threat(client.ThreatStalking, rapport.LevelModerate, client.DirectnessDirect, client.SettingPublicEvent)},
	}
}

func runnerUp(t testing.TB, l privacy.Ladder, rung rapport.Visibility) privacy.RunnerUp {
	t.Helper()
	i := slices.IndexFunc(l.RunnersUp, func(r privacy.RunnerUp) bool { return r.Rung == rung })
	require.GreaterOrEqual(t, i, 0, "%v", l)
	return l.RunnersUp[i]
}

func says(reasons []rapport.Reason, code rapport.Code, subject rapport.Path) bool {
	return slices.ContainsFunc(reasons, func(r rapport.Reason) bool { return r.Code == code && r.Subject == subject })
}

func TestEveryOtherRungSaysWhatItWouldCost(t *testing.T) {
	d := choose(t, atHome())
	uniform := runnerUp(t, d.Place, overt)
	assert.True(t, says(uniform.Costs, privacy.CodeCostAgainst, "/profile/reactions/r-guard-post-uniform"), "%v", uniform)
	assert.True(t, says(uniform.Costs, privacy.CodeCostAgainst, "/profile/priorities"))
	assert.True(t, says(uniform.Costs, privacy.CodeCostEffect, "/activity/setting"))
	assert.False(t, says(uniform.Costs, privacy.CodeCostOtherMeans, "/activity/setting"), "going up leaves no work undone")
	again := atHome()
	again.Profile.Reactions = nil
	assert.False(t, says(runnerUp(t, choose(t, again).Place, overt).Costs, privacy.CodeCostAgainst, "/profile/reactions/r-guard-post-uniform"))

	mall := choose(t, privacy.Choice{
		Profile: person(0), Activity: withoutChildren(doing(client.ActivityShopping, client.SettingRetailSite)),
		Threats: []client.Threat{threat(client.ThreatStreetCrime, rapport.LevelModerate, client.DirectnessKnown, client.SettingRetailSite)},
	})
	require.Equal(t, ordinary, mall.Near.Order[0])
	less := runnerUp(t, mall.Near, low)
	assert.True(t, says(less.Costs, privacy.CodeCostDeterrence, "/threats/t-street-crime"), "%v", less)
	assert.True(t, says(less.Costs, privacy.CodeCostOtherMeans, "/activity/setting"))
	assert.True(t, says(less.Costs, privacy.CodeCostRung, "/activity"))
}

func TestRunnersUpAreTheOtherRungsInOrderAndNoneIsFree(t *testing.T) {
	r := newRand(31)
	for range 2000 {
		for _, l := range ladders(choose(t, randomChoice(r, r.IntN(5)))) {
			rungs := []rapport.Visibility{}
			for _, other := range l.RunnersUp {
				rungs = append(rungs, other.Rung)
				require.NotEmpty(t, other.Costs)
				require.Equal(t, rapport.SortReasons(slices.Clone(other.Costs)), other.Costs)
				for _, cost := range other.Costs {
					require.Negative(t, cost.Weight)
				}
			}
			require.Equal(t, append([]rapport.Visibility{}, l.Order[min(1, len(l.Order)):]...), rungs)
		}
	}
}

func flips(d privacy.Discretion, where privacy.Where) map[rapport.Path][]string {
	list := map[rapport.Path][]string{}
	for _, f := range d.Flips {
		if f.Where == where {
			list[f.If.Subject] = append(list[f.If.Subject], f.Rung.String()+" if "+f.If.Args[2])
		}
	}
	return list
}

func TestWhatWouldMoveTheChoiceIsListed(t *testing.T) {
	near := flips(choose(t, atPremiere()), privacy.WhereNear)
	assert.Contains(t, near["/activity/crowd"], "low-profile if there were no dense crowd")
	assert.Contains(t, near["/activity/announced"], "low-profile if place and time were not public")
	assert.NotContains(t, near, rapport.Path("/covert_agreed"), "a bound keeps covert out anyway")
	place := flips(choose(t, atHome()), privacy.WherePlace)
	assert.Contains(t, place["/threats/t-stalking"], "ordinary if its source had come here lately (Stalking)")
	mall := privacy.Choice{
		Profile: person(0), Activity: withoutChildren(doing(client.ActivityShopping, client.SettingRetailSite)),
		Threats: []client.Threat{threat(client.ThreatStreetCrime, rapport.LevelLow, client.DirectnessKnown, client.SettingRetailSite)},
	}
	assert.Equal(t, []string{"ordinary if the threat were moderate (Street crime)"}, flips(choose(t, mall), privacy.WhereNear)["/threats/t-street-crime"])
	assert.Contains(t, flips(choose(t, mall), privacy.WherePlace)["/threats/t-street-crime"], "ordinary if the threat were moderate (Street crime)", "the nearest change is the one that is named")
	mall.Rules = []privacy.Rule{{ID: "house", By: privacy.AuthorityVenue, Where: privacy.WhereBoth, Lower: overt}}
	assert.Contains(t, flips(choose(t, mall), privacy.WhereNear)["/rules/house"], "low-profile if the rule of the venue did not hold")
	mall.Danger = rapport.AnswerYes
	mall.Rules = nil
	assert.Empty(t, flips(choose(t, mall), privacy.WhereNear)["/danger"], "what would stay the same is not listed")
}

// apply makes the change that a flip names in a choice, for those that a field of the choice carries.
func apply(c privacy.Choice, f privacy.Flip) (privacy.Choice, bool) {
	turned := func(on bool) rapport.Answer { return rapport.AnswerOf(on) }
	to := f.If.Args[2]
	no := strings.Contains(to, "no ") || strings.Contains(to, "not ")
	switch {
	case f.If.Subject == "/activity/children":
		c.Activity.Children = turned(!no)
	case f.If.Subject == "/activity/media":
		c.Activity.Media = turned(!no)
	case f.If.Subject == "/activity/announced":
		c.Activity.Announced = turned(!no)
	case f.If.Subject == "/activity/crowd":
		c.Activity.Crowd = rapport.LevelSevere
		if no {
			c.Activity.Crowd = rapport.LevelNone
		}
	case f.If.Subject == "/covert_agreed":
		c.CovertAgreed = rapport.AnswerYes
	case f.If.Subject == "/around/host_minds":
		c.Around.HostMinds = turned(!no)
	case f.If.Subject.Within("/rules"):
		id := f.If.Subject.Segments()[1]
		c.Rules = slices.DeleteFunc(slices.Clone(c.Rules), func(r privacy.Rule) bool { return string(r.ID) == id })
	case f.If.Subject.Within("/profile/wishes"):
		c.Profile.Wishes = nil
	case f.If.Subject == "/profile/priorities" && !no:
		c.Profile.Priorities = person(1).Priorities
	case f.If.Subject == "/profile/priorities":
		c.Profile.Priorities = person(0).Priorities
	default:
		return c, false
	}
	return c, true
}

func TestEveryFlipComesTrueWhenTheChangeIsMade(t *testing.T) {
	r := newRand(32)
	tried := map[string]int{}
	for range 3000 {
		c := randomChoice(r, r.IntN(5))
		for _, f := range choose(t, c).Flips {
			other, carried := apply(c, f)
			if !carried {
				continue
			}
			d := choose(t, other)
			l := d.Near
			if f.Where == privacy.WherePlace {
				l = d.Place
			}
			require.NotEmpty(t, l.Order)
			require.Equal(t, f.Rung.String(), l.Order[0].String(), "%s: %+v", f.If.Text, c)
			tried[f.If.Subject.Segments()[1%len(f.If.Subject.Segments())]]++
		}
	}
	for _, input := range []string{"children", "media", "announced", "crowd", "covert_agreed", "host_minds", "rule", "wishes", "priorities"} {
		assert.Positive(t, tried[input], input)
	}
}

func effects(l privacy.Ladder) []privacy.EffectID {
	list := []privacy.EffectID{}
	for _, e := range l.Effects {
		list = append(list, e.ID)
	}
	return list
}

func TestSideEffectsFollowTheRungThePlaceAndWhoIsThere(t *testing.T) {
	meal := privacy.Choice{Profile: person(0), Activity: withoutChildren(doing(client.ActivityDiningOut, client.SettingRestaurant)), Rules: []privacy.Rule{
		{ID: "host", By: privacy.AuthorityHost, Where: privacy.WhereNear, Lower: ordinary},
	}}
	assert.Contains(t, effects(choose(t, meal).Near), privacy.EffectID("ordinary-stiffer-meals"))
	assert.NotContains(t, effects(choose(t, meal).Near), privacy.EffectID("ordinary-child-marked"))
	meal.Activity.Children = rapport.AnswerYes
	assert.Contains(t, effects(choose(t, meal).Near), privacy.EffectID("ordinary-child-marked"))
	walk := meal
	walk.Activity = withoutChildren(doing(client.ActivityWalkOrDog, client.SettingOnFoot))
	assert.NotContains(t, effects(choose(t, walk).Near), privacy.EffectID("ordinary-stiffer-meals"))
	for _, rung := range []rapport.Visibility{covert, low, ordinary, overt} {
		for _, setting := range standardClient.Settings {
			walk.Activity.Setting = setting.ID
			walk.CovertAgreed = rapport.AnswerYes
			walk.Rules = []privacy.Rule{{ID: "law", By: privacy.AuthorityLaw, Where: privacy.WhereBoth, Lower: rung, Upper: rung}}
			for _, l := range ladders(choose(t, walk)) {
				if len(l.Order) > 0 {
					assert.NotEmpty(t, l.Effects, "%s in %s", rung, setting.ID)
				}
			}
		}
	}
}

func TestThePersonHearsBeforehandWherePrivacyGivesWay(t *testing.T) {
	told := func(d privacy.Discretion) map[privacy.YieldID]rapport.Path {
		list := map[privacy.YieldID]rapport.Path{}
		for _, y := range d.Yields {
			list[y.ID] = y.Subject
		}
		return list
	}
	home, premiere := told(choose(t, atHome())), told(choose(t, atPremiere()))
	assert.NotContains(t, home, privacy.YieldPublicPlace)
	assert.Equal(t, rapport.Path("/activity/setting"), premiere[privacy.YieldPublicPlace])
	assert.Equal(t, rapport.Path("/activity/media"), premiere[privacy.YieldPressAndLenses])
	assert.NotContains(t, home, privacy.YieldInsurerAsks)
	insured := atHome()
	insured.Rules = []privacy.Rule{{ID: "policy", By: privacy.AuthorityInsurer, Where: privacy.WherePlace, Lower: low}}
	assert.Equal(t, rapport.Path("/rules"), told(choose(t, insured))[privacy.YieldInsurerAsks])
	r := newRand(33)
	for range 500 {
		d := choose(t, randomChoice(r, r.IntN(5)))
		require.Equal(t, privacy.YieldImminentDanger, d.Yields[0].ID, "what danger overrides is told of every choice, and first")
		require.Contains(t, told(d), privacy.YieldLegalDuty)
	}
}

func stepDown(t testing.TB, c privacy.Choice, where privacy.Where, from rapport.Visibility) privacy.Step {
	t.Helper()
	step, err := privacy.Selector{}.StepDown(privacy.Descent{Choice: c, Where: where, From: from}, noon)
	require.NoError(t, err)
	return step
}

func TestAStepDownSaysWhatHasToBeDoneByOtherMeans(t *testing.T) {
	step := stepDown(t, atHome(), privacy.WherePlace, overt)
	assert.Equal(t, ordinary, step.To)
	assert.Equal(t, rapport.AnswerNo, step.Reached)
	assert.True(t, says(step.Reasons, privacy.CodePushesLessVisible, "/choice/profile/reactions/r-guard-post-uniform"), "the dislike is named: %v", step.Reasons)
	assert.True(t, slices.ContainsFunc(step.Replace, func(r privacy.Replacement) bool { return r.ID == "barrier-at-the-door" }))
	for _, one := range step.Replace {
		assert.NotEmpty(t, one.By)
	}
	assert.Equal(t, low, stepDown(t, atHome(), privacy.WherePlace, ordinary).To)
	school := atHome()
	school.Activity = doing(client.ActivitySchoolRun, client.SettingSchool)
	assert.Equal(t, low, stepDown(t, school, privacy.WhereNear, overt).To, "what is above the bounds goes down to them at once")
}

func TestWhereTheLowestRungIsReachedTheGroundIsNamed(t *testing.T) {
	step := stepDown(t, atHome(), privacy.WhereNear, low)
	assert.Equal(t, low, step.To)
	assert.Equal(t, rapport.AnswerYes, step.Reached)
	assert.Empty(t, step.Replace)
	assert.True(t, says(step.Reasons, privacy.CodeBoundLower, "/choice/threats/t-stalking"))
	assert.Equal(t, atHome().Threats[0].ReviewOn, step.ReviewOn)
	require.NotEmpty(t, step.Instead, "what is minded can be eased without the rung")
	assert.Equal(t, privacy.ReliefLook, step.Instead[0].Relief)
	calm := atHome()
	calm.Threats, calm.CovertAgreed = nil, rapport.AnswerYes
	step = stepDown(t, calm, privacy.WhereNear, low)
	assert.Equal(t, covert, step.To)
	assert.Contains(t, replaced(step), privacy.StepID("quick-hands"))
	step = stepDown(t, calm, privacy.WhereNear, covert)
	assert.Equal(t, rapport.AnswerYes, step.Reached)
	assert.True(t, step.ReviewOn.IsZero())
}

func TestBelowItsBoundARungIsNotCalledTheLowest(t *testing.T) {
	c := atHome()
	c.Threats[0].Contacts = []client.Contact{{ID: "note", Kind: client.ContactHandDelivery, At: noon.AddDate(0, 0, -1), Setting: client.SettingHome}}
	step := stepDown(t, c, privacy.WherePlace, low)
	assert.Equal(t, ordinary, step.To)
	assert.True(t, says(step.Reasons, privacy.CodeBelowBound, "/from"), "%v", step.Reasons)
	assert.False(t, says(step.Reasons, privacy.CodeLowestRung, "/from"))

	c.Rules = []privacy.Rule{{ID: "house", By: privacy.AuthorityHost, Where: privacy.WherePlace, Upper: low}}
	step = stepDown(t, c, privacy.WherePlace, overt)
	assert.Equal(t, overt, step.To)
	assert.True(t, says(step.Reasons, privacy.CodeBoundsContradict, "/choice/activity"))
	assert.True(t, says(step.Reasons, privacy.CodePushesLessVisible, "/choice/profile/priorities"), "what pushes is named all the same")
	c.Danger = rapport.AnswerYes
	assert.True(t, says(stepDown(t, c, privacy.WherePlace, overt).Reasons, privacy.CodeDangerOverrides, "/choice/danger"))
	play := privacy.Choice{Profile: person(0), Activity: doing(client.ActivityFamilyTime, client.SettingPlayground)}
	assert.True(t, says(stepDown(t, play, privacy.WhereNear, overt).Reasons, privacy.CodeAboveBound, "/from"))
}

func replaced(s privacy.Step) []privacy.StepID {
	list := []privacy.StepID{}
	for _, r := range s.Replace {
		list = append(list, r.ID)
	}
	return list
}

func TestAStepDownStaysInsideTheBounds(t *testing.T) {
	r := newRand(34)
	for range 2000 {
		c := randomChoice(r, r.IntN(5))
		d := choose(t, c)
		for i, where := range []privacy.Where{privacy.WhereNear, privacy.WherePlace} {
			l := ladders(d)[i]
			from := pick(r, covert, low, ordinary, overt)
			step := stepDown(t, c, where, from)
			require.NotEmpty(t, step.Reasons)
			if len(l.Order) == 0 || c.Danger == rapport.AnswerYes {
				require.Equal(t, from, step.To, "no step is offered")
				continue
			}
			require.Equal(t, step.Reached == rapport.AnswerYes, from.Compare(l.Lower) <= 0)
			require.GreaterOrEqual(t, step.To.Compare(l.Lower), 0)
			require.LessOrEqual(t, step.To.Compare(l.Upper), 0)
			if step.Reached == rapport.AnswerNo {
				require.Negative(t, step.To.Compare(from))
			}
		}
	}
}
