package client_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// talk is a way of answering an intake, question by question.
type talk struct {
	name       string
	who, age   client.ChoiceWord
	engagement client.EngagementKind
}

func talks() []talk {
	list := []talk{{"an adult", "myself", "adult", ""}, {"a teenager", "myself", "12-15", ""}, {"a child whose parent answers", "parent", "under-12", ""}, {"an assistant for an adult", "assistant", "adult", ""}}
	for _, e := range client.Standard().Engagements {
		list = append(list, talk{"an adult, " + string(e.ID), "myself", "adult", e.ID})
	}
	return list
}

// reply makes a plausible answer to an open question.
func (k talk) reply(o client.Open) client.Reply {
	q, _ := client.Scorer{}.Question(o.Question)
	r := client.Reply{Question: o.Question, About: o.About, On: dayOne}
	switch q.Type {
	case client.AnswerTypeUnknown:
	case client.AnswerTypeYesNo:
		r.Yes = rapport.AnswerYes
	case client.AnswerTypeChoice, client.AnswerTypeChoices:
		r.Choices = []client.ChoiceWord{q.Choices[0].ID}
	case client.AnswerTypeListed:
		r.Choices = map[client.Fills][]client.ChoiceWord{
			client.FillsConcerns: {"stalking", "crowd"}, client.FillsKept: {"a-work"}, client.FillsAnnounced: {"a-work"}, client.FillsLevers: {"day", "way"},
		}[q.Fills]
		if r.Choices == nil {
			r.Choices = []client.ChoiceWord{"home", "gym"}
		}
	case client.AnswerTypeLevel:
		r.Level = rapport.LevelModerate
	case client.AnswerTypeFeeling:
		r.Feeling = rapport.FeelingMinus1
	case client.AnswerTypeAgreement:
		r.Agreement = 4
	case client.AnswerTypeTenths:
		r = inHand(o.Question, 6)
		r.On = dayOne
	case client.AnswerTypeRanking:
		r.Ranking = [][]client.ChoiceWord{{"protection"}, {"comfort", "privacy"}}
		if q.Fills == client.FillsConcernOrder {
			r.Ranking = [][]client.ChoiceWord{{"crowd"}, {"stalking"}}
		}
	case client.AnswerTypePairs:
		r.Pairs = comparisons()
	case client.AnswerTypeWords:
		r.Words = "as it comes"
	case client.AnswerTypeReferences:
		r.References = []rapport.ID{rapport.ID("ref-" + string(o.Question))}
	case client.AnswerTypeHours:
		r.Hours = window("19:00", "22:00")
	case client.AnswerTypeActivities:
		r.Activities = []client.Activity{{ID: "a-school", Kind: client.ActivitySchool}, {ID: "a-work", Kind: client.ActivityWork}, {ID: "a-way", Kind: client.ActivityOnTheWay}}
	case client.AnswerTypeChanges:
		r.Changes = []client.LifeChange{{ID: "c-1", Kind: client.ChangeNewHome, On: on("2027-06-01")}}
	}
	switch q.ID {
	case "s-who-answers":
		r.Choices = []client.ChoiceWord{k.who}
	case "s-age-band":
		r.Choices = []client.ChoiceWord{k.age}
	}
	return r
}

// steps is the largest number of answers that an intake takes: each question once, a few of each of two
// worries or three activities.
const steps = 170

func TestNextLeadsThroughTheWholeIntake(t *testing.T) {
	var s client.Scorer
	for _, k := range talks() {
		t.Run(k.name, func(t *testing.T) {
			sheet := client.Sheet{Principal: "p", Engagement: k.engagement}
			before := []client.Open{}
			for range steps {
				open, err := s.Open(sheet, asked)
				require.NoError(t, err)
				next, more, err := s.Next(sheet, asked)
				require.NoError(t, err)
				require.Equal(t, len(open) > 0, more)
				d := drawn(t, sheet)
				scores := scored(t, d.Profile)
				if len(before) > 0 {
					assertFurther(t, before, open)
				}
				if !more {
					assert.Greater(t, len(sheet.Replies), 15)
					assertFilled(t, sheet, scores)
					return
				}
				require.Equal(t, open[0], next)
				sheet.Replies = append(sheet.Replies, k.reply(next))
				before = open
			}
			assert.Fail(t, "the intake does not end")
		})
	}
}

