package client_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

func compare(t *testing.T, before, after client.Profile) []client.Difference {
	t.Helper()
	c, err := client.Scorer{}.Compare(before, after, now)
	require.NoError(t, err)
	return c.Differences
}

func TestTheSameProfileDiffersInNothing(t *testing.T) {
	assert.Empty(t, compare(t, msA(), msA()))
	assert.NotNil(t, compare(t, msA(), msA()))
	p := msA()
	slices.Reverse(p.Concerns)
	slices.Reverse(p.Reactions)
	assert.Empty(t, compare(t, msA(), p), "the order of lists says nothing")
}

func TestEachChangeIsListedWithItsDayInASentence(t *testing.T) {
	cases := []struct {
		name   string
		change func(*client.Profile)
		turn   client.Turn
		code   rapport.Code
		at     rapport.Path
		on     string
		says   string
	}{
		{"a need that weighs more", func(p *client.Profile) {
			p.Priorities, p.PrioritiesOn = [][]client.Need{{client.NeedProtection}, {client.NeedPrivacy, client.NeedAutonomy}}, on("2027-02-10")
		}, client.TurnMore, client.CodeDiffersNeed, "/priorities/protection", "2027-02-10", "protection weighs more"},
		{"a dimension that reads otherwise", func(p *client.Profile) {
			p.Evidence = append(p.Evidence, client.Evidence{ID: "e-new", Dimension: client.DimensionSocialOpenness, Kind: client.EvidenceSaidUnprompted, Level: rapport.LevelSevere, On: on("2027-02-09")})
		}, client.TurnChanged, client.CodeDiffersDimension, "/dimensions/social-openness", "2027-02-09", "was unknown, is high"},
		{"a worry that weighs less", func(p *client.Profile) {
			i := slices.IndexFunc(p.Concerns, func(k client.Concern) bool { return k.ID == "k-writer" })
			p.Concerns[i].Emotion, p.Concerns[i].On = rapport.LevelLow, on("2027-02-08")
		}, client.TurnLess, client.CodeDiffersConcern, "/concerns/k-writer", "2027-02-08", "less than before"},
		{"a new worry", func(p *client.Profile) {
			p.Concerns = append(p.Concerns, client.Concern{ID: "k-new", Kind: client.ConcernCrowd, On: on("2027-02-07")})
		}, client.TurnNew, client.CodeDiffersConcernNew, "/concerns/k-new", "2027-02-07", "A new worry"},
		{"a worry that is gone", func(p *client.Profile) {
			p.Concerns = slices.DeleteFunc(p.Concerns, func(k client.Concern) bool { return k.ID == "k-press" })
		}, client.TurnGone, client.CodeDiffersConcernGone, "/concerns/k-press", "", "gone"},
		{"another first worry", func(p *client.Profile) {
			for i, k := range p.Concerns {
				p.Concerns[i].Rank = map[rapport.ID]int{"k-press": 1, "k-writer": 2, "k-difficult": 3}[k.ID]
			}
		}, client.TurnChanged, client.CodeDiffersConcernFirst, "/concerns/k-press", "2027-02-01", "first worry is now"},
		{"a need that is not met any more", func(p *client.Profile) {
			p.Needs = []client.NeedRecord{{Kind: client.NeedKindSafeHome, Met: rapport.AnswerNo, On: on("2027-02-06")}}
		}, client.TurnLess, client.CodeDiffersNeedUnmet, "/needs/safe-home", "2027-02-06", "not met"},
		{"a need that is met", func(p *client.Profile) {
			p.Needs = []client.NeedRecord{{Kind: client.NeedKindSafeHome, Met: rapport.AnswerYes, On: on("2027-02-06")}}
		}, client.TurnMore, client.CodeDiffersNeedMet, "/needs/safe-home", "2027-02-06", "now met"},
		{"a feeling that has turned", func(p *client.Profile) {
			p.Reactions = append(p.Reactions, client.Reaction{ID: "r-now", Element: client.ElementGuardPostUniform, Setting: client.SettingHome, Feeling: rapport.FeelingPlus1, On: on("2027-02-10")})
		}, client.TurnMore, client.CodeDiffersFeeling, "/reactions/r-now", "2027-02-10", "was -2"},
		{"a feeling that was not known", func(p *client.Profile) {
			p.Reactions = append(p.Reactions, client.Reaction{ID: "r-now", Element: client.ElementDogPatrol, Setting: client.SettingHome, Feeling: rapport.FeelingPlus1, On: on("2027-02-10")})
		}, client.TurnNew, client.CodeDiffersFeelingNew, "/reactions/r-now", "2027-02-10", "feels +1"},
		{"a wish that binds more", func(p *client.Profile) { p.Wishes[1].Strength, p.Wishes[1].On = client.StrengthLine, on("2027-02-10") }, client.TurnMore, client.CodeDiffersWish, "/wishes/w-fans", "2027-02-10", "was wish and is line"},
		{"a new wish", func(p *client.Profile) {
			p.Wishes = append(p.Wishes, client.Wish{ID: "w-new", Kind: client.WishPets, Strength: client.StrengthWish, On: on("2027-02-10")})
		}, client.TurnNew, client.CodeDiffersWishNew, "/wishes/w-new", "2027-02-10", "A new wish"},
		{"a wish that is gone", func(p *client.Profile) { p.Wishes = p.Wishes[:1] }, client.TurnGone, client.CodeDiffersWishGone, "/wishes/w-fans", "", "gone"},
		{"an activity at another hour", func(p *client.Profile) {
			p.Activities[0].Weekly = []rapport.Hours{window("07:45", "09:00", rapport.DayMon, rapport.DayWed, rapport.DayFri)}
		}, client.TurnChanged, client.CodeDiffersActivity, "/activities/a-gym", "", "another place or time"},
		{"a routine that can be waited for less", func(p *client.Profile) {
			p.Activities[0].Routine = client.Routine{Planned: 12, Kept: 12, Within: 120, Place: 6, Way: 6, Until: on("2027-02-10")}
		}, client.TurnLess, client.CodeDiffersRoutine, "/activities/a-gym", "2027-02-10", "was high, is low"},
		{"a new activity", func(p *client.Profile) {
			p.Activities = append(p.Activities, client.Activity{ID: "a-new", Kind: client.ActivityShopping})
		}, client.TurnNew, client.CodeDiffersActivityNew, "/activities/a-new", "", "New in their days"},
		{"an activity that is gone", func(p *client.Profile) { p.Activities = p.Activities[1:] }, client.TurnGone, client.CodeDiffersActivityGone, "/activities/a-gym", "", "No longer"},
		{"a change in life", func(p *client.Profile) {
			p.Changes = []client.LifeChange{{ID: "c-1", Kind: client.ChangePublicProfileUp, On: on("2027-04-18")}}
		}, client.TurnNew, client.CodeDiffersLife, "/changes/c-1", "2027-04-18", "2027-04-18"},
		{"a voice of their own", func(p *client.Profile) { p.Minor, p.Heard = rapport.AnswerYes, rapport.AnswerYes }, client.TurnChanged, client.CodeDiffersVoice, "/heard", "", "speak for themselves"},
		{"other guardians", func(p *client.Profile) { p.Guardians = []rapport.ID{"mother"} }, client.TurnChanged, client.CodeDiffersGuardians, "/guardians", "", "decides"},
		{"a new dependant", func(p *client.Profile) { p.Dependants = []rapport.ID{"baby"} }, client.TurnChanged, client.CodeDiffersDependants, "/dependants", "", "depends"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			after := msA()
			c.change(&after)
			i := slices.IndexFunc(compare(t, msA(), after), func(d client.Difference) bool { return d.Reason.Code == c.code && d.Reason.Subject == c.at })
			require.GreaterOrEqual(t, i, 0, "%v", compare(t, msA(), after))
			d := compare(t, msA(), after)[i]
			assert.Equal(t, c.turn, d.Turn)
			want := rapport.Date{}
			if c.on != "" {
				want = on(c.on)
			}
			assert.Equal(t, want, d.On)
			assert.Contains(t, d.Reason.Text, c.says)
		})
	}
}

