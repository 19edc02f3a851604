package client_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// put makes a question of a pack.
func put(id client.Question, order int, kind client.AnswerType, fills client.Fills, change func(*client.QuestionEntry)) client.QuestionEntry {
	q := client.QuestionEntry{ID: id, Section: "yacht.example/on-board", Order: order, Type: kind, Fills: fills, Blocks: client.BlocksChoice, Priority: 5, EN: client.QuestionWords{Ask: "How is it on board?"}}
	if change != nil {
		change(&q)
	}
	return q
}

// yacht is a pack that asks on about life on board, of whoever answers.
func yacht() client.Catalogue {
	sails := []client.Condition{{Questions: []client.Question{"d-week"}, Activity: client.ActivityOwnTime}}
	return client.Catalogue{
		Name: "yacht.example/words", Version: "1",
		Sections: []client.SectionEntry{{ID: "yacht.example/on-board", Order: 20, EN: words}},
		Questions: []client.QuestionEntry{
			put("yacht.example/crew", 1, client.AnswerTypeReferences, client.FillsDependants, func(q *client.QuestionEntry) { q.When = sails }),
			put("yacht.example/sure", 2, client.AnswerTypeChoice, client.FillsDimension, func(q *client.QuestionEntry) {
				q.Dimension = client.DimensionRoutineFlexibility
				q.Choices = []client.Choice{{ID: "at-home", Level: rapport.LevelHigh}, {ID: "seasick", Level: rapport.LevelNone}}
				q.EN.Choices = []string{"At home", "Seasick"}
			}),
			put("yacht.example/calm", 3, client.AnswerTypeAgreement, client.FillsDimension, func(q *client.QuestionEntry) { q.Dimension = client.DimensionAnxiety; q.Reversed = true }),
			put("yacht.example/worry", 4, client.AnswerTypeListed, client.FillsConcerns, nil),
			put("yacht.example/guard", 5, client.AnswerTypeFeeling, client.FillsReaction, func(q *client.QuestionEntry) {
				q.Element, q.Setting = client.ElementGuardPostUniform, client.SettingAircraftOrYacht
			}),
			put("yacht.example/rest", 6, client.AnswerTypeWords, client.FillsNeed, func(q *client.QuestionEntry) { q.Need = "rest-and-sleep" }),
			put("yacht.example/nobody", 7, client.AnswerTypeListed, client.FillsWish, func(q *client.QuestionEntry) { q.Wish = client.WishNoUniformAt }),
			put("yacht.example/harbour", 8, client.AnswerTypeReferences, client.FillsDossier, func(q *client.QuestionEntry) { q.Sealed, q.Category = true, "medical" }),
			put("yacht.example/captain", 9, client.AnswerTypeReferences, client.FillsRight, func(q *client.QuestionEntry) { q.Matter = client.MatterDay }),
		},
	}
}

func TestIntakeAsksAndUsesTheQuestionsOfAPack(t *testing.T) {
	s := withPacks(t, yacht())
	sheet := in("p", append(slices.Clone(sheetA().Replies[:5]),
		client.Reply{Question: "d-week", Activities: []client.Activity{{ID: "a-sail", Kind: client.ActivityOwnTime}}})...)
	open, err := s.Open(sheet, asked)
	require.NoError(t, err)
	asks := func(q client.Question) bool {
		return slices.ContainsFunc(open, func(o client.Open) bool { return o.Question == q })
	}
	for _, q := range yacht().Questions {
		assert.True(t, asks(q.ID), "%s", q.ID)
	}
	open, err = s.Open(in("p", sheet.Replies[:5]...), asked)
	require.NoError(t, err)
	assert.False(t, asks("yacht.example/crew"), "nobody sails")

	sheet.Replies = in("p", append(sheet.Replies, refers("yacht.example/crew", "skipper"), picks("yacht.example/sure", "at-home"), agrees("yacht.example/calm", 5), picks("yacht.example/worry", "crowd"),
		feels("yacht.example/guard", rapport.FeelingMinus2), tells("yacht.example/rest", "a quiet cabin"), picks("yacht.example/nobody", "beach"), refers("yacht.example/harbour", "sealed-9"), onDay("2027-01-20", refers("yacht.example/captain", "skipper")), refers("m-decide-day", "p"))...).Replies
	d, err := s.Draw(sheet, asked)
	require.NoError(t, err)
	require.NoError(t, s.CheckProfile(d.Profile))
	require.NoError(t, s.CheckMandate(d.Mandate))
	assert.Equal(t, []rapport.ID{"skipper"}, d.Profile.Dependants)
	require.Len(t, d.Profile.Evidence, 2)
	assert.Equal(t, client.Scale{Against: []int{5}, Open: 2}, d.Profile.Evidence[0].Scale)
	assert.Equal(t, rapport.LevelHigh, d.Profile.Evidence[1].Level)
	assert.Equal(t, client.ConcernCrowd, d.Profile.Concerns[0].Kind)
	assert.Equal(t, client.SettingAircraftOrYacht, d.Profile.Reactions[0].Setting)
	assert.Equal(t, "a quiet cabin", d.Profile.Needs[0].Words)
	assert.Equal(t, client.SettingBeach, d.Profile.Wishes[len(d.Profile.Wishes)-1].Setting)
	assert.Equal(t, []rapport.ID{"sealed-9"}, d.Sealed[0].References)
	assert.Equal(t, []client.Right{{Matter: client.MatterDay, By: "p", For: "p"}}, d.Mandate.Rights, "the newer answer counts")
	assert.Len(t, d.MadeWith, 2)
}

