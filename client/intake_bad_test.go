package client_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

func TestSheetNamesEveryProblemAtItsPlaceAndTellsNoValue(t *testing.T) {
	base := []client.Reply{picks("s-age-band", "adult"), picks("w-any", "crowd")}
	for _, c := range []struct {
		name  string
		reply client.Reply
		at    rapport.Pointer
		code  rapport.Code
	}{
		{"an unknown question", agreed("x-secret"), "question", rapport.CodeUnknownWord},
		{"a vendor's unknown question", agreed("secret.example/x"), "question", rapport.CodeUnknownWord},
		{"no question", agreed(""), "question", rapport.CodeRequired},
		{"a choice not in the list", picks("h-police", "secret"), "choices/0", rapport.CodeUnknownWord},
		{"a setting nobody knows", picks("d-alone", "secret"), "choices/0", rapport.CodeUnknownWord},
		{"a choice twice", picks("v-who", "woman", "woman"), "choices/1", rapport.CodeDuplicateID},
		{"two where one is asked for", picks("h-police", "police", "lawyer"), "choices", client.CodeAnswerUnfit},
		{"a worry nobody named", level("w-feel", "stalking", rapport.LevelHigh), "about", rapport.CodeUnknownWord},
		{"an activity nobody named", client.Reply{Question: "d-fixed", About: "a-secret", Hours: window("06:00", "07:00")}, "about", rapport.CodeUnknownWord},
		{"about what is asked once", client.Reply{Question: "p-joy", About: "crowd", Words: "the gym"}, "about", rapport.CodeUnknownWord},
		{"about nothing", level("w-feel", "", rapport.LevelHigh), "about", rapport.CodeRequired},
		{"eleven tenths", inHand("p-now-in-control", 11), "tenths", rapport.CodeOutOfRange},
		{"agreement of six", agrees("sc-flex-1", 6), "agreement", rapport.CodeOutOfRange},
		{"a need ranked twice", client.Reply{Question: "p-rank", Ranking: [][]client.ChoiceWord{{"privacy"}, {"privacy"}}}, "ranking/1/0", client.CodeRankedTwice},
		{"a place without a need", client.Reply{Question: "p-rank", Ranking: [][]client.ChoiceWord{{}}}, "ranking/0", rapport.CodeRequired},
		{"an address of the net", tells("p-joy", "write to secret@mail.example"), "words", client.CodeIdentifies},
		{"a telephone number", tells("p-joy", "ring 0171 2345678"), "words", client.CodeIdentifies},
		{"a name", tells("p-joy", "tea with Mr Smith"), "words", client.CodeIdentifies},
		{"a name for a key", refers("m-who-wants", "Anna Smith"), "references/0", rapport.CodeMalformedID},
		{"two who decide", refers("m-decide-day", "a", "b"), "references", client.CodeAnswerUnfit},
		{"the person as their own guardian", refers("m-guardian", "a", "p"), "references/1", rapport.CodeOutOfRange},
		{"the person as their own dependant", refers("m-others-covered", "p"), "references/0", rapport.CodeOutOfRange},
		{"nobody and somebody", client.Reply{Question: "w-any", Yes: rapport.AnswerNo, Choices: []client.ChoiceWord{"crowd"}}, "yes", client.CodeAnswerUnfit},
		{"declined and answered", client.Reply{Question: "p-joy", Declined: rapport.AnswerYes, Words: "the gym"}, "words", client.CodeAnswerUnfit},
		{"no answer", client.Reply{Question: "p-joy"}, "words", rapport.CodeRequired},
		{"a yes to a sealed question", agreed("i-never"), "yes", client.CodeAnswerSealed},
		{"words to a sealed question", client.Reply{Question: "i-never", References: []rapport.ID{"r"}, Words: "the neighbours"}, "words", client.CodeAnswerSealed},
		{"choices of a sealed question", picks("i-never", "secret"), "choices", client.CodeAnswerSealed},
		{"a sealed question declined with words", client.Reply{Question: "i-never", Declined: rapport.AnswerYes, Words: "the neighbours"}, "words", client.CodeAnswerSealed},
		{"a change nobody knows", client.Reply{Question: "d-next-change", Changes: []client.LifeChange{{ID: "c", Kind: "secret", On: dayOne}}}, "changes/0/kind", rapport.CodeUnknownWord},
		{"an activity nobody knows", client.Reply{Question: "d-week", Activities: []client.Activity{{ID: "a", Kind: "secret"}}}, "activities/0/kind", rapport.CodeUnknownWord},
		{"a worry from a day to come", client.Reply{Question: "w-since", About: "crowd", Day: on("2027-03-01")}, "day", rapport.CodeAfterMoment},
		{"a day to come", onDay("2027-02-02", tells("p-joy", "the gym")), "on", rapport.CodeAfterMoment},
	} {
		t.Run(c.name, func(t *testing.T) {
			sheet := in("p", append(slices.Clone(base), c.reply)...)
			_, err := client.Scorer{}.Draw(sheet, asked)
			assertProblem(t, err, "/replies/2/"+c.at, c.code)
			_, other := client.Scorer{}.Open(sheet, asked)
			assert.Equal(t, err, other)
			for _, value := range []string{"secret", "Smith", "2345678", "neighbours"} {
				assert.NotContains(t, err.Error(), value)
			}
		})
	}
}

