package client_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

func TestNeedsAreWeighedByRankOrderCentroid(t *testing.T) {
	cases := []struct {
		name   string
		ranked [][]client.Need
		want   map[client.Need]float64
		yes    int
	}{
		{"four in a row", [][]client.Need{{client.NeedPrivacy}, {client.NeedAutonomy}, {client.NeedProtection}, {client.NeedComfort}},
			map[client.Need]float64{client.NeedPrivacy: 25. / 48, client.NeedAutonomy: 13. / 48, client.NeedProtection: 7. / 48, client.NeedComfort: 3. / 48}, 4},
		{"tied needs share the mean of their places", [][]client.Need{{client.NeedAutonomy, client.NeedPrivacy}, {client.NeedProtection}, {client.NeedComfort}},
			map[client.Need]float64{client.NeedPrivacy: 19. / 48, client.NeedAutonomy: 19. / 48, client.NeedProtection: 7. / 48, client.NeedComfort: 3. / 48}, 4},
		{"unranked needs share what is left", [][]client.Need{{client.NeedComfort}},
			map[client.Need]float64{client.NeedComfort: 25. / 48, client.NeedPrivacy: 23. / 144, client.NeedAutonomy: 23. / 144, client.NeedProtection: 23. / 144}, 1},
		{"nothing ranked weighs the same", nil,
			map[client.Need]float64{client.NeedComfort: .25, client.NeedPrivacy: .25, client.NeedAutonomy: .25, client.NeedProtection: .25}, 0},
		{"an empty place is no place", [][]client.Need{{}, {client.NeedComfort}},
			map[client.Need]float64{client.NeedComfort: 25. / 48, client.NeedPrivacy: 23. / 144, client.NeedAutonomy: 23. / 144, client.NeedProtection: 23. / 144}, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			needs := score(t, client.Profile{ID: "p", Priorities: c.ranked}).Needs
			require.Len(t, needs, 4)
			ranked, sum := 0, 0.0
			for i, n := range needs {
				assert.InDelta(t, c.want[n.Need], n.Weight, 1e-12, "%s", n.Need)
				assert.True(t, i == 0 || needs[i-1].Weight >= n.Weight, "heaviest first")
				sum += n.Weight
				if n.Ranked == rapport.AnswerYes {
					ranked++
				}
			}
			assert.Equal(t, c.yes, ranked)
			assert.InDelta(t, 1, sum, 1e-12)
		})
	}
}

func TestConcernsKeepThePersonsOwnOrder(t *testing.T) {
	s := score(t, msA())
	var ids []rapport.ID
	for _, c := range s.Concerns {
		ids = append(ids, c.Concern)
	}
	assert.Equal(t, []rapport.ID{"k-writer", "k-press", "k-difficult"}, ids)
	assert.InDelta(t, .675, s.Concerns[0].Estimate.Value, 1e-6)
	assert.InDelta(t, .525, s.Concerns[1].Estimate.Value, 1e-6)
	assert.InDelta(t, .425, s.Concerns[2].Estimate.Value, 1e-6)
	assert.Contains(t, codesAt(s.Reasons, "/concerns/k-writer"), client.CodeConcernPrimary)
	for _, r := range s.Reasons {
		assert.NotEqual(t, client.CodeConcernTension, r.Code, "rank and score agree")
	}
}

func TestUnrankedConcernsFollowTheRankedByScore(t *testing.T) {
	p := client.Profile{ID: "p", Concerns: []client.Concern{
		{ID: "k-none", Kind: client.ConcernCrowd},
		{ID: "k-low", Kind: client.ConcernKidnap, Emotion: rapport.LevelLow, Likelihood: rapport.LevelLow, Avoidance: rapport.LevelLow},
		{ID: "k-part", Kind: client.ConcernBurglary, Emotion: rapport.LevelHigh, Likelihood: rapport.LevelHigh},
		{ID: "k-second", Kind: client.ConcernRobbery, Rank: 2, Emotion: rapport.LevelSevere},
		{ID: "k-first", Kind: client.ConcernProtest, Rank: 1, Emotion: rapport.LevelLow},
	}}
	s := score(t, p)
	var ids []rapport.ID
	for _, c := range s.Concerns {
		ids = append(ids, c.Concern)
	}
	assert.Equal(t, []rapport.ID{"k-first", "k-second", "k-part", "k-low", "k-none"}, ids)
	assert.Equal(t, rapport.Estimate{Value: .75, Confidence: .7}, s.Concerns[2].Estimate, "a missing field is left out")
	assert.False(t, s.Concerns[4].Estimate.Known())
	assert.Contains(t, codesAt(s.Reasons, "/concerns/k-second"), client.CodeConcernTension)
	assert.Contains(t, codesAt(s.Reasons, "/concerns/k-part"), client.CodeConcernIncomplete)
}

