package client_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
)

// FuzzScore reads profiles as they might be stored. What is in order is scored without a panic, twice alike,
// with weights that add up to one, and differs in nothing from itself.
func FuzzScore(f *testing.F) {
	for _, p := range []client.Profile{{ID: "p"}, msA(), full(), guarded(), differentMsA()} {
		data, err := json.Marshal(p)
		require.NoError(f, err)
		f.Add(data)
	}
	var s client.Scorer
	f.Fuzz(func(t *testing.T, data []byte) {
		var p client.Profile
		if rapport.Decode(data, &p) != nil {
			return
		}
		scores, err := s.Score(p, now)
		if err != nil {
			require.NotEmpty(t, rapport.Problems(err), "an error lists its problems")
			return
		}
		again, err := s.Score(p, now)
		require.NoError(t, err)
		require.Equal(t, bytesOf(t, scores), bytesOf(t, again))
		require.NotContains(t, bytesOf(t, scores), "null")
		sum := 0.0
		for _, n := range scores.Needs {
			sum += n.Weight
		}
		require.InDelta(t, 1, sum, 1e-9)
		same, err := s.Compare(p, p, now)
		require.NoError(t, err)
		require.Empty(t, same.Differences)
		rows, err := s.Contrast(p, []client.Threat{writer()}, now)
		require.NoError(t, err)
		require.NotEmpty(t, rows.Rows)
		require.NotContains(t, bytesOf(t, scores.Coverage()), "reasons")
	})
}