func TestSheetListsAllProblemsAtOnce(t *testing.T) {
	sheet := client.Sheet{Schema: "rapport/other/1", Engagement: "parade", Replies: []client.Reply{
		{Question: "p-joy", Words: "a"}, onDay("2027-02-01", tells("p-joy", "b")), onDay("2027-02-01", tells("p-joy", "c")), onDay("2027-02-01", agrees("sc-flex-1", 9)),
	}}
	_, err := client.Scorer{}.Draw(sheet, asked.AddDate(0, 0, -1).Truncate(0))
	assertProblem(t, err, "/principal", rapport.CodeRequired)
	assertProblem(t, err, "/engagement", rapport.CodeUnknownWord)
	assertProblem(t, err, "/replies/0/on", rapport.CodeRequired)
	assertProblem(t, err, "/replies/2/question", rapport.CodeDuplicateID)
	assertProblem(t, err, "/replies/3/agreement", rapport.CodeOutOfRange)
	assertProblem(t, err, "/replies/1/on", rapport.CodeAfterMoment)
	assert.True(t, slices.ContainsFunc(rapport.Problems(err), func(p *rapport.FieldError) bool { return p.Pointer == "/schema" }))

	_, _, err = client.Scorer{}.Next(client.Sheet{Principal: "p"}, asked.AddDate(-3000, 0, 0))
	assert.Error(t, err)
	many := client.Sheet{Principal: "p", Replies: make([]client.Reply, client.MaxReplies+1)}
	assertProblem(t, client.Scorer{}.CheckSheet(many), "/replies", client.CodeTooLarge)
}

// wrong makes an answer of each kind, so that each question can be given all that it does not take.
func wrong() map[string]client.Reply {
	n := 3
	return map[string]client.Reply{
		"yes": {Yes: rapport.AnswerYes}, "choices": {Choices: []client.ChoiceWord{"home"}}, "level": {Level: rapport.LevelLow}, "feeling": {Feeling: rapport.FeelingPlus1},
		"agreement": {Agreement: 3}, "tenths": {Tenths: &n}, "ranking": {Ranking: [][]client.ChoiceWord{{"privacy"}}}, "pairs": {Pairs: comparisons()},
		"references": {References: []rapport.ID{"r"}}, "hours": {Hours: window("06:00", "07:00")}, "day": {Day: dayOne},
		"activities": {Activities: []client.Activity{{ID: "a", Kind: client.ActivityWork}}}, "changes": {Changes: []client.LifeChange{{ID: "c", Kind: client.ChangeNewHome, On: dayOne}}},
	}
}

func TestSheetTakesOnlyTheKindOfAnswerThatAQuestionAsksFor(t *testing.T) {
	for _, c := range []struct {
		kind     client.AnswerType
		question client.Question
		about    client.ChoiceWord
		wanted   string
		allowed  []string
		none     bool
	}{
		{client.AnswerTypeYesNo, "e-word", "", "yes", nil, true},
		{client.AnswerTypeChoice, "h-police", "", "choices", nil, false},
		{client.AnswerTypeChoices, "v-who", "", "choices", nil, true},
		{client.AnswerTypeListed, "d-alone", "", "choices", nil, true},
		{client.AnswerTypeLevel, "w-feel", "crowd", "level", nil, false},
		{client.AnswerTypeFeeling, "v-camera", "", "feeling", nil, false},
		{client.AnswerTypeAgreement, "sc-flex-1", "", "agreement", nil, false},
		{client.AnswerTypeTenths, "p-now-in-control", "", "tenths", nil, false},
		{client.AnswerTypeRanking, "p-rank", "", "ranking", nil, false},
		{client.AnswerTypePairs, "p-pairs", "", "pairs", nil, true},
		{client.AnswerTypeWords, "p-joy", "", "words", []string{"day"}, true},
		{client.AnswerTypeReferences, "f-household", "", "references", nil, true},
		{client.AnswerTypeHours, "w-when", "", "hours", []string{"choices"}, true},
		{client.AnswerTypeActivities, "d-week", "", "activities", nil, true},
		{client.AnswerTypeChanges, "d-next-change", "", "changes", nil, true},
	} {
		t.Run(c.kind.String(), func(t *testing.T) {
			entry, _ := client.Scorer{}.Question(c.question)
			require.Equal(t, c.kind, entry.Type)
			give := func(r client.Reply) error {
				r.Question, r.About = c.question, c.about
				return client.Scorer{}.CheckSheet(in("p", picks("w-any", "crowd"), r))
			}
			for field, r := range wrong() {
				err := give(r)
				if field == c.wanted && field != "choices" {
					assert.NoError(t, err)
					continue
				}
				if field != c.wanted {
					require.Error(t, err, field)
					assertProblem(t, err, "/replies/1/"+rapport.Pointer(c.wanted), rapport.CodeRequired)
				}
				if field != c.wanted && !slices.Contains(c.allowed, field) {
					assertProblem(t, err, "/replies/1/"+rapport.Pointer(field), client.CodeAnswerUnfit)
				}
			}
			assert.Equal(t, c.none, give(client.Reply{Yes: rapport.AnswerNo}) == nil)
			assert.NoError(t, give(client.Reply{Declined: rapport.AnswerYes}))
		})
	}
}

