package catalogue

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// initialisms are written in capitals in Go names.
var initialisms = map[string]string{
	"id": "ID", "json": "JSON", "url": "URL", "vip": "VIP", "gps": "GPS", "cctv": "CCTV", "html": "HTML", "http": "HTTP", "api": "API",
}

// camel turns "home-grounds" into "HomeGrounds" and "duplicate-id" into "DuplicateID".
func camel(word string) string {
	var b strings.Builder
	parts := strings.FieldsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, part := range parts {
		if capitals, ok := initialisms[part]; ok {
			b.WriteString(capitals)
			continue
		}
		first, size := utf8.DecodeRuneInString(part)
		b.WriteRune(unicode.ToUpper(first))
		b.WriteString(part[size:])
	}
	return b.String()
}

// lineWidth is where a comment breaks.
const lineWidth = 105

// comment returns the text as comment lines, ending with a full stop.
func comment(text string) string {
	text = strings.TrimSpace(text)
	if !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "?") && !strings.HasSuffix(text, "!") {
		text += "."
	}
	var b strings.Builder
	column := 0
	for _, word := range strings.Fields(text) {
		width := utf8.RuneCountInString(word)
		switch {
		case column == 0:
			b.WriteString("\t//")
			column = 2
		case column+1+width > lineWidth:
			b.WriteString("\n\t//")
			column = 2
		}
		b.WriteString(" " + word)
		column += 1 + width
	}
	b.WriteString("\n")
	return b.String()
}
