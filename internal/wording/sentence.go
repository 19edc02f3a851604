package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nextWord returns the first word as readers count them: hyphens join, so do the marks inside numbers
// ("18:30", "1,000") and the points inside abbreviations ("e.g.").
func nextWord(text string, at int) (token, bool) {
	w, ok := next(text, at)
	for ok && w.kind == mark {
		w, ok = next(text, w.end)
	}
	for part := w; ok; {
		joint := jointLen(text, part)
		if joint == 0 {
			break
		}
		part, _ = next(text, part.end+joint)
		w.end = part.end
	}
	return w, ok
}

// jointLen returns the length of the mark that joins the part to the next one, or 0.
func jointLen(text string, part token) int {
	joint, size := utf8.DecodeRuneInString(text[part.end:])
	after, _ := utf8.DecodeRuneInString(text[part.end+size:])
	if !isWordRune(after) {
		return 0
	}
	before := rune(text[part.end-1])
	digits := isDigit(before) && isDigit(after)
	switch joint {
	case '-', '\u2010', '\u2011':
		return size
	case ',', ':', '/':
		if digits {
			return size
		}
	case '.':
		if digits || part.end-part.start == 1 {
			return size
		}
	}
	return 0
}

// breaks reports whether a sentence ends between two neighbouring words.
func breaks(text string, last, w token) bool {
	gap := text[last.end:w.start]
	return breaksLine(gap) || endsSentence(text[last.start:last.end], gap, text[w.start:])
}

// breaksLine reports a blank line, or a line that begins with the mark of a list item.
func breaksLine(gap string) bool {
	_, line, found := strings.Cut(gap, "\n")
	for found {
		var rest string
		line, rest, found = strings.Cut(line, "\n")
		line = strings.TrimSpace(line)
		if found && line == "" {
			return true
		}
		if item, _ := utf8.DecodeRuneInString(line); strings.ContainsRune("-*•–", item) {
			return true
		}
		line = rest
	}
	return false
}

// endsSentence reports whether the gap after word holds a mark that ends a sentence. next begins with the
// word after the gap.
func endsSentence(word, gap, next string) bool {
	marks, ends := 0, false
	closing := false
	for _, r := range gap {
		switch {
		case strings.ContainsRune(".!?…", r):
			closing = true
			marks++
		case closing && unicode.IsSpace(r):
			ends = true
		case !strings.ContainsRune("\"'”’)]»*", r):
			closing = false
		}
	}
	if !ends || marks > 1 || gap[0] != '.' {
		return ends
	}
	switch strings.ToLower(word) {
	case "mr", "mrs", "ms", "dr", "prof", "st", "no", "e.g", "i.e", "vs", "approx", "fig":
		return false
	case "etc", "a.m", "p.m", "incl", "ltd", "inc", "tel":
		first, _ := utf8.DecodeRuneInString(next)
		return unicode.IsUpper(first)
	}
	return true
}

// isItemNumber reports whether w is the number of a list item: digits first in their line, then a point or
// a closing bracket and white space.
func isItemNumber(text string, w token) bool {
	for i := w.start; i < w.end; i++ {
		if !isDigit(rune(text[i])) {
			return false
		}
	}
	before := strings.TrimRight(text[:w.start], " \t")
	after := text[w.end:]
	return (before == "" || strings.HasSuffix(before, "\n")) && len(after) > 1 &&
		(after[0] == '.' || after[0] == ')') && (after[1] == ' ' || after[1] == '\t')
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
