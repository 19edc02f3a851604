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

var scorer client.Scorer

func TestThePictureIsTheAssessmentUntilTheSourceActs(t *testing.T) {
	p := picture(t, writer())
	assert.Equal(t, rapport.LevelModerate, p.Level)
	assert.Equal(t, rapport.AnswerNo, p.Overdue)
	assert.Empty(t, p.Raised)
	assert.Equal(t, []client.KnownPlace{{Setting: client.SettingGym, Activity: "a-gym", Level: rapport.LevelModerate, Times: 1,
		Last: now.AddDate(0, 0, -20), Approached: rapport.AnswerNo}}, p.Places)
	assert.Equal(t, []rapport.Code{client.CodeLevelAssessed}, codesAt(p.Reasons, "/level"))
	assert.Contains(t, codesAt(p.Reasons, "/contacts/c-gym"), client.CodeContactAssessed)
}

func TestWaitingInTheLobbyRaisesTheHomeByOneStep(t *testing.T) {
	p := picture(t, writer(), lobby())
	assert.Equal(t, rapport.LevelModerate, p.Level)
	assert.Equal(t, []client.Setting{client.SettingHome}, p.Raised)
	assert.Equal(t, rapport.AnswerYes, p.Overdue)
	assert.Equal(t, rapport.LevelHigh, scorer.LevelAt(p, client.SettingHome))
	assert.Equal(t, rapport.LevelHigh, scorer.LevelAt(p, client.SettingResidentialLobby))
	assert.Equal(t, rapport.LevelModerate, scorer.LevelAt(p, client.SettingGym))
	place := p.Places[slices.IndexFunc(p.Places, func(k client.KnownPlace) bool { return k.Setting == client.SettingResidentialLobby })]
	assert.Equal(t, rapport.LevelHigh, place.Level)
	assert.Equal(t, rapport.AnswerYes, place.Approached)
	assert.Contains(t, codesAt(p.Reasons, "/contacts/c-lobby"), client.CodeContactRaisesHere)
}

func TestANoteAtTheDoorRaisesEverywhereAndNoMoreThanOneStep(t *testing.T) {
	p := picture(t, writer(), lobby(), note())
	assert.Equal(t, rapport.LevelHigh, p.Level)
	assert.Equal(t, []client.Setting{client.SettingAnywhere}, p.Raised)
	assert.Equal(t, rapport.LevelHigh, scorer.LevelAt(p, client.SettingHome))
	assert.Equal(t, rapport.LevelHigh, scorer.LevelAt(p, client.SettingGym))
	assert.Equal(t, rapport.LevelModerate, p.Assessed)
}

func TestRaises(t *testing.T) {
	assessed := now.AddDate(0, 0, -9)
	cases := []struct {
		name    string
		level   rapport.Level
		contact client.Contact
		want    rapport.Level
		at      client.Setting
		code    rapport.Code
	}{
		{"a contact as old as the assessment was known then", rapport.LevelLow, client.Contact{Kind: client.ContactHandDelivery, At: assessed}, rapport.LevelLow, client.SettingHome, client.CodeContactAssessed},
		{"a letter raises nothing", rapport.LevelLow, client.Contact{Kind: client.ContactLetter, At: now}, rapport.LevelLow, client.SettingHome, client.CodeContactNoted},
		{"an approach nobody placed raises everywhere", rapport.LevelLow, client.Contact{Kind: client.ContactApproach, At: now}, rapport.LevelModerate, client.SettingGym, client.CodeContactUnplaced},
		{"so does one that happened anywhere", rapport.LevelLow, client.Contact{Kind: client.ContactApproach, At: now, Setting: client.SettingAnywhere}, rapport.LevelModerate, client.SettingGym, client.CodeContactUnplaced},
		{"a spoken threat raises everywhere", rapport.LevelHigh, client.Contact{Kind: client.ContactThreatSpoken, At: now}, rapport.LevelSevere, client.SettingGym, client.CodeContactRaisesEverywhere},
		{"a named place raises there", rapport.LevelModerate, client.Contact{Kind: client.ContactNamedPlace, At: now, Setting: client.SettingSchool}, rapport.LevelHigh, client.SettingUniversity, client.CodeContactRaisesHere},
		{"looked at and found absent becomes low", rapport.LevelNone, client.Contact{Kind: client.ContactHandDelivery, At: now}, rapport.LevelLow, client.SettingHome, client.CodeContactRaisesEverywhere},
		{"nothing is above severe", rapport.LevelSevere, client.Contact{Kind: client.ContactHandDelivery, At: now}, rapport.LevelSevere, client.SettingHome, client.CodeContactRaisesEverywhere},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			c.contact.ID = "c-1"
			p := picture(t, client.Threat{ID: "t", Kind: client.ThreatStalking, Level: c.level, AssessedAt: assessed}, c.contact)
			assert.Equal(t, c.want, scorer.LevelAt(p, c.at))
			assert.Contains(t, codesAt(p.Reasons, "/contacts/c-1"), c.code)
		})
	}
}

