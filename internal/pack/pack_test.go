package pack_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/internal/pack"
)

type texts struct {
	Name  string   `json:"name"`
	Note  string   `json:"note,omitzero"`
	Rules []string `json:"rules,omitzero"`
}

type inner struct{ Tags []string }

type entry struct {
	ID    string `json:"id"`
	Level int    `json:"level"`
	Inner inner  `json:"inner"`
	EN    texts  `json:"en"`
}

type catalogue struct {
	Name, Version string
	Things        []entry
}

func thing(id string) entry { return entry{ID: id, EN: texts{Name: "A thing"}} }

func standard() []entry {
	return []entry{
		{ID: "door", Level: 2, EN: texts{Name: "Door", Rules: []string{"is kept shut"}}},
		{ID: "gate", Level: 3, EN: texts{Name: "Gate"}},
	}
}

func join(packs ...[]entry) ([]entry, error) {
	var f rapport.Faults
	joined := pack.Join(&f, "things", standard(), packs)
	return joined, f.Err()
}

func TestJoinSortsWhatPacksAddWhateverTheirOrder(t *testing.T) {
	a, b := []entry{thing("b.example/x"), thing("b.example/a")}, []entry{thing("a.example/x")}
	joined, err := join(a, b)
	require.NoError(t, err)
	var ids []string
	for _, e := range joined {
		ids = append(ids, e.ID)
	}
	assert.Equal(t, []string{"a.example/x", "b.example/a", "b.example/x", "door", "gate"}, ids)
	turned, err := join(b, a)
	require.NoError(t, err)
	assert.Equal(t, joined, turned)
}

func TestJoinSharesNoMemoryWithThePacks(t *testing.T) {
	added := entry{ID: "a.example/x", Inner: inner{Tags: []string{"kept"}}, EN: texts{Name: "X"}}
	reworded := entry{ID: "door", EN: texts{Name: "Entrance", Rules: []string{"stays shut"}}}
	list := []entry{added, reworded}
	joined, err := join(list)
	require.NoError(t, err)
	list[0].Inner.Tags[0], list[1].EN.Rules[0] = "changed", "changed"
	assert.Equal(t, "kept", joined[0].Inner.Tags[0])
	assert.Equal(t, entry{ID: "door", Level: 2, EN: texts{Name: "Entrance", Rules: []string{"stays shut"}}}, joined[1])
}

func TestJoinRefuses(t *testing.T) {
	cases := []struct {
		name  string
		packs [][]entry
		at    rapport.Pointer
		code  rapport.Code
		names string
	}{
		{"two packs with one word, naming the other place", [][]entry{{thing("a.example/x")}, {thing("b.example/x"), thing("a.example/x")}}, "/packs/1/things/1/id", rapport.CodePackCollision, "/packs/0/things/0/id"},
		{"and at the first place too", [][]entry{{thing("a.example/x")}, {thing("a.example/x")}}, "/packs/0/things/0/id", rapport.CodePackCollision, "/packs/1/things/0/id"},
		{"two wordings of one built-in entry", [][]entry{{thing("gate")}, {thing("gate")}}, "/packs/1/things/0/id", rapport.CodePackCollision, "/packs/0/things/0/id"},
		{"a change of a built-in entry", [][]entry{{{ID: "gate", Level: 1, EN: texts{Name: "Gate"}}}}, "/packs/0/things/0/id", rapport.CodePackBuiltIn, ""},
		{"a wording that drops a rule", [][]entry{{{ID: "door", EN: texts{Name: "Door"}}}}, "/packs/0/things/0/id", rapport.CodePackBuiltIn, ""},
		{"a new word without a domain", [][]entry{{thing("window")}}, "/packs/0/things/0/id", rapport.CodePackPlainWord, ""},
		{"no word", [][]entry{{thing("")}}, "/packs/0/things/0/id", rapport.CodeRequired, ""},
		{"a malformed word", [][]entry{{thing("A Window")}}, "/packs/0/things/0/id", rapport.CodeMalformedWord, ""},
		{"a missing text", [][]entry{{{ID: "a.example/x"}}}, "/packs/0/things/0/en/name", rapport.CodeRequired, ""},
		{"a promise", [][]entry{{{ID: "a.example/x", EN: texts{Name: "We guarantee it", Rules: []string{"ok", "it will never happen"}}}}}, "/packs/0/things/0/en/name", rapport.CodePackWording, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := join(c.packs...)
			var texts []string
			for _, p := range rapport.Problems(err) {
				if p.Pointer == c.at && p.Code == c.code {
					texts = append(texts, p.Text)
				}
			}
			require.Len(t, texts, 1, "%v", err)
			assert.Contains(t, texts[0], c.names)
		})
	}
}

func TestNamesWantsADomainAVersionAndEachNameOnce(t *testing.T) {
	var f rapport.Faults
	pack.Names(&f, []catalogue{{Name: "client", Version: "1"}, {Name: "a.example/x", Version: "1"}, {Name: "a.example/x"}, {}},
		func(c catalogue) (string, string) { return c.Name, c.Version })
	var got []string
	for _, p := range rapport.Problems(f.Err()) {
		got = append(got, string(p.Pointer)+" "+string(p.Code))
	}
	assert.Equal(t, []string{
		"/packs/0/name rapport/pack-plain-word",
		"/packs/1/name rapport/pack-collision",
		"/packs/2/name rapport/pack-collision",
		"/packs/2/version rapport/required",
		"/packs/3/name rapport/required",
		"/packs/3/version rapport/required",
	}, got)
}

func TestEditionsNameContentsWhateverTheirOrder(t *testing.T) {
	editions := func(things ...entry) []rapport.Edition {
		packs := []catalogue{{Name: "a.example/x", Version: "1", Things: things}}
		list, err := pack.Editions(rapport.Edition{Name: "things", Version: "1", Digest: "sha256:0"}, packs,
			func(c catalogue) (string, string) { return c.Name, c.Version })
		require.NoError(t, err)
		require.Len(t, list, 2)
		assert.Equal(t, things, packs[0].Things, "the pack is as it was")
		return list
	}
	a, b := thing("a.example/a"), thing("a.example/b")
	assert.Equal(t, editions(a, b), editions(b, a))
	changed := b
	changed.Level = 1
	assert.NotEqual(t, editions(a, b), editions(a, changed))
}

func TestFindReturnsTheEntryOfAWordAndNoneOtherwise(t *testing.T) {
	list := []entry{thing("a"), thing("c"), thing("e")}
	id := func(e entry) string { return e.ID }
	for _, word := range []string{"a", "c", "e"} {
		found, ok := pack.Find(list, word, id)
		assert.True(t, ok)
		assert.Equal(t, word, found.ID)
	}
	for _, word := range []string{"", "b", "f"} {
		_, ok := pack.Find(list, word, id)
		assert.False(t, ok)
	}
}
