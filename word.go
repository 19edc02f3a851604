package rapport

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// ID is the app's own key for a person, a place, a threat, an entry. It has 1 to 64 characters out of
// letters, digits and ". _ : -". Never use a name or an address: IDs appear in stored reasons. The zero
// value means none.
type ID string

// Valid reports whether the ID keeps to its grammar. The zero ID does not.
func (id ID) Valid() bool {
	if len(id) == 0 || len(id) > 64 {
		return false
	}
	for i := 0; i < len(id); i++ {
		if c := id[i]; !isAlphanumeric(c) && c != '.' && c != '_' && c != ':' && c != '-' {
			return false
		}
	}
	return true
}

// IsWord reports whether w keeps to the grammar of open vocabularies: a built-in word is lower-kebab
// ("residential-lobby"); a vendor's word has a domain with a dot before one slash
// ("vendor.example/night-nurse"). The zero word is not a word.
func IsWord[W ~string](w W) bool {
	vendor, name, found := strings.Cut(string(w), "/")
	if !found {
		return isKebab(vendor)
	}
	return len(w) <= 128 && isDomain(vendor) && isKebab(name)
}

// VendorOf returns the domain of a vendor's word, and "" for a built-in one.
func VendorOf[W ~string](w W) string {
	vendor, _, found := strings.Cut(string(w), "/")
	if !found {
		return ""
	}
	return vendor
}

// Code is a stable code of a reason or an error: the package, a slash, a lower-kebab name
// ("plan/floor-met"); a vendor's has its domain in front. Codes are part of the API: one is retired,
// never given another meaning.
type Code string

// Valid reports whether the code keeps to its grammar.
func (c Code) Valid() bool {
	room, name, found := strings.Cut(string(c), "/")
	return found && isKebab(name) && (isKebab(room) || isDomain(room))
}

func isAlphanumeric(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// isKebab accepts groups of lower-case letters and digits with single hyphens between, 64 at most.
func isKebab(s string) bool {
	if s == "" || len(s) > 64 {
		return false
	}
	hyphen := true // a hyphen may not come first
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			hyphen = false
		case c == '-' && !hyphen:
			hyphen = true
		default:
			return false
		}
	}
	return !hyphen
}

func isDomain(s string) bool {
	labels := strings.Split(s, ".")
	return len(labels) > 1 && !slices.ContainsFunc(labels, func(l string) bool { return !isKebab(l) })
}

// Extensions carries vendor data on stored values under namespaced keys ("vendor.example/care-plan").
// It appears in no text and changes no verdict; encoding and decoding keep it. The zero value is empty.
type Extensions map[string]json.RawMessage

// Clone returns a deep copy; nil stays nil.
func (e Extensions) Clone() Extensions {
	if e == nil {
		return nil
	}
	c := maps.Clone(e)
	for k, v := range c {
		c[k] = bytes.Clone(v)
	}
	return c
}

// Validate reports keys that are not a vendor's word and values that are not JSON. Since a key may be
// a secret, the pointer names the whole object.
func (e Extensions) Validate() error {
	var faults Faults
	for key, value := range e {
		if VendorOf(key) == "" || !IsWord(key) {
			faults.Coded("", floorCode(CodeMalformedWord))
		}
		if !json.Valid(value) {
			faults.Coded("", floorCode(CodeMalformedValue))
		}
	}
	return faults.Err()
}