func TestActivitiesSayHowExposedAndHowPredictableTheyAre(t *testing.T) {
	mon, wed := rapport.DayMon, rapport.DayWed
	cases := []struct {
		name     string
		activity client.Activity
		exposure rapport.Level
		known    rapport.Level
	}{
		{"no pattern is unknown", client.Activity{Kind: client.ActivityShopping}, rapport.LevelModerate, rapport.LevelUnknown},
		{"the same start on two days is high", client.Activity{Kind: client.ActivityExercise, Weekly: []rapport.Hours{window("06:30", "08:00", mon, wed)}}, rapport.LevelModerate, rapport.LevelHigh},
		{"two windows with the same start are the same", client.Activity{Kind: client.ActivityExercise, Weekly: []rapport.Hours{window("06:30", "08:00", mon), window("06:30", "07:00", wed)}}, rapport.LevelModerate, rapport.LevelHigh},
		{"every day at the same time is high", client.Activity{Kind: client.ActivityWalkOrDog, Weekly: []rapport.Hours{window("21:00", "21:30")}}, rapport.LevelModerate, rapport.LevelHigh},
		{"each day at its own time is moderate", client.Activity{Kind: client.ActivityExercise, Weekly: []rapport.Hours{window("06:30", "08:00", mon), window("18:00", "19:00", wed)}}, rapport.LevelModerate, rapport.LevelModerate},
		{"a premiere is announced unless somebody says otherwise", client.Activity{Kind: client.ActivityPremiereOrAward}, rapport.LevelHigh, rapport.LevelHigh},
		{"an unannounced premiere has no pattern", client.Activity{Kind: client.ActivityPremiereOrAward, Announced: rapport.AnswerNo}, rapport.LevelHigh, rapport.LevelUnknown},
		{"an announced dinner with press in a crowd", client.Activity{Kind: client.ActivityDiningOut, Announced: rapport.AnswerYes, Media: rapport.AnswerYes, Crowd: rapport.LevelHigh}, rapport.LevelSevere, rapport.LevelHigh},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			c.activity.ID = "a-1"
			s := score(t, client.Profile{ID: "p", Activities: []client.Activity{c.activity}})
			require.Len(t, s.Activities, 1)
			assert.Equal(t, c.exposure, s.Activities[0].Exposure)
			assert.Equal(t, c.known, s.Activities[0].Predictable)
		})
	}
}

func TestAnEventThatIsOverIsLeftOut(t *testing.T) {
	p := msA()
	later, err := client.Score(p, now.AddDate(0, 0, 12))
	require.NoError(t, err)
	assert.Len(t, score(t, p).Activities, 4)
	assert.Len(t, later.Activities, 3)
}

func TestMissingSaysWhatHasToWait(t *testing.T) {
	s := score(t, client.Profile{ID: "p"})
	var planning []rapport.Path
	for _, m := range s.Missing {
		if m.Blocks == client.BlocksPlanning {
			planning = append(planning, m.Field)
		}
	}
	assert.Equal(t, []rapport.Path{"/activities", "/concerns", "/minor"}, planning)
	missing := func(s client.Scores, field rapport.Path) client.Question {
		i := slices.IndexFunc(s.Missing, func(m client.Missing) bool { return m.Field == field && m.Blocks == client.BlocksChoice })
		if i < 0 {
			return "nothing"
		}
		return s.Missing[i].Ask
	}
	assert.Equal(t, client.QuestionPRank, missing(s, "/priorities"))
	assert.Equal(t, client.QuestionScWorry1, missing(s, "/dimensions/anxiety"))
	assert.Equal(t, client.QuestionPNowInControl, missing(s, "/control"))

	full := score(t, msA())
	for _, known := range []rapport.Path{"/priorities", "/dimensions/anxiety", "/control", "/activities/a-evening"} {
		assert.EqualValues(t, "nothing", missing(full, known), "%s", known)
	}
	assert.Equal(t, client.QuestionVPublicNear, missing(full, "/activities/a-gym"), "no reaction is known at the gym")
	for _, m := range full.Missing {
		assert.NotEmpty(t, codesAt(full.Reasons, m.Field), "%s has a reason", m.Field)
	}
}

