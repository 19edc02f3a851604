package client_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

func TestAPayerSeesHowFarTheTalksHaveComeAndNothingElse(t *testing.T) {
	p := msA()
	p.Needs = []client.NeedRecord{{Kind: client.NeedKindSafeHome, Met: rapport.AnswerNo, On: on("2027-02-05")}}
	p.Changes = []client.LifeChange{{ID: "c-secret", Kind: client.ChangePregnancy, On: on("2027-02-10")}}
	s := score(t, p)
	shown := bytesOf(t, s.Coverage())
	for _, d := range client.Standard().Dimensions {
		assert.NotContains(t, shown, string(d.ID))
	}
	for _, hidden := range []string{"k-writer", "stalking", "prison", "r-door", "w-fans", "safe-home", "c-secret", "pregnancy", "privacy", "reason"} {
		assert.NotContains(t, shown, hidden)
	}
	assert.Equal(t, rapport.ID("ms-a"), s.Coverage().Profile)
	assert.Equal(t, 4, s.Coverage().Activities)
	counted := 0
	for _, w := range s.Coverage().Waiting {
		counted += w.Count
	}
	assert.Equal(t, len(s.Missing), counted)

	p.Concerns, p.Worried = nil, rapport.AnswerUnsaid
	assert.Equal(t, client.Waiting{Blocks: client.BlocksPlanning, Count: 1}, score(t, p).Coverage().Waiting[0], "the gravest first")
}

func TestADimensionIsReadAsCloselyAsItIsKnown(t *testing.T) {
	s := score(t, msA())
	evening := time.Date(2027, time.February, 11, 20, 0, 0, 0, time.UTC)
	morning := time.Date(2027, time.February, 11, 9, 0, 0, 0, time.UTC)
	band := func(setting client.Setting, at time.Time) rapport.Level {
		row, _ := s.Dimension(client.DimensionAnxiety, setting, at)
		return row.Band
	}
	assert.Equal(t, rapport.LevelHigh, band(client.SettingHome, evening))
	assert.Equal(t, rapport.LevelModerate, band(client.SettingHome, morning))
	assert.Equal(t, rapport.LevelModerate, band(client.SettingGym, evening))
	_, known := s.Dimension(client.DimensionImageConcern, client.SettingHome, evening)
	assert.False(t, known)
	_, known = s.Tolerance(client.SettingGym, rapport.VisibilityOvert)
	assert.False(t, known)
	_, known = s.Activity("a-nothing")
	assert.False(t, known)
	assert.Zero(t, s.Weight(client.NeedUnknown))
}

func TestEachSettingHasItsOwnSensitivityAndRules(t *testing.T) {
	p := msA()
	p.Evidence = append(p.Evidence, client.Evidence{ID: "e-home", Dimension: client.DimensionPrivacySensitivity, Kind: client.EvidenceSaidUnprompted, Level: rapport.LevelSevere, On: on("2027-02-05"), Setting: client.SettingHome})
	p.Wishes = append(p.Wishes, client.Wish{ID: "w-room", Kind: client.WishNoOneInRoom, Setting: client.SettingHome, Strength: client.StrengthLine, On: on("2027-02-05")})
	at := map[client.Setting]client.SettingScore{}
	for _, here := range score(t, p).Settings {
		at[here.Setting] = here
	}
	assert.Equal(t, client.SettingScore{Setting: client.SettingHome, Sensitivity: rapport.LevelHigh, Worry: rapport.LevelHigh,
		Rules: []rapport.ID{"w-room", "w-uniform", "w-fans"}, Activities: []rapport.ID{"a-evening"}}, at[client.SettingHome])
	assert.Equal(t, rapport.LevelUnknown, at[client.SettingGym].Sensitivity)
	assert.Equal(t, []rapport.ID{"w-fans"}, at[client.SettingGym].Rules, "what holds at home does not hold here")
}
