package roomtest_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/roomtest"
)

// notes collects what a check finds.
type notes []string

func (n *notes) Helper() {}

func (n *notes) Errorf(format string, args ...any) { *n = append(*n, fmt.Sprintf(format, args...)) }

type entry struct {
	ID string `json:"id"`
	EN struct {
		Name string `json:"name"`
	} `json:"en"`
}

func named(id, name string) entry {
	e := entry{ID: id}
	e.EN.Name = name
	return e
}

func TestFamilyFindsWhatAPersonWouldHaveToMend(t *testing.T) {
	id := func(e entry) string { return e.ID }
	tests := []struct {
		name    string
		file    string
		entries []entry
		finds   []string
	}{
		{"nothing where the list is what the file says", `[{"id":"b","en":{"name":"Gate"}},{"id":"a","en":{"name":"Door"}}]`, []entry{named("a", "Door"), named("b", "Gate")}, nil},
		{"a file that is refused", `[{"id":1}]`, nil, []string{"refused"}},
		{"a list that is behind its file", `[{"id":"a","en":{"name":"Door"}}]`, []entry{named("a", "Gate")}, []string{"not what the file says"}},
		{"a text that is empty", `[{"id":"a"}]`, []entry{named("a", "")}, []string{"a/en/name is empty"}},
		{"a text that promises", `[{"id":"a","en":{"name":"It is guaranteed"}}]`, []entry{named("a", "It is guaranteed")}, []string{"certainty"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var found notes
			roomtest.Family(&found, []byte(tt.file), tt.entries, id)
			if assert.Len(t, found, len(tt.finds)) {
				for i, part := range tt.finds {
					assert.Contains(t, found[i], part)
				}
			}
		})
	}
}

func TestCodesFindsWhatAPersonWouldHaveToMend(t *testing.T) {
	good := rapport.CodeEntry{ID: "room/good", Kind: "reason", Means: "It is good.", EN: "It is good."}
	change := func(f func(*rapport.CodeEntry)) []rapport.CodeEntry {
		c := good
		f(&c)
		return []rapport.CodeEntry{c}
	}
	for name, test := range map[string]struct {
		codes []rapport.CodeEntry
		finds string
	}{
		"nothing in order":   {[]rapport.CodeEntry{good}, ""},
		"a malformed code":   {change(func(c *rapport.CodeEntry) { c.ID = "Good" }), "malformed"},
		"a code of no kind":  {change(func(c *rapport.CodeEntry) { c.Kind = "note" }), "no kind"},
		"a missing meaning":  {change(func(c *rapport.CodeEntry) { c.Means = "" }), "lacks"},
		"a missing sentence": {change(func(c *rapport.CodeEntry) { c.EN = "" }), "lacks"},
		"a promise":          {change(func(c *rapport.CodeEntry) { c.EN = "It is guaranteed." }), "certainty"},
		"a code twice":       {[]rapport.CodeEntry{good, good}, "out of order"},
	} {
		t.Run(name, func(t *testing.T) {
			var found notes
			roomtest.Codes(&found, test.codes)
			if test.finds == "" {
				assert.Empty(t, found)
			} else if assert.Len(t, found, 1) {
				assert.Contains(t, found[0], test.finds)
			}
		})
	}
}

// silent is not written, forgetful is written and comes back as another, picky is refused.
type (
	silent    struct{}
	forgetful struct {
		Kept int `json:"-"`
	}
	picky struct{}
)

func (silent) MarshalJSON() ([]byte, error) { return nil, errors.New("no") }

func (picky) Validate() error {
	var f rapport.Faults
	f.Required("")
	return f.Err()
}

func TestComesBackFindsWhatIsLost(t *testing.T) {
	find := func(check func(t roomtest.TB)) []string {
		var found notes
		check(&found)
		return found
	}
	assert.Empty(t, find(func(t roomtest.TB) { roomtest.ComesBack(t, named("a", "Door")) }))
	assert.Contains(t, find(func(t roomtest.TB) { roomtest.ComesBack(t, silent{}) })[0], "not written")
	assert.Contains(t, find(func(t roomtest.TB) { roomtest.ComesBack(t, forgetful{1}) })[0], "comes back as")
	assert.Contains(t, find(func(t roomtest.TB) { roomtest.ComesBack(t, picky{}) })[0], "refused")
}

// loose is a scale without borders: it writes everything and reads everything as its zero value.
type loose uint8

func (l loose) String() string               { return "loose" }
func (l loose) MarshalText() ([]byte, error) { return []byte("loose"), nil }
func (l *loose) UnmarshalText([]byte) error  { return nil }

func TestKeepsItsWordsFindsAScaleWithoutBorders(t *testing.T) {
	var found notes
	roomtest.KeepsItsWords(&found, "unknown", rapport.LevelSevere)
	assert.Empty(t, found)
	roomtest.KeepsItsWords(&found, "unknown", loose(1))
	assert.Len(t, found, 4, "a word that does not come back, the zero value, the border, the spelling")
}
