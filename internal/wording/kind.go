package wording

import (
	"errors"
	"strconv"
)

// Kind says what is wrong with a stretch of text. The zero value is unknown and never stands in a finding.
type Kind uint8

// The members of Kind, in order.
const (
	// KindUnknown means not said.
	KindUnknown Kind = iota
	// KindCertainty is a promise or verdict about an outcome that nobody can give.
	KindCertainty
	// KindBlame puts fault on the reader or judges them.
	KindBlame
	// KindJargon is a word of the trade or of the office that the reader need not know.
	KindJargon
)

var kindWords = [...]string{"unknown", "certainty", "blame", "jargon"}

var (
	errNotMember = errors.New("wording: is not a member of the scale Kind")
	errNotWord   = errors.New("wording: is not a word of the scale Kind")
)

// String returns the word; for a value that is no member, Kind(n).
func (k Kind) String() string {
	if int(k) < len(kindWords) {
		return kindWords[k]
	}
	return "Kind(" + strconv.Itoa(int(k)) + ")"
}

// MarshalText returns the word, or an error for a value that is no member.
func (k Kind) MarshalText() ([]byte, error) {
	if int(k) < len(kindWords) {
		return []byte(kindWords[k]), nil
	}
	return nil, errNotMember
}

// UnmarshalText accepts a word of the scale, letter for letter.
func (k *Kind) UnmarshalText(text []byte) error {
	for i, word := range kindWords {
		if word == string(text) {
			*k = Kind(i)
			return nil
		}
	}
	return errNotWord
}