func TestAnUnknownLevelIsPlannedAsModerateAndSaid(t *testing.T) {
	p := picture(t, client.Threat{ID: "t", Kind: client.ThreatStalking})
	assert.Equal(t, rapport.LevelModerate, p.Level)
	assert.Equal(t, rapport.LevelUnknown, p.Assessed)
	assert.Equal(t, []rapport.Code{client.CodeLevelUnknown}, codesAt(p.Reasons, "/level"))
	assert.Equal(t, rapport.AnswerUnsaid, p.Overdue)
	assert.Contains(t, codesAt(p.Reasons, "/review_on"), client.CodeReviewDateMissing)
	entry, _ := scorer.Threat(client.ThreatStalking)
	assert.Equal(t, entry.Bites, p.Settings)
}

func TestAPassedReviewDateIsOverdue(t *testing.T) {
	threat := writer()
	threat.ReviewOn = rapport.DateOf(now)
	assert.Equal(t, rapport.AnswerNo, picture(t, threat).Overdue, "the day itself still counts")
	threat.ReviewOn = rapport.DateOf(now).AddDays(-1)
	p := picture(t, threat)
	assert.Equal(t, rapport.AnswerYes, p.Overdue)
	assert.Contains(t, codesAt(p.Reasons, "/review_on"), client.CodeReviewPassed)
}

func TestPlacesJoinContactsOfOneSettingAndActivity(t *testing.T) {
	at := func(id rapport.ID, kind client.ContactKind, hours int, where client.Setting, activity rapport.ID) client.Contact {
		return client.Contact{ID: id, Kind: kind, At: now.Add(time.Duration(-hours) * time.Hour), Setting: where, Activity: activity}
	}
	p := picture(t, client.Threat{ID: "t", Kind: client.ThreatStalking, Level: rapport.LevelLow, AssessedAt: now},
		at("c-1", client.ContactSighting, 3, client.SettingGym, "a-gym"), at("c-2", client.ContactApproach, 5, client.SettingGym, "a-gym"),
		at("c-3", client.ContactSighting, 1, client.SettingGym, ""), at("c-4", client.ContactLetter, 1, client.SettingPhoneAndMessages, ""),
		at("c-5", client.ContactNamedPlace, 2, client.SettingSchool, ""), at("c-6", client.ContactSighting, 2, "", ""))
	assert.Equal(t, []client.KnownPlace{
		{Setting: client.SettingGym, Level: rapport.LevelLow, Times: 1, Last: now.Add(-time.Hour), Approached: rapport.AnswerNo},
		{Setting: client.SettingGym, Activity: "a-gym", Level: rapport.LevelLow, Times: 2, Last: now.Add(-3 * time.Hour), Approached: rapport.AnswerYes},
		{Setting: client.SettingSchool, Level: rapport.LevelLow, Times: 1, Last: now.Add(-2 * time.Hour), Approached: rapport.AnswerNo},
	}, p.Places)
}

func TestTheLastContactOfAPlaceIsTheNewestInWhateverOrderTheyAreLogged(t *testing.T) {
	hours := map[rapport.ID]time.Duration{"c-new": time.Hour, "c-mid": 3 * time.Hour, "c-old": 5 * time.Hour}
	for _, order := range [][]rapport.ID{
		{"c-new", "c-old"}, {"c-old", "c-new"},
		{"c-new", "c-mid", "c-old"}, {"c-new", "c-old", "c-mid"}, {"c-mid", "c-new", "c-old"},
		{"c-mid", "c-old", "c-new"}, {"c-old", "c-new", "c-mid"}, {"c-old", "c-mid", "c-new"},
	} {
		var log []client.Contact
		for _, id := range order {
			log = append(log, client.Contact{ID: id, Kind: client.ContactSighting, At: now.Add(-hours[id]), Setting: client.SettingGym})
		}
		places := picture(t, client.Threat{ID: "t", Kind: client.ThreatStalking}, log...).Places
		require.Len(t, places, 1)
		assert.Equal(t, len(order), places[0].Times, "%v", order)
		assert.Equal(t, now.Add(-time.Hour), places[0].Last, "%v", order)
	}
}

func TestTheAssessedLevelSaysWhoAssessedIt(t *testing.T) {
	cases := []struct {
		name string
		by   client.Assessor
		args []string
		text string
	}{
		{"nobody has said who", client.AssessorUnknown, []string{"moderate", "2027-02-02"}, "Assessed as moderate on 2027-02-02."},
		{"the firm", client.AssessorOwnFirm, []string{"moderate", "2027-02-02", " by the firm itself"}, "Assessed as moderate on 2027-02-02 by the firm itself."},
		{"somebody from outside", client.AssessorIndependent, []string{"moderate", "2027-02-02", " by an independent assessor"}, "Assessed as moderate on 2027-02-02 by an independent assessor."},
		{"the police", client.AssessorAuthority, []string{"moderate", "2027-02-02", " by an authority"}, "Assessed as moderate on 2027-02-02 by an authority."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			threat := writer()
			threat.Assessor = c.by
			reasons := picture(t, threat).Reasons
			i := slices.IndexFunc(reasons, func(r rapport.Reason) bool { return r.Code == client.CodeLevelAssessed })
			require.GreaterOrEqual(t, i, 0)
			assert.Equal(t, c.args, reasons[i].Args)
			assert.Equal(t, c.text, reasons[i].Text)
		})
	}
}

