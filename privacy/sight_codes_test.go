package privacy_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

// sightReasons are the reasons that the questions about being seen give, between them of every code.
func sightReasons(t testing.TB) [][]rapport.Reason {
	var lists [][]rapport.Reason
	danger := atHome()
	danger.Danger = rapport.AnswerYes
	mall := privacy.Choice{
		Profile: person(0), Activity: withoutChildren(doing(client.ActivityShopping, client.SettingRetailSite)),
		Threats: []client.Threat{threat(client.ThreatStreetCrime, rapport.LevelModerate, client.DirectnessKnown, client.SettingRetailSite)},
	}
	for _, c := range []privacy.Choice{atHome(), atPremiere(), danger, mall} {
		d := choose(t, c)
		lists = append(lists, d.Reasons)
		for _, l := range ladders(d) {
			for _, other := range l.RunnersUp {
				lists = append(lists, other.Costs)
			}
		}
		for _, f := range d.Flips {
			lists = append(lists, []rapport.Reason{f.If})
		}
	}
	mall.Threats[0].Level = rapport.LevelHigh
	lists = append(lists, stepDown(t, mall, privacy.WherePlace, low).Reasons)
	dinner := privacy.Choice{Profile: person(0), Activity: doing(client.ActivityDiningOut, client.SettingRestaurant), Danger: rapport.AnswerYes,
		Threats: []client.Threat{threat(client.ThreatStalking, rapport.LevelModerate, client.DirectnessDirect, client.SettingRestaurant)}}
	lists = append(lists, carryOut(t, dinner, low, low).Reasons, carryOut(t, atHome(), rapport.VisibilityUnknown, rapport.VisibilityUnknown).Reasons)
	for _, from := range []rapport.Visibility{low, ordinary, overt} {
		step := stepDown(t, atHome(), privacy.WhereNear, from)
		lists = append(lists, step.Reasons)
		for _, change := range step.Instead {
			lists = append(lists, change.Reasons)
		}
	}
	disliked := atHome()
	disliked.Profile.Wishes = []client.Wish{{ID: "w-1", Kind: client.WishNoUniformAt, Strength: client.StrengthLine}}
	lists = append(lists, carryOut(t, disliked, ordinary, overt).Reasons)

	event := privacy.Distance{Choice: privacy.Choice{Profile: person(0), Activity: doing(client.ActivityPublicAppearance, client.SettingPublicEvent)}}
	for _, value := range []int{-2, 2} {
		of := event
		of.Choice.Profile = person(0, felt(client.ElementCloseOfficerDistanceNear, client.SettingPublicEvent, value))
		of.Choice.Threats = []client.Threat{threat(client.ThreatStalking, rapport.LevelHigh, client.DirectnessDirect, client.SettingPublicEvent)}
		lists = append(lists, keep(t, of).Reasons)
		of.Said, of.Choice.Danger = privacy.Gap{From: 100, To: 200}, rapport.AnswerYes
		lists = append(lists, keep(t, of).Reasons)
	}
	lists = append(lists, keep(t, event).Reasons)
	for _, positions := range [][]privacy.Position{{at("close", 50), at("far", 2000)}, {at("steps", 500)}} {
		for _, need := range []privacy.NeedID{privacy.NeedSteady, privacy.NeedWalkingUp, privacy.NeedGrabOrThrow} {
			p, err := privacy.Selector{}.Positions(posting(need, positions...), noon)
			require.NoError(t, err)
			lists = append(lists, p.Reasons)
		}
	}
	evening := []rapport.Hours{{From: rapport.MustClock("18:00"), To: rapport.MustClock("23:00")}}
	links := []privacy.Link{
		{ID: "ready", Channel: privacy.ChannelDutyLine, Answers: client.RoleControlRoom, Voice: 20, Body: 60, Tested: rapport.DateOf(noon)},
		{ID: "slow", Channel: privacy.ChannelDutyLine, Answers: client.RoleControlRoom, Voice: 31, Body: 60, Hours: evening},
		{ID: "open", Channel: privacy.ChannelCallbackCode, Answers: client.RoleControlRoom},
	}
	for i := range links {
		lists = append(lists, call(t, privacy.Call{Links: slices.Clone(links[i:])}).Reasons)
	}
	lists = append(lists, watched(t, privacy.Watch{
		Profile: person(0, felt(client.ElementGuardPostUniform, client.SettingHome, -3), felt(client.ElementCameraOutside, client.SettingHome, 1)),
		Shown: []privacy.Shown{
			{Element: client.ElementGuardPostUniform, Setting: client.SettingHome}, {Element: client.ElementCameraOutside, Setting: client.SettingHome},
			{Element: client.ElementDogPatrol, Setting: client.SettingHome},
		},
		Signs: []client.Interaction{seen(client.InteractionSlipsAway, 1)},
	}).Reasons)
	return lists
}