// assertFurther asserts that the first question of before is not open any more, and that nothing graver
// comes than what was open, unless the answer opened it.
func assertFurther(t *testing.T, before, open []client.Open) {
	t.Helper()
	was := func(o client.Open) bool {
		return slices.ContainsFunc(before, func(b client.Open) bool { return b.Question == o.Question && b.About == o.About })
	}
	for i, o := range open {
		assert.False(t, o.Question == before[0].Question && o.About == before[0].About, "%s is still open", o.Question)
		if i == 0 && was(o) {
			assert.GreaterOrEqual(t, o.Blocks, before[0].Blocks)
		}
		if i > 0 {
			assert.GreaterOrEqual(t, o.Blocks, open[i-1].Blocks)
		}
	}
}

// assertFilled asserts that no answered question is named as what a score still misses, unless as something
// that cannot be filled from what was answered.
func assertFilled(t *testing.T, sheet client.Sheet, scores client.Scores) {
	t.Helper()
	for _, m := range scores.Missing {
		for _, r := range sheet.Replies {
			assert.NotEqual(t, m.Ask, r.Question, "%s is missed although it was asked", m.Field)
		}
	}
}

func TestOpenComesInOneOrderWhateverTheOrderOfReplies(t *testing.T) {
	sheet := sheetA()
	want, err := client.Scorer{}.Open(sheet, asked)
	require.NoError(t, err)
	draw := bytesOf(t, drawn(t, sheet))
	for seed := range 20 {
		turned := client.Sheet{Principal: sheet.Principal, Replies: slices.Clone(sheet.Replies)}
		for i := range turned.Replies {
			j := (i*7919 + seed*104729 + 13) % len(turned.Replies)
			turned.Replies[i], turned.Replies[j] = turned.Replies[j], turned.Replies[i]
		}
		got, err := client.Scorer{}.Open(turned, asked)
		require.NoError(t, err)
		require.Equal(t, want, got)
		require.Equal(t, draw, bytesOf(t, drawn(t, turned)))
	}
	seen := map[string]bool{}
	for _, o := range want {
		key := string(o.Question) + " " + string(o.About)
		assert.False(t, seen[key], key)
		seen[key] = true
	}
}

func TestOpenAsksOfTheHeaviestWorryFirst(t *testing.T) {
	sheet := in("p", append(slices.Clone(sheetA().Replies[:5]), picks("w-any", "crowd", "stalking", "burglary"),
		client.Reply{Question: "w-first", Ranking: [][]client.ChoiceWord{{"stalking"}, {"crowd"}}})...)
	open, err := client.Scorer{}.Open(sheet, asked)
	require.NoError(t, err)
	var order []client.ChoiceWord
	for _, o := range open {
		if o.Question == "w-feel" {
			order = append(order, o.About)
		}
	}
	assert.Equal(t, []client.ChoiceWord{"stalking", "crowd", "burglary"}, order)
}

func TestIntakeAsksNothingOfAnActivityThatCannotVary(t *testing.T) {
	for _, o := range mustOpen(t, sheetA()) {
		if o.Question == "d-fixed" {
			assert.NotEqual(t, client.ChoiceWord("a-premiere"), o.About, "a dated event has no week")
		}
		if o.Question == "d-can-move" {
			assert.Equal(t, client.ChoiceWord("a-evening"), o.About, "the gym has to stay")
		}
	}
}

func mustOpen(t *testing.T, sheet client.Sheet) []client.Open {
	t.Helper()
	open, err := client.Scorer{}.Open(sheet, asked)
	require.NoError(t, err)
	return open
}

