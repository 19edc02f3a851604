package client_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// dayThree is three days after the first talk with Ms A.
var dayThree = time.Date(2027, time.February, 4, 12, 0, 0, 0, time.UTC)

// guarded is Ms A on day three: six of ten in her own hands, a guard at the door who felt like a prison, a
// companion who did not, and a need for control of .868.
func guarded() client.Profile {
	return client.Profile{
		ID: "ms-a", Control: client.Control{InHand: 6, On: on("2027-02-01")},
		Evidence: []client.Evidence{{ID: "e-scale", Dimension: client.DimensionNeedForControl, Kind: client.EvidenceScaleAnswers, On: on("2027-02-01"), Scale: client.Scale{For: []int{5}, Against: []int{2}}}},
		Reactions: []client.Reaction{
			{ID: "r-door", Element: client.ElementGuardPostUniform, Setting: client.SettingHome, Feeling: rapport.FeelingMinus2, On: on("2027-02-04")},
			{ID: "r-friend", Element: client.ElementGuardPostOrdinaryClothes, Setting: client.SettingHome, Feeling: rapport.FeelingPlus2, On: on("2027-02-04")},
			{ID: "r-asked", Element: client.ElementGuardPostOrdinaryClothes, Setting: client.SettingHome, Feeling: rapport.FeelingPlus1, On: on("2027-02-01"), Source: client.EvidenceAnsweredQuestion},
		},
	}
}

func scoreAt(t *testing.T, p client.Profile, at time.Time) client.Scores {
	t.Helper()
	s, err := client.Score(p, at)
	require.NoError(t, err)
	return s
}

func TestTheSenseOfControlIsWhatIsSaidAndWhatIsThereNow(t *testing.T) {
	c := scoreAt(t, guarded(), dayThree).Control
	assert.InDelta(t, .523, c.Estimate.Value, .0005)
	assert.InDelta(t, .875-.523, c.Gap, .0005)
	assert.Equal(t, rapport.LevelHigh, c.Band)
	require.Len(t, c.Restricts, 1)
	assert.Equal(t, client.Restriction{Reaction: "r-door", Element: client.ElementGuardPostUniform, Setting: client.SettingHome, Feeling: rapport.FeelingMinus2}, c.Restricts[0])
}

func TestWhatEndsTakesItsReactionsOutOfNowAndOutOfNothingElse(t *testing.T) {
	before := scoreAt(t, guarded(), dayThree)
	p := guarded()
	p.Reactions[0].Until = on("2027-02-04")
	after := scoreAt(t, p, dayThree)
	assert.InDelta(t, .746, after.Control.Estimate.Value, .0005)
	assert.InDelta(t, .875-.746, after.Control.Gap, .0005)
	assert.Equal(t, rapport.LevelModerate, after.Control.Band)
	assert.Empty(t, after.Control.Restricts)
	assert.Equal(t, before.Tolerances, after.Tolerances, "how a uniform at home feels is still known")
}

func TestWhatTouchesNoFreedomSaysNothingAboutControl(t *testing.T) {
	p := guarded()
	p.Reactions = append(p.Reactions, client.Reaction{ID: "r-camera", Element: client.ElementCameraOutside, Setting: client.SettingHome, Feeling: rapport.FeelingMinus3, On: on("2027-02-04")})
	assert.Equal(t, scoreAt(t, guarded(), dayThree).Control, scoreAt(t, p, dayThree).Control)
}

func TestControlAgesFasterThanFeelings(t *testing.T) {
	p := guarded()
	p.Control = client.Control{}
	later := scoreAt(t, p, dayThree.AddDate(0, 0, 181))
	assert.False(t, later.Control.Estimate.Known(), "after half a year nothing is known of now")
	assert.Zero(t, later.Control.Confidence)
	assert.NotEmpty(t, later.Tolerances, "how it feels is still known")
	assert.Contains(t, later.Missing, client.Missing{Field: "/control", Blocks: client.BlocksChoice, Ask: client.QuestionPNowInControl})
}

