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

func carryOut(t testing.TB, c privacy.Choice, near, place rapport.Visibility) privacy.Tactics {
	t.Helper()
	tactics, err := privacy.Selector{}.CarryOut(privacy.Manner{Choice: c, Near: near, Place: place}, noon)
	require.NoError(t, err)
	return tactics
}

func done(t privacy.Tactics, kind privacy.TacticKind, where privacy.Where) []privacy.TacticID {
	list := []privacy.TacticID{}
	for _, one := range t.Groups[kind-1].Tactics {
		if one.Where == where {
			list = append(list, one.ID)
		}
	}
	return list
}

func tagged(t privacy.Tactics, kind privacy.TacticKind, where privacy.Where) []privacy.Tag {
	list := []privacy.Tag{}
	for _, g := range t.Groups {
		for _, one := range g.Tactics {
			if g.Kind == kind && one.Where == where {
				list = append(list, one.Tags...)
			}
		}
	}
	return list
}

var familyTags = map[privacy.TacticKind]privacy.Tag{
	privacy.TacticKindAttire: privacy.TagPlainClothes, privacy.TacticKindVehicle: privacy.TagUnmarkedVehicle,
	privacy.TacticKindPositioning: privacy.TagUnobtrusive, privacy.TacticKindCommunication: privacy.TagDiscreetComms,
	privacy.TacticKindEquipment: privacy.TagInconspicuous, privacy.TacticKindBehaviour: privacy.TagLowKey,
}

func TestEachSettingHasATacticOfEachKindAtEachRung(t *testing.T) {
	for _, setting := range standardClient.Settings {
		c := privacy.Choice{Profile: person(0), Activity: doing(client.ActivityWalkOrDog, setting.ID), CovertAgreed: rapport.AnswerYes}
		online := (client.Scorer{}).Lies(setting.ID, client.SettingOnline)
		for _, rung := range []rapport.Visibility{covert, low, ordinary, overt} {
			tactics := carryOut(t, c, rung, rung)
			require.Len(t, tactics.Groups, 6)
			for i, g := range tactics.Groups {
				require.Equal(t, privacy.TacticKind(i+1), g.Kind)
				for _, where := range []privacy.Where{privacy.WhereNear, privacy.WherePlace} {
					if online {
						require.False(t, g.Kind == privacy.TacticKindVehicle && len(g.Tactics) > 0, "nobody drives to a call")
						continue
					}
					require.NotEmpty(t, done(tactics, g.Kind, where), "%s %s %s %s", setting.ID, rung, g.Kind, where)
					if rung == covert || rung == low {
						require.Contains(t, tagged(tactics, g.Kind, where), familyTags[g.Kind], "%s %s", setting.ID, rung)
					}
				}
			}
			assert.Empty(t, tactics.Omitted)
		}
	}
}

func TestATagOfAKindIsCarriedByNoOtherKindAndByEveryQuietTacticOfIt(t *testing.T) {
	used := map[privacy.Tag]int{}
	for _, e := range privacy.Standard().Tactics {
		for _, tag := range e.Tags {
			used[tag]++
		}
		for kind, tag := range familyTags {
			quiet := slices.Contains(e.Rungs, covert) || slices.Contains(e.Rungs, low)
			carries := slices.Contains(e.Tags, tag)
			assert.False(t, carries && kind != e.Kind, "%s", e.ID)
			assert.True(t, carries || kind != e.Kind || !quiet, "%s", e.ID)
		}
		assert.True(t, slices.IsSorted(e.Tags) && slices.IsSorted(e.Shows), "%s", e.ID)
		assert.True(t, strings.HasSuffix(e.EN.Do, "."), "%s", e.ID)
	}
	for _, tag := range privacy.Standard().Tags {
		assert.Positive(t, used[tag.ID], "%s", tag.ID)
	}
	assert.Greater(t, len(privacy.Standard().Tactics), 190)
}

func TestTacticsComeFromTheClosestSettingThatHasAny(t *testing.T) {
	gym := carryOut(t, privacy.Choice{Profile: person(0), Activity: doing(client.ActivityExercise, client.SettingGym)}, low, low)
	for _, g := range gym.Groups {
		if g.Kind == privacy.TacticKindAttire {
			assert.True(t, strings.HasPrefix(string(g.Tactics[0].ID), "gym-"), "%v", g)
		}
	}
	elsewhere := carryOut(t, privacy.Choice{Profile: person(0), Activity: doing(client.ActivityExercise, client.SettingBeach)}, low, low)
	assert.NotEqual(t, gym.Groups[0], elsewhere.Groups[0])
	assert.True(t, says(carryOut(t, atHome(), rapport.VisibilityUnknown, rapport.VisibilityUnknown).Reasons, privacy.CodeNobodyThere, "/near"))
	nobody := carryOut(t, privacy.Choice{Profile: person(0), Activity: doing(client.ActivityExercise, client.SettingGym)}, rapport.VisibilityUnknown, low)
	for _, g := range nobody.Groups {
		for _, one := range g.Tactics {
			assert.Equal(t, privacy.WherePlace, one.Where, "where nobody is near, nothing is worn near")
		}
	}
}

