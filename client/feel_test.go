package client_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

func dimension(s client.Scores, d client.Dimension, at client.Setting, hours rapport.Hours) (client.DimensionScore, bool) {
	i := slices.IndexFunc(s.Dimensions, func(row client.DimensionScore) bool {
		return row.Dimension == d && row.Setting == at && row.Hours.From == hours.From
	})
	if i < 0 {
		return client.DimensionScore{}, false
	}
	return s.Dimensions[i], true
}

func tolerance(s client.Scores, at client.Setting, v rapport.Visibility) (client.Tolerance, bool) {
	i := slices.IndexFunc(s.Tolerances, func(row client.Tolerance) bool { return row.Setting == at && row.Visibility == v })
	if i < 0 {
		return client.Tolerance{}, false
	}
	return s.Tolerances[i], true
}

func assertEstimate(t *testing.T, value, confidence float64, e rapport.Estimate) {
	t.Helper()
	assert.InDelta(t, value, e.Value, 2e-6)
	assert.InDelta(t, confidence, e.Confidence, 2e-6)
}

func TestAnxietyInTheEveningAtHomeIsItsOwnScore(t *testing.T) {
	s := score(t, msA())
	general, ok := dimension(s, client.DimensionAnxiety, client.SettingAnywhere, rapport.Hours{})
	require.True(t, ok)
	assertEstimate(t, .5, .6/2.1, general.Estimate)
	assert.Equal(t, rapport.LevelModerate, general.Band)

	evening, ok := dimension(s, client.DimensionAnxiety, client.SettingHome, window("19:00", "00:00"))
	require.True(t, ok)
	value := (.6*.5 + .6*.75 + .9*.75) / 2.1
	spread := (.6*(value-.5) + 1.5*(.75-value)) / 2.1
	assertEstimate(t, value, 2.1/3.6*(1-spread), evening.Estimate)
	assert.Equal(t, rapport.LevelHigh, evening.Band)

	away, ok := dimension(s, client.DimensionAnxiety, client.SettingSecondHome, window("19:00", "00:00"))
	require.True(t, ok, "the second home borrows from home")
	assert.Equal(t, client.SettingHome, away.BorrowedFrom)
	assertEstimate(t, evening.Estimate.Value, evening.Estimate.Confidence/2, away.Estimate)

	_, ok = dimension(s, client.DimensionAnxiety, client.SettingGym, rapport.Hours{})
	assert.False(t, ok, "the general score is not repeated for each place")
}

func TestMoreWorryInTheEveningChangesTheEveningOnly(t *testing.T) {
	before := score(t, msA())
	p := msA()
	p.Evidence = append(p.Evidence, client.Evidence{ID: "e-new", Dimension: client.DimensionAnxiety, Kind: client.EvidenceOwnCorrection,
		Level: rapport.LevelSevere, On: on("2027-02-10"), Setting: client.SettingHome, Hours: window("19:00", "00:00")})
	after := score(t, p)

	evening := window("19:00", "00:00")
	for _, row := range before.Dimensions {
		now, ok := dimension(after, row.Dimension, row.Setting, row.Hours)
		require.True(t, ok)
		if row.Dimension == client.DimensionAnxiety && row.Hours.From == evening.From {
			assert.Greater(t, now.Estimate.Value, row.Estimate.Value)
			continue
		}
		assert.Equal(t, row, now)
	}
	assert.Len(t, after.Dimensions, len(before.Dimensions))
	for i, here := range after.Settings {
		if here.Setting == client.SettingHome {
			assert.Equal(t, rapport.LevelHigh, here.Worry)
		}
		if lies(here.Setting, client.SettingHome) {
			after.Settings[i].Worry = before.Settings[i].Worry
		}
	}
	after.Dimensions, before.Dimensions = nil, nil
	after.Reasons, before.Reasons = nil, nil
	assert.Equal(t, before, after)
}