func TestTheLatestDifferenceStandsFirst(t *testing.T) {
	after := msA()
	after.Concerns = append(after.Concerns, client.Concern{ID: "k-new", Kind: client.ConcernCrowd, On: on("2027-02-07")})
	after.Wishes = append(after.Wishes, client.Wish{ID: "w-new", Kind: client.WishPets, Strength: client.StrengthWish, On: on("2027-02-10")})
	list := compare(t, msA(), after)
	assert.Equal(t, rapport.Path("/wishes/w-new"), list[0].Reason.Subject)
	assert.True(t, slices.IsSortedFunc(list, func(a, b client.Difference) int { return b.On.Compare(a.On) }))
}

func TestOnlyVersionsOfOnePersonInTheirOrderAreCompared(t *testing.T) {
	older, newer := msA(), msA()
	older.Version, newer.ID = 2, "mr-b"
	_, err := client.Scorer{}.Compare(older, newer, now)
	assertProblem(t, err, "/after/id", rapport.CodeUnknownID)
	assertProblem(t, err, "/after/version", rapport.CodeOutOfRange)
	older.Concerns[0].Kind, newer.Concerns[0].Kind = "ghosts", "ghosts"
	_, err = client.Scorer{}.Compare(older, newer, now)
	assertProblem(t, err, "/before/concerns/0/kind", rapport.CodeUnknownWord)
	assertProblem(t, err, "/after/concerns/0/kind", rapport.CodeUnknownWord)
}
