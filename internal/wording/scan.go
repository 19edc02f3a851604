package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type tokenKind uint8

const (
	// word is a run of letters and digits, with apostrophes inside.
	word tokenKind = iota
	// blank is a name in braces that an app fills.
	blank
	// mark is a comma, a percent sign or a star.
	mark
)

// A token is a stretch of text, in byte offsets.
type token struct {
	start, end int
	kind       tokenKind
}

// maxBlank is the longest blank in bytes, braces included. A brace without its partner within that length
// is punctuation; the bound keeps scanning linear.
const maxBlank = 66

const curly = "’"

// next returns the first token at or after the offset at, and false where there is none.
func next(text string, at int) (token, bool) {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case isWordRune(r):
			return token{at, wordEnd(text, at+size), word}, true
		case r == ',' || r == '%' || r == '*':
			return token{at, at + size, mark}, true
		case r == '{':
			if n := blankLen(text[at:]); n > 0 {
				return token{at, at + n, blank}, true
			}
		}
		at += size
	}
	return token{}, false
}

// wordEnd returns the end of the word that continues at the offset at.
func wordEnd(text string, at int) int {
	for at < len(text) {
		if isWordByte(text[at]) {
			at++
			continue
		}
		skip := apostrophe(text[at:])
		r, size := utf8.DecodeRuneInString(text[at+skip:])
		if !isWordRune(r) {
			break
		}
		at += skip + size
	}
	return at
}

// blankLen returns the length of the blank that text begins with, or 0.
func blankLen(text string) int {
	inside := text[1:min(len(text), maxBlank)]
	i := strings.IndexAny(inside, "{}\n")
	if i < 1 || inside[i] != '}' {
		return 0
	}
	return i + 2
}

// isWordRune counts combining marks in, so that a letter with an accent is no word boundary.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isWordByte(byte(r))
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// apostrophe returns the length of the straight or curly apostrophe that text begins with, or 0.
func apostrophe(text string) int {
	switch {
	case text == "":
		return 0
	case text[0] == '\'':
		return 1
	case text[0] == curly[0] && strings.HasPrefix(text, curly):
		return len(curly)
	default:
		return 0
	}
}

// lower folds ASCII letters only.
func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