func TestEvidenceAgesIntoDoubtAndThenDoesNotCount(t *testing.T) {
	said := client.Profile{ID: "p", Evidence: []client.Evidence{{ID: "e-1", Dimension: client.DimensionNeedForControl, Kind: client.EvidenceScaleAnswers, Level: rapport.LevelHigh, On: on("2026-01-01")}}}
	at := func(days int) client.Scores {
		s, err := client.Score(said, on("2026-01-01").AddDays(days).Start(time.UTC))
		require.NoError(t, err)
		return s
	}
	fresh, _ := dimension(at(365), client.DimensionNeedForControl, client.SettingAnywhere, rapport.Hours{})
	assertEstimate(t, .75, .6/2.1, fresh.Estimate)

	aged, _ := dimension(at(547), client.DimensionNeedForControl, client.SettingAnywhere, rapport.Hours{})
	mass := .6 * (730. - 547) / 365
	assertEstimate(t, .75, mass/(mass+1.5), aged.Estimate)
	assert.Equal(t, rapport.LevelUnknown, aged.Band, "too little for a word")

	_, known := dimension(at(729), client.DimensionNeedForControl, client.SettingAnywhere, rapport.Hours{})
	assert.False(t, known, "too little for a value")

	old := at(730)
	assert.Empty(t, old.Dimensions)
	assert.Contains(t, old.Missing, client.Missing{Field: "/evidence/e-1", Blocks: client.BlocksChoice, Ask: client.QuestionScControl1})
	assert.Equal(t, []rapport.Code{client.CodeEvidenceTooOld}, codesAt(old.Reasons, "/evidence/e-1"))
}

func TestContradictoryEvidenceLowersTheConfidence(t *testing.T) {
	p := client.Profile{ID: "p", Evidence: []client.Evidence{
		{ID: "e-1", Dimension: client.DimensionSocialOpenness, Kind: client.EvidenceSaidUnprompted, Level: rapport.LevelSevere, On: on("2027-02-01")},
		{ID: "e-2", Dimension: client.DimensionSocialOpenness, Kind: client.EvidenceSaidUnprompted, Level: rapport.LevelSevere, On: on("2027-02-02")},
	}}
	agreed := score(t, p).Dimensions[0].Estimate
	p.Evidence[1].Level = rapport.LevelNone
	split := score(t, p).Dimensions[0].Estimate
	assert.InDelta(t, .5, split.Value, 2e-6)
	assert.InDelta(t, agreed.Confidence/2, split.Confidence, 2e-6)
}

func TestACorrectionHalvesOlderEvidenceOfOtherKinds(t *testing.T) {
	p := client.Profile{ID: "p", Evidence: []client.Evidence{
		{ID: "e-1", Dimension: client.DimensionImageConcern, Kind: client.EvidenceSaidUnprompted, Level: rapport.LevelNone, On: on("2027-01-01")},
		{ID: "e-2", Dimension: client.DimensionImageConcern, Kind: client.EvidenceOwnCorrection, Level: rapport.LevelSevere, On: on("2027-02-01")},
	}}
	s := score(t, p)
	assert.InDelta(t, 1/1.45, s.Dimensions[0].Estimate.Value, 2e-6)
	p.Evidence[0].Kind = client.EvidenceOwnCorrection
	assert.InDelta(t, .5, score(t, p).Dimensions[0].Estimate.Value, 2e-6, "not of its own kind")
	assert.Contains(t, codesAt(s.Reasons, "/evidence/e-1"), client.CodeEvidenceHalved)
}

func TestACorrectionOfAnotherKindHalvesAnOlderCorrection(t *testing.T) {
	s := withPacks(t, client.Catalogue{Name: "words.example/read-back", Version: "1",
		Evidence: []client.EvidenceEntry{{ID: "words.example/read-back", Weight: 50, Fresh: 100, Stale: 200, HalvesOlder: true, EN: words}}})
	piece := func(id rapport.ID, kind client.EvidenceKind, day string) client.Evidence {
		return client.Evidence{ID: id, Dimension: client.DimensionImageConcern, Kind: kind, Level: rapport.LevelHigh, On: on(day)}
	}
	scores, err := s.Score(client.Profile{ID: "p", Evidence: []client.Evidence{
		piece("e-first", client.EvidenceOwnCorrection, "2027-02-01"),
		piece("e-other", "words.example/read-back", "2027-02-03"),
		piece("e-last", client.EvidenceOwnCorrection, "2027-02-05"),
	}}, now)
	require.NoError(t, err)
	for id, halved := range map[rapport.Path]bool{"/evidence/e-first": true, "/evidence/e-other": true, "/evidence/e-last": false} {
		assert.Equal(t, halved, slices.Contains(codesAt(scores.Reasons, id), client.CodeEvidenceHalved), "%s", id)
	}
}

func TestThePayerNeverSpeaksForThePersonAlone(t *testing.T) {
	p := client.Profile{ID: "p"}
	for _, id := range []rapport.ID{"e-1", "e-2", "e-3"} {
		p.Evidence = append(p.Evidence, client.Evidence{ID: id, Dimension: client.DimensionAnxiety, Kind: client.EvidencePayerSaid, Level: rapport.LevelHigh, On: on("2027-02-01")})
	}
	s := score(t, p)
	assert.Empty(t, s.Dimensions)
	assert.Equal(t, []rapport.Code{client.CodeEvidenceAlone}, codesAt(s.Reasons, "/evidence/e-1"))
}

