package strict_test

import (
	"encoding/json"
	"errors"
	"strings"
	"time"

	"github.com/rapport-go/rapport/internal/strict"
)

// grade is a closed scale.
type grade uint8

var gradeWords = []string{"unknown", "low", "high"}

func (g *grade) UnmarshalText(text []byte) error {
	for i, w := range gradeWords {
		if w == string(text) {
			*g = grade(i)
			return nil
		}
	}
	return unknownWord{}
}

func (g grade) MarshalText() ([]byte, error) { return []byte(gradeWords[g]), nil }

type unknownWord struct{}

func (unknownWord) Error() string    { return "secret detail" }
func (unknownWord) Code() string     { return "not-a-member" }
func (unknownWord) SafeText() string { return "is not a word of the scale" }

// tag is a text type that folds capitals, so that two texts may be one tag.
type tag string

func (t *tag) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		return errors.New("secret detail")
	}
	*t = tag(strings.ToLower(string(text)))
	return nil
}

// own reads its own JSON: an array of two.
type own struct{ a, b int }

func (o *own) UnmarshalJSON(data []byte) error {
	var pair []int
	if err := json.Unmarshal(data, &pair); err != nil || len(pair) != 2 {
		return errors.New("secret detail")
	}
	o.a, o.b = pair[0], pair[1]
	return nil
}

type name string

func (n *name) Validate() []strict.Fault {
	if len(*n) > 9 {
		return []strict.Fault{{Code: "x/long", Text: "is too long"}}
	}
	return nil
}

// hidden is embedded without being exported.
type hidden struct {
	Deep int `json:"deep"`
	Note string
}

// Shown is embedded and exported.
type Shown struct {
	Flag bool `json:"flag,omitempty"`
}

func (s *Shown) Validate() []strict.Fault {
	if s.Flag {
		return []strict.Fault{{Pointer: "/flag", Code: "x/flag", Text: "is set"}}
	}
	return nil
}

type item struct {
	ID   name   `json:"id"`
	Tags []name `json:"tags,omitzero"`
	Next *item  `json:"next,omitzero"`
}

func (i *item) Validate() []strict.Fault {
	if i.ID == "" {
		return []strict.Fault{{Pointer: "/id", Code: "x/required", Text: "has to be given"}}
	}
	return i.ID.under("/id")
}

func (n *name) under(pointer string) []strict.Fault {
	list := n.Validate()
	for i := range list {
		list[i].Pointer = pointer + list[i].Pointer
	}
	return list
}

type document struct {
	hidden
	Shown
	Title  string            `json:"title"`
	Name   name              `json:"name"`
	On     bool              `json:"on"`
	I8     int8              `json:"i8"`
	I64    int64             `json:"i64"`
	U16    uint16            `json:"u16"`
	F32    float32           `json:"f32"`
	F64    float64           `json:"f64"`
	When   time.Time         `json:"when"`
	Grade  grade             `json:"grade"`
	Grades []grade           `json:"grades"`
	Bytes  []byte            `json:"bytes"`
	Pair   [2]int            `json:"pair"`
	Items  []item            `json:"items"`
	Map    map[string]item   `json:"map"`
	Tagged map[tag]grade     `json:"tagged"`
	Named  map[name]int      `json:"named"`
	Raw    json.RawMessage   `json:"raw"`
	Number json.Number       `json:"number"`
	Any    any               `json:"any"`
	Own    own               `json:"own"`
	Opt    *int              `json:"opt"`
	Self   *document         `json:"self"`
	Odd    string            `json:"o/d~d"`
	Gone   string            `json:"-"`
	Ptrs   []*item           `json:"ptrs"`
	Exts   map[string]rawBox `json:"exts"`
}

type rawBox struct {
	Raw json.RawMessage `json:"raw"`
}

func validate(v any) []strict.Fault {
	if judged, ok := v.(interface{ Validate() []strict.Fault }); ok {
		return judged.Validate()
	}
	return nil
}

const full = `{
 "deep": 3, "Note": "n", "flag": false, "title": "caf\u00e9 \ud83d\ude00 \"\/\\\b\f\n\r\t", "name": "ms-a", "on": true,
 "i8": -128, "i64": 9223372036854775807, "u16": 65535, "f32": 1.5e1, "f64": -0.25,
 "when": "2027-02-14T06:30:00.5+01:00", "grade": "high", "grades": ["low", "unknown"], "bytes": "YW55",
 "pair": [1, 2], "items": [{"id": "a", "tags": ["x", "y"], "next": {"id": "b"}}, {"id": "c"}],
 "map": {"k": {"id": "d"}}, "tagged": {"T": "low"}, "named": {"n": 1}, "raw": { "z" : [1, null] },
 "number": 12.50, "any": {"a": [1, "x", true, null]}, "own": [4, 5], "opt": null, "self": {"title": "in", "opt": 7},
 "o/d~d": "odd", "ptrs": [{"id": "p"}, null], "exts": {"vendor.example/x": {"raw": null}}
}`
