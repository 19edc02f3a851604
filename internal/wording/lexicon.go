package wording

import (
	"sort"
	"strings"
)

// An entry is one row of a lexicon. Phrases all begin with the same word, and the id begins with that word
// too (lower case, apostrophes left out): so the table, sorted by id, is its own index by first word.
//
// In phrases a space stands for white space or a hyphen, a hyphen for a hyphen, "*" for any one word or
// blank; commas and percent signs stand for themselves.
type entry struct {
	// ID is the stable name of the row, lower-kebab.
	ID string `json:"id"`
	// Phrases are the forms that are findings.
	Phrases []string `json:"phrases"`
	// Except are longer phrases: a finding that lies inside one of them is let pass.
	Except []string `json:"except"`
	// Denied lets a finding pass that is denied ("no plan is foolproof"). Absent means it does not.
	Denied bool `json:"denied"`
	// Conditional lets a finding pass that is a condition ("once the road is safe"). Absent means it does not.
	Conditional bool `json:"conditional"`
	// Suggestion is what to say instead; empty means leave it out.
	Suggestion string `json:"suggestion"`
}

func lexiconOf(k Kind) []entry {
	switch k {
	case KindCertainty:
		return certaintyLexicon[:]
	case KindBlame:
		return blameLexicon[:]
	case KindJargon:
		return jargonLexicon[:]
	default:
		return nil
	}
}

// withHead returns the rows whose phrases begin with word.
func withHead(lexicon []entry, word string) []entry {
	from := sort.Search(len(lexicon), func(i int) bool { return compareHead(lexicon[i].ID, word) >= 0 })
	to := from
	for to < len(lexicon) && compareHead(lexicon[to].ID, word) == 0 {
		to++
	}
	return lexicon[from:to]
}

// compareHead compares the part of id before its first hyphen with word, folded. The order is that of
// whole ids, because the hyphen sorts before letters and digits.
func compareHead(id, word string) int {
	at := 0
	for i := 0; i < len(word); {
		if n := apostrophe(word[i:]); n > 0 {
			i += n
			continue
		}
		if at == len(id) || id[at] == '-' {
			return -1
		}
		if c := lower(word[i]); id[at] != c {
			return int(id[at]) - int(c)
		}
		at, i = at+1, i+1
	}
	if at < len(id) && id[at] != '-' {
		return 1
	}
	return 0
}

// match reports where phrase ends in text if it begins with the token first.
func match(text string, first token, phrase string) (end int, ok bool) {
	want, _ := next(phrase, 0)
	have := first
	for {
		if !alike(text, have, phrase, want) {
			return 0, false
		}
		wantNext, more := next(phrase, want.end)
		if !more {
			return have.end, true
		}
		haveNext, more := next(text, have.end)
		if !more || !joined(text[have.end:haveNext.start], phrase[want.end:wantNext.start]) {
			return 0, false
		}
		want, have = wantNext, haveNext
	}
}

func alike(text string, have token, phrase string, want token) bool {
	word := phrase[want.start:want.end]
	if word == "*" {
		return have.kind != mark
	}
	return have.kind != blank && sameWord(text[have.start:have.end], word)
}

// sameWord compares a word of the text, folded, with a word of a phrase, which is lower case.
func sameWord(have, want string) bool {
	for len(have) > 0 && len(want) > 0 {
		n := apostrophe(have)
		switch {
		case n > 0 && want[0] == '\'':
			have = have[n:]
		case lower(have[0]) == want[0]:
			have = have[1:]
		default:
			return false
		}
		want = want[1:]
	}
	return len(have) == 0 && len(want) == 0
}

// joined reports whether the gap in the text is one that the gap in the phrase stands for.
func joined(gap, want string) bool {
	switch gap {
	case "-", "\u2010", "\u2011":
		return true
	}
	return want != "-" && strings.TrimSpace(gap) == ""
}
