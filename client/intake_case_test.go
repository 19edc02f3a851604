package client_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// dayOne is the day of the first talk.
var dayOne = on("2027-02-01")

// asked is the evening of the first talk.
var asked = time.Date(2027, time.February, 1, 20, 0, 0, 0, time.UTC)

// in puts replies into a sheet, all of the first talk unless they say otherwise.
func in(who rapport.ID, replies ...client.Reply) client.Sheet {
	sheet := client.Sheet{Principal: who}
	for _, r := range replies {
		if r.On.IsZero() {
			r.On = dayOne
		}
		sheet.Replies = append(sheet.Replies, r)
	}
	return sheet
}

func agreed(q client.Question) client.Reply { return client.Reply{Question: q, Yes: rapport.AnswerYes} }

func denied(q client.Question) client.Reply { return client.Reply{Question: q, Yes: rapport.AnswerNo} }

func picks(q client.Question, choices ...client.ChoiceWord) client.Reply {
	return client.Reply{Question: q, Choices: choices}
}

func tells(q client.Question, text string) client.Reply {
	return client.Reply{Question: q, Words: text}
}

func refers(q client.Question, ids ...rapport.ID) client.Reply {
	return client.Reply{Question: q, References: ids}
}

func level(q client.Question, about client.ChoiceWord, l rapport.Level) client.Reply {
	return client.Reply{Question: q, About: about, Level: l}
}

func feels(q client.Question, f rapport.Feeling) client.Reply {
	return client.Reply{Question: q, Feeling: f}
}

func agrees(q client.Question, n int) client.Reply { return client.Reply{Question: q, Agreement: n} }

func inHand(q client.Question, n int) client.Reply { return client.Reply{Question: q, Tenths: &n} }

// onDay moves a reply to another day.
func onDay(day string, r client.Reply) client.Reply {
	r.On = on(day)
	return r
}

// sheetA is what Ms A answered at the first talk; what she did not know is left out.
func sheetA() client.Sheet {
	return in("ms-a",
		picks("s-who-answers", "myself"), agreed("s-ok-to-ask"), picks("s-how-talk", "in-person", "small-pieces"), picks("s-age-band", "adult"), agreed("i-records"),
		refers("m-who-wants", "ms-a"), feels("m-own-wish", rapport.FeelingNeutral), refers("m-decide-day", "ms-a"), refers("m-decide-measures", "ms-a"),
		client.Reply{Question: "p-rank", Ranking: [][]client.ChoiceWord{{"privacy", "autonomy"}, {"protection"}, {"comfort"}}},
		tells("p-joy", "meeting the people who like the films; gym and coffee after"),
		picks("p-untouchable", "sport", "fans"), picks("p-places-no", "bedroom", "dressing-room"), picks("p-no-uniform", "home"), inHand("p-now-in-control", 6),
		picks("w-any", "stalking", "unwanted-media", "looking-difficult"),
		client.Reply{Question: "w-first", Ranking: [][]client.ChoiceWord{{"stalking"}, {"unwanted-media"}, {"looking-difficult"}}},
		level("w-feel", "stalking", rapport.LevelHigh), level("w-feel", "unwanted-media", rapport.LevelModerate), level("w-feel", "looking-difficult", rapport.LevelModerate),
		level("w-likely", "stalking", rapport.LevelHigh), level("w-likely", "unwanted-media", rapport.LevelSevere), level("w-likely", "looking-difficult", rapport.LevelModerate),
		client.Reply{Question: "w-avoid", About: "stalking", Level: rapport.LevelModerate, Words: "I take the stairs, not the lift"},
		level("w-avoid", "unwanted-media", rapport.LevelLow), level("w-avoid", "looking-difficult", rapport.LevelLow),
		client.Reply{Question: "w-when", Hours: window("19:00", "00:00"), Choices: []client.ChoiceWord{"home"}},
		tells("w-helps", "knowing who is outside"),
		refers("h-incident", "sealed-1"), refers("h-contact-again", "sealed-2"), agreed("h-kept"), picks("h-police", "nobody"), denied("h-security-before"),
		client.Reply{Question: "d-week", Activities: []client.Activity{
			{ID: "a-gym", Kind: client.ActivityExercise}, {ID: "a-evening", Kind: client.ActivityHomeAlone},
			{ID: "a-premiere", Kind: client.ActivityPremiereOrAward, On: rapport.Span{From: asked.AddDate(0, 0, 21), To: asked.AddDate(0, 0, 21).Add(4 * time.Hour)}},
		}},
		client.Reply{Question: "d-fixed", About: "a-gym", Hours: window("06:30", "08:00", rapport.DayMon, rapport.DayWed, rapport.DayFri)},
		picks("d-must-stay", "a-gym"), picks("d-alone", "restaurant"), picks("d-public", "a-premiere"),
		client.Reply{Question: "d-next-change", Changes: []client.LifeChange{{ID: "c-film", Kind: client.ChangePublicProfileUp, On: on("2027-03-29")}}},
		feels("v-plain-home", rapport.FeelingPlus1), feels("v-public-near", rapport.FeelingPlus1), feels("v-weapon", rapport.FeelingMinus1), feels("v-weapon-known", rapport.FeelingNeutral),
		feels("v-camera", rapport.FeelingPlus1), feels("v-camera-entrance", rapport.FeelingNeutral), feels("v-camera-inside", rapport.FeelingMinus3),
		picks("v-who", "woman", "quiet", "same-faces"),
		picks("i-who-all", "agent-or-press-team"), refers("i-never", "sealed-3"), picks("i-how-much", "essentials"), picks("i-bad-news", "at-once", "with-someone"), picks("e-in-danger", "told"),
		agrees("sc-control-1", 5), agrees("sc-control-2", 2), agrees("sc-privacy-1", 5), agrees("sc-privacy-2", 2), agrees("sc-worry-1", 3), agrees("sc-worry-2", 3),
		agrees("sc-social-1", 5), agrees("sc-social-2", 3), agrees("sc-info-1", 4), agrees("sc-info-2", 3), agrees("sc-flex-1", 3), agrees("sc-flex-2", 3),
		agrees("sc-image-1", 4), agrees("sc-image-2", 2), agrees("sc-part-1", 2), agrees("sc-part-2", 4),
		picks("o-profile", "widely"), picks("o-use", "open-account"), picks("o-live", "after"), picks("o-fans", "set-place"),
	)
}

