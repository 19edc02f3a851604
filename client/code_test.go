package client_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

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
	hearLife(t, hear)
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
	for _, err := range badLife(t) {
		refused(err)
	}
	_, err = client.NewScorer(client.Config{Packs: []client.Catalogue{{Name: "loop.example/words", Version: "1",
		Settings: []client.SettingEntry{{ID: "loop.example/a", Parent: "loop.example/a", EN: words}}}}})
	refused(err)

	for _, entry := range client.Codes() {
		assert.True(t, emitted[entry.ID], "%s is never said", entry.ID)
	}
}

// hearLife brings about what the verbs say of routines, control, needs, changes, overrides, decisions,
// intakes, comparisons, contrasts and proposals.
func hearLife(t *testing.T, hear func([]rapport.Reason)) {
	t.Helper()
	p := msA()
	p.Activities[0].Routine = countedGym().Routine
	p.Activities = append(p.Activities, client.Activity{ID: "a-few", Kind: client.ActivityShopping, Pattern: client.PatternMonthly, Routine: client.Routine{Planned: 2, Kept: 1, Until: on("2027-02-01")}})
	p.Control = client.Control{InHand: 9, On: on("2027-02-01")}
	p.PrioritiesOn = on("2025-02-01")
	p.Reactions[0].Until = on("2027-02-05")
	p.Concerns[0].Source = client.EvidenceAssistantSaid
	p.Concerns[1].Since, p.Concerns[1].Avoids, p.Concerns[1].About = on("2026-08-10"), "the lift", []rapport.ID{"sister"}
	p.Evidence[3].Level, p.Evidence[3].Scale = rapport.LevelUnknown, client.Scale{For: []int{5}, Against: []int{5}}
	p.Needs = []client.NeedRecord{{Kind: client.NeedKindSafeHome, Met: rapport.AnswerNo, On: on("2027-02-05")}, {Kind: client.NeedKindJoyKept, Met: rapport.AnswerYes, On: on("2027-02-05")}, {Kind: client.NeedKindKnowWhy, Met: rapport.AnswerYes, On: on("2026-01-05")}}
	p.Changes = []client.LifeChange{{ID: "c-1", Kind: client.ChangeNewHome, On: on("2027-05-01")}, {ID: "c-2", Kind: client.ChangeBereavement, On: on("2027-02-05")}}
	ended := judged("/dimensions/image-concern", rapport.LevelHigh)
	ended.ID, ended.On, ended.Until = "o-2", on("2027-01-01"), on("2027-01-02")
	p.Overrides = []client.Override{judged("/dimensions/anxiety", rapport.LevelHigh), ended}
	hear(score(t, p).Reasons)
	hear(scoreAt(t, guarded(), dayThree).Reasons)
	near := guarded()
	near.Reactions[0].Until = on("2027-02-04")
	hear(scoreAt(t, near, dayThree).Reasons)
	hear(score(t, client.Profile{ID: "p", Minor: rapport.AnswerYes}).Reasons)

	adult, child := client.Profile{ID: "p", Minor: rapport.AnswerNo}, client.Profile{ID: "q", Guardians: []rapport.ID{"g"}}
	m := client.Mandate{PaidBy: "payer", Rights: []client.Right{{Matter: client.MatterBelowFloor, By: "b"}}}
	for _, matter := range []client.Matter{client.MatterBelowFloor, client.MatterCost, client.MatterMandate, client.MatterDay} {
		hear(m.Decides(matter, adult).Reasons)
		hear(m.Decides(matter, child).Reasons)
	}
	for _, d := range compare(t, client.Profile{ID: "ms-a"}, p) {
		hear([]rapport.Reason{d.Reason})
	}
	for _, d := range compare(t, msA(), differentMsA()) {
		hear([]rapport.Reason{d.Reason})
	}
	hearContrasts(t, hear)
	hear(propose(t, adult, client.Interaction{ID: "i-1", Kind: client.InteractionSeemsInPain, On: on("2027-02-10")}).Reasons)
	hear(propose(t, adult, client.Interaction{ID: "i-1", Kind: client.InteractionMindsGuardAtDoor, On: on("2027-02-10")}).Reasons)
	hearIntake(t, hear)
}

// differentMsA differs from Ms A in everything that a comparison looks at.
func differentMsA() client.Profile {
	p := msA()
	p.Priorities = [][]client.Need{{client.NeedComfort}}
	p.Minor, p.Heard, p.Guardians, p.Dependants = rapport.AnswerYes, rapport.AnswerYes, []rapport.ID{"g"}, []rapport.ID{"d"}
	p.Concerns[1].Emotion, p.Concerns[2].Kind, p.Concerns[1].Rank, p.Concerns[2].Rank = rapport.LevelNone, client.ConcernCrowd, 2, 1
	p.Concerns = append(p.Concerns[1:], client.Concern{ID: "k-new", Kind: client.ConcernKidnap})
	p.Needs = []client.NeedRecord{{Kind: client.NeedKindSafeHome, Met: rapport.AnswerNo, On: on("2027-02-05")}, {Kind: client.NeedKindJoyKept, Met: rapport.AnswerYes, On: on("2027-02-05")}}
	p.Reactions = append(p.Reactions, client.Reaction{ID: "r-1", Element: client.ElementGuardPostUniform, Setting: client.SettingHome, Feeling: rapport.FeelingPlus1, On: on("2027-02-10")})
	p.Wishes = []client.Wish{{ID: "w-fans", Kind: client.WishFansGreeted, Strength: client.StrengthLine}, {ID: "w-new", Kind: client.WishPets, Strength: client.StrengthWish}}
	p.Activities[0].Weekly = nil
	p.Activities = append(p.Activities[:3], client.Activity{ID: "a-new", Kind: client.ActivityShopping})
	p.Changes = []client.LifeChange{{ID: "c-1", Kind: client.ChangeNewHome, On: on("2027-05-01")}}
	return p
}