func shown(t privacy.Tactics) []client.Element {
	list := []client.Element{}
	for _, g := range t.Groups {
		for _, one := range g.Tactics {
			list = append(list, one.Shows...)
		}
	}
	return list
}

func TestAWishOrADislikeTakesAwayWhatShowsIt(t *testing.T) {
	c := privacy.Choice{Profile: person(0), Activity: doing(client.ActivityHomeDay, "")}
	require.Contains(t, shown(carryOut(t, c, ordinary, overt)), client.ElementGuardPostUniform)
	c.Profile.Wishes = []client.Wish{{ID: "w-1", Kind: client.WishNoUniformAt, Setting: client.SettingHome, Strength: client.StrengthLine}}
	without := carryOut(t, c, ordinary, overt)
	assert.NotContains(t, shown(without), client.ElementGuardPostUniform)
	assert.True(t, says(without.Reasons, privacy.CodeTacticLeft, "/choice/profile/wishes/w-1"))
	assert.NotEmpty(t, without.Omitted)
	assert.NotEmpty(t, done(without, privacy.TacticKindAttire, privacy.WhereNear), "what shows nothing of it stays")
	c.Profile.Wishes[0].Strength = client.StrengthWish
	assert.Contains(t, shown(carryOut(t, c, ordinary, overt)), client.ElementGuardPostUniform, "a mild wish takes nothing away")
	c.Profile.Wishes[0] = client.Wish{ID: "w-1", Kind: client.WishNoUniformAt, Setting: client.SettingGym, Strength: client.StrengthLine}
	assert.Contains(t, shown(carryOut(t, c, ordinary, overt)), client.ElementGuardPostUniform, "nor does one for another place")
	c.Profile.Wishes = nil
	c.Profile.Reactions = []client.Reaction{felt(client.ElementCameraOutside, client.SettingHome, -2)}
	disliked := carryOut(t, c, low, low)
	assert.NotContains(t, shown(disliked), client.ElementCameraOutside)
	assert.True(t, says(disliked.Reasons, privacy.CodeTacticLeft, "/choice/profile/reactions/r-camera-outside"))
}

func TestConductHoldsWhereverTheTeamIs(t *testing.T) {
	conduct := []privacy.Tag{privacy.TagNoPhoto, privacy.TagNoFalseClaim, privacy.TagNoForce, privacy.TagNoWeaponVisible}
	for _, setting := range standardClient.Settings {
		for _, rung := range []rapport.Visibility{covert, low, ordinary, overt} {
			c := privacy.Choice{Profile: person(0), Activity: doing(client.ActivityShopping, setting.ID), CovertAgreed: rapport.AnswerYes}
			tactics := carryOut(t, c, rung, rung)
			for _, where := range []privacy.Where{privacy.WhereNear, privacy.WherePlace} {
				var tags []privacy.Tag
				for kind := range familyTags {
					tags = append(tags, tagged(tactics, kind, where)...)
				}
				for _, tag := range conduct {
					require.Contains(t, tags, tag, "%s %s %s", setting.ID, rung, where)
				}
			}
		}
	}
}

func TestWhatWouldExposeSomebodyToAThreatIsNotDone(t *testing.T) {
	c := privacy.Choice{Profile: person(0), Activity: doing(client.ActivityDiningOut, client.SettingRestaurant)}
	calm := carryOut(t, c, low, low)
	assert.Contains(t, done(calm, privacy.TacticKindVehicle, privacy.WhereNear), privacy.TacticID("residential-lobby-stop-doors-along"))
	assert.NotContains(t, done(calm, privacy.TacticKindVehicle, privacy.WhereNear), privacy.TacticID("arrival-point-door-to-car-short"))
	c.Threats = []client.Threat{threat(client.ThreatStalking, rapport.LevelModerate, client.DirectnessDirect, client.SettingRestaurant)}
	threatened := carryOut(t, c, low, low)
	assert.Contains(t, threatened.Omitted, privacy.TacticID("residential-lobby-stop-doors-along"))
	assert.True(t, says(threatened.Reasons, privacy.CodeTacticExposes, "/choice/threats/t-stalking"))
	assert.Contains(t, done(threatened, privacy.TacticKindVehicle, privacy.WhereNear), privacy.TacticID("arrival-point-door-to-car-short"), "the short way takes its place")
	c.Danger = rapport.AnswerYes
	assert.True(t, says(carryOut(t, c, low, low).Reasons, privacy.CodeTacticsYield, "/choice/danger"))
}

