package client

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rapport-go/rapport"
)

const (
	// MaxWords is the longest text of own words, in bytes.
	MaxWords = 600
	// telling is how many digits in a row make a number that somebody can be found by.
	telling = 6
)

// ownWords notes own words that are too long, or that hold what somebody can be found by: an address of the
// net, a long number, a form of address with a name, a street with its number. It cannot find every name;
// whoever writes the words leaves names out.
func ownWords(f *rapport.Faults, at rapport.Pointer, text string) {
	if len(text) > MaxWords {
		f.Coded(at, codeEntry(CodeTooLarge))
	}
	if text != "" && identifies(text) {
		f.Coded(at, codeEntry(CodeIdentifies))
	}
}

func identifies(text string) bool {
	if strings.Contains(text, "@") || strings.Contains(text, "://") || strings.Contains(text, "www.") || longNumber(text) {
		return true
	}
	tokens := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	near := func(i int) string {
		if i < 0 || i >= len(tokens) {
			return ""
		}
		return tokens[i]
	}
	for i, token := range tokens {
		switch {
		case formOfAddress[token] && isName(near(i+1)),
			isStreet(token) && isNumber(near(i+1)),
			isStreet(token) && startsUpper(token) && (isNumber(near(i-1)) || isNumber(near(i-2))):
			return true
		}
	}
	return false
}

// longNumber finds digits with nothing but spaces and brackets between them.
func longNumber(text string) bool {
	digits := 0
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			if digits++; digits >= telling {
				return true
			}
		case r != ' ' && r != '(' && r != ')' && r != '+':
			digits = 0
		}
	}
	return false
}

var formOfAddress = map[string]bool{"Mr": true, "Mrs": true, "Ms": true, "Miss": true, "Dr": true, "Prof": true, "Sir": true, "Lady": true, "Herr": true, "Frau": true}

// isName takes a capital and at least one letter more for a name; "Ms A" is none.
func isName(token string) bool { return startsUpper(token) && utf8.RuneCountInString(token) > 1 }

func startsUpper(token string) bool {
	first, _ := utf8.DecodeRuneInString(token)
	return unicode.IsUpper(first)
}

func isStreet(token string) bool {
	token = strings.ToLower(token)
	for _, ending := range [...]string{"street", "road", "avenue", "lane", "strasse", "straße", "boulevard"} {
		if strings.HasSuffix(token, ending) {
			return true
		}
	}
	return false
}

func isNumber(token string) bool { return token != "" && unicode.IsDigit(rune(token[0])) }
