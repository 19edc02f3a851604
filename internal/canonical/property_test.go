package canonical_test

import (
	"encoding/json"
	"math"
	"math/rand"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport/internal/canonical"
	"github.com/rapport-go/rapport/internal/strict"
)

func form(t testing.TB, v any) string {
	t.Helper()
	out, err := canonical.Append(nil, v)
	require.NoError(t, err)
	return string(out)
}

// anySample makes a sample with a liking for values at the edge of saying nothing.
func anySample(r *rand.Rand, depth int) sample {
	s := sample{base: anyBase(r, depth), Inner: anyBase(r, depth)}
	return s
}

func anyBase(r *rand.Rand, depth int) base {
	pick := func(n int) int { return r.Intn(n) }
	b := base{
		Name:  []string{"", "a", "\u2028<é>", "\U0001f600\"\\\x01"}[pick(4)],
		Count: []int64{0, 1, -7, 1 << 53}[pick(4)],
		Share: []float64{0, math.Copysign(0, -1), r.NormFloat64(), math.Exp(r.NormFloat64() * 40), 1e20 * r.Float64()}[pick(5)],
		Done:  pick(2) == 0,
		When:  []time.Time{{}, time.Unix(r.Int63n(4e9), r.Int63n(1e9)).UTC(), time.Time{}.In(time.FixedZone("", 3600))}[pick(3)],
		Tags:  [][]string{nil, {}, {""}, {"x", "y"}}[pick(4)],
		Marks: []map[string]int64{nil, {}, {"": 0, "\ue000": 1, "\U00010000": 2}}[pick(3)],
		Extra: []json.RawMessage{nil, json.RawMessage("null"), json.RawMessage(` {"b":1e2,"a":[ ]}`)}[pick(3)],
	}
	if depth > 0 && pick(2) == 0 {
		next := anySample(r, depth-1)
		b.Next = &next
		b.All = []sample{anySample(r, depth-1), {}}
	}
	return b
}

func TestTheFormIsItsOwnForm(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 500 {
		first := form(t, anySample(r, 2))
		var back sample
		require.Empty(t, strict.Decode([]byte(first), &back, strict.Limits{}, nil))
		require.Equal(t, first, form(t, back))
	}
}

func TestTheFormKnowsNeitherZoneNorOrderOfMaps(t *testing.T) {
	moment := time.Date(2027, 7, 1, 12, 0, 0, 5000, time.UTC)
	type stored struct {
		When  time.Time      `json:"when"`
		Marks map[string]int `json:"marks"`
	}
	make1 := func(zone *time.Location, names []string) stored {
		s := stored{When: moment.In(zone), Marks: map[string]int{}}
		for _, name := range names {
			s.Marks[name] = len(name)
		}
		return s
	}
	local := time.Local
	t.Cleanup(func() { time.Local = local })
	want := `{"marks":{"a":1,"bb":2,"ccc":3},"when":"2027-07-01T12:00:00.000005Z"}`
	for _, offset := range []int{0, 3600, -12600, 50400} {
		time.Local = time.FixedZone("here", offset)
		for range 25 {
			require.Equal(t, want, form(t, make1(time.Local, []string{"ccc", "a", "bb"})))
			require.Equal(t, want, form(t, make1(time.FixedZone("", -offset), []string{"bb", "ccc", "a"})))
		}
	}
}

func TestAFieldAddedLaterChangesNothing(t *testing.T) {
	type before struct {
		Name string `json:"name"`
	}
	type after struct {
		Name  string    `json:"name"`
		Added []before  `json:"added"`
		Until time.Time `json:"until"`
		Inner struct {
			Count int `json:"count"`
		} `json:"inner"`
	}
	require.Equal(t, form(t, before{"n"}), form(t, after{Name: "n"}))
	require.NotEqual(t, form(t, before{"n"}), form(t, after{Name: "n", Added: []before{{}}}))
}

func FuzzCarriedJSON(f *testing.F) {
	for _, seed := range []string{`{"b":[1e2,-0,"\u00e9"],"a":null}`, `9007199254740993`, `[[[]]]`, `{"a":1,"a":2}`, `1e-7`, `"\ud83d\ude00"`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		first, err := canonical.Append(nil, json.RawMessage(data))
		if err != nil {
			return
		}
		require.True(t, json.Valid(first))
		second, err := canonical.Append(nil, json.RawMessage(first))
		require.NoError(t, err)
		require.Equal(t, string(first), string(second))
	})
}

func BenchmarkAppend(b *testing.B) {
	v := anySample(rand.New(rand.NewSource(7)), 4)
	b.SetBytes(int64(len(form(b, v))))
	var dst []byte
	for b.Loop() {
		dst, _ = canonical.Append(dst[:0], v)
	}
}
