package client_test

import (
	"slices"
	"strings"
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

	err = client.Mandate{Client: "a b", OrderedBy: "a b", PaidBy: "a b", AcceptsRisk: "a b"}.Validate()
	for _, at := range []rapport.Pointer{"/client", "/ordered_by", "/paid_by", "/accepts_risk"} {
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
	roomtest.KeepsItsWords(t, "unknown", client.BlocksChoice)
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

// TestEveryCodeIsListedAndEmitted collects what the verbs say on inputs that bring every reason and
// every error of this package about.
func TestEveryCodeIsListedAndEmitted(t *testing.T) {
	emitted := map[rapport.Code]bool{}
	hear := func(reasons []rapport.Reason) {
		for _, r := range reasons {
			emitted[r.Code] = true
			assert.NotContains(t, r.Text, "{", "%s", r.Code)
			_, listed := rapport.FindCode(client.Codes(), r.Code)
			assert.True(t, listed, "%s", r.Code)
		}
	}
	p := msA()
	p.Concerns[0].Emotion, p.Concerns[0].Avoidance = rapport.LevelSevere, rapport.LevelSevere
	p.Concerns = append(p.Concerns, client.Concern{ID: "k-more", Kind: client.ConcernCrowd, Emotion: rapport.LevelLow})
	p.Evidence = append(p.Evidence,
		client.Evidence{ID: "e-right", Dimension: client.DimensionAnxiety, Kind: client.EvidenceOwnCorrection, Level: rapport.LevelLow, On: on("2027-02-10")},
		client.Evidence{ID: "e-payer", Dimension: client.DimensionSocialOpenness, Kind: client.EvidencePayerSaid, Level: rapport.LevelLow, On: on("2027-02-10")})
	p.Activities = append(p.Activities,
		client.Activity{ID: "a-dinner", Kind: client.ActivityDiningOut, Announced: rapport.AnswerYes, Media: rapport.AnswerYes},
		client.Activity{ID: "a-worship", Kind: client.ActivityWorship, Weekly: []rapport.Hours{window("10:00", "11:00", rapport.DaySun)}})
	hear(score(t, p).Reasons)
	hear(score(t, client.Profile{ID: "p"}).Reasons)
	later, err := client.Score(p, now.AddDate(3, 0, 0))
	require.NoError(t, err)
	hear(later.Reasons)

	approach := client.Contact{ID: "c-2", Kind: client.ContactApproach, At: now}
	letter := client.Contact{ID: "c-3", Kind: client.ContactLetter, At: now}
	late := writer()
	late.ReviewOn = on("2027-02-01")
	hear(picture(t, late, lobby(), note(), approach, letter).Reasons)
	hear(picture(t, client.Threat{ID: "t", Kind: client.ThreatTraffic}).Reasons)

	refused := func(err error) {
		require.Error(t, err)
		for _, problem := range rapport.Problems(err) {
			emitted[problem.Code] = true
			_, listed := rapport.FindCode(client.Codes(), problem.Code)
			assert.Equal(t, strings.HasPrefix(string(problem.Code), "client/"), listed, "%s", problem.Code)
		}
	}
	refused(client.Profile{ID: "p", Priorities: [][]client.Need{{client.NeedPrivacy, client.NeedPrivacy}}, Wishes: make([]client.Wish, client.MaxWishes+1)}.Validate())
	_, err = client.NewScorer(client.Config{Packs: []client.Catalogue{{Name: "loop.example/words", Version: "1",
		Settings: []client.SettingEntry{{ID: "loop.example/a", Parent: "loop.example/a", EN: words}}}}})
	refused(err)

	for _, entry := range client.Codes() {
		assert.True(t, emitted[entry.ID], "%s is never said", entry.ID)
	}
}
