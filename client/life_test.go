package client_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

func TestChangesInLifeSayWhatToAskByWhen(t *testing.T) {
	change := func(kind client.LifeChangeKind, day string) client.Profile {
		return client.Profile{ID: "p", Changes: []client.LifeChange{{ID: "c-1", Kind: kind, On: on(day)}}}
	}
	cases := []struct {
		name    string
		profile client.Profile
		by      string
		due     rapport.Answer
	}{
		{"ahead and far: the day before, not yet due", change(client.ChangeNewHome, "2027-04-01"), "2027-03-31", rapport.AnswerNo},
		{"ahead and near: the day before, due two weeks ahead", change(client.ChangeNewHome, "2027-02-20"), "2027-02-19", rapport.AnswerYes},
		{"heard of too late: within a week", change(client.ChangeNewHome, "2027-02-10"), "2027-02-17", rapport.AnswerYes},
		{"a separation: the same day", change(client.ChangeSeparationOrDivorce, "2027-02-10"), "2027-02-10", rapport.AnswerYes},
		{"a new hobby: at the next review", change(client.ChangeNewHobbyOrRoutine, "2027-02-10"), "2027-03-12", rapport.AnswerYes},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := score(t, c.profile)
			require.Len(t, s.Changes, 1)
			assert.Equal(t, on(c.by), s.Changes[0].By)
			assert.Equal(t, c.due, s.Changes[0].Due)
			assert.NotEmpty(t, s.Changes[0].Asks)
			assert.NotEmpty(t, codesAt(s.Reasons, "/changes/c-1"))
		})
	}
	assert.Empty(t, score(t, change(client.ChangeNewHome, "2026-08-01")).Changes, "what is long back is done with")
}

func TestNeedsAreKeptByTypeWithThoseNotServed(t *testing.T) {
	p := msA()
	p.Needs = []client.NeedRecord{
		{Kind: client.NeedKindSafeHome, Met: rapport.AnswerNo, On: on("2027-02-05")},
		{Kind: client.NeedKindJoyKept, Met: rapport.AnswerYes, On: on("2027-02-05"), Words: "the gym, and coffee after"},
		{Kind: client.NeedKindKnowWhy, Met: rapport.AnswerYes, On: on("2026-07-01")},
		{Kind: client.NeedKindSomeoneToCall, On: on("2027-02-05")},
	}
	s := score(t, p)
	unserved := s.Unserved(client.NeedTypePhysical)
	require.Len(t, unserved, 1)
	assert.Equal(t, client.NeedKindSafeHome, unserved[0].Kind)
	assert.Equal(t, []rapport.ID{"k-writer"}, unserved[0].Concerns, "it lies behind the first worry")
	assert.Empty(t, s.Unserved(client.NeedTypeEmotional))
	met := map[client.NeedKind]rapport.Answer{}
	types := map[client.NeedType]bool{}
	for i, n := range s.Wants {
		met[n.Kind], types[n.Type] = n.Met, true
		assert.True(t, i == 0 || int(s.Wants[i-1].Type) <= int(n.Type), "by type")
	}
	assert.Len(t, types, 4, "all four kinds of good are there")
	assert.Equal(t, rapport.AnswerYes, met[client.NeedKindJoyKept])
	assert.Equal(t, rapport.AnswerUnsaid, met[client.NeedKindKnowWhy], "said too long ago")
	assert.Equal(t, rapport.AnswerUnsaid, met[client.NeedKindSafeWay], "behind a worry, and nobody has asked")
	assert.Contains(t, codesAt(s.Reasons, "/needs/know-why"), client.CodeNeedTooOld)

	p.Concerns = nil
	for _, n := range score(t, p).Wants {
		assert.Empty(t, n.Concerns, "without worries nothing presses")
	}
}