func TestOldWorriesAndWishesAreAskedAgainAndLinesAreNot(t *testing.T) {
	p := msA()
	p.PrioritiesOn = on("2027-02-01")
	p.Wishes = append(p.Wishes, client.Wish{ID: "w-line", Kind: client.WishPhotosNever, Strength: client.StrengthLine, On: on("2027-02-01")})
	later, err := client.Score(p, now.AddDate(2, 0, 0))
	require.NoError(t, err)
	assert.Contains(t, codesAt(later.Reasons, "/concerns/k-writer"), client.CodeConcernAskAgain)
	assert.Contains(t, codesAt(later.Reasons, "/wishes/w-fans"), client.CodeWishReadBack)
	assert.Equal(t, []rapport.Code{client.CodePrioritiesReadBack}, codesAt(later.Reasons, "/priorities"))
	assert.Equal(t, score(t, p).Needs, later.Needs, "it counts until it is changed")
	assert.Empty(t, codesAt(later.Reasons, "/wishes/w-line"))
	assert.Empty(t, codesAt(score(t, p).Reasons, "/wishes/w-fans"))
}

func TestTheOrderOfListsChangesNothing(t *testing.T) {
	want := bytesOf(t, score(t, msA()))
	random := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		p := msA()
		shuffle(random, p.Evidence)
		shuffle(random, p.Concerns)
		shuffle(random, p.Activities)
		shuffle(random, p.Reactions)
		shuffle(random, p.Wishes)
		shuffle(random, p.Priorities[0])
		shuffle(random, p.Activities[0].Weekly)
		require.Equal(t, want, bytesOf(t, score(t, p)))
	}
}