func TestARungOutsideItsBoundsIsNamedAndCovertNeedsAYes(t *testing.T) {
	play := privacy.Choice{Profile: person(0), Activity: doing(client.ActivityFamilyTime, client.SettingPlayground)}
	assert.True(t, says(carryOut(t, play, overt, low).Reasons, privacy.CodeAboveBound, "/choice/activity"))
	play.Threats = []client.Threat{threat(client.ThreatStalking, rapport.LevelModerate, client.DirectnessDirect, client.SettingPlayground)}
	play.CovertAgreed = rapport.AnswerYes
	assert.True(t, says(carryOut(t, play, covert, low).Reasons, privacy.CodeBelowBound, "/choice/activity"))

	secret := privacy.Manner{Choice: privacy.Choice{Profile: person(0), Activity: doing(client.ActivityWalkOrDog, client.SettingOnFoot)}, Near: covert, Place: low}
	hidden := carryOut(t, secret.Choice, covert, low)
	assert.True(t, says(hidden.Reasons, privacy.CodeCovertNotAgreed, "/choice/covert_agreed"))
	for _, r := range hidden.Reasons {
		assert.False(t, r.Code == privacy.CodeTacticsOf && r.Args[1] == "near", "what is not carried out is not said to be")
	}
	for _, kind := range []privacy.TacticKind{privacy.TacticKindAttire, privacy.TacticKindBehaviour} {
		assert.Empty(t, done(hidden, kind, privacy.WhereNear), "nobody is watched in secret")
	}
	kept, err := privacy.Selector{}.HowKept(privacy.Question{Manner: secret}, noon)
	require.NoError(t, err)
	assert.NotContains(t, kept.Text, "sign that help is there", "and nobody is told of a sign they do not know")
	secret.Choice.CovertAgreed = rapport.AnswerYes
	kept, err = privacy.Selector{}.HowKept(privacy.Question{Manner: secret}, noon)
	require.NoError(t, err)
	assert.Contains(t, kept.Text, "sign that help is there")
}

func TestHowPrivacyIsKeptIsAnsweredFromWhatIsDone(t *testing.T) {
	q := privacy.Question{Manner: privacy.Manner{Choice: atHome(), Near: low, Place: low}, Assurance: privacy.Policy{}.Assurance(), Summary: rapport.DateOf(noon).AddDays(-3)}
	kept, err := privacy.Selector{}.HowKept(q, noon)
	require.NoError(t, err)
	rests := map[string]int{}
	for _, s := range kept.Sentences {
		rests[s.Rests.Segments()[0]]++
		assert.Contains(t, kept.Text, s.Text)
	}
	assert.Equal(t, 2, rests["rungs"])
	assert.Equal(t, 2, rests["tactics"])
	assert.Equal(t, 3, rests["assurances"])
	assert.Equal(t, len(choose(t, atHome()).Yields), rests["yields"], "what gives way is part of the answer")
	assert.Equal(t, 1, rests["summary"])

	other := q
	other.Manner.Near, other.Summary = ordinary, rapport.Date{}
	changed, err := privacy.Selector{}.HowKept(other, noon)
	require.NoError(t, err)
	assert.NotEqual(t, kept.Sentences[0], changed.Sentences[0], "another rung is said in other words")
	assert.NotContains(t, changed.Text, "list of who learned what is of")
	other.Assurance = privacy.Policy{}.Assurance()
	other.Assurance.Sentences[0].Text = "Nobody will ever know."
	gone := q.Assurance.Sentences[0]
	other.Assurance.Sentences = slices.DeleteFunc(slices.Clone(q.Assurance.Sentences), func(s privacy.Sentence) bool { return s.ID == "outside" })
	changed, err = privacy.Selector{}.HowKept(other, noon)
	require.NoError(t, err)
	assert.NotContains(t, changed.Text, "ever know", "what is said is worded here")
	assert.NotContains(t, changed.Text, "that you are our client", "what no rule enforces is not said")
	assert.Equal(t, gone, q.Assurance.Sentences[0], "and the assurance given is left as it was")
	q.Summary = rapport.DateOf(noon).AddDays(1)
	_, err = privacy.Selector{}.HowKept(q, noon)
	assert.True(t, rapport.HasCode(err, rapport.CodeAfterMoment))
}
