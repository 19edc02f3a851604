package canonical_test

import (
	_ "embed"
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport/internal/canonical"
	"github.com/rapport-go/rapport/internal/strict"
)

//go:embed testdata/vectors.json
var vectorFile []byte

type vector struct {
	Name      string  `json:"name"`
	JSON      string  `json:"json"`
	Canonical *string `json:"canonical"`
}

// base has the members that the README gives to a sample, apart from inner.
type base struct {
	Name  string           `json:"name"`
	Count int64            `json:"count,omitempty"`
	Share float64          `json:"share"`
	Done  bool             `json:"done"`
	When  time.Time        `json:"when"`
	Tags  []string         `json:"tags"`
	Marks map[string]int64 `json:"marks"`
	Next  *sample          `json:"next"`
	All   []sample         `json:"all"`
	Extra json.RawMessage  `json:"extra,omitempty"`
}

type sample struct {
	base
	Inner base `json:"inner"`
}

func TestVectors(t *testing.T) {
	var vectors struct {
		Carried []vector `json:"carried"`
		Records []vector `json:"records"`
	}
	require.Empty(t, strict.Decode(vectorFile, &vectors, strict.Limits{}, nil))
	require.NotEmpty(t, vectors.Carried)
	require.NotEmpty(t, vectors.Records)
	for _, v := range vectors.Carried {
		t.Run("carried: "+v.Name, func(t *testing.T) { checkVector(t, v, json.RawMessage(v.JSON)) })
	}
	for _, v := range vectors.Records {
		t.Run("record: "+v.Name, func(t *testing.T) {
			var s sample
			require.Empty(t, strict.Decode([]byte(v.JSON), &s, strict.Limits{}, nil))
			checkVector(t, v, s)
		})
	}
}

func checkVector(t *testing.T, v vector, value any) {
	t.Helper()
	got, err := canonical.Append([]byte("head "), value)
	if v.Canonical == nil {
		require.Error(t, err)
		assert.Equal(t, "head ", string(got), "dst comes back as it was")
		return
	}
	require.NoError(t, err)
	assert.Equal(t, "head "+*v.Canonical, string(got))
}

// word is a text type whose text is not its content.
type word uint8

func (w word) MarshalText() ([]byte, error) {
	if w > 1 {
		return nil, strict.Fault{Text: "secret"}
	}
	return []byte([]string{"unknown", "known"}[w]), nil
}

// sealed writes JSON of its own through a pointer.
type sealed struct{ n int }

func (s *sealed) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]any{"z": s.n, "a": 0})
}

// blank calls some content zero.
type blank struct{ N int }

func (b blank) IsZero() bool { return b.N < 0 }

func TestGoTypes(t *testing.T) {
	one := 0
	var none *int
	at := time.Date(2027, 2, 14, 23, 30, 0, 0, time.FixedZone("", -3600))
	for name, c := range map[string]struct {
		value any
		want  string
	}{
		"nil is null":                                      {nil, `null`},
		"a nil list is an empty list":                      {[]string(nil), `[]`},
		"a nil map is an empty object":                     {map[string]int(nil), `{}`},
		"a nil element is null":                            {[]*int{nil, &one}, `[null,0]`},
		"absent carried JSON is null as an element":        {[]json.RawMessage{nil}, `[null]`},
		"bytes are base64":                                 {[]byte("any"), `"YW55"`},
		"a list of words is a list although one is a byte": {[]word{1, 0}, `["known","unknown"]`},
		"a list of small numbers of fixed length":          {[2]uint8{1, 2}, `[1,2]`},
		"words are keys of maps":                           {map[word]int{1: 1, 0: 0}, `{"known":1,"unknown":0}`},
		"a type's own JSON is sorted and kept whole":       {[]sealed{{1}}, `[{"a":0,"z":1}]`},
		"an entry that marshals itself through a pointer":  {map[string]sealed{"k": {2}}, `{"k":{"a":0,"z":2}}`},
		"a 32-bit number comes out as written":             {[]float32{0.1, 1e-6, 1e21, 16777216}, `[0.1,0.000001,1e+21,16777216]`},
		"a json.Number is a number":                        {json.Number("1.50"), `1.5`},
		"a moment is in UTC":                               {&at, `"2027-02-15T00:30:00Z"`},
		"unsigned integers":                                {[]any{uint64(1 << 53), uint8(7)}, `[9007199254740992,7]`},
		"what a type calls zero is left out":               {struct{ B blank }{blank{-1}}, `{}`},
		"a word that is its scale's zero is left out": {struct {
			W word `json:"w"`
			V word `json:"v"`
		}{0, 1}, `{"v":"known"}`},
		"a list of fixed length that says nothing is left out": {struct {
			A [2]base
			B [1]float64
		}{[2]base{{Tags: []string{}}}, [1]float64{math.Copysign(0, -1)}}, `{}`},
		"one that says something is kept whole":                  {struct{ A [2]float64 }{[2]float64{0, 1}}, `{"A":[0,1]}`},
		"a json.Number of zero is left out":                      {struct{ N, M json.Number }{"-0.0", "1"}, `{"M":1}`},
		"a pointer that is set stays although it points to zero": {struct{ P *int }{&one}, `{"P":0}`},
		"a pointer to nil says nothing":                          {struct{ P **int }{&none}, `{}`},
		"zero behind an interface stays":                         {struct{ V any }{0}, `{"V":0}`},
		"a type that writes itself is asked unless it is zero":   {struct{ S, Z sealed }{S: sealed{3}}, `{"S":{"a":0,"z":3}}`},
		"ignored and unexported fields do not show": {struct {
			A int `json:"-"`
			b int
			C int `json:"c"`
		}{1, 2, 3}, `{"c":3}`},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := canonical.Append(nil, c.value)
			require.NoError(t, err)
			assert.Equal(t, c.want, string(got))
		})
	}
}