func TestSealedQuestionsTakeReferencesOrAPlainNo(t *testing.T) {
	base := []client.Reply{picks("s-age-band", "adult")}
	for _, r := range []client.Reply{refers("i-never", "sealed-1", "sealed-2"), denied("i-never")} {
		d := drawn(t, in("p", append(slices.Clone(base), r)...))
		require.Len(t, d.Sealed, 1)
		assert.Equal(t, append([]rapport.ID{}, r.References...), d.Sealed[0].References)
		assert.NotContains(t, bytesOf(t, d.Profile), "sealed-1")
		assert.Len(t, d.Profile.Wishes, min(len(r.References), 1))
	}
}

func TestDrawFromTheZeroSheetLacksOnlyThePrincipal(t *testing.T) {
	_, err := client.Scorer{}.Draw(client.Sheet{}, asked)
	require.Len(t, rapport.Problems(err), 1)
	assertProblem(t, err, "/principal", rapport.CodeRequired)
	d := drawn(t, client.Sheet{Principal: "p"})
	assert.Equal(t, client.Profile{ID: "p"}, d.Profile)
	assert.Equal(t, []rapport.Code{client.CodeDrawVoice}, codesAt(d.Reasons, "/replies"))
}

func TestSheetComesBackAsItWas(t *testing.T) {
	comesBack(t, func(s *client.Sheet) {
		s.Schema = client.SheetSchema
		for i := range s.Replies {
			r := &s.Replies[i]
			r.Pairs = comparisons()
			for j := range r.Activities {
				r.Activities[j].Stays = rapport.AnswerNo
			}
		}
	})
}

func TestDrawLeavesTheSheetAloneAndSharesNothingWithIt(t *testing.T) {
	sheet := sheetA()
	sheet.Replies = append(sheet.Replies, refers("f-household", "husband", "cook"), refers("m-others-covered", "child"))
	for i := range sheet.Replies {
		sheet.Replies[i].On = dayOne
	}
	before := bytesOf(t, sheet)
	d := drawn(t, sheet)
	assert.Equal(t, before, bytesOf(t, sheet))
	was := bytesOf(t, d)
	for i := range sheet.Replies {
		r := &sheet.Replies[i]
		for j := range r.References {
			r.References[j] = "changed"
		}
		for j := range r.Hours.Days {
			r.Hours.Days[j] = rapport.DaySun
		}
		for j := range r.Activities {
			r.Activities[j].ID = "changed"
		}
		for j := range r.Changes {
			r.Changes[j].ID = "changed"
		}
	}
	assert.Equal(t, was, bytesOf(t, d))
}

