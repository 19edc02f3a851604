package wording

import (
	"cmp"
	"slices"
)

// Finding is one stretch of text that should be worded otherwise. The zero value is no finding.
type Finding struct {
	// Kind says what is wrong.
	Kind Kind `json:"kind"`
	// Start is the byte offset of the first byte of the stretch.
	Start int `json:"start"`
	// End is the byte offset after its last byte.
	End int `json:"end"`
	// Rule is the stable id of the row of the lexicon that found it.
	Rule string `json:"rule"`
	// Suggestion is what to say instead; empty means leave it out.
	Suggestion string `json:"suggestion"`
}

// Check returns the findings of the given kinds, of all kinds where none is given, ordered by start, end,
// rule and kind. Of findings of one kind that lie inside each other the longest is returned. A clean text
// gives nil and costs no allocation. The result belongs to the caller.
func Check(text string, kinds ...Kind) []Finding {
	var found []Finding
	for _, k := range [...]Kind{KindCertainty, KindBlame, KindJargon} {
		if len(kinds) == 0 || slices.Contains(kinds, k) {
			found = appendFindings(found, text, k)
		}
	}
	slices.SortFunc(found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Kind, b.Kind))
	})
	return found
}

// appendFindings walks the text once, remembering the last tokens for the exceptions.
func appendFindings(found []Finding, text string, k Kind) []Finding {
	var (
		lexicon = lexiconOf(k)
		recent  [reach]token
		covered int
	)
	tok, ok := next(text, 0)
	for n := 0; ok; n++ {
		recent[n%reach] = tok
		if tok.kind == word {
			rows := withHead(lexicon, text[tok.start:tok.end])
			row, end := longest(text, tok, rows, recent[:min(n+1, reach)])
			if end > covered {
				found = append(found, Finding{k, tok.start, end, row.ID, row.Suggestion})
				covered = end
			}
		}
		tok, ok = next(text, tok.end)
	}
	return found
}

// longest returns the row with the longest phrase that begins at tok and is not let pass, and where that
// phrase ends; the end is 0 where there is none.
func longest(text string, tok token, rows []entry, recent []token) (row *entry, end int) {
	for i := range rows {
		for _, phrase := range rows[i].Phrases {
			e, ok := match(text, tok, phrase)
			if ok && e > end && !rows[i].letsPass(text, tok, e, recent) {
				row, end = &rows[i], e
			}
		}
	}
	return row, end
}