type loop struct {
	Next *loop `json:"next"`
}

func TestErrorsNameThePlaceAndNoValue(t *testing.T) {
	round := &loop{}
	round.Next = round
	var self any
	self = &self
	type nested struct {
		List []any          `json:"li/st"`
		Map  map[string]any `json:"map"`
	}
	for name, c := range map[string]struct {
		value         any
		pointer, code string
	}{
		"not a number":                     {nested{List: []any{1, math.NaN()}}, "/li~1st/1", strict.CodeOutOfRange},
		"infinity below a map stops at it": {nested{Map: map[string]any{"secret": []any{math.Inf(1)}}}, "/map", strict.CodeOutOfRange},
		"an integer beyond 2^53":           {nested{List: []any{int64(1<<53 + 1)}}, "/li~1st/0", strict.CodeOutOfRange},
		"an unsigned integer beyond 2^53":  {uint64(math.MaxUint64), "", strict.CodeOutOfRange},
		"a negative integer beyond 2^53":   {int64(-1<<53 - 1), "", strict.CodeOutOfRange},
		"text that is not UTF-8":           {nested{List: []any{"secret\xff"}}, "/li~1st/0", strict.CodeInvalidUTF8},
		"a key that is not UTF-8":          {nested{Map: map[string]any{"secret\xff": 1}}, "/map", strict.CodeInvalidUTF8},
		"a word its type does not write":   {[]word{0, 9}, "/1", strict.CodeRefused},
		"a key its type does not write":    {map[word]int{9: 1}, "", strict.CodeRefused},
		"two keys with one text":           {map[one]int{{1}: 1, {2}: 2}, "", strict.CodeDuplicateKey},
		"a repeated key in carried JSON":   {[]json.RawMessage{json.RawMessage(`{"secret":1,"secret":2}`)}, "/0", strict.CodeDuplicateKey},
		"malformed carried JSON":           {json.RawMessage(`secret`), "", strict.CodeSyntax},
		"a json.Number that is none":       {json.Number("secret"), "", strict.CodeRefused},
		"a json.Number beyond doubles":     {json.Number("1e999"), "", strict.CodeOutOfRange},
		"a year beyond 9999":               {time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), "", strict.CodeOutOfRange},
		"a type without JSON":              {nested{List: []any{make(chan int)}}, "/li~1st/0", strict.CodeUnsupportedType},
		"a moment as a key":                {map[time.Time]int{{}: 1}, "", strict.CodeUnsupportedType},
		"a number as a key":                {map[int]int{1: 1}, "", strict.CodeUnsupportedType},
		"a struct with a field quoted in text": {struct {
			N int `json:"n,string"`
		}{1}, "", strict.CodeUnsupportedType},
		"a pointer to itself": {self, "", strict.CodeTooDeep},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := canonical.Append(nil, c.value)
			var f strict.Fault
			require.ErrorAs(t, err, &f)
			assert.Nil(t, got)
			assert.Equal(t, c.pointer, f.Pointer)
			assert.Equal(t, c.code, f.Code)
			assert.NotContains(t, err.Error(), "secret")
		})
	}
	t.Run("a value that contains itself", func(t *testing.T) {
		_, err := canonical.Append(nil, round)
		var f strict.Fault
		require.ErrorAs(t, err, &f)
		assert.Equal(t, strict.CodeTooDeep, f.Code)
	})
}

// one has the same text for every value.
type one struct{ n int }

func (one) MarshalText() ([]byte, error) { return []byte("one"), nil }