func TestNothingInHandIsAFindingAndNotAskedIsNot(t *testing.T) {
	none := scoreAt(t, client.Profile{ID: "p", Control: client.Control{InHand: 0, On: on("2027-02-01")}}, dayThree)
	assert.True(t, none.Control.Estimate.Known())
	assert.Zero(t, none.Control.Estimate.Value)
	assert.Equal(t, rapport.LevelUnknown, none.Control.Band, "without the need there is no gap")
	assert.False(t, scoreAt(t, client.Profile{ID: "p"}, dayThree).Control.Estimate.Known())
}

func TestAnAnsweredFeelingWeighsLessThanOneThatWasSeen(t *testing.T) {
	home, ok := scoreAt(t, guarded(), dayThree).Tolerance(client.SettingHome, rapport.VisibilityLowProfile)
	require.True(t, ok)
	assert.InDelta(t, .795, home.Estimate.Value, .0005)
	assert.InDelta(t, .437, home.Estimate.Confidence, .0005)
	uniform, ok := scoreAt(t, guarded(), dayThree).Tolerance(client.SettingHome, rapport.VisibilityOvert)
	require.True(t, ok)
	assert.InDelta(t, .167, uniform.Estimate.Value, .0005)
	assert.InDelta(t, .4, uniform.Estimate.Confidence, .0005)
}

func TestShortStatementsAreOnePieceOfEvidence(t *testing.T) {
	at := time.Date(2027, time.February, 11, 12, 0, 0, 0, time.UTC)
	control := func(s client.Scale) (client.DimensionScore, client.Scores) {
		scores := scoreAt(t, client.Profile{ID: "p", Evidence: []client.Evidence{{ID: "e-1", Dimension: client.DimensionNeedForControl, Kind: client.EvidenceScaleAnswers, On: on("2027-02-01"), Scale: s}}}, at)
		row, _ := scores.Dimension(client.DimensionNeedForControl, client.SettingAnywhere, at)
		return row, scores
	}
	full, _ := control(client.Scale{For: []int{5}, Against: []int{2}})
	assert.InDelta(t, .875, full.Estimate.Value, 1e-6)
	assert.InDelta(t, .6/2.1, full.Estimate.Confidence, 1e-5)
	half, _ := control(client.Scale{For: []int{5}, Open: 1})
	assert.InDelta(t, .3/1.8, half.Estimate.Confidence, 1e-5, "half of the statements weigh half")
	_, s := control(client.Scale{For: []int{5}, Against: []int{5}})
	assert.Contains(t, codesAt(s.Reasons, "/evidence/e-1"), client.CodeEvidenceContradicts, "yes to everything is asked about")
}

// The need for control of Ms A as worked by hand, ten days and four hundred days after the first talk.
func TestTheWorkedExampleOfADimension(t *testing.T) {
	p := client.Profile{ID: "ms-a", Evidence: []client.Evidence{
		{ID: "e-scale", Dimension: client.DimensionNeedForControl, Kind: client.EvidenceScaleAnswers, On: on("2027-02-01"), Scale: client.Scale{For: []int{5}, Against: []int{2}}},
		{ID: "e-prison", Dimension: client.DimensionNeedForControl, Kind: client.EvidenceSaidUnprompted, On: on("2027-02-04"), Level: rapport.LevelSevere},
		{ID: "e-studio", Dimension: client.DimensionNeedForControl, Kind: client.EvidenceOfficerImpression, On: on("2026-11-03"), Level: rapport.LevelHigh},
	}}
	at := time.Date(2027, time.February, 11, 12, 0, 0, 0, time.UTC)
	early, _ := scoreAt(t, p, at).Dimension(client.DimensionNeedForControl, client.SettingAnywhere, at)
	// (.6 x .875 + .9 x 1 + .2 x .75) / 1.7; the spread and 1.7 / 3.2 give the confidence.
	assert.InDelta(t, (.525+.9+.15)/1.7, early.Estimate.Value, .0005)
	assert.Equal(t, rapport.LevelHigh, early.Band)
	late := at.AddDate(0, 0, 390)
	old, _ := scoreAt(t, p, late).Dimension(client.DimensionNeedForControl, client.SettingAnywhere, late)
	assert.InDelta(t, (.475+.358)/.9, old.Estimate.Value, .005, "age makes less sure, not milder")
	assert.Less(t, old.Estimate.Confidence, early.Estimate.Confidence)
}