func TestTimesOfDayHoldWhereTheyCover(t *testing.T) {
	piece := func(id rapport.ID, level rapport.Level, hours rapport.Hours) client.Evidence {
		return client.Evidence{ID: id, Dimension: client.DimensionAnxiety, Kind: client.EvidenceSaidUnprompted, Level: level, On: on("2027-02-01"), Hours: hours}
	}
	friday := window("22:00", "02:00", rapport.DayFri)
	s := score(t, client.Profile{ID: "p", Evidence: []client.Evidence{
		piece("e-night", rapport.LevelHigh, window("20:00", "06:00")),
		piece("e-friday", rapport.LevelSevere, friday),
		piece("e-days", rapport.LevelNone, window("09:00", "17:00", rapport.DayMon, rapport.DayTue, rapport.DayWed, rapport.DayThu, rapport.DayFri, rapport.DaySat, rapport.DaySun)),
	}})
	require.Len(t, s.Dimensions, 3, "no general score comes from a time of day")
	night, _ := dimension(s, client.DimensionAnxiety, client.SettingAnywhere, window("20:00", "06:00"))
	assert.InDelta(t, .75, night.Estimate.Value, 2e-6, "Friday says nothing about other nights")
	late, _ := dimension(s, client.DimensionAnxiety, client.SettingAnywhere, friday)
	assert.InDelta(t, .875, late.Estimate.Value, 2e-6, "every night holds on Friday too")
	day, _ := dimension(s, client.DimensionAnxiety, client.SettingAnywhere, window("09:00", "17:00"))
	assert.Empty(t, day.Hours.Days, "all seven days are every day")
}

func TestATimeOfDayHoldsAllTheWayOfOneOfItsWindows(t *testing.T) {
	mon, sun := rapport.DayMon, rapport.DaySun
	cases := []struct {
		name         string
		outer, inner rapport.Hours
		want         bool
	}{
		{"the same evening", window("19:00", "00:00"), window("20:00", "22:00"), true},
		{"an end after midnight lies later", window("19:00", "00:00"), window("20:00", "01:00"), false},
		{"a beginning before it lies earlier", window("19:00", "00:00"), window("18:00", "22:00"), false},
		{"the small hours of the night before", window("22:00", "08:00"), window("02:00", "04:00"), true},
		{"the night of Sunday holds on Monday morning", window("22:00", "08:00", sun), window("02:00", "04:00", mon), true},
		{"and not on Sunday morning", window("22:00", "08:00", sun), window("02:00", "04:00", sun), false},
		{"two whole days are not one window", window("00:00", "00:00"), window("22:00", "02:00"), false},
		{"some days do not hold every day", window("19:00", "00:00", mon, sun), window("20:00", "22:00"), false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			piece := func(id rapport.ID, level rapport.Level, hours rapport.Hours) client.Evidence {
				return client.Evidence{ID: id, Dimension: client.DimensionAnxiety, Kind: client.EvidenceSaidUnprompted, Level: level, On: on("2027-02-01"), Hours: hours}
			}
			s := score(t, client.Profile{ID: "p", Evidence: []client.Evidence{piece("e-outer", rapport.LevelNone, c.outer), piece("e-inner", rapport.LevelSevere, c.inner)}})
			inner, ok := dimension(s, client.DimensionAnxiety, client.SettingAnywhere, c.inner)
			require.True(t, ok)
			assert.Equal(t, c.want, inner.Estimate.Value < 1, "the outer piece counts within the inner hours")
		})
	}
}

func TestEvidenceFurtherOutCountsHalfForEachStep(t *testing.T) {
	piece := func(id rapport.ID, level rapport.Level, at client.Setting) client.Evidence {
		return client.Evidence{ID: id, Dimension: client.DimensionPrivacySensitivity, Kind: client.EvidenceOwnCorrection, Level: level, On: on("2027-02-01"), Setting: at}
	}
	s := score(t, client.Profile{ID: "p", Evidence: []client.Evidence{
		piece("e-event", rapport.LevelNone, client.SettingEvent), piece("e-gate", rapport.LevelSevere, client.SettingVenueGate)}})
	gate, _ := dimension(s, client.DimensionPrivacySensitivity, client.SettingVenueGate, rapport.Hours{})
	assert.InDelta(t, 1/1.25, gate.Estimate.Value, 2e-6)
}

