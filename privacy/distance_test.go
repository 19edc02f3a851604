package privacy_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/privacy"
)

func keep(t testing.TB, d privacy.Distance) privacy.StandOff {
	t.Helper()
	s, err := privacy.Selector{}.KeepDistance(d, noon)
	require.NoError(t, err)
	return s
}

func TestDistanceFollowsThePlaceAndWhatThePersonLikes(t *testing.T) {
	crowd := doing(client.ActivityPublicAppearance, client.SettingPublicEvent)
	crowd.Crowd = rapport.LevelHigh
	announced := doing(client.ActivityPremiereOrAward, "")
	announced.Announced = rapport.AnswerYes
	event := doing(client.ActivityPublicAppearance, client.SettingPublicEvent)
	for _, tt := range []struct {
		name     string
		activity client.Activity
		reaction []client.Reaction
		around   privacy.Around
		spot     privacy.Spot
		context  privacy.DistanceID
		stop     privacy.Stop
		band     privacy.Gap
	}{
		{"a few steps at a public event where nobody asked", event, nil, privacy.Around{}, "", "public-event", privacy.StopPlain, privacy.Gap{From: 200, To: 400}},
		{"more room for whoever minds company close", event, []client.Reaction{felt(client.ElementCloseOfficerDistanceNear, client.SettingPublicEvent, -2)}, privacy.Around{}, "", "public-event", privacy.StopFar, privacy.Gap{From: 400, To: 700}},
		{"closer for whoever likes it", event, []client.Reaction{felt(client.ElementCloseOfficerDistanceNear, client.SettingPublicEvent, 2)}, privacy.Around{}, "", "public-event", privacy.StopNear, privacy.Gap{From: 120, To: 200}},
		{"closer for whoever minds company far off", event, []client.Reaction{felt(client.ElementCloseOfficerDistanceFar, client.SettingPublicEvent, -1)}, privacy.Around{}, "", "public-event", privacy.StopNear, privacy.Gap{From: 120, To: 200}},
		{"the crowd sets it, not taste", crowd, nil, privacy.Around{}, "", "dense-crowd", privacy.StopPlain, privacy.Gap{From: 60, To: 120}},
		{"out of the frame at an announced appearance", announced, nil, privacy.Around{}, "", "announced-appearance", privacy.StopPlain, privacy.Gap{From: 150, To: 300}},
		{"nearer in the dark", doing(client.ActivityWalkOrDog, client.SettingOnFoot), nil, privacy.Around{Dark: rapport.AnswerYes}, "", "street-in-the-dark", privacy.StopPlain, privacy.Gap{From: 150, To: 300}},
		{"by day", doing(client.ActivityWalkOrDog, client.SettingOnFoot), nil, privacy.Around{}, "", "street-by-day", privacy.StopPlain, privacy.Gap{From: 300, To: 600}},
		{"another room of the home is no number", doing(client.ActivityHomeDay, ""), nil, privacy.Around{}, "", "home", privacy.StopPlain, privacy.Gap{}},
		{"a lobby is closer than the home it lies in", doing(client.ActivityHomeDay, client.SettingResidentialLobby), nil, privacy.Around{}, "", "residential-lobby", privacy.StopPlain, privacy.Gap{From: 500, To: 1000}},
		{"a spot comes first", event, nil, privacy.Around{}, "lift", "lift", privacy.StopPlain, privacy.Gap{From: 60, To: 100}},
		{"whoever minds both an officer close by and one further off wants room", event, []client.Reaction{
			felt(client.ElementCloseOfficerDistanceNear, client.SettingPublicEvent, -1), felt(client.ElementCloseOfficerDistanceFar, client.SettingPublicEvent, -3),
		}, privacy.Around{}, "", "public-event", privacy.StopFar, privacy.Gap{From: 400, To: 700}},
		{"a teenager who minds company gets a place that was agreed", doing(client.ActivityTeenOuting, client.SettingPublicPlace), []client.Reaction{
			felt(client.ElementCloseOfficerDistanceNear, client.SettingPublicPlace, -3),
		}, privacy.Around{}, "", "with-teenage-friends", privacy.StopFar, privacy.Gap{}},
		{"and the distance shrinks where that is felt no more", doing(client.ActivityTeenOuting, client.SettingPublicPlace), []client.Reaction{
			felt(client.ElementCloseOfficerDistanceNear, client.SettingPublicPlace, 0),
		}, privacy.Around{}, "", "with-teenage-friends", privacy.StopPlain, privacy.Gap{From: 1500, To: 3000}},
		{"teenage friends want room", doing(client.ActivityTeenOuting, client.SettingPublicPlace), nil, privacy.Around{}, "", "with-teenage-friends", privacy.StopPlain, privacy.Gap{From: 1500, To: 3000}},
		{"a place without a line of its own takes the general one", doing(client.ActivitySiteVisit, client.SettingUniversity), nil, privacy.Around{}, "", "anywhere", privacy.StopPlain, privacy.Gap{From: 200, To: 400}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := keep(t, privacy.Distance{Choice: privacy.Choice{Profile: person(0, tt.reaction...), Activity: tt.activity, Around: tt.around}, Spot: tt.spot})
			assert.Equal(t, tt.context, s.Context)
			assert.Equal(t, tt.stop, s.Stop)
			assert.Equal(t, tt.band, s.Band)
			assert.NotEmpty(t, s.Text)
			if tt.reaction == nil {
				assert.True(t, says(s.Reasons, privacy.CodeDistanceNotAsked, "/choice/profile/reactions"))
			}
		})
	}
}