func TestIntakeWeighsAnswersByWhoGivesThem(t *testing.T) {
	s := withPacks(t, yacht())
	about := func(who, basis client.ChoiceWord) client.Profile {
		sheet := in("p", picks("s-who-answers", who), picks("s-age-band", "adult"), agreed("s-ok-to-ask"), agrees("yacht.example/calm", 5), picks("yacht.example/sure", "at-home"),
			picks("yacht.example/worry", "crowd"), feels("yacht.example/guard", rapport.FeelingMinus2))
		if basis != "" {
			sheet.Replies = append(sheet.Replies, onDay("2027-02-01", picks("s-proxy-basis", basis)))
		}
		d, err := s.Draw(sheet, asked)
		require.NoError(t, err)
		return d.Profile
	}
	for _, c := range []struct {
		name       string
		who, basis client.ChoiceWord
		kind       client.EvidenceKind
		mass       float64
		asked      bool
	}{
		{"the person", "myself", "", client.EvidenceAnsweredQuestion, .6, false},
		{"an assistant who was told", "assistant", "told", client.EvidenceAssistantSaid, .25, true},
		{"a partner", "partner", "watched", client.EvidenceCloseFamilySaid, .35, true},
		{"an assistant who guesses", "assistant", "guess", client.EvidenceProxyGuess, 0, true},
		{"somebody else", "other", "", client.EvidenceProxyGuess, 0, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := about(c.who, c.basis)
			assert.Equal(t, c.kind, p.Evidence[len(p.Evidence)-1].Kind)
			assert.Equal(t, c.kind, p.Reactions[0].Source)
			scores, err := s.Score(p, asked)
			require.NoError(t, err)
			if c.mass > 0 {
				assertDimension(t, scores, client.DimensionRoutineFlexibility, client.SettingAnywhere, rapport.Hours{}, .75, c.mass/(c.mass+1.5))
			} else {
				assert.True(t, misses(scores, "/dimensions/routine-flexibility"), "a guess alone names nothing")
			}
			require.Len(t, p.Concerns, 1)
			assert.Equal(t, c.asked, p.Concerns[0].Source != "")
			assert.Equal(t, c.asked, slices.Contains(codesAt(scores.Reasons, "/concerns/worry:crowd"), client.CodeConcernHearsay))
		})
	}
}