func TestIntakeKeepsHiddenAnswersAndCountsThemAgain(t *testing.T) {
	base := sheetA().Replies[:5]
	for _, c := range []struct {
		name         string
		replies      []client.Reply
		hide, reveal client.Reply
		subject      rapport.Path
		code         rapport.Code
		counts       func(client.Profile) bool
	}{
		{
			"what happened before", []client.Reply{agreed("h-security-before"), tells("h-before-bad", "too near")},
			onDay("2027-01-31", denied("h-security-before")), client.Reply{}, "/replies/h-before-bad", client.CodeDrawClosed,
			func(p client.Profile) bool { return len(p.Needs) == 1 },
		},
		{
			"what was said of a worry that was taken back", []client.Reply{picks("w-any", "crowd"), level("w-feel", "crowd", rapport.LevelHigh)},
			picks("w-any", "stalking"), client.Reply{}, "/replies/w-feel/crowd", client.CodeDrawClosed,
			func(p client.Profile) bool { return len(p.Concerns) == 1 && p.Concerns[0].Emotion == rapport.LevelHigh },
		},
		{
			"all of it once leave is refused", []client.Reply{feels("v-uniform-home", rapport.FeelingMinus1), picks("w-any", "crowd"), level("w-feel", "crowd", rapport.LevelHigh)},
			denied("s-ok-to-ask"), client.Reply{}, "/replies/w-feel/crowd", client.CodeDrawClosed,
			func(p client.Profile) bool { return len(p.Reactions) == 1 && len(p.Concerns) == 1 },
		},
		{
			"what is said of an activity that was taken back", []client.Reply{
				{Question: "d-week", Activities: []client.Activity{{ID: "a-1", Kind: client.ActivityExercise}}},
				{Question: "d-fixed", About: "a-1", Hours: window("06:30", "08:00")}, picks("d-public", "a-1"),
			},
			denied("d-week"), client.Reply{}, "/replies/d-fixed/a-1", client.CodeDrawClosed,
			func(p client.Profile) bool {
				return len(p.Activities) == 1 && len(p.Activities[0].Weekly) == 1 && p.Activities[0].Announced == rapport.AnswerYes
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			early := slices.Clone(c.replies)
			for i := range early {
				early[i].On = on("2027-01-10")
			}
			began := slices.Clone(base)
			for i := range began {
				began[i].On = on("2027-01-05")
			}
			c.hide.On = on("2027-01-20")
			shown := in("p", append(began, early...)...)
			assert.True(t, c.counts(drawn(t, shown).Profile))
			hidden := client.Sheet{Principal: "p", Replies: append(slices.Clone(shown.Replies), c.hide)}
			d := drawn(t, hidden)
			assert.False(t, c.counts(d.Profile))
			assert.Contains(t, codesAt(d.Reasons, c.subject), c.code)

			reveal := early[0]
			if c.hide.Question == "s-ok-to-ask" {
				reveal = agreed("s-ok-to-ask")
			}
			reveal.On = on("2027-01-25")
			back := client.Sheet{Principal: "p", Replies: append(slices.Clone(hidden.Replies), reveal)}
			d = drawn(t, back)
			assert.True(t, c.counts(d.Profile), "nothing is lost")
			assert.NotContains(t, codesAt(d.Reasons, c.subject), c.code)
		})
	}
}

func TestIntakeClosesWithoutLeave(t *testing.T) {
	for _, r := range []client.Reply{denied("s-ok-to-ask"), {Question: "s-ok-to-ask", Declined: rapport.AnswerYes}} {
		sheet := in("p", picks("s-age-band", "adult"), r, picks("w-any", "crowd"))
		assert.Empty(t, mustOpen(t, sheet))
		d := drawn(t, sheet)
		assert.Empty(t, d.Profile.Concerns)
		assert.Equal(t, rapport.AnswerUnsaid, d.Profile.Minor)
	}
	kept := drawn(t, in("p", denied("i-records")))
	assert.Equal(t, rapport.AnswerNo, kept.Store)
}

