package rapport_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/rapport-go/rapport"
)

func readerCode(code rapport.Code) bool { return strings.HasPrefix(string(code), "rapport/json-") }

// packCode reports whether a code is of the joining of packs, which the rooms do and test.
func packCode(code rapport.Code) bool { return strings.HasPrefix(string(code), "rapport/pack-") }

// visit has one field of each kind that an input may have.
type visit struct {
	ID         rapport.ID         `json:"id"`
	Level      rapport.Level      `json:"level,omitzero"`
	Feeling    rapport.Feeling    `json:"feeling,omitzero"`
	On         rapport.Date       `json:"on,omitzero"`
	At         time.Time          `json:"at,omitzero"`
	Hours      []rapport.Hours    `json:"hours,omitzero"`
	Count      int                `json:"count,omitzero"`
	Extensions rapport.Extensions `json:"extensions,omitzero"`
}

func (v visit) Validate() error {
	var f rapport.Faults
	f.ID("/id", v.ID)
	return f.Err()
}

func TestDecode_ListsEveryProblemAtItsPlaceAndNeverTheValue(t *testing.T) {
	const document = `{
		"id": "canary one", "level": "canary", "Feeling": "+1", "canary": 1, "on": "2027-02-30", "at": "canary",
		"hours": [{"from": "06:30", "to": "07:30"}, {"from": "canary", "days": ["canary"]}],
		"count": 1.5, "count": 2, "extensions": {"canary": 1}
	} canary`
	v := visit{ID: "before"}
	err := rapport.Decode([]byte(document), &v)
	require.Error(t, err)
	assert.Equal(t, visit{ID: "before"}, v, "there is no partial result")
	assert.NotContains(t, err.Error(), "canary", "an error never contains a value or an unknown key")
	var found []string
	for _, p := range rapport.Problems(err) {
		found = append(found, string(p.Pointer)+" "+string(p.Code))
	}
	for _, want := range []string{
		"/count rapport/json-duplicate-key", "/feeling rapport/json-key-case", " rapport/json-trailing-data", " rapport/json-unknown-field",
		"/at rapport/json-malformed-time", "/count rapport/json-not-integer", "/extensions rapport/malformed-word",
		"/hours/1/days/0 rapport/not-a-member", "/hours/1/from rapport/malformed-value", "/hours/1/to rapport/required",
		"/id rapport/malformed-id", "/level rapport/not-a-member", "/on rapport/malformed-value",
	} {
		assert.Contains(t, found, want)
	}
	listed := map[rapport.Code]bool{}
	for _, entry := range rapport.Codes() {
		listed[entry.ID] = true
	}
	for _, p := range rapport.Problems(err) {
		assert.True(t, listed[p.Code], "%s is listed", p.Code)
	}
}

func TestDecode_KeepsWhatWasEncoded(t *testing.T) {
	v := visit{
		ID: "v-1", Level: rapport.LevelHigh, Feeling: rapport.FeelingMinus2, On: rapport.MustDate("2027-02-14"),
		At: moment("2027-02-14 06:30"), Hours: []rapport.Hours{{From: rapport.MustClock("06:30"), To: rapport.MustClock("07:30")}},
		Count: -3, Extensions: rapport.Extensions{"vendor.example/x": json.RawMessage(`{"a":[1,2]}`)},
	}
	text, err := json.Marshal(v)
	require.NoError(t, err)
	var back visit
	require.NoError(t, rapport.Decode(text, &back))
	assert.True(t, v.At.Equal(back.At))
	back.At = v.At
	assert.Equal(t, v, back)
}

func TestDecode_AMomentIsNeverInTheMachinesZone(t *testing.T) {
	for _, text := range []string{"2027-02-14T06:30:00Z", "2027-02-14T06:30:00+01:00", "2027-02-14T06:30:00+05:45"} {
		var v visit
		require.NoError(t, rapport.Decode([]byte(`{"id":"v","at":"`+text+`"}`), &v))
		assert.Equal(t, text, v.At.Format(time.RFC3339))
		assert.NotEqual(t, "Local", v.At.Location().String())
	}
}

func TestSchemaOf_NamesScalesAndGrammars(t *testing.T) {
	schema, err := rapport.SchemaOf(visit{})
	require.NoError(t, err)
	again, err := rapport.SchemaOf(visit{})
	require.NoError(t, err)
	assert.Equal(t, string(schema), string(again))
	for _, part := range []string{`"severe"`, `"-3"`, `[A-Za-z0-9._:-]`, `[0-9]{4}-[0-9]{2}-[0-9]{2}`, `"additionalProperties": false`} {
		assert.Contains(t, string(schema), part)
	}
	_, err = rapport.SchemaOf(nil)
	assert.Error(t, err)
}

func TestDigestOf_FollowsItsVectors(t *testing.T) {
	data, err := os.ReadFile("internal/canonical/testdata/digests.json")
	require.NoError(t, err)
	var vectors []struct {
		Name   string         `json:"name"`
		Tag    string         `json:"tag"`
		Value  visit          `json:"value"`
		Digest rapport.Digest `json:"digest"`
	}
	require.NoError(t, json.Unmarshal(data, &vectors))
	require.NotEmpty(t, vectors)
	for _, v := range vectors {
		t.Run(v.Name, func(t *testing.T) {
			got, err := rapport.DigestOf(v.Tag, v.Value)
			require.NoError(t, err)
			assert.Equal(t, v.Digest, got)
		})
	}
}

func TestDigestOf_AFieldAddedLaterChangesNoOldDigest(t *testing.T) {
	type longer struct {
		visit
		Later string `json:"later,omitzero"`
	}
	old, err := rapport.DigestOf("visit", visit{ID: "v-1"})
	require.NoError(t, err)
	same, err := rapport.DigestOf("visit", longer{visit: visit{ID: "v-1"}})
	require.NoError(t, err)
	assert.Equal(t, old, same)
	other, err := rapport.DigestOf("plan", visit{ID: "v-1"})
	require.NoError(t, err)
	assert.NotEqual(t, old, other, "the tag is part of the digest")
	_, err = rapport.DigestOf("visit", struct{ N int64 }{1<<53 + 1})
	assert.True(t, rapport.HasCode(err, rapport.CodeNoCanonicalForm))
}