func TestToleranceIsKeptBySettingAndRung(t *testing.T) {
	s := score(t, msA())
	overt, ok := tolerance(s, client.SettingHome, rapport.VisibilityOvert)
	require.True(t, ok)
	assertEstimate(t, 1./6, .4, overt.Estimate)

	plain, ok := tolerance(s, client.SettingHome, rapport.VisibilityLowProfile)
	require.True(t, ok)
	value := (5./6 + .5*4/6) / 1.5
	spread := ((5./6 - value) + .5*(value-4./6)) / 1.5
	assertEstimate(t, value, .5*(1-spread), plain.Estimate)

	lent, ok := tolerance(s, client.SettingSecondHome, rapport.VisibilityOvert)
	require.True(t, ok)
	assert.Equal(t, client.SettingHome, lent.BorrowedFrom)
	assertEstimate(t, 1./6, .2, lent.Estimate)

	_, ok = tolerance(s, client.SettingGym, rapport.VisibilityOvert)
	assert.False(t, ok, "the gym does not lie in the home")
	_, ok = tolerance(s, client.SettingHome, rapport.VisibilityOrdinary)
	assert.False(t, ok, "nobody has asked")
}

func TestAReactionDecidesAloneOnlyWhereItStandsAlone(t *testing.T) {
	react := func(id rapport.ID, element client.Element, at client.Setting, f rapport.Feeling) client.Reaction {
		return client.Reaction{ID: id, Element: element, Setting: at, Feeling: f, On: on("2027-02-01")}
	}
	s := score(t, client.Profile{ID: "p", Reactions: []client.Reaction{
		react("r-alone", client.ElementGuardPostUniform, client.SettingGym, rapport.FeelingMinus3),
		react("r-rung", client.ElementGuardPostOrdinaryClothes, client.SettingHome, rapport.FeelingPlus3),
		react("r-good", client.ElementGuardPostUniform, client.SettingHome, rapport.FeelingPlus3),
		react("r-bad", client.ElementDogPatrol, client.SettingHome, rapport.FeelingMinus3),
		react("r-mild", client.ElementDogPatrol, client.SettingHome, rapport.FeelingMinus1),
	}})
	weights := map[rapport.Path]int8{}
	for _, r := range s.Reasons {
		if r.Code == client.CodeReactionCounts {
			weights[r.Subject] = r.Weight
		}
	}
	assert.Equal(t, map[rapport.Path]int8{"/reactions/r-alone": -3, "/reactions/r-rung": 3, "/reactions/r-good": 2, "/reactions/r-bad": -2, "/reactions/r-mild": -1}, weights)
}

func TestNothingIsLentByAnywhereOrByASibling(t *testing.T) {
	p := client.Profile{ID: "p",
		Activities: []client.Activity{{ID: "a-1", Kind: client.ActivityDiningOut}, {ID: "a-2", Kind: client.ActivitySchoolRun}},
		Reactions: []client.Reaction{
			{ID: "r-1", Element: client.ElementDogPatrol, Setting: client.SettingAnywhere, Feeling: rapport.FeelingMinus3, On: on("2027-02-01")},
			{ID: "r-2", Element: client.ElementGuardPostUniform, Setting: client.SettingGym, Feeling: rapport.FeelingMinus3, On: on("2027-02-01")},
		}}
	s := score(t, p)
	_, lent := tolerance(s, client.SettingRestaurant, rapport.VisibilityOvert)
	assert.False(t, lent)
	own, ok := tolerance(s, client.SettingAnywhere, rapport.VisibilityOvert)
	assert.True(t, ok)
	assert.Empty(t, own.BorrowedFrom)
	_, _, known := client.Scorer{}.Feeling(p, client.ElementDogPatrol, client.SettingRestaurant, now)
	assert.False(t, known)
	_, _, known = client.Scorer{}.Feeling(p, client.ElementDogPatrol, client.SettingAnywhere, now)
	assert.True(t, known)
}