func TestDrawMakesAValidProfileOfAnswersThatContradict(t *testing.T) {
	week := client.Reply{Question: "d-week", Activities: []client.Activity{
		{ID: "a-1", Kind: client.ActivityExercise, Levers: []client.Lever{client.LeverDay}, Weekly: []rapport.Hours{window("06:30", "08:00")}},
	}}
	d := drawn(t, in("p", append(slices.Clone(sheetA().Replies[:5]), week,
		client.Reply{Question: "d-fixed", About: "a-1", Hours: window("06:30", "08:00"), Choices: []client.ChoiceWord{"park"}},
		client.Reply{Question: "d-can-move", About: "a-1", Choices: []client.ChoiceWord{"day", "way"}})...))
	require.Len(t, d.Profile.Activities, 1)
	a := d.Profile.Activities[0]
	assert.Len(t, a.Weekly, 1, "said twice")
	assert.Equal(t, []client.Lever{client.LeverDay, client.LeverWay}, a.Levers)
	assert.Equal(t, client.SettingPark, a.Setting)

	stays := drawn(t, in("p", append(slices.Clone(sheetA().Replies[:5]), week, picks("d-must-stay", "a-1"))...)).Profile.Activities[0]
	assert.Empty(t, stays.Levers)
	assert.Equal(t, rapport.AnswerYes, stays.Stays)

	none := drawn(t, in("p", append(slices.Clone(sheetA().Replies[:5]), week, client.Reply{Question: "d-fixed", About: "a-1", Yes: rapport.AnswerNo}, denied("d-must-stay"))...)).Profile.Activities[0]
	assert.Len(t, none.Weekly, 1)
	assert.Equal(t, rapport.AnswerNo, none.Stays)
}

// TestDrawTakesAnyMixtureOfAnswers answers all questions in a pseudo-random way, on several days, some with
// a plain no, some declined, by people who take turns.
func TestDrawTakesAnyMixtureOfAnswers(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var s client.Scorer
	taken := 0
	for range 150 {
		k := talk{who: "myself", age: []client.ChoiceWord{"adult", "12-15", "under-12"}[random.IntN(3)]}
		sheet := client.Sheet{Principal: "p"}
		for range 2 {
			for _, q := range client.Standard().Questions {
				about := []client.ChoiceWord{""}
				switch q.Fills {
				case client.FillsEmotion, client.FillsLikelihood, client.FillsAvoidance, client.FillsSince:
					about = []client.ChoiceWord{"crowd", "stalking"}
				case client.FillsRoutine, client.FillsLevers:
					about = []client.ChoiceWord{"a-school", "a-work"}
				default: // asked once
				}
				for _, a := range about {
					r := k.reply(client.Open{Question: q.ID, About: a})
					r.On = dayOne.AddDays(-random.IntN(400))
					switch {
					case q.ID == "s-who-answers":
						r.Choices = []client.ChoiceWord{q.Choices[random.IntN(len(q.Choices))].ID}
					case q.Fills == client.FillsLeave, q.Fills == client.FillsConcerns, q.Fills == client.FillsActivities:
					case random.IntN(8) == 0:
						r = client.Reply{Question: q.ID, About: a, On: r.On, Declined: rapport.AnswerYes}
					case random.IntN(8) == 0:
						plain := client.Reply{Question: q.ID, About: a, On: r.On, Yes: rapport.AnswerNo}
						if s.CheckSheet(client.Sheet{Principal: "p", Replies: []client.Reply{{Question: "w-any", On: r.On, Choices: []client.ChoiceWord{"crowd", "stalking"}}, {Question: "d-week", On: r.On, Activities: k.reply(client.Open{Question: "d-week"}).Activities}, plain}}) == nil {
							r = plain
						}
					}
					if random.IntN(10) > 0 && !slices.ContainsFunc(sheet.Replies, func(o client.Reply) bool { return o.Question == r.Question && o.About == r.About && o.On == r.On }) {
						sheet.Replies = append(sheet.Replies, r)
					}
				}
			}
		}
		if s.CheckSheet(sheet) != nil {
			continue // nobody named the worry or the activity
		}
		scored(t, drawn(t, sheet).Profile)
		mustOpen(t, sheet)
		taken++
	}
	assert.Greater(t, taken, 75)
}

func FuzzDraw(f *testing.F) {
	for _, sheet := range []client.Sheet{sheetA(), sheetB(), sheetC(), {Principal: "p"}} {
		data, err := json.Marshal(sheet)
		require.NoError(f, err)
		f.Add(data)
	}
	f.Add([]byte(`{"principal":"p","replies":[{"question":"w-any","on":"2027-02-01","yes":"no"},{"question":"w-first","on":"2027-02-01","ranking":[[]]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var sheet client.Sheet
		if json.NewDecoder(bytes.NewReader(data)).Decode(&sheet) != nil {
			return
		}
		d, err := client.Scorer{}.Draw(sheet, asked)
		_, other := client.Scorer{}.Open(sheet, asked)
		if (err == nil) != (other == nil) {
			t.Fatal("what can be drawn can be asked on")
		}
		if err != nil {
			return
		}
		if err := (client.Scorer{}).CheckMandate(d.Mandate); err != nil {
			t.Fatal(err)
		}
		if _, err := client.Score(d.Profile, asked); err != nil {
			t.Fatal(err)
		}
		for _, r := range d.Reasons {
			if strings.Contains(r.Text, "{") {
				t.Fatal("a blank is left in a reason")
			}
		}
	})
}
