// Package roomtest holds the checks that the tests of every room make on what all rooms have: catalogues
// that people edit, stored values, closed scales.
package roomtest

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/pack"
	"github.com/rapport-go/rapport/internal/wording"
)

// TB is what the checks need of a [testing.TB]. It is small, so that the checks themselves can be tested.
type TB interface {
	// Helper marks the caller as a helper.
	Helper()
	// Errorf notes a failure and goes on.
	Errorf(format string, args ...any)
}

// Family checks one list of a standard catalogue: that it is what the file that people edit says, and
// that no text of it that has to be there is empty, and none promises, blames or uses a word of the trade.
func Family[T any](t TB, file []byte, entries []T, id func(T) string) {
	t.Helper()
	var edited []T
	if err := rapport.Decode(file, &edited); err != nil {
		t.Errorf("the file is refused: %v", err)
		return
	}
	slices.SortFunc(edited, func(a, b T) int { return strings.Compare(id(a), id(b)) })
	if !reflect.DeepEqual(edited, entries) {
		t.Errorf("the generated list of %s is not what the file says", reflect.TypeFor[T]())
	}
	for _, entry := range entries {
		pack.EachText(entry, func(at rapport.Pointer, text string, optional bool) {
			if text == "" && !optional {
				t.Errorf("%s%s is empty", id(entry), at)
			}
			for _, found := range wording.Check(text) {
				t.Errorf("%s%s: %s by the rule %s: %s", id(entry), at, found.Kind, found.Rule, text)
			}
		})
	}
}

// Codes checks the codes of a room: sorted, each well formed, of a kind, with meaning and sentence, and that
// no sentence promises or blames.
func Codes(t TB, codes []rapport.CodeEntry) {
	t.Helper()
	for i, c := range codes {
		switch {
		case !c.ID.Valid():
			t.Errorf("%s is malformed", c.ID)
		case c.Kind != "reason" && c.Kind != "error":
			t.Errorf("%s is of no kind", c.ID)
		case c.Means == "" || c.EN == "":
			t.Errorf("%s lacks its meaning or its sentence", c.ID)
		case i > 0 && codes[i-1].ID >= c.ID:
			t.Errorf("%s is out of order", c.ID)
		}
		for _, found := range wording.Check(c.EN, wording.KindCertainty, wording.KindBlame) {
			t.Errorf("%s: %s by the rule %s: %s", c.ID, found.Kind, found.Rule, c.EN)
		}
	}
}

// ComesBack checks that a value survives being written as JSON and read through the strict door.
func ComesBack[T any](t TB, value T) {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Errorf("%T is not written: %v", value, err)
		return
	}
	var back T
	if err := rapport.Decode(data, &back); err != nil {
		t.Errorf("%T is refused: %v", value, err)
		return
	}
	if !reflect.DeepEqual(value, back) {
		t.Errorf("%T comes back as\n%#v\nand was\n%#v", value, back, value)
	}
}

// Scale is what every closed scale can do.
type Scale interface {
	~uint8
	// String returns the word.
	String() string
	// MarshalText returns the word, or an error for a value that is no member.
	MarshalText() ([]byte, error)
}

// KeepsItsWords checks that the words of a scale come back, that its zero value has the word first, and
// that nothing beyond last and no other spelling is taken for a member.
func KeepsItsWords[S Scale, P interface {
	*S
	UnmarshalText([]byte) error
}](t TB, first string, last S) {
	t.Helper()
	for member := S(0); member <= last; member++ {
		word, err := member.MarshalText()
		var back S
		if err != nil || string(word) != member.String() || P(&back).UnmarshalText(word) != nil || back != member {
			t.Errorf("%T: the word %q does not come back", member, word)
		}
	}
	if S(0).String() != first {
		t.Errorf("%T: the zero value is %q", last, S(0))
	}
	if _, err := (last + 1).MarshalText(); err == nil || !strings.Contains((last+1).String(), "(") {
		t.Errorf("%T: %v lies beyond the scale and is written", last, last+1)
	}
	var untouched S
	if P(&untouched).UnmarshalText([]byte("Unknown")) == nil {
		t.Errorf("%T: another spelling is read", last)
	}
}