func TestRemovingAReactionWeakensExactlyWhatItCarried(t *testing.T) {
	before := score(t, msA())
	p := msA()
	p.Reactions = slices.DeleteFunc(p.Reactions, func(r client.Reaction) bool { return r.ID == "r-door" })
	after := score(t, p)

	kept := slices.DeleteFunc(slices.Clone(before.Tolerances), func(row client.Tolerance) bool { return row.Visibility == rapport.VisibilityOvert })
	assert.Len(t, kept, len(before.Tolerances)-2, "home and the second home that borrows from it")
	assert.Equal(t, kept, after.Tolerances)
	carried := func(r rapport.Reason) bool { return r.Subject == "/reactions/r-door" || r.Subject == "/control" }
	assert.Equal(t, slices.DeleteFunc(slices.Clone(before.Reasons), carried), slices.DeleteFunc(slices.Clone(after.Reasons), carried))
	assert.Empty(t, codesAt(after.Reasons, "/reactions/r-door"))
	assert.Empty(t, after.Control.Restricts)
	assert.Greater(t, after.Control.Estimate.Value, before.Control.Estimate.Value, "it was the reaction that took control away")
	after.Tolerances, after.Reasons, after.Control = before.Tolerances, before.Reasons, before.Control
	assert.Equal(t, before, after)
}

func TestReactionsTooOldAreListedAndDoNotCount(t *testing.T) {
	later, err := client.Score(msA(), on("2027-02-04").AddDays(365).Start(time.UTC))
	require.NoError(t, err)
	assert.Empty(t, later.Tolerances)
	assert.Contains(t, later.Missing, client.Missing{Field: "/reactions/r-door", Blocks: client.BlocksChoice, Ask: client.QuestionVUniformHome})
	assert.Equal(t, []rapport.Code{client.CodeReactionTooOld}, codesAt(later.Reasons, "/reactions/r-door"))
}

func TestFeelingIsTheNewestThatCounts(t *testing.T) {
	react := func(id rapport.ID, at client.Setting, f rapport.Feeling, day string) client.Reaction {
		return client.Reaction{ID: id, Element: client.ElementGuardPostUniform, Setting: at, Feeling: f, On: on(day)}
	}
	p := client.Profile{ID: "p", Reactions: []client.Reaction{
		react("r-1", client.SettingHome, rapport.FeelingPlus1, "2027-02-01"),
		react("r-2", client.SettingHome, rapport.FeelingMinus2, "2027-02-05"),
		react("r-3", client.SettingHome, rapport.FeelingMinus1, "2027-02-05"),
		react("r-4", client.SettingHome, rapport.FeelingPlus3, "2027-03-01"),
		react("r-5", client.SettingGym, rapport.FeelingPlus3, "2026-01-01"),
		react("r-6", client.SettingResidentialLobby, rapport.FeelingNeutral, "2027-01-01"),
	}}
	cases := []struct {
		name string
		at   client.Setting
		want rapport.ID
	}{
		{"the newest of the setting, of one day the most uncomfortable, none from the future", client.SettingHome, "r-2"},
		{"an own older one before a borrowed one", client.SettingResidentialLobby, "r-6"},
		{"borrowed where nothing is known", client.SettingSecondHome, "r-2"},
		{"never one too old", client.SettingGym, ""},
		{"nothing for a word nobody knows", "vendor.example/moon", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			feeling, from, known := client.Scorer{}.Feeling(p, client.ElementGuardPostUniform, c.at, now)
			assert.Equal(t, c.want, from.ID)
			assert.Equal(t, c.want != "", known)
			assert.Equal(t, from.Feeling, feeling)
		})
	}
}

func TestThePersonsOwnFeelingComesBeforeWhatOthersSay(t *testing.T) {
	dog := func(id rapport.ID, f rapport.Feeling, day string, source client.EvidenceKind) client.Reaction {
		return client.Reaction{ID: id, Element: client.ElementDogPatrol, Setting: client.SettingHome, Feeling: f, On: on(day), Source: source}
	}
	felt := func(reactions ...client.Reaction) (rapport.ID, bool) {
		_, from, known := client.Scorer{}.Feeling(client.Profile{ID: "p", Reactions: reactions}, client.ElementDogPatrol, client.SettingHome, now)
		return from.ID, known
	}
	own, told := dog("r-own", rapport.FeelingPlus1, "2027-01-20", ""), dog("r-told", rapport.FeelingMinus2, "2027-02-10", client.EvidenceAssistantSaid)
	from, _ := felt(own, told)
	assert.Equal(t, rapport.ID("r-own"), from, "though it is older")
	from, _ = felt(told)
	assert.Equal(t, rapport.ID("r-told"), from, "better than nothing, until the person is asked")
	_, known := felt(dog("r-guess", rapport.FeelingMinus2, "2027-02-10", client.EvidenceProxyGuess), dog("r-payer", rapport.FeelingPlus3, "2027-02-10", client.EvidencePayerSaid))
	assert.False(t, known, "a guess and a payer's word are nobody's feeling")
}
