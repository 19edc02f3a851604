package wording

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var lexiconFiles = map[Kind]string{
	KindCertainty: "lexicon/certainty.json",
	KindBlame:     "lexicon/blame.json",
	KindJargon:    "lexicon/jargon.json",
}

func TestGeneratedTablesAreTheFilesPeopleEdit(t *testing.T) {
	for kind, file := range lexiconFiles {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		decoder := json.NewDecoder(bytes.NewReader(data))
		decoder.DisallowUnknownFields()
		var rows []entry
		require.NoError(t, decoder.Decode(&rows), file)
		assert.Equal(t, rows, lexiconOf(kind), file)
	}
}

func TestRowsAreSortedAndBeginWithTheirID(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	plain := regexp.MustCompile(`^[a-z0-9' ,%*-]+$`)
	for kind := range lexiconFiles {
		rows := lexiconOf(kind)
		assert.True(t, slices.IsSortedFunc(rows, func(a, b entry) int { return strings.Compare(a.ID, b.ID) }), kind)
		seen := map[string]string{}
		for i, row := range rows {
			assert.Regexp(t, kebab, row.ID)
			assert.True(t, i == 0 || rows[i-1].ID != row.ID, "%s stands twice", row.ID)
			require.NotEmpty(t, row.Phrases, row.ID)
			for _, phrase := range row.Phrases {
				assert.Regexp(t, plain, phrase)
				assert.Empty(t, seen[phrase], "%q stands in %s too", phrase, row.ID)
				seen[phrase] = row.ID
				head, ok := next(phrase, 0)
				require.True(t, ok)
				assert.Zero(t, compareHead(row.ID, phrase[head.start:head.end]), "%s does not begin as %q does", row.ID, phrase)
			}
		}
	}
}

func TestEveryPhraseIsFoundByItsRow(t *testing.T) {
	for kind := range lexiconFiles {
		for _, row := range lexiconOf(kind) {
			for _, phrase := range row.Phrases {
				want := Finding{kind, 0, len(phrase), row.ID, row.Suggestion}
				assert.Contains(t, Check(phrase, kind), want, phrase)
				assert.Contains(t, Check(strings.ToUpper(phrase), kind), want, phrase)
			}
		}
	}
}

// found reports whether one row alone finds anything in text.
func found(text string, row entry) bool {
	var recent []token
	for tok, ok := next(text, 0); ok; tok, ok = next(text, tok.end) {
		recent = append(recent, tok)
		if _, end := longest(text, tok, []entry{row}, recent); end > 0 {
			return true
		}
	}
	return false
}

func TestEveryExceptionIsNeededAndInReach(t *testing.T) {
	for kind := range lexiconFiles {
		for _, row := range lexiconOf(kind) {
			for i, phrase := range row.Except {
				text := strings.ReplaceAll(phrase, "*", "thing")
				without := row
				without.Except = slices.Delete(slices.Clone(row.Except), i, i+1)
				assert.True(t, found(text, without), "%s: without %q nothing is found anyway", row.ID, phrase)
				for _, f := range Check(text, kind) {
					assert.NotEqual(t, row.ID, f.Rule, "%s: %q lets nothing pass", row.ID, phrase)
				}
			}
		}
	}
}

func TestFramesAreInReach(t *testing.T) {
	for _, f := range append(denials[:], conditions[:]...) {
		assert.Less(t, len(strings.Fields(f.phrase))+f.slack, reach, f.phrase)
	}
}

func TestSuggestionsKeepToTheLexicons(t *testing.T) {
	for kind := range lexiconFiles {
		for _, row := range lexiconOf(kind) {
			assert.Empty(t, Check(row.Suggestion), "suggestion of %s", row.ID)
		}
	}
}
