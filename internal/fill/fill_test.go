package fill_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/fill"
)

type sample struct {
	ID         rapport.ID
	Level      rapport.Level
	Feeling    rapport.Feeling
	At         time.Time
	On         rapport.Date
	Clock      rapport.Clock
	Hours      []rapport.Hours
	Span       rapport.Span
	Extensions rapport.Extensions
	Raw        json.RawMessage
	Path       rapport.Path
	Pointer    rapport.Pointer
	Code       rapport.Code
	Digest     rapport.Digest
	Number     int
	Size       uint32
	Share      float64
	Yes        bool
	Link       *sample1
	Pair       [2]string
	ByWord     map[string]int
	Estimate   rapport.Estimate
}

type sample1 struct{ Words []string }

func TestEveryFieldIsFilledInItsGrammarAndComesBack(t *testing.T) {
	v := fill.Of[sample]()
	assert.Equal(t, v, fill.Of[sample](), "the same each time")

	assert.True(t, v.ID.Valid())
	assert.True(t, v.Code.Valid())
	assert.NoError(t, v.Extensions.Validate())
	assert.Len(t, v.Hours, 2)
	assert.NoError(t, v.Hours[0].Validate())
	assert.True(t, v.Span.From.Before(v.Span.To))
	assert.True(t, rapport.IsWord(v.Link.Words[0]))
	assert.NotEqual(t, v.Link.Words[0], v.Link.Words[1])
	assert.NotEqual(t, rapport.LevelUnknown, v.Level)

	data, err := json.Marshal(v)
	require.NoError(t, err)
	var fields map[string]any
	require.NoError(t, json.Unmarshal(data, &fields))
	for name, value := range fields {
		assert.NotEmpty(t, value, name)
	}
	var back sample
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, v, back)
}

func TestWhatStoredDataCannotHaveStaysZero(t *testing.T) {
	type odd struct {
		Any    any
		Func   func()
		hidden int
	}
	v := fill.Of[odd]()
	assert.Nil(t, v.Any)
	assert.Nil(t, v.Func)
	assert.Zero(t, v.hidden)
}