func hearContrasts(t *testing.T, hear func([]rapport.Reason)) {
	t.Helper()
	assumed := writer()
	assumed.Level, assumed.Intent = rapport.LevelHigh, rapport.LevelNone
	assumed.Assumptions = []client.Assumption{{ID: "as-1", Text: "the order holds"}, {ID: "as-2", Text: "no car", Holds: rapport.AnswerNo}}
	hear(picture(t, assumed).Reasons)
	press := client.Threat{ID: "t-press", Kind: client.ThreatMediaIntrusion, Level: rapport.LevelModerate, AssessedAt: now.AddDate(0, 0, -9)}
	calm := afraid(rapport.LevelLow)
	calm.Concerns[0].Likelihood = rapport.LevelSevere
	for _, c := range []client.Contrast{contrast(t, msA(), press), contrast(t, calm, burglar(rapport.LevelLow), writer()), contrast(t, client.Profile{ID: "p"}, writer())} {
		for _, row := range c.Rows {
			hear(row.Reasons)
		}
	}
}

// hearIntake brings about what an intake says.
func hearIntake(t *testing.T, hear func([]rapport.Reason)) {
	t.Helper()
	var s client.Scorer
	day := on("2027-02-01")
	sheets := []client.Sheet{
		{Principal: "p", Replies: []client.Reply{{Question: client.QuestionPRank, On: day, Declined: rapport.AnswerYes}, {Question: client.QuestionHBeforeBad, On: day, Words: "too near"},
			{Question: client.QuestionSAgeBand, On: day, Choices: []client.ChoiceWord{"adult"}}, {Question: client.QuestionPPairs, On: day, Pairs: comparisons()[:2]}}},
		{Principal: "p", Replies: []client.Reply{{Question: client.QuestionSWhoAnswers, On: day, Choices: []client.ChoiceWord{"assistant"}}, {Question: client.QuestionSAgeBand, On: day, Choices: []client.ChoiceWord{"adult"}},
			{Question: client.QuestionPJoy, On: day, Words: "the gym"}}},
		{Principal: "p", Replies: []client.Reply{{Question: client.QuestionSWhoAnswers, On: on("2026-02-01"), Choices: []client.ChoiceWord{"myself"}}, {Question: client.QuestionSAgeBand, On: day, Choices: []client.ChoiceWord{"adult"}},
			{Question: client.QuestionDNextChange, On: day, Changes: []client.LifeChange{{ID: "c-1", Kind: client.ChangeSeparationOrDivorce, On: on("2027-02-05")}}},
			{Question: client.QuestionWAny, On: on("2026-02-01"), Choices: []client.ChoiceWord{"crowd"}}, {Question: client.QuestionPJoy, On: on("2026-02-01"), Words: "the gym"},
			{Question: client.QuestionPLeastFreedom, On: on("2026-02-01"), Declined: rapport.AnswerYes}}},
	}
	for _, sheet := range sheets {
		drawn, err := s.Draw(sheet, now)
		require.NoError(t, err)
		hear(drawn.Reasons)
		open, err := s.Open(sheet, now)
		require.NoError(t, err)
		for _, o := range open {
			hear(o.Reasons)
		}
	}
}

// badLife lists the errors of inputs that no verb takes.
func badLife(t *testing.T) []error {
	t.Helper()
	var s client.Scorer
	var list []error
	keep := func(err error) { list = append(list, err) }
	_, err := client.WeightsFromPairs([][]float64{{1, 2}, {1}}, client.RandomIndexUnknown)
	keep(err)
	_, err = client.WeightsFromPairs([][]float64{{1, 2}, {1, 1}}, client.RandomIndexUnknown)
	keep(err)
	keep(client.Mandate{Rights: []client.Right{{Matter: client.MatterCost, By: "a"}, {Matter: client.MatterCost, By: "b"}}}.Validate())
	twice := judged("/dimensions/anxiety", rapport.LevelHigh)
	twice.ID = "o-2"
	keep(s.CheckProfile(client.Profile{ID: "p", Overrides: []client.Override{judged("/dimensions/anxiety", rapport.LevelHigh), twice}, Concerns: []client.Concern{{ID: "k", Kind: client.ConcernCrowd, Words: "call 0171 2345678"}}}))
	keep(s.CheckSheet(client.Sheet{Principal: "p", Replies: []client.Reply{
		{Question: client.QuestionINever, On: on("2027-02-01"), Words: "my brother"}, {Question: client.QuestionPJoy, On: on("2027-02-01"), Level: rapport.LevelLow}}}))
	adult := client.Profile{ID: "p", Minor: rapport.AnswerNo}
	_, settled, err := s.Settle(adult, propose(t, adult, client.Interaction{ID: "i", Kind: client.InteractionSeemsInPain, On: on("2027-02-10")}), yes("p"))
	require.NoError(t, err)
	_, _, err = s.Settle(adult, settled, yes("somebody"))
	keep(err)
	_, err = client.NewScorer(client.Config{Packs: []client.Catalogue{{Name: "late.example/words", Version: "1", Questions: []client.QuestionEntry{{
		ID: "late.example/early", Section: client.SectionStart, Order: 1, Type: client.AnswerTypeWords, Fills: client.FillsNote, Blocks: client.BlocksNothing, Priority: 1,
		When: []client.Condition{{Questions: []client.Question{client.QuestionScControl1}}}, EN: client.QuestionWords{Ask: "Is there more?"}}}}}})
	keep(err)
	return list
}