func TestAWorryToldBySomebodyElseHasToBeAsked(t *testing.T) {
	p := msA()
	p.Concerns[0].Source = client.EvidenceAssistantSaid
	s := score(t, p)
	assert.Contains(t, codesAt(s.Reasons, "/concerns/k-difficult"), client.CodeConcernHearsay)
	assert.Contains(t, s.Missing, client.Missing{Field: "/concerns/k-difficult", Blocks: client.BlocksChoice, Ask: client.QuestionWAny})
	p.Concerns[0].Source = client.EvidenceOwnCorrection
	assert.NotContains(t, codesAt(score(t, p).Reasons, "/concerns/k-difficult"), client.CodeConcernHearsay)
}

func TestAWorrySaysSinceWhenForWhomAndWhatIsDoneWithout(t *testing.T) {
	p := msA()
	p.Concerns[1].Since, p.Concerns[1].Avoids, p.Concerns[1].About = on("2026-08-10"), "the lift", []rapport.ID{"sister"}
	var said []string
	for _, r := range score(t, p).Reasons {
		if r.Subject == "/concerns/k-writer" && r.Weight == 1 {
			said = append(said, r.Text)
		}
	}
	assert.Equal(t, []string{"It is about somebody else: sister.", "Because of it they do without: the lift.", "It has been there since 2026-08-10."}, said)
}

func TestNoWorriesIsAnAnswer(t *testing.T) {
	planning := func(p client.Profile) (fields []rapport.Path) {
		for _, m := range score(t, p).Missing {
			if m.Blocks == client.BlocksPlanning {
				fields = append(fields, m.Field)
			}
		}
		return fields
	}
	assert.Contains(t, planning(client.Profile{ID: "p"}), rapport.Path("/concerns"))
	assert.NotContains(t, planning(client.Profile{ID: "p", Worried: rapport.AnswerNo}), rapport.Path("/concerns"))
	assert.Contains(t, planning(client.Profile{ID: "p", Minor: rapport.AnswerYes, Heard: rapport.AnswerYes}), rapport.Path("/guardians"))
	small := client.Profile{ID: "p", Minor: rapport.AnswerYes, Heard: rapport.AnswerNo, Guardians: []rapport.ID{"mother"}}
	assert.Equal(t, []rapport.Path{"/activities"}, planning(small), "a small child is talked with, not questioned")
	assert.Contains(t, score(t, small).Missing, client.Missing{Field: "/concerns", Blocks: client.BlocksChoice, Ask: client.QuestionKNotLiked}, "in words for a small child")
	for _, m := range score(t, small).Missing {
		assert.NotContains(t, string(m.Field), "/dimensions", "and is asked no scales")
	}
	assertProblem(t, client.Scorer{}.CheckProfile(client.Profile{ID: "p", Worried: rapport.AnswerNo, Concerns: msA().Concerns}), "/worried", rapport.CodeOutOfRange)
}

func judged(of rapport.Path, level rapport.Level) client.Override {
	return client.Override{ID: "o-1", Of: of, Level: level, By: "lead", Reason: "seen it three evenings in a row", On: on("2027-02-10"), Until: on("2027-02-20")}
}

func TestAJudgementStandsInForAScoreUntilItEnds(t *testing.T) {
	p := msA()
	p.Overrides = []client.Override{judged("/activities/a-gym/exposure", rapport.LevelHigh)}
	s := score(t, p)
	gym, _ := s.Activity("a-gym")
	assert.Equal(t, rapport.LevelHigh, gym.Exposure)
	assert.Equal(t, []rapport.ID{"o-1"}, gym.Overridden)
	i := indexOf(s.Reasons, client.CodeOverrideCounts)
	require.GreaterOrEqual(t, i, 0)
	assert.Contains(t, s.Reasons[i].Text, "three evenings")

	p.Overrides = []client.Override{judged("/activities/a-gym/predictable", rapport.LevelLow)}
	gym, _ = score(t, p).Activity("a-gym")
	assert.Equal(t, rapport.LevelLow, gym.Predictable)

	p.Overrides = []client.Override{judged("/dimensions/need-for-control", rapport.LevelLow)}
	row, _ := score(t, p).Dimension(client.DimensionNeedForControl, client.SettingAnywhere, now)
	assert.Equal(t, rapport.LevelLow, row.Band)
	assert.Equal(t, rapport.ID("o-1"), row.Override)
	evening, _ := score(t, p).Dimension(client.DimensionAnxiety, client.SettingHome, now)
	assert.Equal(t, rapport.LevelHigh, evening.Band, "no other score is touched")

	later, err := client.Score(p, time.Date(2027, time.February, 21, 9, 0, 0, 0, time.UTC))
	require.NoError(t, err)
	row, _ = later.Dimension(client.DimensionNeedForControl, client.SettingAnywhere, now)
	assert.Equal(t, rapport.LevelHigh, row.Band, "the score counts again")
	assert.GreaterOrEqual(t, indexOf(later.Reasons, client.CodeOverrideEnded), 0)
}

