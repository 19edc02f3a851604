package strict_test

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport/internal/strict"
)

func decode(data string) (document, []strict.Fault) {
	var d document
	faults := strict.Decode([]byte(data), &d, strict.Limits{}, validate)
	return d, faults
}

// places renders faults without their texts, which may improve.
func places(faults []strict.Fault) []string {
	list := []string{}
	for _, f := range faults {
		list = append(list, f.Pointer+" "+f.Code)
	}
	return list
}

func TestAFullDocumentIsRead(t *testing.T) {
	d, faults := decode(full)
	require.Empty(t, faults)
	seven := 7
	assert.Equal(t, document{
		hidden: hidden{3, "n"}, Title: "café 😀 \"/\\\b\f\n\r\t", Name: "ms-a", On: true,
		I8: -128, I64: 9223372036854775807, U16: 65535, F32: 15, F64: -0.25,
		When: d.When, Grade: 2, Grades: []grade{1, 0}, Bytes: []byte("any"), Pair: [2]int{1, 2},
		Items: []item{{ID: "a", Tags: []name{"x", "y"}, Next: &item{ID: "b"}}, {ID: "c"}},
		Map:   map[string]item{"k": {ID: "d"}}, Tagged: map[tag]grade{"t": 1}, Named: map[name]int{"n": 1},
		Raw: json.RawMessage(`{ "z" : [1, null] }`), Number: "12.50",
		Any: map[string]any{"a": []any{json.Number("1"), "x", true, nil}},
		Own: own{4, 5}, Self: &document{Title: "in", Opt: &seven}, Odd: "odd",
		Ptrs: []*item{{ID: "p"}, nil}, Exts: map[string]rawBox{"vendor.example/x": {json.RawMessage("null")}},
	}, d)
	assert.Equal(t, "2027-02-14T06:30:00.5+01:00", d.When.Format(time.RFC3339Nano))
}