func TestIntakeNeverTakesAnotherVoiceForThePersons(t *testing.T) {
	helped := in("p", onDay("2027-01-10", picks("s-who-answers", "assistant")), onDay("2027-01-10", picks("s-proxy-basis", "told")), onDay("2027-01-10", picks("s-age-band", "adult")), onDay("2027-01-10", agreed("s-ok-to-ask")),
		onDay("2027-01-10", feels("v-uniform-home", rapport.FeelingPlus2)), onDay("2027-01-10", refers("m-who-wants", "p")))
	open := opened(t, helped, asked)
	assert.NotContains(t, open, client.Question("w-any"), "not asked of the assistant")
	d := drawn(t, helped)
	assert.Empty(t, d.Profile.Reactions)
	assert.Contains(t, codesAt(d.Reasons, "/replies/v-uniform-home"), client.CodeDrawOwn)
	assert.Equal(t, rapport.ID("p"), d.Mandate.OrderedBy)
	assert.True(t, misses(scored(t, d.Profile), "/concerns"), "worries wait for the person")

	met := in("p", append(slices.Clone(helped.Replies), onDay("2027-01-20", picks("s-who-answers", "myself")), onDay("2027-01-20", feels("v-plain-home", rapport.FeelingPlus1)))...)
	open = opened(t, met, asked)
	assert.Contains(t, open, client.Question("w-any"))
	assert.Contains(t, open, client.Question("v-uniform-home"), "what the assistant felt is asked of the person")
	d = drawn(t, met)
	require.Len(t, d.Profile.Reactions, 1)
	assert.Equal(t, client.ElementGuardPostOrdinaryClothes, d.Profile.Reactions[0].Element)
	assert.Contains(t, codesAt(d.Reasons, "/replies/v-uniform-home"), client.CodeDrawOwn)

	later := in("p", append(slices.Clone(met.Replies), picks("s-who-answers", "assistant"), feels("v-plain-home", rapport.FeelingMinus3))...)
	d = drawn(t, later)
	require.Len(t, d.Profile.Reactions, 1, "what the person said holds when an assistant takes over")
	assert.Equal(t, rapport.FeelingPlus1, d.Profile.Reactions[0].Feeling)

	corrected := client.Sheet{Principal: "p", Replies: slices.Clone(helped.Replies)}
	corrected.Replies[0].Choices = []client.ChoiceWord{"myself"}
	assert.Len(t, drawn(t, corrected).Profile.Reactions, 1, "nothing is lost")
}

func TestIntakeWeighsAScaleByWhatWasAnswered(t *testing.T) {
	base := sheetA().Replies[:5]
	half := scored(t, drawn(t, in("p", append(slices.Clone(base), agrees("sc-control-1", 5))...)).Profile)
	assertDimension(t, half, client.DimensionNeedForControl, client.SettingAnywhere, rapport.Hours{}, 1, .3/1.8)

	d := drawn(t, in("p", append(slices.Clone(base), agrees("sc-control-1", 5), agrees("sc-control-2", 5))...))
	both := scored(t, d.Profile)
	assertDimension(t, both, client.DimensionNeedForControl, client.SettingAnywhere, rapport.Hours{}, .5, .3/1.8)
	assert.True(t, misses(both, "/evidence/scale:need-for-control"))
	assert.Contains(t, codesAt(both.Reasons, "/evidence/scale:need-for-control"), client.CodeEvidenceContradicts)
}

func TestIntakeTakesTheNewerOfRankingAndComparisons(t *testing.T) {
	base := sheetA().Replies[:5]
	ranked := client.Reply{Question: "p-rank", Ranking: [][]client.ChoiceWord{{"comfort"}}}
	paired := client.Reply{Question: "p-pairs", Pairs: comparisons()}
	agreedOn, err := client.RankingFromPairs(comparisons())
	require.NoError(t, err)
	require.Equal(t, rapport.AnswerYes, agreedOn.Consistent)
	comfort := [][]client.Need{{client.NeedComfort}}
	at := func(day string, r client.Reply) client.Reply { return onDay(day, r) }
	clash := client.Reply{Question: "p-pairs", Pairs: slices.Clone(comparisons())}
	for i := range clash.Pairs {
		clash.Pairs[i].Times = 9
		if i%2 == 0 {
			clash.Pairs[i].More, clash.Pairs[i].Less = clash.Pairs[i].Less, clash.Pairs[i].More
		}
	}
	for _, c := range []struct {
		name    string
		replies []client.Reply
		want    [][]client.Need
		reason  bool
	}{
		{"comparisons alone", []client.Reply{paired}, agreedOn.Needs, false},
		{"comparisons after a ranking", []client.Reply{at("2027-01-10", ranked), paired}, agreedOn.Needs, false},
		{"a ranking after comparisons", []client.Reply{at("2027-01-10", paired), ranked}, comfort, false},
		{"comparisons that do not agree", []client.Reply{at("2027-01-10", ranked), clash}, comfort, true},
		{"comparisons that are not complete", []client.Reply{{Question: "p-pairs", Pairs: comparisons()[:5]}}, nil, true},
		{"no wish to compare", []client.Reply{at("2027-01-10", ranked), denied("p-pairs")}, comfort, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := drawn(t, in("p", append(slices.Clone(base), c.replies...)...))
			assert.Equal(t, c.want, d.Profile.Priorities)
			assert.Equal(t, c.reason, slices.Contains(codesAt(d.Reasons, "/replies/p-pairs"), client.CodeDrawPairs))
		})
	}
}