// sheetB is what the fifteen-year-old said when he was asked himself.
func sheetB() client.Sheet {
	return in("boy",
		picks("s-who-answers", "myself"), agreed("s-ok-to-ask"), picks("s-age-band", "12-15"), agreed("i-records"),
		refers("m-guardian", "mother", "father"), agreed("m-guardian-agree"), feels("m-own-wish", rapport.FeelingMinus2),
		tells("m-told-what", "Something about money. Nobody says it."), tells("p-joy", "skate park, bus with friends, own phone"),
		picks("p-untouchable", "nobody-behind"), inHand("p-now-in-control", 5), picks("w-any", "child-normal-life", "family-safety"),
		level("w-feel", "child-normal-life", rapport.LevelModerate), level("w-feel", "family-safety", rapport.LevelLow), level("w-avoid", "child-normal-life", rapport.LevelNone),
		client.Reply{Question: "d-week", Activities: []client.Activity{{ID: "a-school", Kind: client.ActivitySchool}, {ID: "a-bus", Kind: client.ActivityOnTheWay}, {ID: "a-skate", Kind: client.ActivityOwnTime, Setting: client.SettingPark}}},
		client.Reply{Question: "d-fixed", About: "a-skate", Hours: window("14:00", "17:00", rapport.DaySat)},
		client.Reply{Question: "d-can-move", About: "a-bus", Choices: []client.ChoiceWord{"way"}},
		feels("v-school", rapport.FeelingMinus3), feels("v-car", rapport.FeelingNeutral), agreed("v-trial"), picks("i-how-much", "everything"),
		picks("o-use", "private-account", "open-account"), picks("o-live", "often"), agreed("e-word"),
		agrees("sc-control-1", 5), agrees("sc-control-2", 2), agrees("sc-privacy-1", 4), agrees("sc-privacy-2", 3), agrees("sc-worry-1", 2), agrees("sc-worry-2", 4),
		agrees("sc-social-1", 4), agrees("sc-social-2", 2), agrees("sc-info-1", 5), agrees("sc-info-2", 2), agrees("sc-flex-1", 4), agrees("sc-flex-2", 2),
		agrees("sc-image-1", 5), agrees("sc-image-2", 1), agrees("sc-part-1", 3), agrees("sc-part-2", 3),
	)
}

// sheetC is a small child for whom a parent answers.
func sheetC() client.Sheet {
	return in("girl",
		picks("s-who-answers", "parent"), picks("s-proxy-basis", "watched"), agreed("s-ok-to-ask"), picks("s-age-band", "under-12"), agreed("i-records"), agreed("s-principal-knows"),
		refers("m-guardian", "mother", "father"), agreed("m-guardian-agree"),
		client.Reply{Question: "d-week", Activities: []client.Activity{{ID: "a-school", Kind: client.ActivitySchool}}},
	)
}

