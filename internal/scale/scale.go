// Package scale holds the text form that all closed scales of the library share: a fixed list of
// lower-kebab words whose first member is "unknown".
package scale

import (
	"slices"
	"strconv"
)

// Error is a refusal of a word or of a member. It never contains what was refused.
type Error struct{ text string }

// Error returns the sentence.
func (e *Error) Error() string { return e.text }

// SafeText returns the sentence; it is fit to be shown to whoever sent the value.
func (e *Error) SafeText() string { return e.text }

// Code returns the tail of the stable code for a word that is not a member.
func (e *Error) Code() string { return "not-a-member" }

// String returns the word of member v, or name(v) where v is no member. It never panics.
func String(name string, words []string, v uint8) string {
	if int(v) < len(words) {
		return words[v]
	}
	return name + "(" + strconv.Itoa(int(v)) + ")"
}

// Marshal returns the word of member v as bytes, or an error where v is no member.
func Marshal(name string, words []string, v uint8) ([]byte, error) {
	if int(v) < len(words) {
		return []byte(words[v]), nil
	}
	return nil, &Error{text: "is not a member of the scale " + name}
}

// Parse returns the member whose word is text, letter for letter.
func Parse(name string, words []string, text []byte) (uint8, error) {
	if i := slices.Index(words, string(text)); i >= 0 {
		return uint8(i), nil
	}
	return 0, &Error{text: "is not a word of the scale " + name}
}

// Steps returns how many steps member v stands above the lowest known one, and whether it is known.
func Steps(words []string, v uint8) (int, bool) {
	if v == 0 || int(v) >= len(words) {
		return 0, false
	}
	return int(v) - 1, true
}