func TestEveryProblemOfAPacksIntakeIsNamedAtItsPlace(t *testing.T) {
	section := client.SectionEntry{ID: "bad.example/part", Order: 0, For: []client.EngagementKind{"parade"}, EN: words}
	question := func(change func(*client.QuestionEntry)) client.QuestionEntry {
		return put("bad.example/q", 1, client.AnswerTypeYesNo, client.FillsNote, func(q *client.QuestionEntry) { q.Section = "your-days"; q.Order = 90; change(q) })
	}
	for _, c := range []struct {
		name   string
		change func(*client.QuestionEntry)
		at     rapport.Pointer
		code   rapport.Code
	}{
		{"no section", func(q *client.QuestionEntry) { q.Section = "" }, "section", rapport.CodeRequired},
		{"an unknown section", func(q *client.QuestionEntry) { q.Section = "nowhere" }, "section", rapport.CodeUnknownWord},
		{"no order", func(q *client.QuestionEntry) { q.Order = 0 }, "order", rapport.CodeOutOfRange},
		{"no type", func(q *client.QuestionEntry) { q.Type = 0 }, "type", rapport.CodeRequired},
		{"a type nobody knows", func(q *client.QuestionEntry) { q.Type = 99 }, "type", rapport.CodeOutOfRange},
		{"fills nothing", func(q *client.QuestionEntry) { q.Fills = 0 }, "fills", rapport.CodeRequired},
		{"fills what nobody knows", func(q *client.QuestionEntry) { q.Fills = 99 }, "fills", rapport.CodeOutOfRange},
		{"no blocks", func(q *client.QuestionEntry) { q.Blocks = 0 }, "blocks", rapport.CodeRequired},
		{"blocks nobody knows", func(q *client.QuestionEntry) { q.Blocks = 99 }, "blocks", rapport.CodeOutOfRange},
		{"a priority too high", func(q *client.QuestionEntry) { q.Priority = 10 }, "priority", rapport.CodeOutOfRange},
		{"a type that cannot fill it", func(q *client.QuestionEntry) { q.Fills = client.FillsEmotion }, "type", rapport.CodeOutOfRange},
		{"a wish made of a feeling", func(q *client.QuestionEntry) {
			q.Type, q.Fills, q.Wish = client.AnswerTypeFeeling, client.FillsWish, client.WishSameFaces
		}, "type", rapport.CodeOutOfRange},
		{"sealed and no dossier", func(q *client.QuestionEntry) { q.Sealed = true }, "sealed", rapport.CodeOutOfRange},
		{"a dossier that is not sealed", func(q *client.QuestionEntry) { q.Type, q.Fills = client.AnswerTypeReferences, client.FillsDossier }, "sealed", rapport.CodeOutOfRange},
		{"sealed without a category", func(q *client.QuestionEntry) {
			q.Type, q.Fills, q.Sealed = client.AnswerTypeReferences, client.FillsDossier, true
		}, "category", rapport.CodeRequired},
		{"no dimension", func(q *client.QuestionEntry) { q.Type, q.Fills = client.AnswerTypeAgreement, client.FillsDimension }, "dimension", rapport.CodeRequired},
		{"no element", func(q *client.QuestionEntry) { q.Type, q.Fills = client.AnswerTypeFeeling, client.FillsReaction }, "element", rapport.CodeRequired},
		{"no setting", func(q *client.QuestionEntry) { q.Type, q.Fills = client.AnswerTypeFeeling, client.FillsReaction }, "setting", rapport.CodeRequired},
		{"no need", func(q *client.QuestionEntry) { q.Type, q.Fills = client.AnswerTypeWords, client.FillsNeed }, "need", rapport.CodeRequired},
		{"no matter", func(q *client.QuestionEntry) { q.Type, q.Fills = client.AnswerTypeReferences, client.FillsRight }, "matter", rapport.CodeRequired},
		{"no wish", func(q *client.QuestionEntry) { q.Fills = client.FillsWish }, "wish", rapport.CodeRequired},
		{"an unknown category", func(q *client.QuestionEntry) { q.Category = "x" }, "category", rapport.CodeUnknownWord},
		{"an unknown dimension", func(q *client.QuestionEntry) { q.Dimension = "x" }, "dimension", rapport.CodeUnknownWord},
		{"an unknown element", func(q *client.QuestionEntry) { q.Element = "x" }, "element", rapport.CodeUnknownWord},
		{"an unknown setting", func(q *client.QuestionEntry) { q.Setting = "x" }, "setting", rapport.CodeUnknownWord},
		{"an unknown need", func(q *client.QuestionEntry) { q.Need = "x" }, "need", rapport.CodeUnknownWord},
		{"an unknown wish", func(q *client.QuestionEntry) { q.Wish = "x" }, "wish", rapport.CodeUnknownWord},
		{"a strength nobody knows", func(q *client.QuestionEntry) { q.Strength = 99 }, "strength", rapport.CodeOutOfRange},
		{"a matter nobody knows", func(q *client.QuestionEntry) { q.Matter = 99 }, "matter", rapport.CodeOutOfRange},
		{"nothing to choose from", func(q *client.QuestionEntry) { q.Type = client.AnswerTypeChoice }, "choices", rapport.CodeRequired},
		{"choices where none is made", func(q *client.QuestionEntry) {
			q.Choices, q.EN.Choices = []client.Choice{{ID: "a"}}, []string{"A"}
		}, "choices", rapport.CodeOutOfRange},
		{"a choice without its wording", choose(client.Choice{ID: "a"}, client.Choice{ID: "b"}, client.Choice{ID: "c"}), "en/choices", rapport.CodeOutOfRange},
		{"a choice twice", choose(client.Choice{ID: "a"}, client.Choice{ID: "a"}), "choices/1/id", rapport.CodeDuplicateID},
		{"a choice that is no word", choose(client.Choice{ID: "a"}, client.Choice{ID: "A b"}), "choices/1/id", rapport.CodeMalformedWord},
		{"a choice of unknown evidence", choose(client.Choice{ID: "a"}, client.Choice{ID: "b", Evidence: "x"}), "choices/1/evidence", rapport.CodeUnknownWord},
		{"a choice of an unknown wish", choose(client.Choice{ID: "a"}, client.Choice{ID: "b", Wish: "x"}), "choices/1/wish", rapport.CodeUnknownWord},
		{"a choice of no level", choose(client.Choice{ID: "a"}, client.Choice{ID: "b", Level: 99}), "choices/1/level", rapport.CodeOutOfRange},
		{"a choice of no age", choose(client.Choice{ID: "a"}, client.Choice{ID: "b", Minor: 99}), "choices/1/minor", rapport.CodeOutOfRange},
		{"a choice of no voice", choose(client.Choice{ID: "a"}, client.Choice{ID: "b", Heard: 99}), "choices/1/heard", rapport.CodeOutOfRange},
		{"a condition on nothing", when(client.Condition{}), "when/0/questions", rapport.CodeRequired},
		{"a condition on what nobody asks", when(client.Condition{Questions: []client.Question{"x"}}), "when/0/questions/0", rapport.CodeUnknownWord},
		{"a condition on a later question", when(client.Condition{Questions: []client.Question{"s-age-band", "v-car"}}), "when/0/questions/1", client.CodeAskedLater},
		{"a condition on itself", when(client.Condition{Questions: []client.Question{"bad.example/q"}}), "when/0/questions/0", client.CodeAskedLater},
		{"a condition on a choice that is not there", when(client.Condition{Questions: []client.Question{"s-age-band"}, Is: []client.ChoiceWord{"adult", "old"}}), "when/0/is/1", rapport.CodeUnknownWord},
		{"a condition against a choice that is not there", when(client.Condition{Questions: []client.Question{"w-any"}, Not: []client.ChoiceWord{"no", "yes"}}), "when/0/not/1", rapport.CodeUnknownWord},
		{"a condition on an unknown activity", when(client.Condition{Questions: []client.Question{"d-week"}, Activity: "x"}), "when/0/activity", rapport.CodeUnknownWord},
		{"a condition on no level", when(client.Condition{Questions: []client.Question{"w-feel"}, AtLeast: 99}), "when/0/at_least", rapport.CodeOutOfRange},
		{"a condition on less than none", when(client.Condition{Questions: []client.Question{"w-any"}, Count: -1}), "when/0/count", rapport.CodeOutOfRange},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := client.NewScorer(client.Config{Packs: []client.Catalogue{{Name: "bad.example/words", Version: "1", Questions: []client.QuestionEntry{question(c.change)}}}})
			assertProblem(t, err, "/packs/0/questions/0/"+c.at, c.code)
		})
	}
	_, err := client.NewScorer(client.Config{Packs: []client.Catalogue{{Name: "bad.example/words", Version: "1", Sections: []client.SectionEntry{section}}}})
	assertProblem(t, err, "/packs/0/sections/0/order", rapport.CodeOutOfRange)
	assertProblem(t, err, "/packs/0/sections/0/for/0", rapport.CodeUnknownWord)
}

