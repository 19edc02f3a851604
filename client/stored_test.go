package client_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/fill"
	"github.com/rapport-go/rapport/internal/roomtest"
)

// comesBack writes a value with every field filled and reads it through the strict door.
func comesBack[T any](t *testing.T, change func(*T)) {
	t.Helper()
	v := fill.Of[T]()
	if change != nil {
		change(&v)
	}
	roomtest.ComesBack(t, v)
}

func TestStoredValuesComeBackAsTheyWere(t *testing.T) {
	comesBack(t, func(p *client.Profile) {
		p.Schema = client.ProfileSchema
		p.Priorities = [][]client.Need{{client.NeedPrivacy, client.NeedComfort}, {client.NeedAutonomy}}
	})
	comesBack[client.Threat](t, nil)
	comesBack[client.Site](t, nil)
	comesBack[client.Mandate](t, nil)
	comesBack[client.Scores](t, nil)
	comesBack[client.Picture](t, nil)
	comesBack[client.Catalogue](t, nil)
	comesBack[client.Contrast](t, nil)
	comesBack[client.Comparison](t, nil)
	comesBack[client.Coverage](t, nil)
	comesBack(t, func(p *client.Proposal) {
		p.Schema = client.ProposalSchema
		p.Updates = []client.Update{{Evidence: p.Updates[0].Evidence}, {Reaction: p.Updates[0].Reaction}, {Wish: p.Updates[0].Wish}, {Need: p.Updates[0].Need}, {Change: p.Updates[0].Change}, {Avoids: p.Updates[0].Avoids}}
	})
}

func TestTheZeroProfileKnowsNothingAndLacksOnlyItsID(t *testing.T) {
	problems := rapport.Problems(client.Profile{}.Validate())
	require.Len(t, problems, 1)
	assert.Equal(t, rapport.Pointer("/id"), problems[0].Pointer)
	assert.NoError(t, client.Mandate{}.Validate())
}

func TestEveryProblemOfASiteOrAMandateIsNamedAtItsPlace(t *testing.T) {
	err := client.Scorer{}.CheckSite(client.Site{ID: "a site", Setting: "moon", Posts: []client.Activity{{ID: "p-1", Kind: "flying"}, {ID: "p-1", Kind: client.ActivityWork}}})
	assertProblem(t, err, "/id", rapport.CodeMalformedID)
	assertProblem(t, err, "/setting", rapport.CodeUnknownWord)
	assertProblem(t, err, "/posts/0/kind", rapport.CodeUnknownWord)
	assertProblem(t, err, "/posts/1/id", rapport.CodeDuplicateID)

	err = client.Mandate{Client: "a b", OrderedBy: "a b", PaidBy: "a b", Rights: []client.Right{{By: "a b"}}}.Validate()
	for _, at := range []rapport.Pointer{"/client", "/ordered_by", "/paid_by", "/rights/0/by"} {
		assertProblem(t, err, at, rapport.CodeMalformedID)
	}

	err = client.Scorer{}.CheckActivity(client.Activity{Kind: "flying"})
	assertProblem(t, err, "/id", rapport.CodeRequired)
	assertProblem(t, err, "/kind", rapport.CodeUnknownWord)
}

func TestScalesKeepTheirWords(t *testing.T) {
	roomtest.KeepsItsWords(t, "unknown", client.NeedAutonomy)
	roomtest.KeepsItsWords(t, "unknown", client.StrengthLine)
	roomtest.KeepsItsWords(t, "unknown", client.DirectnessDirect)
	roomtest.KeepsItsWords(t, "unknown", client.AssessorAuthority)
	roomtest.KeepsItsWords(t, "unknown", client.SideAuthority)
	roomtest.KeepsItsWords(t, "unknown", client.ProtectsBoth)
	roomtest.KeepsItsWords(t, "unknown", client.DeterrenceIndifferent)
	roomtest.KeepsItsWords(t, "unknown", client.RaiseEverywhere)
	roomtest.KeepsItsWords(t, "unknown", client.BlocksNothing)
	roomtest.KeepsItsWords(t, "unknown", client.AnswerTypeChanges)
	roomtest.KeepsItsWords(t, "unknown", client.FillsDossier)
	roomtest.KeepsItsWords(t, "unknown", client.NeedTypeRelational)
	roomtest.KeepsItsWords(t, "unknown", client.LeverWay)
	roomtest.KeepsItsWords(t, "unknown", client.PartyKindHousehold)
	roomtest.KeepsItsWords(t, "unknown", client.MatterMandate)
	roomtest.KeepsItsWords(t, "unknown", client.TurnChanged)
	roomtest.KeepsItsWords(t, "unknown", client.WeighingRankSum)
	roomtest.KeepsItsWords(t, "unknown", client.RandomIndexDoneganDodd)
}

func TestTreesAreWalkedUpwards(t *testing.T) {
	var s client.Scorer
	assert.Equal(t, []client.Setting{client.SettingVenueGate, client.SettingPublicEvent, client.SettingEvent, client.SettingAnywhere}, s.SettingPath(client.SettingVenueGate))
	assert.Nil(t, s.SettingPath("moon"))
	assert.True(t, s.Lies(client.SettingGym, client.SettingGym))
	assert.False(t, s.Lies(client.SettingGym, client.SettingRestaurant))
	assert.False(t, s.Lies("moon", client.SettingAnywhere))
	assert.True(t, s.ActivityIs(client.ActivityPartyAtHome, client.ActivityHomeLife))
	assert.False(t, s.ActivityIs(client.ActivityHomeLife, client.ActivityPartyAtHome))
	assert.False(t, s.ActivityIs("flying", "flying"))
	assert.Equal(t, client.SettingPark, s.SettingOf(client.Activity{Kind: client.ActivityExercise, Setting: client.SettingPark}))
	assert.Equal(t, client.SettingGym, s.SettingOf(client.Activity{Kind: client.ActivityExercise}))
	assert.Empty(t, s.SettingOf(client.Activity{Kind: "flying"}))
}

func TestActivitiesHappenInTheirWindowsAndOnTheirDay(t *testing.T) {
	monday := on("2027-02-15").Start(now.Location())
	gym := client.Activity{Weekly: []rapport.Hours{window("18:00", "19:00", rapport.DayMon), window("06:30", "08:00", rapport.DayMon, rapport.DayWed)},
		On: rapport.Span{From: monday.AddDate(0, 0, 1), To: monday.AddDate(0, 0, 2)}}
	spans := gym.Between(monday, monday.AddDate(0, 0, 7))
	require.Len(t, spans, 4)
	assert.True(t, slices.IsSortedFunc(spans, func(a, b rapport.Span) int { return a.From.Compare(b.From) }))
	assert.False(t, gym.Over(monday.AddDate(1, 0, 0)), "a routine is never over")
	assert.Empty(t, client.Activity{}.Between(monday, monday.AddDate(0, 0, 7)))
	gym.Weekly = nil
	assert.True(t, gym.Over(monday.AddDate(0, 0, 2)))
	assert.False(t, gym.Over(monday))
}