func TestAJudgementNeedsAnAuthorAReasonAndAnEnd(t *testing.T) {
	p := msA()
	p.Overrides = []client.Override{
		{ID: "o-1"},
		{ID: "o-2", Of: "/activities/nothing/exposure", Level: rapport.LevelLow, By: "lead", Reason: "Mr Smith said so", On: on("2027-02-10"), Until: on("2027-02-09")},
		judged("/dimensions/courage", rapport.LevelHigh),
		{ID: "o-4", Of: "/needs", Level: 99, By: "a lead", Reason: "a reason", On: on("2027-02-10"), Until: on("2027-02-20")},
	}
	p.Overrides[2].ID = "o-3"
	again := judged("/dimensions/anxiety", rapport.LevelHigh)
	again.ID = "o-5"
	other := again
	other.ID = "o-6"
	p.Overrides = append(p.Overrides, again, other)
	_, err := client.Score(p, now)
	for pointer, code := range map[rapport.Pointer]rapport.Code{
		"/overrides/0/of": rapport.CodeRequired, "/overrides/0/level": rapport.CodeRequired, "/overrides/0/by": rapport.CodeRequired, "/overrides/0/reason": rapport.CodeRequired,
		"/overrides/0/on": rapport.CodeRequired, "/overrides/0/until": rapport.CodeRequired,
		"/overrides/1/of": rapport.CodeUnknownID, "/overrides/1/reason": client.CodeIdentifies, "/overrides/1/until": rapport.CodeOutOfRange,
		"/overrides/2/of": rapport.CodeUnknownWord, "/overrides/3/of": rapport.CodeUnknownID, "/overrides/3/level": rapport.CodeOutOfRange, "/overrides/3/by": rapport.CodeMalformedID,
		"/overrides/5": client.CodeOverriddenTwice,
	} {
		assertProblem(t, err, pointer, code)
	}
}

func TestOwnWordsHoldNothingThatSomebodyCanBeFoundBy(t *testing.T) {
	for text, refused := range map[string]bool{
		"like a prison": false, "I listen to every step on the stairs after 19:00": false, "Ms A's words": false, "since 2026-11-01": false,
		"write to anna@home.example": true, "see https://a.example": true, "www.example": true, "call 0171 2345678": true, "(030) 123456": true,
		"Mr Smith stood there": true, "Dr. Who": true, "Mr B": false, "in Baker Street 221": true, "at 12 Acacia Avenue": true, "a quiet street": false, "10 streets on": false,
	} {
		err := client.Concern{ID: "k", Kind: client.ConcernCrowd, Words: text}.Validate()
		assert.Equal(t, refused, rapport.HasCode(err, client.CodeIdentifies), "%q", text)
		if err != nil {
			assert.NotContains(t, err.Error(), text)
		}
	}
	long := make([]byte, client.MaxWords+1)
	for i := range long {
		long[i] = 'a'
	}
	assert.True(t, rapport.HasCode(client.Wish{ID: "w", Kind: client.WishPets, Strength: client.StrengthWish, Words: string(long)}.Validate(), client.CodeTooLarge))
}