func TestADirectThreatBringsTheOfficerNearerAndShowsBoth(t *testing.T) {
	far := felt(client.ElementCloseOfficerDistanceNear, client.SettingPublicEvent, -2)
	for _, tt := range []struct {
		name       string
		level      rapport.Level
		directness client.Directness
		stop       privacy.Stop
	}{
		{"a low one does not", rapport.LevelLow, client.DirectnessDirect, privacy.StopFar},
		{"a moderate one by a stop", rapport.LevelModerate, client.DirectnessDirect, privacy.StopPlain},
		{"a high one by two", rapport.LevelHigh, client.DirectnessDirect, privacy.StopNear},
		{"a severe one by two", rapport.LevelSevere, client.DirectnessDirect, privacy.StopNear},
		{"one that is not direct does not", rapport.LevelHigh, client.DirectnessKnown, privacy.StopFar},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := privacy.Choice{Profile: person(0, far), Activity: doing(client.ActivityPublicAppearance, client.SettingPublicEvent),
				Threats: []client.Threat{threat(client.ThreatStalking, tt.level, tt.directness, client.SettingPublicEvent)}}
			s := keep(t, privacy.Distance{Choice: c})
			assert.Equal(t, tt.stop, s.Stop)
			assert.Equal(t, privacy.Gap{From: 400, To: 700}, s.Wish, "the wish stays visible")
			moved := tt.stop != privacy.StopFar
			assert.Equal(t, moved, says(s.Reasons, privacy.CodeThreatNearer, "/choice/threats/t-stalking"))
			assert.Equal(t, moved, s.Until == c.Threats[0].ReviewOn, "and says until when")
		})
	}
}