func drawn(t *testing.T, sheet client.Sheet) client.Drawn {
	t.Helper()
	d, err := client.Scorer{}.Draw(sheet, asked)
	require.NoError(t, err)
	require.NoError(t, client.Scorer{}.CheckProfile(d.Profile))
	require.NoError(t, client.Scorer{}.CheckMandate(d.Mandate))
	return d
}

func scored(t *testing.T, p client.Profile) client.Scores {
	t.Helper()
	s, err := client.Score(p, asked)
	require.NoError(t, err)
	return s
}

func opened(t *testing.T, sheet client.Sheet, at time.Time) map[client.Question]client.Open {
	t.Helper()
	list, err := client.Scorer{}.Open(sheet, at)
	require.NoError(t, err)
	open := map[client.Question]client.Open{}
	for _, o := range list {
		open[o.Question] = o
	}
	return open
}

// misses tells whether a score misses something under a path.
func misses(s client.Scores, field rapport.Path) bool {
	for _, m := range s.Missing {
		if m.Field == field {
			return true
		}
	}
	return false
}

func TestIntakeOfMsAGivesTheNumbersWorkedByHand(t *testing.T) {
	d := drawn(t, sheetA())
	s := scored(t, d.Profile)

	weights := map[client.Need]float64{client.NeedPrivacy: .3958, client.NeedAutonomy: .3958, client.NeedProtection: .1458, client.NeedComfort: .0625}
	for _, n := range s.Needs {
		assert.InDelta(t, weights[n.Need], n.Weight, 5e-5, "%s", n.Need)
	}
	require.Len(t, s.Concerns, 3)
	for i, want := range []struct {
		kind  client.ConcernKind
		value float64
	}{{client.ConcernStalking, .675}, {client.ConcernUnwantedMedia, .525}, {client.ConcernLookingDifficult, .425}} {
		assert.Equal(t, want.kind, s.Concerns[i].Kind)
		assert.Equal(t, i+1, s.Concerns[i].Rank)
		assert.InDelta(t, want.value, s.Concerns[i].Estimate.Value, 2e-6)
	}
	assertDimension(t, s, client.DimensionNeedForControl, client.SettingAnywhere, rapport.Hours{}, .875, .6/2.1)
	assertDimension(t, s, client.DimensionAnxiety, client.SettingAnywhere, rapport.Hours{}, .5, .6/2.1)
	assertDimension(t, s, client.DimensionAnxiety, client.SettingHome, window("19:00", "00:00"), .625, 1.2/2.7*(1-.125))
	assert.InDelta(t, .6, s.Control.Estimate.Value, 2e-6)
	for _, r := range d.Profile.Reactions {
		assert.Equal(t, client.EvidenceAnsweredQuestion, r.Source)
	}
	assert.Len(t, d.Profile.Reactions, 7)
}

func assertDimension(t *testing.T, s client.Scores, d client.Dimension, at client.Setting, hours rapport.Hours, value, confidence float64) {
	t.Helper()
	for _, row := range s.Dimensions {
		if row.Dimension == d && row.Setting == at && bytesOf(t, row.Hours) == bytesOf(t, hours) {
			assert.InDelta(t, value, row.Estimate.Value, 2e-6)
			assert.InDelta(t, confidence, row.Estimate.Confidence, 2e-6)
			return
		}
	}
	assert.Failf(t, "no such score", "%s at %s", d, at)
}

func TestIntakeOfMsAKeepsWhatIsNotKnownUnknown(t *testing.T) {
	s := scored(t, drawn(t, sheetA()).Profile)
	for _, row := range s.Dimensions {
		assert.NotEqual(t, client.DimensionPastExperience, row.Dimension, "known to be none is no score")
	}
	assert.True(t, misses(s, "/dimensions/past-experience"))

	open := opened(t, sheetA(), asked)
	assert.Contains(t, open, client.Question("v-uniform-home"), "skipped")
	for _, q := range []client.Question{"h-before-good", "h-before-bad", "h-before-how", "sc-past-1", "v-school", "f-school-contact"} {
		assert.NotContains(t, open, q)
	}
	for _, r := range drawn(t, sheetA()).Profile.Reactions {
		assert.NotEqual(t, client.ElementGuardPostUniform, r.Element)
	}
}

