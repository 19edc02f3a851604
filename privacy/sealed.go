package privacy

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"time"

	"github.com/rapport-go/rapport"
	"github.com/rapport-go/rapport/client"
	"github.com/rapport-go/rapport/internal/canonical"
)

// Label says what a confidential fact is about, and nothing of what it says.
type Label struct {
	// ID is the reference by which the rest of the file speaks of the fact.
	ID rapport.ID `json:"id"`
	// Principal is the person it is about.
	Principal rapport.ID `json:"principal"`
	// Categories lists every category it touches. A grant has to cover all of them.
	Categories []client.Category `json:"categories"`
	// Grain is the view it was cut for, as a driver's sheet of the day; unknown means that only a grant
	// of everything opens it.
	Grain Grain `json:"grain,omitzero"`
}

// Validate reports problems of shape.
func (l Label) Validate() error {
	var f rapport.Faults
	f.ID("/id", l.ID)
	f.ID("/principal", l.Principal)
	if len(l.Categories) == 0 {
		f.Required("/categories")
	}
	for i, category := range l.Categories {
		rapport.FaultWord(&f, rapport.Pointer("/categories").Index(i), category)
	}
	outOfScale(&f, "/grain", l.Grain)
	return f.Err()
}

// Sealed holds one confidential fact. However it is printed, a constant shows: with fmt, in a log, a
// template, an error, a panic or the difference of a failing test. Writing it as JSON, XML, gob or text
// is an error, so that no placeholder can take the place of what it holds; [Dossier.Export] is the one
// way out. [Open] opens it. The zero value holds nothing and is opened by no grant.
//
// Two sealed values are never equal, not even one and itself: compare what was opened, or a token. What
// a value of T points to is shared with whoever sealed it; seal values that point to nothing.
type Sealed[T any] struct {
	shut
	// The content stands in a closure: what prints a field without asking its methods, or follows
	// pointers, finds an address.
	inside func() (Label, T)
}

// Seal closes a value under a label.
func Seal[T any](label Label, value T) (Sealed[T], error) {
	if err := label.Validate(); err != nil {
		return Sealed[T]{}, err
	}
	label = label.clone()
	return Sealed[T]{inside: func() (Label, T) { return label.clone(), value }}, nil
}

// Label says what the fact is about. It is the caller's own.
func (s Sealed[T]) Label() Label {
	if s.inside == nil {
		return Label{}
	}
	label, _ := s.inside()
	return label
}

// Open returns the fact to whom a grant was given, while it holds, where the grant covers the principal,
// every category of the fact and the view it was cut for. Otherwise the error says what does not fit, at
// "/grant" or "/at", and never what the fact says.
func Open[T any](grant Grant, fact Sealed[T], at time.Time) (T, error) {
	var nothing T
	var f rapport.Faults
	f.At("/at", at)
	if fact.inside == nil {
		f.Required("/fact")
	}
	if err := f.Err(); err != nil {
		return nothing, err
	}
	label, value := fact.inside()
	f.Join("", grant.opens(label, at))
	if err := f.Err(); err != nil {
		return nothing, err
	}
	return value, nil
}

// Token is a keyed digest by which equal facts can be found without reading them: "hmac-sha256:" and 64
// hexadecimal digits. The zero value means none.
type Token string

// shortestKey is the length in bytes below which a key gives no token: that of the digest itself.
const shortestKey = sha256.Size

// Token returns the token of the fact under the app's key, which has at least 32 bytes. The same fact
// under the same key gives the same token, whatever its label, so that two files can be joined; without
// the key nobody can try out names until one fits. Whoever has the key can: it is as confidential as the
// facts.
func (s Sealed[T]) Token(key []byte) (Token, error) {
	var f rapport.Faults
	switch {
	case len(key) == 0:
		f.Required("/key")
	case len(key) < shortestKey:
		f.OutOfRange("/key")
	}
	if s.inside == nil {
		f.Required("/fact")
	}
	if err := f.Err(); err != nil {
		return "", err
	}
	_, value := s.inside()
	form, err := canonical.Append([]byte("rapport/token/1\n"), value)
	if err != nil {
		f.Add("/fact", rapport.CodeNoCanonicalForm, "has no canonical form")
		return "", f.Err()
	}
	mac := hmac.New(sha256.New, key)
	mac.Write(form)
	return Token("hmac-sha256:" + hex.EncodeToString(mac.Sum(nil))), nil
}

func (l Label) clone() Label {
	l.Categories = append([]client.Category{}, l.Categories...)
	return l
}

// shut keeps whatever embeds it out of every printing path, and refuses every encoding.
type shut struct{}

// sealedText is what shows, whatever is held.
const sealedText = "sealed"

// Format writes a constant for every verb and flag.
func (shut) Format(state fmt.State, _ rune) { _, _ = io.WriteString(state, sealedText) }

// String returns a constant.
func (shut) String() string { return sealedText }

// MarshalText refuses, for JSON and XML too: a placeholder would destroy the content when read back.
func (shut) MarshalText() ([]byte, error) { return nil, refused() }

// MarshalBinary refuses, for gob too.
func (shut) MarshalBinary() ([]byte, error) { return nil, refused() }

// UnmarshalText refuses: what was never written is not read.
func (*shut) UnmarshalText([]byte) error { return refused() }

// UnmarshalBinary refuses.
func (*shut) UnmarshalBinary([]byte) error { return refused() }

func refused() error {
	var f rapport.Faults
	f.Coded("", codeEntry(CodeSealed))
	return f.Err()
}