func TestWhatThePersonSaidComesBeforeTheTableAndDangerBeforeBoth(t *testing.T) {
	d := privacy.Distance{
		Choice: privacy.Choice{Profile: person(0), Activity: doing(client.ActivityPublicAppearance, client.SettingPublicEvent)},
		Said:   privacy.Gap{From: 500, To: 1050},
	}
	s := keep(t, d)
	assert.Equal(t, d.Said, s.Band)
	assert.Equal(t, "5 metres to 10 and a half metres", s.Text)
	assert.True(t, says(s.Reasons, privacy.CodeDistanceSaid, "/said"))
	assert.Equal(t, 80, s.Closest)
	d.Choice.Threats = []client.Threat{threat(client.ThreatStalking, rapport.LevelHigh, client.DirectnessDirect, client.SettingPublicEvent)}
	s = keep(t, d)
	assert.Equal(t, d.Said, s.Wish)
	assert.Equal(t, privacy.Gap{From: 120, To: 200}, s.Band)
	second := threat(client.ThreatHarassment, rapport.LevelSevere, client.DirectnessDirect, client.SettingPublicEvent)
	second.ReviewOn = second.ReviewOn.AddDays(9)
	leak := threat(client.ThreatInformationLeak, rapport.LevelSevere, client.DirectnessDirect, client.SettingPublicEvent)
	d.Choice.Threats = append(d.Choice.Threats, second, leak)
	s = keep(t, d)
	assert.True(t, says(s.Reasons, privacy.CodeThreatNearer, "/choice/threats/t-stalking") && says(s.Reasons, privacy.CodeThreatNearer, "/choice/threats/t-harassment"), "each that would do it alone is named")
	assert.False(t, says(s.Reasons, privacy.CodeThreatNearer, "/choice/threats/t-information-leak"), "nobody near helps against a leak")
	assert.Equal(t, second.ReviewOn, s.Until)
	d.Choice.Danger = rapport.AnswerYes
	s = keep(t, d)
	assert.True(t, s.Until.IsZero())
	assert.Equal(t, privacy.Gap{}, s.Band)
	assert.Zero(t, s.Closest)
	assert.True(t, says(s.Reasons, privacy.CodeDistanceYields, "/choice/danger"))
	told := choose(t, d.Choice).Yields[0]
	assert.Equal(t, privacy.YieldImminentDanger, told.ID, "and the person was told that it would")
}

func TestThePublishedZonesHoldTheBandsOfCompany(t *testing.T) {
	// Hall (1966): intimate below 0.45 m, personal to 1.2 m, social to 3.6 m, public beyond, far from 7.5 m.
	for _, e := range privacy.Standard().Distances {
		for _, g := range []privacy.Gap{e.Near, e.Plain, e.Far} {
			if !g.IsZero() && !strings.HasPrefix(string(e.ID), "school-run") {
				assert.GreaterOrEqual(t, g.From, 45, "%s keeps out of the intimate zone", e.ID)
			}
			assert.LessOrEqual(t, g.From, g.To)
			assert.True(t, g.IsZero() || g.From >= e.Closest, "%s", e.ID)
		}
		assert.LessOrEqual(t, e.Near.From, max(e.Plain.From, e.Near.From))
	}
}

func posting(need privacy.NeedID, positions ...privacy.Position) privacy.Posting {
	return privacy.Posting{
		Distance: privacy.Distance{Choice: privacy.Choice{Profile: person(0), Activity: doing(client.ActivityPublicAppearance, client.SettingPublicEvent)}},
		Need:     need, Positions: positions,
	}
}

func at(id rapport.ID, cm int) privacy.Position {
	return privacy.Position{ID: id, Distance: cm, Watching: rapport.AnswerYes}
}