func allSettings() []client.Setting {
	var list []client.Setting
	for _, e := range client.Standard().Settings {
		list = append(list, e.ID)
	}
	return list
}

func TestRaisingTheAssessedLevelNeverLowersAPlannedOne(t *testing.T) {
	for _, level := range []rapport.Level{rapport.LevelNone, rapport.LevelLow, rapport.LevelModerate, rapport.LevelHigh} {
		for _, contacts := range [][]client.Contact{nil, {lobby()}, {lobby(), note()}} {
			low, high := writer(), writer()
			low.Level, high.Level = level, level+1
			a, b := picture(t, low, contacts...), picture(t, high, contacts...)
			for _, s := range allSettings() {
				assert.Equal(t, rapport.AnswerYes, scorer.LevelAt(b, s).AtLeast(scorer.LevelAt(a, s)), "%s at %s", level, s)
			}
		}
	}
}

func TestRemovingAContactNeverRaisesALevel(t *testing.T) {
	all := []client.Contact{lobby(), note(), {ID: "c-followed", Kind: client.ContactFollowed, At: now, Setting: client.SettingOnFoot}, {ID: "c-letter-2", Kind: client.ContactLetter, At: now}}
	full := picture(t, writer(), all...)
	for i := range all {
		fewer := picture(t, writer(), slices.Delete(slices.Clone(all), i, i+1)...)
		for _, s := range allSettings() {
			assert.Equal(t, rapport.AnswerYes, scorer.LevelAt(full, s).AtLeast(scorer.LevelAt(fewer, s)), "without %s at %s", all[i].ID, s)
		}
	}
}

func TestThePictureDoesNotDependOnTheOrderAndSharesNoMemory(t *testing.T) {
	threat := writer()
	threat.Settings = []client.Setting{client.SettingHome, client.SettingGym}
	threat.Contacts = append(threat.Contacts, lobby(), note())
	want, err := scorer.Picture(threat, now)
	require.NoError(t, err)
	before := bytesOf(t, want)
	random := rand.New(rand.NewPCG(3, 4))
	for range 100 {
		shuffle(random, threat.Contacts)
		shuffle(random, threat.Settings)
		got, err := scorer.Picture(threat, now)
		require.NoError(t, err)
		require.Equal(t, before, bytesOf(t, got))
	}
	copied := writer()
	_, err = scorer.Picture(copied, now)
	require.NoError(t, err)
	assert.Equal(t, writer(), copied)
	threat.Settings[0], threat.Settings[1] = "changed", "changed"
	assert.Equal(t, before, bytesOf(t, want))
	want.Settings[0] = "changed"
	usual := picture(t, writer())
	usual.Settings[0] = "changed"
	assert.NotEqual(t, usual.Settings, picture(t, writer()).Settings)
}

func TestEveryProblemOfAThreatIsNamedAtItsPlace(t *testing.T) {
	threat := client.Threat{
		ID: "the writer", Kind: "ghost", Aimed: []rapport.ID{"ms a"}, Source: "John", Directness: 9, Level: 99, Assessor: 9,
		Settings: []client.Setting{"moon"},
		Contacts: []client.Contact{
			{ID: "c-1", Kind: "haunting", At: now.Add(time.Hour), Setting: "moon", Activity: "a gym"},
			{ID: "c-1"},
		},
		Extensions: rapport.Extensions{"plain": []byte("1")},
	}
	p, err := scorer.Picture(threat, now)
	require.Error(t, err)
	assert.Zero(t, p)
	assert.NotContains(t, err.Error(), "John")
	for _, want := range []struct {
		at   rapport.Pointer
		code rapport.Code
	}{
		{"/id", rapport.CodeMalformedID}, {"/kind", rapport.CodeUnknownWord}, {"/aimed/0", rapport.CodeMalformedID}, {"/directness", rapport.CodeOutOfRange},
		{"/level", rapport.CodeOutOfRange}, {"/assessor", rapport.CodeOutOfRange}, {"/assessed_at", rapport.CodeRequired}, {"/settings/0", rapport.CodeUnknownWord},
		{"/contacts/0/kind", rapport.CodeUnknownWord}, {"/contacts/0/at", rapport.CodeAfterMoment}, {"/contacts/0/setting", rapport.CodeUnknownWord}, {"/contacts/0/activity", rapport.CodeMalformedID},
		{"/contacts/1/id", rapport.CodeDuplicateID}, {"/contacts/1/kind", rapport.CodeRequired}, {"/contacts/1/at", rapport.CodeRequired}, {"/extensions", rapport.CodeMalformedWord},
	} {
		assertProblem(t, err, want.at, want.code)
	}
	early := writer()
	early.AssessedAt = now.Add(1)
	_, err = scorer.Picture(early, now)
	assertProblem(t, err, "/assessed_at", rapport.CodeAfterMoment)
}
