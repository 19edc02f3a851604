package client_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// now is the moment most tests ask about, ten days after the first talk with Ms A.
var now = time.Date(2027, time.February, 11, 20, 0, 0, 0, time.UTC)

func on(text string) rapport.Date { return rapport.MustDate(text) }

func window(from, to string, days ...rapport.Day) rapport.Hours {
	return rapport.Hours{Days: days, From: rapport.MustClock(from), To: rapport.MustClock(to)}
}

// msA is the profile of the actor of case O1: ranked needs, an evening worry, a gym at a fixed hour, a
// uniform that felt like a prison and a companion who did not.
func msA() client.Profile {
	evening := window("19:00", "00:00")
	return client.Profile{
		ID:         "ms-a",
		Minor:      rapport.AnswerNo,
		Priorities: [][]client.Need{{client.NeedPrivacy, client.NeedAutonomy}, {client.NeedProtection}},
		Evidence: []client.Evidence{
			{ID: "e-scale", Dimension: client.DimensionAnxiety, Kind: client.EvidenceScaleAnswers, Level: rapport.LevelModerate, On: on("2027-02-01")},
			{ID: "e-when", Dimension: client.DimensionAnxiety, Kind: client.EvidenceAnsweredQuestion, Level: rapport.LevelHigh, On: on("2027-02-01"), Setting: client.SettingHome, Hours: evening},
			{ID: "e-stairs", Dimension: client.DimensionAnxiety, Kind: client.EvidenceSaidUnprompted, Level: rapport.LevelHigh, On: on("2027-02-04"), Setting: client.SettingHome, Hours: evening},
			{ID: "e-control", Dimension: client.DimensionNeedForControl, Kind: client.EvidenceScaleAnswers, Level: rapport.LevelSevere, On: on("2027-02-01")},
		},
		Concerns: []client.Concern{
			{ID: "k-difficult", Kind: client.ConcernLookingDifficult, Rank: 3, Emotion: rapport.LevelModerate, Likelihood: rapport.LevelModerate, Avoidance: rapport.LevelLow, On: on("2027-02-01")},
			{ID: "k-writer", Kind: client.ConcernStalking, Rank: 1, Emotion: rapport.LevelHigh, Likelihood: rapport.LevelHigh, Avoidance: rapport.LevelModerate, On: on("2027-02-01"), Words: "the letter writer"},
			{ID: "k-press", Kind: client.ConcernUnwantedMedia, Rank: 2, Emotion: rapport.LevelModerate, Likelihood: rapport.LevelSevere, Avoidance: rapport.LevelLow, On: on("2027-02-01")},
		},
		Activities: []client.Activity{
			{ID: "a-gym", Kind: client.ActivityExercise, Weekly: []rapport.Hours{window("06:30", "08:00", rapport.DayMon, rapport.DayWed, rapport.DayFri)}},
			{ID: "a-evening", Kind: client.ActivityHomeAlone},
			{ID: "a-premiere", Kind: client.ActivityPremiereOrAward, On: rapport.Span{From: now.AddDate(0, 0, 11), To: now.AddDate(0, 0, 11).Add(4 * time.Hour)}, Crowd: rapport.LevelHigh},
			{ID: "a-weekend", Kind: client.ActivityHomeDay, Setting: client.SettingSecondHome},
		},
		Reactions: []client.Reaction{
			{ID: "r-door", Element: client.ElementGuardPostUniform, Setting: client.SettingHome, Feeling: rapport.FeelingMinus2, On: on("2027-02-04"), Words: "like a prison"},
			{ID: "r-friend", Element: client.ElementGuardPostOrdinaryClothes, Setting: client.SettingHome, Feeling: rapport.FeelingPlus2, On: on("2027-02-04")},
			{ID: "r-asked", Element: client.ElementGuardPostOrdinaryClothes, Setting: client.SettingHome, Feeling: rapport.FeelingPlus1, On: on("2027-02-01")},
		},
		Wishes: []client.Wish{
			{ID: "w-uniform", Kind: client.WishNoUniformAt, Setting: client.SettingHome, Strength: client.StrengthStrong, On: on("2027-02-01")},
			{ID: "w-fans", Kind: client.WishFansGreeted, Strength: client.StrengthWish, On: on("2027-02-01")},
		},
	}
}

// writer is the stalker of case O1 as assessed at the first talk.
func writer() client.Threat {
	return client.Threat{
		ID: "t-writer", Kind: client.ThreatStalking, Source: "person-7", Directness: client.DirectnessDirect,
		Level: rapport.LevelModerate, Assessor: client.AssessorIndependent,
		AssessedAt: now.AddDate(0, 0, -9), ReviewOn: on("2027-03-01"),
		Contacts: []client.Contact{
			{ID: "c-letter", Kind: client.ContactLetter, At: now.AddDate(0, 0, -40)},
			{ID: "c-gym", Kind: client.ContactSighting, At: now.AddDate(0, 0, -20), Setting: client.SettingGym, Activity: "a-gym"},
		},
	}
}

// lobby is the contact of day ten: the source waits in the lobby.
func lobby() client.Contact {
	return client.Contact{ID: "c-lobby", Kind: client.ContactWaiting, At: now.Add(-time.Hour), Setting: client.SettingResidentialLobby}
}

// note is the contact of day fourteen: a note brought to the door of the flat.
func note() client.Contact {
	return client.Contact{ID: "c-note", Kind: client.ContactHandDelivery, At: now.Add(-time.Minute), Setting: client.SettingHome}
}

func score(t *testing.T, p client.Profile) client.Scores {
	t.Helper()
	s, err := client.Score(p, now)
	require.NoError(t, err)
	return s
}

func picture(t *testing.T, threat client.Threat, contacts ...client.Contact) client.Picture {
	t.Helper()
	threat.Contacts = append(append([]client.Contact{}, threat.Contacts...), contacts...)
	p, err := client.Scorer{}.Picture(threat, now)
	require.NoError(t, err)
	return p
}

func bytesOf(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return string(data)
}

// codesAt lists the codes of the reasons with a subject.
func codesAt(reasons []rapport.Reason, subject rapport.Path) []rapport.Code {
	codes := []rapport.Code{}
	for _, r := range reasons {
		if r.Subject == subject {
			codes = append(codes, r.Code)
		}
	}
	return codes
}

// lies reports whether a setting is another or lies below it.
func lies(setting, outer client.Setting) bool { return client.Scorer{}.Lies(setting, outer) }