// choose gives a question choices, two of them worded.
func choose(choices ...client.Choice) func(*client.QuestionEntry) {
	return func(q *client.QuestionEntry) {
		q.Type, q.Choices, q.EN.Choices = client.AnswerTypeChoice, choices, []string{"One", "Other"}
	}
}

func when(c client.Condition) func(*client.QuestionEntry) {
	return func(q *client.QuestionEntry) { q.When = []client.Condition{c} }
}

func TestIntakeSaysNothingOfWhatWasNamedLater(t *testing.T) {
	gym, choir := client.Activity{ID: "a-gym", Kind: client.ActivityExercise}, client.Activity{ID: "a-choir", Kind: client.ActivityOwnTime}
	p := drawn(t, in("p", append(slices.Clone(sheetA().Replies[:5]),
		onDay("2027-01-10", client.Reply{Question: "d-week", Activities: []client.Activity{gym}}), onDay("2027-01-10", denied("d-public")),
		client.Reply{Question: "d-week", Activities: []client.Activity{gym, choir}})...)).Profile
	require.Len(t, p.Activities, 2)
	assert.Equal(t, rapport.AnswerUnsaid, p.Activities[0].Announced, "the choir was not asked about")
	assert.Equal(t, rapport.AnswerNo, p.Activities[1].Announced)
}