func TestFaults(t *testing.T) {
	for sentence, c := range map[string]struct {
		data string
		want []string
	}{
		"an empty document is not JSON":                          {``, []string{" json-syntax"}},
		"a byte order mark is not JSON":                          {"\ufeff{}", []string{" json-syntax"}},
		"a syntax error stands at the deepest known place":       {`{"items":[{"id":"a"},{"tags":["x",]}]}`, []string{"/items/1/tags/1 json-syntax"}},
		"faults before a syntax error are kept":                  {`{"on":1,"i8":300,"items":[{"id"`, []string{"/i8 json-out-of-range", "/items/0 json-syntax", "/on json-wrong-type"}},
		"a number with a leading zero is not JSON":               {`{"i8":01}`, []string{" json-syntax"}},
		"a number without digits is not JSON":                    {`{"i8":-}`, []string{"/i8 json-syntax"}},
		"a fraction without digits is not JSON":                  {`{"f64":1.}`, []string{"/f64 json-syntax"}},
		"an exponent without digits is not JSON":                 {`{"f64":1e+}`, []string{"/f64 json-syntax"}},
		"a word cut short is not JSON":                           {`{"on":tru}`, []string{"/on json-syntax"}},
		"null cut short is not JSON":                             {`{"opt":nul}`, []string{"/opt json-syntax"}},
		"a control character in a text is not JSON":              {"{\"title\":\"a\tb\"}", []string{"/title json-syntax"}},
		"an unknown escape is not JSON":                          {`{"title":"\x"}`, []string{"/title json-syntax"}},
		"an escape with letters beyond f is not JSON":            {`{"title":"\u00g0"}`, []string{"/title json-syntax"}},
		"an escape cut short is not JSON":                        {`{"title":"\u00`, []string{"/title json-syntax"}},
		"a backslash at the end is not JSON":                     {`{"title":"\`, []string{"/title json-syntax"}},
		"a text without its end is not JSON":                     {`{"title":"abc`, []string{"/title json-syntax"}},
		"a key without quotation marks is not JSON":              {`{title:1}`, []string{" json-syntax"}},
		"a key without a colon is not JSON":                      {`{"title" 1}`, []string{" json-syntax"}},
		"a comma too many is not JSON":                           {`{"i8":1,}`, []string{" json-syntax"}},
		"a comma too few is not JSON":                            {`{"i8":1 "u16":2}`, []string{" json-syntax"}},
		"a malformed number in carried JSON is not JSON":         {`{"raw":[1,-]}`, []string{"/raw json-syntax"}},
		"capitals in the digits of an escape are JSON":           {`{"title":"\u00E9\u00zz"}`, []string{"/title json-syntax"}},
		"a syntax error in carried JSON stands at its field":     {`{"raw":{"a":[1,}}`, []string{"/raw json-syntax"}},
		"invalid UTF-8 is found in a text":                       {"{\"title\":\"a\xffb\"}", []string{"/title json-invalid-utf8"}},
		"invalid UTF-8 is found in a key":                        {"{\"a\xff\":1,\"on\":2}", []string{" json-invalid-utf8", "/on json-wrong-type"}},
		"invalid UTF-8 is found in carried JSON":                 {"{\"raw\":[\"a\xff\"]}", []string{"/raw json-invalid-utf8"}},
		"half of a surrogate pair is found":                      {`{"title":"\ud800","name":"\udc00\ud800"}`, []string{"/name json-lone-surrogate", "/title json-lone-surrogate"}},
		"the wrong second half is found":                         {`{"title":"\ud800\u0041"}`, []string{"/title json-lone-surrogate"}},
		"both flaws of one text are found":                       {"{\"title\":\"\xff\\ud800\"}", []string{"/title json-invalid-utf8", "/title json-lone-surrogate"}},
		"an unknown field stands at its object, once":            {`{"secret":1,"secret2":2,"items":[{"id":"a","secret":{}}]}`, []string{" json-unknown-field", "/items/0 json-unknown-field"}},
		"an unknown field's content is still checked":            {`{"secret":{"a":1,"a":2}}`, []string{" json-duplicate-key", " json-unknown-field"}},
		"an unknown field may stand twice as well":               {`{"secret":1,"secret":2}`, []string{" json-duplicate-key", " json-unknown-field"}},
		"another spelling in capitals stands at the known field": {`{"Title":"a","o/D~d":"b"}`, []string{"/o~1d~0d json-key-case", "/title json-key-case"}},
		"a known field that stands twice":                        {`{"i8":1,"i8":2}`, []string{"/i8 json-duplicate-key"}},
		"a key that is repeated by an escape":                    {`{"i8":1,"\u0069\u0038":2}`, []string{"/i8 json-duplicate-key"}},
		"a repeated key of a map stands at the map":              {`{"map":{"secret":{"id":"a"},"secret":{"id":"b"}}}`, []string{"/map json-duplicate-key"}},
		"two texts of one key are a repeated key":                {`{"tagged":{"T":"low","t":"low"}}`, []string{"/tagged json-duplicate-key"}},
		"a repeated key in carried JSON":                         {`{"raw":[{"a":1,"a":2}]}`, []string{"/raw json-duplicate-key"}},
		"a repeated key in JSON of any shape":                    {`{"any":{"a":{"b":1,"b":2}}}`, []string{"/any json-duplicate-key"}},
		"something behind the end":                               {`{"i8":300} {}`, []string{" json-trailing-data", "/i8 json-out-of-range"}},
		"a null byte behind the end":                             {"{}\x00", []string{" json-trailing-data"}},
		"every wrong type is found and the walk goes on": {`{"title":1,"on":"x","i8":"1","f64":true,"when":5,"grade":2,"grades":"low","bytes":[1],"pair":{},"items":{},"map":[],"number":"1","self":3}`,
			[]string{"/bytes json-wrong-type", "/f64 json-wrong-type", "/grade json-wrong-type", "/grades json-wrong-type", "/i8 json-wrong-type", "/items json-wrong-type",
				"/map json-wrong-type", "/number json-wrong-type", "/on json-wrong-type", "/pair json-wrong-type", "/self json-wrong-type", "/title json-wrong-type", "/when json-wrong-type"}},
		"an array instead of the document":                 {`[{"i8":300}]`, []string{" json-wrong-type"}},
		"whole numbers have neither fraction nor exponent": {`{"i8":1.0,"i64":1e2,"u16":1E0}`, []string{"/i64 json-not-integer", "/i8 json-not-integer", "/u16 json-not-integer"}},
		"numbers keep to their range": {`{"i8":128,"i64":9223372036854775808,"u16":-1,"f32":1e39,"f64":-1e309}`,
			[]string{"/f32 json-out-of-range", "/f64 json-out-of-range", "/i64 json-out-of-range", "/i8 json-out-of-range", "/u16 json-out-of-range"}},
		"null stands for a pointer only": {`{"title":null,"items":[null],"map":{"k":null},"grade":null,"when":null,"own":null,"opt":null,"raw":null,"any":null,"grades":null,"exts":null}`,
			[]string{"/exts json-null", "/grade json-null", "/grades json-null", "/items/0 json-null", "/map json-null", "/own json-null", "/title json-null", "/when json-null"}},
		"null is no document":                                {`null`, []string{" json-null"}},
		"a word outside its scale has the scale's code":      {`{"grades":["low","secret"],"tagged":{"a":"secret"}}`, []string{"/grades/1 not-a-member", "/tagged not-a-member"}},
		"a text refused without a code has a general one":    {`{"tagged":{"":"low"},"own":[1]}`, []string{"/own json-refused", "/tagged json-refused"}},
		"a type that reads itself gets sound JSON only":      {`{"own":[{"a":1,"a":2}]}`, []string{"/own json-duplicate-key"}},
		"a moment without a zone":                            {`{"when":"2027-02-14T06:30:00"}`, []string{"/when json-malformed-time"}},
		"a moment with an hour of one digit":                 {`{"when":"2027-02-14T6:30:00Z"}`, []string{"/when json-malformed-time"}},
		"a moment with a comma":                              {`{"when":"2027-02-14T06:30:00,5Z"}`, []string{"/when json-malformed-time"}},
		"a moment with an offset of a day":                   {`{"when":"2027-02-14T06:30:00+24:00"}`, []string{"/when json-malformed-time"}},
		"a moment with an offset of sixty minutes":           {`{"when":"2027-02-14T06:30:00-01:60"}`, []string{"/when json-malformed-time"}},
		"a day that the calendar lacks":                      {`{"when":"2027-02-30T06:30:00Z"}`, []string{"/when json-malformed-time"}},
		"bytes with a line break":                            {`{"bytes":"YW\n55"}`, []string{"/bytes json-malformed-base64"}},
		"bytes without padding":                              {`{"bytes":"YQ"}`, []string{"/bytes json-malformed-base64"}},
		"bytes with stray bits":                              {`{"bytes":"YR=="}`, []string{"/bytes json-malformed-base64"}},
		"an array that is too short":                         {`{"pair":[1]}`, []string{"/pair json-wrong-length"}},
		"an array that is too long, with a fault in the end": {`{"pair":[1,2,{"a":1,"a":2}]}`, []string{"/pair json-wrong-length", "/pair/2 json-duplicate-key"}},
		"indices sort as numbers":                            {`{"grades":["low","low",1,"low","low","low","low","low","low","low",1]}`, []string{"/grades/2 json-wrong-type", "/grades/10 json-wrong-type"}},
		"a validator finds what stands in the value":         {`{"name":"much too long","items":[{"id":"a"},{"tags":["much too long"]}]}`, []string{"/items/1/id x/required", "/items/1/tags/0 x/long", "/name x/long"}},
		"what two validators find is listed once":            {`{"items":[{"id":"much too long"}]}`, []string{"/items/0/id x/long"}},
		"a validator's fault goes where the value is not there": {`{"items":[{"id":5},{"ID":"a"},{"id":null}]}`,
			[]string{"/items/0/id json-wrong-type", "/items/1/id json-key-case", "/items/2/id json-null"}},
		"a validator is asked although a fault stands beside":     {`{"items":[{"tags":[1]}]}`, []string{"/items/0/id x/required", "/items/0/tags/0 json-wrong-type"}},
		"a validator's fault below a map stands at the map":       {`{"map":{"secret":{"tags":["much too long"]}}}`, []string{"/map x/long", "/map x/required"}},
		"keys of maps are validated":                              {`{"named":{"much too long":1}}`, []string{"/named x/long"}},
		"an embedded struct is validated at the place of its own": {`{"self":{"flag":true}}`, []string{"/self/flag x/flag"}},
		"behind a pointer a value is validated":                   {`{"ptrs":[null,{}]}`, []string{"/ptrs/1/id x/required"}},
	} {
		t.Run(sentence, func(t *testing.T) {
			d, faults := decode(c.data)
			assert.Equal(t, c.want, places(faults))
			assert.Equal(t, document{}, d, "nothing is read")
			for _, f := range faults {
				assert.NotContains(t, f.Error(), "secret")
				assert.NotEmpty(t, f.Text)
			}
		})
	}
}

func TestAnIndexStandsBeforeAName(t *testing.T) {
	var n name
	faults := strict.Decode([]byte(`"x"`), &n, strict.Limits{}, func(any) []strict.Fault {
		return []strict.Fault{{Pointer: "/b", Code: "c"}, {Pointer: "/10", Code: "c"}, {Pointer: "/2", Code: "d"}, {Pointer: "/1a", Code: "c"}, {Pointer: "/2", Code: "c"}, {Pointer: "/2/a", Code: "c"}}
	})
	assert.Equal(t, []string{"/2 c", "/2 d", "/2/a c", "/10 c", "/1a c", "/b c"}, places(faults))
}

func TestFaultsSayWhatWasWantedAndWhere(t *testing.T) {
	_, faults := decode("{\n \"on\": []\n}")
	assert.Contains(t, faults[0].Text, "a boolean")
	assert.Contains(t, faults[0].Text, "an array")
	_, faults = decode("{\n \"on\": x}")
	assert.Contains(t, faults[0].Text, "line 2, byte 8")
}

func TestLimits(t *testing.T) {
	read := func(data string, limits strict.Limits) []string {
		var v any
		return places(strict.Decode([]byte(data), &v, limits, nil))
	}
	deep := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	t.Run("a document may be as long as the limit and no longer", func(t *testing.T) {
		assert.Empty(t, read(`"12345678"`, strict.Limits{Bytes: 10}))
		assert.Equal(t, []string{" json-too-large"}, read(`"123456789"`, strict.Limits{Bytes: 10}))
		assert.Equal(t, []string{" json-too-large"}, read(strings.Repeat(" ", 4<<20)+"1", strict.Limits{Bytes: -1}))
	})
	t.Run("values may stand as deep as the limit and no deeper", func(t *testing.T) {
		assert.Empty(t, read(deep(64), strict.Limits{}))
		assert.Equal(t, []string{" json-too-deep"}, read(deep(65), strict.Limits{}))
		assert.Equal(t, []string{" json-too-deep"}, read(deep(20_000), strict.Limits{Depth: math.MaxInt}))
		assert.Equal(t, []string{" json-too-deep"}, read(`[[{"a":"]"}, 1], [[2], [3]]]`, strict.Limits{Depth: 2}))
		assert.Empty(t, read(`[{},{},[],[],{"a":1}]`, strict.Limits{Depth: 2}))
		assert.Equal(t, []string{" json-syntax", " json-too-deep"}, read(`[["`, strict.Limits{Depth: 1}))
		assert.Equal(t, []string{" json-syntax", " json-too-deep"}, read(`[[[]`, strict.Limits{Depth: 1}))
	})
	t.Run("depth counts through typed values and the walk goes on behind", func(t *testing.T) {
		var d document
		faults := strict.Decode([]byte(`{"items":[{"id":"a","tags":["x"],"next":{}}],"map":{"k":{"tags":[]}},"on":1}`), &d, strict.Limits{Depth: 3}, validate)
		assert.Equal(t, []string{"/items/0/next json-too-deep", "/items/0/tags json-too-deep", "/map json-too-deep", "/on json-wrong-type"}, places(faults))
	})
	t.Run("a list of faults that is cut says so", func(t *testing.T) {
		var grades []grade
		data := []byte(`[1,2,3,4,5]`)
		full := strict.Decode(data, &grades, strict.Limits{Faults: 5}, nil)
		assert.Equal(t, "/4 json-wrong-type", places(full)[4])
		assert.Equal(t, []string{" json-too-many-faults", "/0 json-wrong-type", "/1 json-wrong-type"}, places(strict.Decode(data, &grades, strict.Limits{Faults: 2}, nil)))
		assert.Len(t, strict.Decode([]byte(`[`+strings.Repeat("1,", 1500)+`1]`), &grades, strict.Limits{}, nil), 1001)
	})
	t.Run("so does a list of validators' faults", func(t *testing.T) {
		var items []item
		faults := strict.Decode([]byte(`[{},{},{}]`), &items, strict.Limits{Faults: 2}, validate)
		assert.Equal(t, []string{" json-too-many-faults", "/0/id x/required", "/1/id x/required"}, places(faults))
	})
}

func TestTypesWithoutAStrictForm(t *testing.T) {
	type P *P
	for sentence, v := range map[string]any{
		"no pointer":                 document{},
		"nil":                        nil,
		"a nil pointer":              (*document)(nil),
		"a channel":                  new(chan int),
		"a function":                 new(func()),
		"an interface with methods":  new(error),
		"a map with numbers as keys": new(map[int]string),
		"a map with moments as keys": new(map[time.Time]string),
		"a pointer type to itself":   new(P),
		"an embedded pointer":        new(struct{ *Shown }),
		"a number in quotation marks": new(struct {
			N int `json:"n,string"`
		}),
		"a complex number":             new(complex128),
		"an embedded one further down": new(struct{ hiddenPointer }),
	} {
		t.Run(sentence, func(t *testing.T) {
			assert.Equal(t, []string{" json-unsupported-type"}, places(strict.Decode([]byte(`{}`), v, strict.Limits{}, nil)))
		})
	}
}

type hiddenPointer struct{ *Shown }

func TestWhatIsReadReplacesWhatStoodThere(t *testing.T) {
	d := document{Title: "old", Map: map[string]item{"old": {}}}
	data := []byte(`{"raw":"kept","map":{"new":{"id":"n"}}}`)
	require.Empty(t, strict.Decode(data, &d, strict.Limits{}, nil))
	clear(data)
	assert.Equal(t, document{Raw: json.RawMessage(`"kept"`), Map: map[string]item{"new": {ID: "n"}}}, d)
}

// kept keeps the bytes it is given.
type kept struct{ text []byte }

func (k *kept) UnmarshalText(text []byte) error {
	k.text = text
	return nil
}

func TestTheReplacementCharacterIsText(t *testing.T) {
	var got string
	require.Empty(t, strict.Decode([]byte("\"\ufffd\\ufffd\""), &got, strict.Limits{}, nil))
	assert.Equal(t, "\ufffd\ufffd", got)
}

func TestATypeMayKeepTheTextItIsGiven(t *testing.T) {
	var k kept
	data := []byte(`"text"`)
	require.Empty(t, strict.Decode(data, &k, strict.Limits{}, nil))
	clear(data)
	assert.Equal(t, "text", string(k.text))
}

func TestMomentsNeverHaveTheMachinesZone(t *testing.T) {
	local := time.Local
	t.Cleanup(func() { time.Local = local })
	for _, machine := range []*time.Location{time.FixedZone("here", 0), time.FixedZone("here", 3600), time.FixedZone("here", -12600)} {
		time.Local = machine
		for text, want := range map[string]time.Time{
			"2027-02-14T06:30:00Z":      time.Date(2027, 2, 14, 6, 30, 0, 0, time.UTC),
			"2027-02-14T06:30:00+01:00": time.Date(2027, 2, 14, 6, 30, 0, 0, time.FixedZone("", 3600)),
			"2027-02-14T06:30:00-03:30": time.Date(2027, 2, 14, 6, 30, 0, 0, time.FixedZone("", -12600)),
			"2027-02-14T06:30:00+00:00": time.Date(2027, 2, 14, 6, 30, 0, 0, time.FixedZone("", 0)),
		} {
			var got time.Time
			require.Empty(t, strict.Decode([]byte(`"`+text+`"`), &got, strict.Limits{}, nil))
			assert.Equal(t, want, got)
			assert.Equal(t, want.Location().String(), got.Location().String())
		}
	}
}

func TestCodesAreSortedAndEachIsSaidOnce(t *testing.T) {
	ids := map[string]bool{}
	sorted := slices.IsSortedFunc(strict.Codes(), func(a, b strict.Code) int { return strings.Compare(a.ID, b.ID) })
	assert.True(t, sorted)
	for _, c := range strict.Codes() {
		assert.False(t, ids[c.ID], c.ID)
		ids[c.ID] = true
		assert.Regexp(t, `^json-[a-z0-9-]+$`, c.ID)
		assert.NotEmpty(t, c.Meaning)
		assert.NotEmpty(t, c.Text)
	}
}