func TestIntakeOfMsAKeepsItsReferencesOutOfTheProfile(t *testing.T) {
	d := drawn(t, sheetA())
	assert.NotContains(t, bytesOf(t, d.Profile), "sealed-")
	require.Len(t, d.Sealed, 3)
	assert.Equal(t, client.SealedAnswer{Question: "h-contact-again", Category: d.Sealed[0].Category, References: []rapport.ID{"sealed-2"}}, d.Sealed[0])
	assert.Equal(t, rapport.AnswerYes, d.Store)
	assert.Equal(t, rapport.ID("ms-a"), d.Mandate.OrderedBy)
	assert.Equal(t, []rapport.ID{"ms-a"}, d.Mandate.Decides(client.MatterDay, d.Profile).By)
	for _, w := range d.Profile.Wishes {
		if w.Kind == client.WishWhoNeverTold {
			assert.Equal(t, client.StrengthLine, w.Strength)
			assert.Empty(t, w.People)
			return
		}
	}
	assert.Fail(t, "the line that somebody is never told is lost")
}

func TestIntakeOfTheFifteenYearOldIsAnotherPerson(t *testing.T) {
	d := drawn(t, sheetB())
	assert.Equal(t, [2]rapport.Answer{rapport.AnswerYes, rapport.AnswerYes}, [2]rapport.Answer{d.Profile.Minor, d.Profile.Heard})
	assert.Equal(t, []rapport.ID{"mother", "father"}, d.Profile.Guardians)
	s := scored(t, d.Profile)
	assertDimension(t, s, client.DimensionPrivacySensitivity, client.SettingAnywhere, rapport.Hours{}, .625, .6/2.1)
	for _, row := range s.Dimensions {
		if row.Dimension == client.DimensionPrivacySensitivity {
			assert.Equal(t, rapport.LevelModerate, row.Band)
		}
	}
	feeling, _, known := client.Scorer{}.Feeling(d.Profile, client.ElementCloseOfficerDistanceFar, client.SettingSchool, asked)
	require.True(t, known)
	assert.Equal(t, rapport.FeelingMinus3, feeling)
	for _, a := range d.Profile.Activities {
		assert.Equal(t, a.ID == "a-bus", len(a.Levers) == 1, "%s", a.ID)
	}
}

func TestIntakeAsksMinorsLessAndInTheirWords(t *testing.T) {
	sheet := in("boy", sheetB().Replies[:4]...)
	open := opened(t, sheet, asked)
	for _, q := range []client.Question{"m-who-pays", "m-budget", "m-decide-cost", "v-weapon", "v-weapon-known", "p-no-weapon", "o-found", "i-payer", "h-order", "k-not-liked", "k-way-liked", "k-who-to-find"} {
		assert.NotContains(t, open, q)
	}
	entry, _ := client.Scorer{}.Question("m-own-wish")
	assert.Equal(t, entry.EN.Young, open["m-own-wish"].Ask)

	adult := opened(t, in("ms-a", sheetA().Replies[:5]...), asked)
	assert.Equal(t, entry.EN.Ask, adult["m-own-wish"].Ask)
	for _, q := range []client.Question{"m-who-pays", "v-weapon", "o-found"} {
		assert.Contains(t, adult, q)
	}
}

func TestIntakeOfASmallChildAsksAParentForFactsOnly(t *testing.T) {
	for q := range opened(t, sheetC(), asked) {
		entry, _ := client.Scorer{}.Question(q)
		assert.NotContains(t, []client.AnswerType{client.AnswerTypeAgreement, client.AnswerTypeFeeling, client.AnswerTypeLevel, client.AnswerTypeTenths}, entry.Type, "%s", q)
		assert.False(t, entry.Own, "%s", q)
	}
	d := drawn(t, sheetC())
	assert.Equal(t, rapport.AnswerNo, d.Profile.Heard)

	own := []client.Question{"k-who-to-find", "k-way-liked", "k-not-liked"}
	parents := opened(t, sheetC(), asked)
	child := sheetC()
	child.Replies[0] = onDay("2027-02-01", picks("s-who-answers", "myself"))
	childs := opened(t, child, asked)
	for _, q := range own {
		assert.NotContains(t, parents, q)
		assert.Contains(t, childs, q)
	}
	for q := range childs {
		entry, _ := client.Scorer{}.Question(q)
		assert.Equal(t, entry.Own, q == own[0] || q == own[1] || q == own[2], "%s", q)
	}
	child.Replies = append(child.Replies, onDay("2027-02-01", picks("k-not-liked", "child-normal-life")))
	kept := drawn(t, child).Profile
	require.Len(t, kept.Concerns, 1)
	assert.Empty(t, kept.Concerns[0].Source)
}
