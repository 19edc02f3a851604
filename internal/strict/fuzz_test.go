package strict_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport/internal/strict"
)

const canary = "canary-Ünïq-7731"

func FuzzDecode(f *testing.F) {
	seeds := []string{
		full, `{}`, `null`, `{"zq":"q"}`, `{"title":"q","TITLE":"q"}`, `{"map":{"q":{"q":1}}}`, `{"raw":{"q":["q","\ud800"]}}`,
		`{"grade":"q"}`, `{"tagged":{"q":"low","Q":"high"}}`, `{"own":["q"]}`, `{"when":"q"}`, `{"bytes":"q"}`,
		`{"named":{"qqqqqqqqqqqq":1}}`, `{"any":[[[["q"`, `{"i8":1e2,"u16":-0,"f32":1e39}`, `{"when":"2027-02-14T06:30:00+14:00"}`,
		`{"items":[{"id":"a","next":{"id":"q","next":null}}]}`, `{"pair":[1,2,3]}`, `[` + strings.Repeat(`[`, 70), `{"self":{"self":{"title":"q","q":0}}} q`,
	}
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		planted := bytes.ReplaceAll(data, []byte("q"), []byte(canary))
		for _, given := range [][]byte{data, planted} {
			checkDecode(t, given)
		}
	})
}

func checkDecode(t *testing.T, data []byte) {
	got := document{Title: "as it was"}
	faults := strict.Decode(data, &got, strict.Limits{}, validate)
	if len(faults) > 0 {
		require.Equal(t, document{Title: "as it was"}, got)
		syntax := 0
		for _, f := range faults {
			require.NotContains(t, f.Error(), canary)
			if f.Code == strict.CodeSyntax {
				syntax++
			}
		}
		require.LessOrEqual(t, syntax, 1)
		return
	}
	var want document
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	decoder.DisallowUnknownFields()
	require.NoError(t, decoder.Decode(&want))
	inUTC(&want)
	inUTC(&got)
	require.Equal(t, want, got)
}

func inUTC(d *document) {
	for ; d != nil; d = d.Self {
		d.When = d.When.UTC()
	}
}

func TestEveryCodeIsFound(t *testing.T) {
	limits := strict.Limits{Bytes: 60, Depth: 3, Faults: 3}
	for code, data := range map[string]string{
		strict.CodeDuplicateKey:    `{"on":true,"on":true}`,
		strict.CodeInvalidUTF8:     "{\"title\":\"\xff\"}",
		strict.CodeKeyCase:         `{"On":true}`,
		strict.CodeLoneSurrogate:   `{"title":"\udfff"}`,
		strict.CodeMalformedBase64: `{"bytes":"="}`,
		strict.CodeMalformedTime:   `{"when":"today"}`,
		strict.CodeNotInteger:      `{"i8":0.5}`,
		strict.CodeNull:            `{"on":null}`,
		strict.CodeOutOfRange:      `{"i8":1000}`,
		strict.CodeRefused:         `{"own":1}`,
		strict.CodeSyntax:          `{`,
		strict.CodeTooDeep:         `{"any":[[[]]]}`,
		strict.CodeTooLarge:        strings.Repeat(" ", 61),
		strict.CodeTooManyFaults:   `{"i8":"","u16":"","f32":"","f64":""}`,
		strict.CodeTrailingData:    `{}{}`,
		strict.CodeUnknownField:    `{"what":1}`,
		strict.CodeUnsupportedType: ``,
		strict.CodeWrongLength:     `{"pair":[]}`,
		strict.CodeWrongType:       `{"on":1}`,
	} {
		t.Run(code, func(t *testing.T) {
			var d document
			faults := strict.Decode([]byte(data), &d, limits, nil)
			if code == strict.CodeUnsupportedType {
				faults = strict.Decode([]byte(data), d, limits, nil)
			}
			require.Equal(t, code, faults[0].Code)
			require.Contains(t, codeIDs(), code)
		})
	}
	require.Len(t, codeIDs(), 19)
}

func codeIDs() []string {
	var ids []string
	for _, c := range strict.Codes() {
		ids = append(ids, c.ID)
	}
	return ids
}

// fourKB is a document of about 4 KB.
func fourKB() []byte {
	type entry = map[string]any
	var items []entry
	for range 50 {
		items = append(items, entry{"id": "some-name", "tags": []string{"one", "another"}, "next": entry{"id": "b"}})
	}
	data, _ := json.Marshal(entry{"title": "t", "when": time.Unix(0, 0).UTC(), "grade": "low", "items": items})
	return data
}

func BenchmarkDecode(b *testing.B) {
	data := fourKB()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var d document
		if len(strict.Decode(data, &d, strict.Limits{}, validate)) > 0 {
			b.Fatal("refused")
		}
	}
}

func BenchmarkStandardDecode(b *testing.B) {
	data := fourKB()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var d document
		if json.Unmarshal(data, &d) != nil {
			b.Fatal("refused")
		}
	}
}