func TestOpenAsksAgainWhenItIsTime(t *testing.T) {
	base := sheetA().Replies[:5]
	start := dayOne.Start(asked.Location())
	for _, c := range []struct {
		name  string
		with  []client.Reply
		q     client.Question
		days  int
		opens bool
		code  rapport.Code
	}{
		{"declined, 90 days later", []client.Reply{{Question: "p-rank", Declined: rapport.AnswerYes}}, "p-rank", 90, false, ""},
		{"declined, 91 days later", []client.Reply{{Question: "p-rank", Declined: rapport.AnswerYes}}, "p-rank", 91, true, client.CodeAskDeclined},
		{"a worry, 180 days later", []client.Reply{picks("w-any", "crowd")}, "w-any", 180, false, ""},
		{"a worry, 181 days later", []client.Reply{picks("w-any", "crowd")}, "w-any", 181, true, client.CodeAskOld},
		{"a wish, a year later", []client.Reply{picks("p-no-uniform", "home")}, "p-no-uniform", 366, true, client.CodeAskOld},
		{"a line never ages", []client.Reply{picks("p-places-no", "bedroom")}, "p-places-no", 4000, false, ""},
		{"a feeling, the day before it stops to count", []client.Reply{feels("v-uniform-home", rapport.FeelingMinus1)}, "v-uniform-home", 729, false, ""},
		{"a feeling, the day it stops to count", []client.Reply{feels("v-uniform-home", rapport.FeelingMinus1)}, "v-uniform-home", 730, true, client.CodeAskOld},
		{"a note never ages", []client.Reply{tells("p-good-protection", "little")}, "p-good-protection", 4000, false, ""},
		{"a change ahead, fifteen days before", []client.Reply{picks("p-places-no", "bedroom"), moves("2027-03-13")}, "p-places-no", 25, false, ""},
		{"a change ahead, two weeks before", []client.Reply{picks("p-places-no", "bedroom"), moves("2027-03-13")}, "p-places-no", 26, true, client.CodeAskChange},
		{"a change ahead does not touch other questions", []client.Reply{tells("p-joy", "the gym"), moves("2027-03-13")}, "p-joy", 26, false, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			open := opened(t, in("p", append(slices.Clone(base), c.with...)...), start.AddDate(0, 0, c.days))
			o, opens := open[c.q]
			assert.Equal(t, c.opens, opens)
			if c.opens {
				assert.Equal(t, c.code, o.Reasons[0].Code)
			}
		})
	}
}

func moves(day string) client.Reply {
	return client.Reply{Question: "d-next-change", Changes: []client.LifeChange{{ID: "c-1", Kind: client.ChangeNewHome, On: on(day)}}}
}

func TestOpenAsksExactlyWhatALifeChangeTouches(t *testing.T) {
	full := sheetA()
	for i := range full.Replies {
		full.Replies[i].On = on("2027-01-10")
	}
	open := func(r client.Reply) map[client.Question]bool {
		sheet := client.Sheet{Principal: "p", Replies: append(slices.Clone(full.Replies), onDay("2027-02-01", r))}
		set := map[client.Question]bool{}
		for _, o := range mustOpen(t, sheet) {
			set[o.Question] = true
		}
		return set
	}
	without := open(client.Reply{Question: "d-next-change", Yes: rapport.AnswerNo})
	with := open(client.Reply{Question: "d-next-change", Changes: []client.LifeChange{{ID: "c-1", Kind: client.ChangeSeparationOrDivorce, On: on("2027-01-20")}}})
	kind, _ := client.Scorer{}.LifeChange(client.ChangeSeparationOrDivorce)
	for q := range with {
		assert.Equal(t, !without[q], slices.Contains(kind.Asks, q) && !without[q], "%s", q)
	}
	assert.True(t, with["i-never"] && !without["i-never"])
}

func TestIntakeWishesSayWhereTheyHoldAndInWhichWords(t *testing.T) {
	day := on("2027-02-01")
	drawn, err := client.Scorer{}.Draw(client.Sheet{Principal: "p", Replies: []client.Reply{
		{Question: client.QuestionSWhoAnswers, On: day, Choices: []client.ChoiceWord{"myself"}},
		{Question: client.QuestionSAgeBand, On: day, Choices: []client.ChoiceWord{"adult"}},
		{Question: client.QuestionPPlacesNo, On: day, Choices: []client.ChoiceWord{"bedroom", "second-home"}, Words: "ever"},
		{Question: client.QuestionPNoUniform, On: day, Choices: []client.ChoiceWord{"school"}},
	}}, now)
	require.NoError(t, err)
	assert.Equal(t, []client.Wish{
		{ID: "p-no-uniform:school", Kind: client.WishNoUniformAt, Setting: client.SettingSchool, Strength: client.StrengthStrong, On: day},
		{ID: "p-places-no:bedroom", Kind: client.WishNoOneInRoom, Setting: client.SettingHome, Strength: client.StrengthLine, On: day, Words: "Bedroom: ever"},
		{ID: "p-places-no:second-home", Kind: client.WishPlaceNeverEntered, Setting: client.SettingSecondHome, Strength: client.StrengthLine, On: day, Words: "A second home: ever"},
	}, drawn.Profile.Wishes)
}
