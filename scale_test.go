package rapport_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
)

// member is what every closed scale offers.
type member interface {
	fmt.Stringer
	encoding.TextMarshaler
}

func TestScale_TextFormsAreFixedAndReadBack(t *testing.T) {
	read := func(word string, into encoding.TextUnmarshaler) error { return into.UnmarshalText([]byte(word)) }
	tests := []struct {
		scale string
		words []string
		at    func(i int) member
		parse func(word string) (member, error)
	}{
		{"Level", []string{"unknown", "none", "low", "moderate", "high", "severe"},
			func(i int) member { return rapport.Level(i) },
			func(w string) (member, error) { var v rapport.Level; err := read(w, &v); return v, err }},
		{"Band", []string{"unknown", "none", "slight", "fair", "good", "strong"},
			func(i int) member { return rapport.Band(i) },
			func(w string) (member, error) { var v rapport.Band; err := read(w, &v); return v, err }},
		{"Visibility", []string{"unknown", "covert", "low-profile", "ordinary", "overt"},
			func(i int) member { return rapport.Visibility(i) },
			func(w string) (member, error) { var v rapport.Visibility; err := read(w, &v); return v, err }},
		{"Urgency", []string{"unknown", "now", "today", "three-days", "seven-days", "thirty-days", "next-review"},
			func(i int) member { return rapport.Urgency(i) },
			func(w string) (member, error) { var v rapport.Urgency; err := read(w, &v); return v, err }},
		{"Audience", []string{"unknown", "client", "principal", "household", "staff", "public"},
			func(i int) member { return rapport.Audience(i) },
			func(w string) (member, error) { var v rapport.Audience; err := read(w, &v); return v, err }},
		{"Answer", []string{"unsaid", "no", "yes"},
			func(i int) member { return rapport.Answer(i) },
			func(w string) (member, error) { var v rapport.Answer; err := read(w, &v); return v, err }},
		{"Feeling", []string{"not-asked", "-3", "-2", "-1", "0", "+1", "+2", "+3"},
			func(i int) member { return rapport.Feeling(i) },
			func(w string) (member, error) { var v rapport.Feeling; err := read(w, &v); return v, err }},
		{"Day", []string{"unknown", "mon", "tue", "wed", "thu", "fri", "sat", "sun"},
			func(i int) member { return rapport.Day(i) },
			func(w string) (member, error) { var v rapport.Day; err := read(w, &v); return v, err }},
	}
	for _, tt := range tests {
		t.Run(tt.scale, func(t *testing.T) {
			for i, word := range tt.words {
				text, err := tt.at(i).MarshalText()
				require.NoError(t, err)
				assert.Equal(t, word, string(text))
				assert.Equal(t, word, tt.at(i).String())
				back, err := tt.parse(word)
				require.NoError(t, err)
				assert.Equal(t, tt.at(i), back)
			}
			beyond := tt.at(len(tt.words))
			_, err := beyond.MarshalText()
			require.Error(t, err, "a value that is no member is not written")
			assert.Contains(t, beyond.String(), tt.scale+"(")
			for _, wrong := range []string{"", "HIGH", "secret-canary"} {
				_, err := tt.parse(wrong)
				require.Error(t, err)
				assert.NotContains(t, err.Error(), "secret-canary")
			}
		})
	}
}

func TestScale_UnknownIsNeverComparedAsANumber(t *testing.T) {
	assert.Equal(t, rapport.AnswerUnsaid, rapport.LevelUnknown.AtLeast(rapport.LevelNone))
	assert.Equal(t, rapport.AnswerUnsaid, rapport.LevelHigh.AtLeast(rapport.LevelUnknown))
	assert.Equal(t, rapport.AnswerYes, rapport.LevelHigh.AtLeast(rapport.LevelHigh))
	assert.Equal(t, rapport.AnswerNo, rapport.BandFair.AtLeast(rapport.BandGood))
	assert.Equal(t, rapport.AnswerYes, rapport.VisibilityOvert.AtLeast(rapport.VisibilityCovert))
	for _, steps := range []func() (int, bool){rapport.LevelUnknown.Steps, rapport.BandUnknown.Steps, rapport.VisibilityUnknown.Steps} {
		_, known := steps()
		assert.False(t, known)
	}
	n, known := rapport.LevelSevere.Steps()
	assert.True(t, known)
	assert.Equal(t, 4, n)
}

func TestScale_CompareSortsUnknownFirst(t *testing.T) {
	levels := []rapport.Level{rapport.LevelHigh, rapport.LevelUnknown, rapport.LevelLow}
	slices.SortFunc(levels, rapport.Level.Compare)
	assert.Equal(t, []rapport.Level{rapport.LevelUnknown, rapport.LevelLow, rapport.LevelHigh}, levels)
	assert.Positive(t, rapport.BandGood.Compare(rapport.BandFair))
	assert.Zero(t, rapport.VisibilityOvert.Compare(rapport.VisibilityOvert))
}

func TestScale_StepsStayOnTheLadder(t *testing.T) {
	assert.Equal(t, rapport.LevelSevere, rapport.LevelHigh.Raised(3))
	assert.Equal(t, rapport.LevelLow, rapport.LevelModerate.Raised(-9))
	assert.Equal(t, rapport.LevelSevere, rapport.LevelLow.Raised(math.MaxInt))
	assert.Equal(t, rapport.VisibilityCovert, rapport.VisibilityOvert.Stepped(math.MinInt))
	assert.Equal(t, rapport.LevelNone, rapport.LevelNone.Raised(1), "a step on nothing is nothing")
	assert.Equal(t, rapport.LevelUnknown, rapport.LevelUnknown.Raised(1))
	assert.Equal(t, rapport.VisibilityOvert, rapport.VisibilityOrdinary.Stepped(2))
	assert.Equal(t, rapport.VisibilityCovert, rapport.VisibilityCovert.Stepped(-1))
	assert.Equal(t, rapport.VisibilityUnknown, rapport.VisibilityUnknown.Stepped(1))
	assert.Equal(t, rapport.LevelLow, rapport.LevelUnknown.Higher(rapport.LevelLow))
	assert.Equal(t, rapport.UrgencyToday, rapport.UrgencyUnknown.Sooner(rapport.UrgencyToday))
	assert.Equal(t, rapport.UrgencyNow, rapport.UrgencyNow.Sooner(rapport.UrgencyToday))
	assert.Equal(t, rapport.UrgencyNow, rapport.UrgencyToday.Sooner(rapport.UrgencyNow))
}

func TestFeeling_NotAskedIsNotZero(t *testing.T) {
	_, asked := rapport.FeelingNotAsked.Value()
	assert.False(t, asked)
	for n := -3; n <= 3; n++ {
		f, ok := rapport.FeelingOf(n)
		require.True(t, ok)
		back, asked := f.Value()
		assert.True(t, asked)
		assert.Equal(t, n, back)
	}
	for _, n := range []int{-4, 4} {
		_, ok := rapport.FeelingOf(n)
		assert.False(t, ok)
	}
}

func TestEstimate_WithoutConfidenceIsUnknown(t *testing.T) {
	assert.False(t, rapport.Estimate{Value: 1}.Known())
	assert.Equal(t, "unknown", rapport.Estimate{Value: 1}.String())
	assert.Equal(t, "87% (confidence 51%)", rapport.Estimate{Value: .868, Confidence: .51}.String())
	text, err := json.Marshal(rapport.Estimate{Value: .5, Confidence: .25})
	require.NoError(t, err)
	assert.JSONEq(t, `{"value":0.5,"confidence":0.25}`, string(text))
}