func shuffle[T any](random *rand.Rand, list []T) {
	random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

func TestScoringChangesNoInputAndSharesNoMemory(t *testing.T) {
	p := msA()
	s := score(t, p)
	assert.Equal(t, msA(), p)
	before := bytesOf(t, s)
	p.Priorities[0][0] = client.NeedComfort
	p.Evidence[1].Hours.Days = append(p.Evidence[1].Hours.Days, rapport.DayMon)
	p.Activities[0].Weekly[0].Days[0] = rapport.DaySun
	assert.Equal(t, before, bytesOf(t, s))

	days := []rapport.Day{rapport.DayMon}
	p = client.Profile{ID: "p", Evidence: []client.Evidence{{ID: "e", Dimension: client.DimensionAnxiety, Kind: client.EvidenceSaidUnprompted, Level: rapport.LevelHigh, On: on("2027-02-01"), Hours: window("19:00", "00:00", days...)}}}
	s = score(t, p)
	p.Evidence[0].Hours.Days[0] = rapport.DaySun
	assert.Equal(t, rapport.DayMon, s.Dimensions[0].Hours.Days[0])
	s.MadeWith[0].Name = "changed"
	assert.Equal(t, "client", score(t, p).MadeWith[0].Name)
}

func TestListsAreNeverNil(t *testing.T) {
	assert.NotContains(t, bytesOf(t, score(t, client.Profile{ID: "p"})), "null")
	assert.NotContains(t, bytesOf(t, picture(t, client.Threat{ID: "t", Kind: client.ThreatTraffic})), "null")
}

func TestRenamingAnIDChangesNothingButTheID(t *testing.T) {
	before := score(t, msA())
	p := msA()
	i := slices.IndexFunc(p.Reactions, func(r client.Reaction) bool { return r.ID == "r-door" })
	p.Reactions[i].ID = "r-renamed"
	after := score(t, p)
	require.Len(t, after.Control.Restricts, 1)
	assert.Equal(t, rapport.ID("r-renamed"), after.Control.Restricts[0].Reaction)
	after.Control.Restricts[0].Reaction = "r-door"
	for n := range after.Reasons {
		if after.Reasons[n].Subject == "/reactions/r-renamed" {
			after.Reasons[n].Subject = "/reactions/r-door"
		}
	}
	after.Reasons = rapport.SortReasons(after.Reasons)
	assert.Equal(t, before, after)
}

func TestEveryProblemOfAProfileIsNamedAtItsPlace(t *testing.T) {
	p := client.Profile{
		Schema:     "rapport/profile/2",
		ID:         "Ms A",
		Minor:      9,
		Priorities: [][]client.Need{{client.NeedPrivacy}, {client.NeedPrivacy, client.NeedUnknown}},
		Evidence: []client.Evidence{
			{ID: "e-1", Dimension: "courage", Kind: "gossip", Level: 77, On: on("2030-01-01"), Setting: "moon"},
			{ID: "e-1", Hours: rapport.Hours{From: rapport.MustClock("19:00")}},
		},
		Concerns:   []client.Concern{{ID: "k-1", Kind: "ghosts", Rank: -1, Emotion: 77, Likelihood: 77, Avoidance: 77, On: on("2030-01-01")}},
		Activities: []client.Activity{{ID: "a-1", Kind: "flying", Setting: "moon", Announced: 9, Crowd: 9, Media: 9, Children: 9, On: rapport.Span{From: now, To: now.Add(-1)}, Weekly: []rapport.Hours{{}}}},
		Reactions:  []client.Reaction{{ID: "r-1", Element: "halo", Setting: "moon", Feeling: 99, On: on("2030-01-01")}, {ID: "r-2", Element: client.ElementDogPatrol, Setting: client.SettingHome}},
		Wishes:     []client.Wish{{ID: "w-1", Kind: "wings", Setting: "moon", Strength: 99, On: on("2030-01-01")}, {ID: "w-2", Kind: client.WishPets}},
		Extensions: rapport.Extensions{"plain": []byte("1")},
	}
	s, err := client.Score(p, now)
	require.Error(t, err)
	assert.Zero(t, s)
	assert.NotContains(t, err.Error(), "moon")
	assert.NotContains(t, err.Error(), "Ms A")
	for _, want := range []struct {
		at   rapport.Pointer
		code rapport.Code
	}{
		{"/schema", rapport.CodeSchemaNewer}, {"/id", rapport.CodeMalformedID}, {"/minor", rapport.CodeOutOfRange},
		{"/priorities/1/0", client.CodeRankedTwice}, {"/priorities/1/1", rapport.CodeOutOfRange},
		{"/evidence/0/dimension", rapport.CodeUnknownWord}, {"/evidence/0/kind", rapport.CodeUnknownWord}, {"/evidence/0/setting", rapport.CodeUnknownWord},
		{"/evidence/0/level", rapport.CodeOutOfRange}, {"/evidence/0/on", rapport.CodeAfterMoment},
		{"/evidence/1/id", rapport.CodeDuplicateID}, {"/evidence/1/dimension", rapport.CodeRequired}, {"/evidence/1/level", rapport.CodeRequired}, {"/evidence/1/on", rapport.CodeRequired}, {"/evidence/1/hours/to", rapport.CodeRequired},
		{"/concerns/0/kind", rapport.CodeUnknownWord}, {"/concerns/0/rank", rapport.CodeOutOfRange}, {"/concerns/0/emotion", rapport.CodeOutOfRange}, {"/concerns/0/likelihood", rapport.CodeOutOfRange}, {"/concerns/0/avoidance", rapport.CodeOutOfRange}, {"/concerns/0/on", rapport.CodeAfterMoment},
		{"/activities/0/kind", rapport.CodeUnknownWord}, {"/activities/0/setting", rapport.CodeUnknownWord}, {"/activities/0/announced", rapport.CodeOutOfRange}, {"/activities/0/crowd", rapport.CodeOutOfRange}, {"/activities/0/media", rapport.CodeOutOfRange}, {"/activities/0/children", rapport.CodeOutOfRange}, {"/activities/0/on", rapport.CodeReversedSpan}, {"/activities/0/weekly/0/from", rapport.CodeRequired},
		{"/reactions/0/element", rapport.CodeUnknownWord}, {"/reactions/0/setting", rapport.CodeUnknownWord}, {"/reactions/0/feeling", rapport.CodeOutOfRange}, {"/reactions/0/on", rapport.CodeAfterMoment}, {"/reactions/1/feeling", rapport.CodeRequired}, {"/reactions/1/on", rapport.CodeRequired},
		{"/wishes/0/kind", rapport.CodeUnknownWord}, {"/wishes/0/setting", rapport.CodeUnknownWord}, {"/wishes/0/strength", rapport.CodeOutOfRange}, {"/wishes/0/on", rapport.CodeAfterMoment}, {"/wishes/1/strength", rapport.CodeRequired},
		{"/extensions", rapport.CodeMalformedWord},
	} {
		assertProblem(t, err, want.at, want.code)
	}
}

func TestAMomentIsNeeded(t *testing.T) {
	_, err := client.Score(msA(), time.Time{})
	problems := rapport.Problems(err)
	require.Len(t, problems, 1)
	assertProblem(t, err, "", rapport.CodeNoMoment)
	_, err = client.Scorer{}.Picture(client.Threat{ID: "t", Kind: client.ThreatTraffic}, time.Time{})
	assertProblem(t, err, "", rapport.CodeNoMoment)
}

func assertProblem(t *testing.T, err error, at rapport.Pointer, code rapport.Code) {
	t.Helper()
	assert.True(t, slices.ContainsFunc(rapport.Problems(err), func(p *rapport.FieldError) bool { return p.Pointer == at && p.Code == code }), "%s at %q in:\n%v", code, at, err)
}