func TestAPositionFitsWhereNoticingAndReachingTakeNoLongerThanIsLeft(t *testing.T) {
	crowd := posting(privacy.NeedWalkingUp, at("p", 1000))
	crowd.Distance.Choice.Activity.Crowd = rapport.LevelHigh
	for _, tt := range []struct {
		name        string
		posting     privacy.Posting
		least, most int
		inTime      rapport.Answer
	}{
		{"ten metres and watching, for a stranger who walks up", posting(privacy.NeedWalkingUp, at("p", 1000)), 4000, 4000, rapport.AnswerYes},
		{"the same, busy with something else", posting(privacy.NeedWalkingUp, privacy.Position{ID: "p", Distance: 1000, Watching: rapport.AnswerNo}), 6000, 6000, rapport.AnswerUnsaid},
		{"the same, where nobody said whether the officer watches", posting(privacy.NeedWalkingUp, privacy.Position{ID: "p", Distance: 1000}), 4000, 6000, rapport.AnswerUnsaid},
		{"the same, in a dense crowd", crowd, 10000, 10000, rapport.AnswerNo},
		{"a step and a half to steady somebody", posting(privacy.NeedSteady, at("p", 150)), 2000, 2000, rapport.AnswerUnsaid},
		{"five metres to steady somebody", posting(privacy.NeedSteady, at("p", 500)), 3000, 3000, rapport.AnswerNo},
		{"thirty metres, beyond the table", posting(privacy.NeedWalkingUp, at("p", 3000)), 8000, 8000, rapport.AnswerNo},
		{"behind a door and a locked one, two floors up", posting(privacy.NeedOuterGate, privacy.Position{ID: "p", Distance: 1000, Doors: 1, Locked: 1, Floors: 2, Watching: rapport.AnswerYes}), 32000, 32000, rapport.AnswerUnsaid},
		{"out of a parked car", posting(privacy.NeedPhotographersGather, privacy.Position{ID: "p", Distance: 300, InCar: rapport.AnswerYes, Watching: rapport.AnswerYes}), 6500, 6500, rapport.AnswerYes},
		{"a crowd does not slow a car", func() privacy.Posting {
			p := posting(privacy.NeedPhotographersGather, privacy.Position{ID: "p", Post: privacy.PostCarAtKerb, Watching: rapport.AnswerYes})
			p.Distance.Choice.Activity.Crowd = rapport.LevelSevere
			return p
		}(), 21000, 41000, rapport.AnswerUnsaid},
		{"on call in the district, for somebody who is followed", posting(privacy.NeedFollowed, privacy.Position{ID: "p", Post: privacy.PostSameDistrict, Watching: rapport.AnswerYes}), 301000, 901000, rapport.AnswerUnsaid},
		{"the time it took when it was walked", posting(privacy.NeedGrabOrThrow, privacy.Position{ID: "p", Distance: 1000, Walked: 1900}), 1900, 1900, rapport.AnswerYes},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, err := privacy.Selector{}.Positions(tt.posting, noon)
			require.NoError(t, err)
			assert.Equal(t, []int{tt.least, tt.most}, []int{p.Fits[0].Least, p.Fits[0].Most})
			assert.Equal(t, tt.inTime, p.Fits[0].InTime)
		})
	}
}

func TestTheBestPositionIsInTimeAndNoNearerThanNeeded(t *testing.T) {
	p, err := privacy.Selector{}.Positions(posting(privacy.NeedWalkingUp, at("close", 100), at("steps", 300), at("far", 900), at("street", 4000)), noon)
	require.NoError(t, err)
	assert.Equal(t, rapport.ID("far"), p.Best, "of those in time the one that leaves most room")
	assert.Empty(t, p.WaysOut)
	assert.True(t, says(p.Reasons, privacy.CodeNearerThanWished, "/positions/close"))
	assert.True(t, says(p.Reasons, privacy.CodeTooLate, "/positions/street"))

	p, err = privacy.Selector{}.Positions(posting(privacy.NeedSteady, at("close", 100), at("steps", 900)), noon)
	require.NoError(t, err)
	assert.Empty(t, p.Best)
	ways := []privacy.WayOutID{}
	for _, w := range p.WaysOut {
		ways = append(ways, w.ID)
	}
	assert.Equal(t, []privacy.WayOutID{
		privacy.WayOutAnotherPlaceOrTime, privacy.WayOutSecondPerson, privacy.WayOutBarrier, privacy.WayOutNearerAgreed, privacy.WayOutInformedRefusal,
	}, ways, "going below is the last of them")
	curtain := posting(privacy.NeedWalkingUp, at("curtain", 50))
	curtain.Distance.Spot = privacy.SpotFittingRoom
	p, err = privacy.Selector{}.Positions(curtain, noon)
	require.NoError(t, err)
	assert.Empty(t, p.Best, "nobody stands at the curtain, though the place to keep is no number")
	for _, reason := range p.StandOff.Reasons {
		assert.True(t, reason.Subject.Within("/distance"), "%v", reason)
	}
	danger := posting(privacy.NeedSteady, at("close", 100))
	danger.Distance.Choice.Danger = rapport.AnswerYes
	p, err = privacy.Selector{}.Positions(danger, noon)
	require.NoError(t, err)
	assert.Equal(t, rapport.ID("close"), p.Best, "while danger lasts nobody keeps a distance")
}

func TestFartherIsNeverFaster(t *testing.T) {
	last := 0
	for cm := 1; cm < 5000; cm += 7 {
		p, err := privacy.Selector{}.Positions(posting(privacy.NeedSteady, at("p", cm)), noon)
		require.NoError(t, err)
		require.GreaterOrEqual(t, p.Fits[0].Most, last)
		last = p.Fits[0].Most
	}
}