func TestIntakeHoldsAWorryThatOneQuestionFoundAndAnotherDidNot(t *testing.T) {
	s := withPacks(t, yacht())
	d, err := s.Draw(in("p", append(slices.Clone(sheetA().Replies[:5]), denied("w-any"), picks("yacht.example/worry", "crowd"))...), asked)
	require.NoError(t, err)
	assert.Len(t, d.Profile.Concerns, 1)
	assert.NoError(t, s.CheckProfile(d.Profile))
	none := drawn(t, in("p", append(slices.Clone(sheetA().Replies[:5]), denied("w-any"))...)).Profile
	assert.Equal(t, rapport.AnswerNo, none.Worried)
}

func TestIntakeKeepsWhatWasSaidOfAWorryApart(t *testing.T) {
	p := drawn(t, in("p", append(slices.Clone(sheetA().Replies[:5]), picks("w-any", "crowd"),
		client.Reply{Question: "w-avoid", About: "crowd", Level: rapport.LevelModerate, Words: "no lifts"},
		client.Reply{Question: "w-since", About: "crowd", Day: on("2026-11-01"), Words: "after the concert"})...)).Profile
	require.Len(t, p.Concerns, 1)
	assert.Equal(t, on("2026-11-01"), p.Concerns[0].Since)
	dated := client.Scorer{}.CheckSheet(in("p", picks("w-any", "crowd"), client.Reply{Question: "w-since", About: "crowd", Day: on("2026-11-01")}))
	assert.NoError(t, dated, "the day alone is an answer")
	assert.Equal(t, [2]string{"no lifts", "after the concert"}, [2]string{p.Concerns[0].Avoids, p.Concerns[0].Words})
}

func TestSheetHoldsNoMoreThanAProfileCan(t *testing.T) {
	people := make([]rapport.ID, client.MaxPeople)
	for i := range people {
		people[i] = rapport.ID("p-" + strconv.Itoa(i))
	}
	var settings []client.ChoiceWord
	for _, s := range client.Standard().Settings[:16] {
		settings = append(settings, client.ChoiceWord(s.ID))
	}
	err := client.Scorer{}.CheckSheet(in("p", refers("f-household", people...), picks("d-alone", settings...)))
	assertProblem(t, err, "/replies/0/references", client.CodeTooLarge)
	assertProblem(t, err, "/replies/1/choices", client.CodeTooLarge)
	assert.NoError(t, client.Scorer{}.CheckSheet(in("p", refers("f-household", people[1:]...), picks("d-alone", settings[1:]...))))
	d := drawn(t, in("p", picks("s-age-band", "adult"), refers("f-household", people[1:]...)))
	assert.Len(t, d.Mandate.HouseholdOf("p"), client.MaxPeople-1)
}
