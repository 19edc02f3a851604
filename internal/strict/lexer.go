package strict

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// kind is what a JSON value begins as. The zero kind is no JSON.
type kind uint8

const (
	kindNone kind = iota
	kindNull
	kindBoolean
	kindNumber
	kindString
	kindArray
	kindObject
)

func (k kind) String() string {
	return [...]string{"nothing", "null", "a boolean", "a number", "a string", "an array", "an object"}[k]
}

// lexer reads JSON byte by byte. A method that fails leaves pos where the document stops being JSON.
type lexer struct {
	data []byte
	pos  int
}

// peek returns the next byte that is not white space, and 0 at the end.
func (l *lexer) peek() byte {
	for ; l.pos < len(l.data); l.pos++ {
		switch c := l.data[l.pos]; c {
		case ' ', '\t', '\n', '\r':
		default:
			return c
		}
	}
	return 0
}

func (l *lexer) kind() kind {
	switch c := l.peek(); {
	case c == '{':
		return kindObject
	case c == '[':
		return kindArray
	case c == '"':
		return kindString
	case c == 't', c == 'f':
		return kindBoolean
	case c == 'n':
		return kindNull
	case c == '-', isDigit(c):
		return kindNumber
	}
	return kindNone
}

// take steps over c where it is the next byte that is not white space.
func (l *lexer) take(c byte) bool {
	if l.peek() != c || l.pos == len(l.data) {
		return false
	}
	l.pos++
	return true
}

// word steps over a literal.
func (l *lexer) word(w string) bool {
	for i := range len(w) {
		if l.pos == len(l.data) || l.data[l.pos] != w[i] {
			return false
		}
		l.pos++
	}
	return true
}

// number steps over a number in the grammar of JSON and returns it; false where it is malformed.
func (l *lexer) number() (string, bool) {
	start := l.pos
	l.one("-")
	if !l.one("0") && !l.digits() {
		return "", false
	}
	if l.one(".") && !l.digits() {
		return "", false
	}
	if l.one("eE") {
		l.one("+-")
		if !l.digits() {
			return "", false
		}
	}
	return string(l.data[start:l.pos]), true
}

// one steps over one byte out of set.
func (l *lexer) one(set string) bool {
	for i := range len(set) {
		if l.pos < len(l.data) && l.data[l.pos] == set[i] {
			l.pos++
			return true
		}
	}
	return false
}

func (l *lexer) digits() bool {
	start := l.pos
	for l.pos < len(l.data) && isDigit(l.data[l.pos]) {
		l.pos++
	}
	return l.pos > start
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// text is a JSON string without its escapes, and what is wrong with it although it is JSON.
type text struct {
	bytes                  []byte
	notUTF8, loneSurrogate bool
}

func (t text) sound() bool { return !t.notUTF8 && !t.loneSurrogate }

// text steps over a string, whose quotation mark is next; false where it is malformed.
func (l *lexer) text() (text, bool) {
	l.pos++
	start := l.pos
	var t text
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; {
		case c == '"':
			if t.bytes == nil {
				t.bytes = l.data[start:l.pos:l.pos]
			}
			l.pos++
			return t, true
		case c < ' ':
			return t, false
		case c == '\\':
			if t.bytes == nil {
				t.bytes = append(make([]byte, 0, 64), l.data[start:l.pos]...)
			}
			if !l.escape(&t) {
				return t, false
			}
		default:
			l.char(&t)
		}
	}
	return t, false
}

// char steps over one character that is not escaped.
func (l *lexer) char(t *text) {
	size := 1
	if l.data[l.pos] >= utf8.RuneSelf {
		var r rune
		r, size = utf8.DecodeRune(l.data[l.pos:])
		t.notUTF8 = t.notUTF8 || r == utf8.RuneError && size == 1
	}
	if t.bytes != nil {
		t.bytes = append(t.bytes, l.data[l.pos:l.pos+size]...)
	}
	l.pos += size
}

// escape steps over one escape, or two that form a surrogate pair.
func (l *lexer) escape(t *text) bool {
	l.pos++
	if l.pos == len(l.data) {
		return false
	}
	const letters, meant = "\"\\/bfnrt", "\"\\/\b\f\n\r\t"
	if i := strings.IndexByte(letters, l.data[l.pos]); i >= 0 {
		t.bytes = append(t.bytes, meant[i])
		l.pos++
		return true
	}
	r, ok := l.unit()
	if !ok {
		return false
	}
	if utf16.IsSurrogate(r) {
		r = l.pair(r)
		t.loneSurrogate = t.loneSurrogate || r == utf8.RuneError
	}
	t.bytes = utf8.AppendRune(t.bytes, r)
	return true
}

// unit steps over the u and the four digits of an escape.
func (l *lexer) unit() (rune, bool) {
	if !l.one("u") {
		return 0, false
	}
	var r rune
	for range 4 {
		if l.pos == len(l.data) {
			return 0, false
		}
		digit, ok := hex(l.data[l.pos])
		if !ok {
			return 0, false
		}
		r = r<<4 | digit
		l.pos++
	}
	return r, true
}

// pair steps over the second half of a pair where it follows; utf8.RuneError where it does not.
func (l *lexer) pair(first rune) rune {
	back := l.pos
	if l.one(`\`) {
		if second, ok := l.unit(); ok {
			if r := utf16.DecodeRune(first, second); r != utf8.RuneError {
				return r
			}
		}
	}
	l.pos = back
	return utf8.RuneError
}

func hex(c byte) (rune, bool) {
	switch {
	case isDigit(c):
		return rune(c - '0'), true
	case 'a' <= c && c <= 'f':
		return rune(c-'a') + 10, true
	case 'A' <= c && c <= 'F':
		return rune(c-'A') + 10, true
	}
	return 0, false
}
